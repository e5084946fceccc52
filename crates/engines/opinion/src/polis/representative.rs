//! Which statements stand for a group: Polis' `repness.clj`.

use serde::Serialize;

use crate::stats::{LEVEL, above_half, above_others, smoothed, times};
use crate::tally::{Side, Tallies, Tally};

/// How a group stands to one statement, compared with everyone in another group.
#[derive(Clone, Copy, Debug)]
pub struct Compared {
    /// The column.
    pub column: usize,
    /// Inside the group.
    pub inside: Tally,
    /// All other groups together.
    pub outside: Tally,
}

impl Compared {
    /// Smoothed share of a side inside the group (pa, pd).
    pub fn share(&self, side: Side) -> f64 {
        smoothed(self.inside.on(side), self.inside.seen)
    }

    /// Test of that share against one half (pat, pdt).
    pub fn share_test(&self, side: Side) -> f64 {
        above_half(self.inside.on(side), self.inside.seen)
    }

    /// How many times the others' share it is (ra, rd).
    pub fn ratio(&self, side: Side) -> f64 {
        times(
            self.inside.on(side),
            self.inside.seen,
            self.outside.on(side),
            self.outside.seen,
        )
    }

    /// Test of the share against the others' (rat, rdt).
    pub fn ratio_test(&self, side: Side) -> f64 {
        above_others(
            self.inside.on(side),
            self.outside.on(side),
            self.inside.seen,
            self.outside.seen,
        )
    }

    /// The side on which the group differs more from the others; disagree when equal.
    pub fn side(&self) -> Side {
        if self.ratio_test(Side::Agree) > self.ratio_test(Side::Disagree) {
            Side::Agree
        } else {
            Side::Disagree
        }
    }

    fn passes(&self) -> bool {
        let passes = |side| self.ratio_test(side) > LEVEL && self.share_test(side) > LEVEL;
        passes(Side::Agree) || passes(Side::Disagree)
    }

    /// How strongly it stands for the group. The test is rounded to single precision, as Polis does before it sorts.
    fn score(&self) -> f64 {
        let side = self.side();
        self.ratio(side) * single(self.ratio_test(side)) * self.share(side) * self.share_test(side)
    }

    fn agree_score(&self) -> f64 {
        let side = Side::Agree;
        self.ratio(side) * self.ratio_test(side) * self.share(side) * self.share_test(side)
    }

    /// Whether it is a better first statement than the best so far.
    fn better_agree(&self, best: Option<&Self>) -> bool {
        let side = Side::Agree;
        if self.inside.agree == 0 && self.inside.disagree == 0 {
            return false;
        }
        match best {
            Some(best) if best.ratio(side) > 1.0 => self.agree_score() > best.agree_score(),
            Some(best) => self.share(side) * self.share_test(side) > best.share(side) * best.share_test(side),
            None => self.share_test(side) > LEVEL || (self.ratio(side) > 1.0 && self.share(side) > 0.5),
        }
    }
}

/// One entry of a group's list, in the terms of the export.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Representative {
    /// The column.
    #[serde(skip)]
    pub column: usize,
    /// The statement.
    pub id: u32,
    /// On which side the group stands.
    pub side: Side,
    /// Votes on that side in the group.
    pub votes: u64,
    /// All votes in the group.
    pub seen: u64,
    /// Smoothed share.
    pub share: f64,
    /// Its test.
    pub share_test: f64,
    /// Times the others' share.
    pub ratio: f64,
    /// Its test.
    pub ratio_test: f64,
    /// Whether it was put first as the statement the group agrees with most.
    pub best_agree: bool,
}

/// The lists of all groups. `columns` are those that take part, in the order in which equals follow each other.
pub fn lists(tallies: &Tallies, statements: &[u32], columns: &[usize]) -> Vec<Vec<Representative>> {
    (0..tallies.groups.len())
        .map(|group| list(tallies, group, statements, columns))
        .collect()
}

/// A group compared with all others on one column.
pub fn compared(tallies: &Tallies, group: usize, column: usize) -> Compared {
    let inside = tallies.groups[group][column];
    Compared {
        column,
        inside,
        outside: tallies.grouped(column).minus(inside),
    }
}

fn list(tallies: &Tallies, group: usize, statements: &[u32], columns: &[usize]) -> Vec<Representative> {
    let (mut sufficient, mut best, mut best_agree) = (Vec::new(), None::<Compared>, None::<Compared>);
    for column in columns {
        let here = compared(tallies, group, *column);
        if here.passes() {
            sufficient.push(here);
        }
        let most = here.ratio_test(Side::Agree).max(here.ratio_test(Side::Disagree));
        if sufficient.is_empty() && best.is_none_or(|best| most > single(best.ratio_test(best.side()))) {
            best = Some(here);
        }
        if here.better_agree(best_agree.as_ref()) {
            best_agree = Some(here);
        }
    }
    let first = best_agree.map(|best| entry(&best, statements, true));
    if sufficient.is_empty() {
        return first
            .or_else(|| best.map(|best| entry(&best, statements, false)))
            .into_iter()
            .collect();
    }
    sufficient.retain(|here| best_agree.is_none_or(|best| best.column != here.column));
    sufficient.sort_by(|left, right| right.score().total_cmp(&left.score()));
    let rest = sufficient.iter().map(|here| entry(here, statements, false));
    let five: Vec<Representative> = first.into_iter().chain(rest).take(5).collect();
    let (agrees, disagrees): (Vec<_>, Vec<_>) = five.into_iter().partition(|entry| entry.side == Side::Agree);
    agrees.into_iter().chain(disagrees).collect()
}

fn entry(here: &Compared, statements: &[u32], best_agree: bool) -> Representative {
    let side = here.side();
    Representative {
        column: here.column,
        id: statements[here.column],
        side,
        votes: here.inside.on(side),
        seen: here.inside.seen,
        share: here.share(side),
        share_test: here.share_test(side),
        ratio: here.ratio(side),
        ratio_test: here.ratio_test(side),
        best_agree,
    }
}

/// A number rounded to single precision.
#[expect(clippy::cast_possible_truncation, reason = "the rounding is what is wanted")]
fn single(number: f64) -> f64 {
    f64::from(number as f32)
}
