//! How many groups there are, if any.
//!
//! Two questions, both answered by doing it again:
//! * *Is there more than chance?* The votes on each statement are dealt out again among those who voted on it: same people,
//!   same statements, same counts, no opinion behind. If the strongest direction of the real votes does not stand out clearly
//!   from that of such dealt votes, there are no groups.
//! * *Would other people give the same groups?* People are drawn again with replacement (bootstrap), the map and the groups are
//!   made anew from the draw, and compared with the groups proper (adjusted Rand index: 1 is equal, 0 is chance).

use serde::Serialize;

use super::agreement::adjusted_rand;
use super::{Division, divisions};
use crate::centred::{Centred, number};
use crate::pca::{Precision, components};
use crate::place;
use crate::random::Random;
use crate::votes::Votes;

/// How thoroughly to look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// Draws of people.
    pub draws: usize,
    /// Deals of votes.
    pub deals: usize,
    /// People per draw at most.
    pub people: usize,
    /// Votes per draw at most, about; in large conversations a twentieth of all votes.
    pub votes: usize,
}

impl Default for Effort {
    fn default() -> Self {
        Self {
            draws: 20,
            deals: 12,
            people: 5_000,
            votes: 60_000,
        }
    }
}

/// From this agreement on, groups count as stable.
pub const STABLE: f64 = 0.8;
/// Below this agreement, groups are not shown at all.
pub const NONE: f64 = 0.5;
/// How many standard deviations the strongest direction must stand out from dealt votes.
const STANDS_OUT: f64 = 5.0;
/// A division needs so many people for each of its groups.
const PEOPLE_PER_GROUP: usize = 8;
/// With fewer people there is nothing to divide.
const FEWEST: usize = 10;

/// What was found about one number of groups.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Tried {
    /// How many groups.
    pub k: usize,
    /// Median agreement over the draws, with the groups proper.
    pub agreement: f64,
    /// Mean silhouette.
    pub silhouette: f64,
    /// People in the smallest group.
    pub smallest: usize,
}

/// What came of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// Groups that come out again.
    Groups,
    /// Groups, but other people would have given rather different ones.
    UnstableGroups,
    /// The votes hold a pattern, but no division of it comes out again.
    NoClearGroups,
    /// The votes hold no more pattern than chance would.
    NoPattern,
    /// Too few people voted often enough.
    TooFew,
    /// The groups were given by someone else's result and are not judged.
    Given,
}

/// How sure the groups are.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stability {
    /// In a word.
    pub finding: Finding,
    /// How many groups; 1 means none.
    pub k: usize,
    /// Bootstrap agreement of the groups chosen (or of the best division, where none was good enough): 1 is equal, 0 chance.
    pub agreement: Option<f64>,
    /// Whether to tell readers that the groups are unsure.
    pub unstable: bool,
    /// How many times as strong the first direction is as in dealt votes.
    pub above_chance: Option<f64>,
    /// By how many standard deviations it stands out from dealt votes; more than 5 are needed.
    pub stands_out: Option<f64>,
    /// Draws made.
    pub draws: usize,
    /// Each number of groups.
    pub tried: Vec<Tried>,
}

/// Chooses among divisions of the people in `rows`.
pub fn choose(votes: &Votes, rows: &[usize], found: &[Division], effort: Effort) -> Stability {
    let mut stability = Stability {
        finding: Finding::TooFew,
        k: 1,
        agreement: None,
        unstable: false,
        above_chance: None,
        stands_out: None,
        draws: effort.draws,
        tried: Vec::new(),
    };
    if rows.len() < FEWEST || found.is_empty() {
        return stability;
    }
    let size = draw_size(votes, rows, effort);
    let chance = chance(votes, rows, size, effort.deals);
    (stability.above_chance, stability.stands_out) = (Some(chance.0), Some(chance.1));
    stability.tried = tried(votes, rows, found, size, effort.draws);
    let least = (rows.len() / 200).max(3);
    let few = |tried: &&Tried| tried.smallest >= least && tried.k * PEOPLE_PER_GROUP <= rows.len();
    let good = stability.tried.iter().filter(few);
    let stable = good.clone().filter(|tried| tried.agreement >= STABLE);
    let best = stable.reduce(|best, here| {
        if here.silhouette > best.silhouette {
            here
        } else {
            best
        }
    });
    let best = best.or_else(|| {
        good.reduce(|best, here| {
            if here.agreement > best.agreement {
                here
            } else {
                best
            }
        })
    });
    let best = best.copied();
    stability.agreement = best.map(|best| best.agreement);
    stability.finding = match best {
        _ if chance.1 <= STANDS_OUT => Finding::NoPattern,
        Some(best) if best.agreement >= STABLE => Finding::Groups,
        Some(best) if best.agreement >= NONE => Finding::UnstableGroups,
        _ => Finding::NoClearGroups,
    };
    stability.unstable = stability.finding == Finding::UnstableGroups;
    if let (Finding::Groups | Finding::UnstableGroups, Some(best)) = (stability.finding, best) {
        stability.k = best.k;
    }
    stability
}

/// How many people to draw.
fn draw_size(votes: &Votes, rows: &[usize], effort: Effort) -> usize {
    let cast: usize = rows.iter().map(|row| votes.row_len(*row)).sum();
    let by_votes = effort.votes.max(cast / 20) * rows.len() / cast.max(1);
    rows.len().min(effort.people).min(by_votes.max(300))
}

/// The strength of the first direction against dealt votes: how many times as strong, and by how many standard deviations.
fn chance(votes: &Votes, rows: &[usize], size: usize, deals: usize) -> (f64, f64) {
    let mut random = Random::new(0x6368_616e_6365);
    let mut drawn = rows.to_vec();
    random.shuffle(&mut drawn);
    drawn.truncate(size);
    drawn.sort_unstable();
    let votes = votes.take_rows(&drawn);
    let strength = |votes: &Votes| components(&Centred::new(votes), Precision::ROUGH, None).strengths[0];
    let real = strength(&votes);
    let columns = by_column(&votes);
    let dealt: Vec<f64> = (0..deals)
        .map(|_| strength(&deal(&votes, &columns, &mut random)))
        .collect();
    let mean = dealt.iter().sum::<f64>() / number(deals.max(1));
    let spread =
        dealt.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / number(deals.saturating_sub(1).max(1));
    // With few deals the spread may come out too small by luck: at least one percent of the mean.
    let spread = spread.sqrt().max(mean * 0.01).max(f64::MIN_POSITIVE);
    (real / mean.max(f64::MIN_POSITIVE), (real - mean) / spread)
}

/// Where the votes of each column are.
fn by_column(votes: &Votes) -> Vec<Vec<u32>> {
    let mut places = vec![Vec::new(); votes.statements().len()];
    for (at, column) in (0u32..).zip(votes.columns()) {
        places[*column as usize].push(at);
    }
    places
}

/// The votes on each statement dealt out again among its voters.
fn deal(votes: &Votes, columns: &[Vec<u32>], random: &mut Random) -> Votes {
    let mut values = votes.values().to_vec();
    for places in columns {
        for last in (1..places.len()).rev() {
            values.swap(places[last] as usize, places[random.below(last + 1)] as usize);
        }
    }
    votes.with_values(values)
}

/// Agreement of every division with those made from draws of people.
fn tried(votes: &Votes, rows: &[usize], found: &[Division], size: usize, draws: usize) -> Vec<Tried> {
    let mut agreements = vec![Vec::new(); found.len()];
    for draw in 0..draws as u64 {
        let mut random = Random::new(0x6472_6177 + draw);
        let mut drawn: Vec<usize> = (0..size).map(|_| random.below(rows.len())).collect();
        drawn.sort_unstable();
        let taken: Vec<usize> = drawn.iter().map(|at| rows[*at]).collect();
        let votes = votes.take_rows(&taken);
        let table = Centred::new(&votes);
        let directions = components(&table, Precision::ROUGH, None).directions;
        let points = place::participants(&votes, &table, &directions, &[]);
        for (at, again) in divisions(&points, 60, 12).iter().enumerate().take(found.len()) {
            let proper: Vec<usize> = drawn.iter().map(|row| found[at].labels[*row]).collect();
            agreements[at].push(adjusted_rand(&proper, &again.labels));
        }
    }
    let tried = |(at, (division, agreements)): (usize, (&Division, &mut Vec<f64>))| Tried {
        k: at + 2,
        agreement: median(agreements),
        silhouette: division.silhouette,
        smallest: division.sizes().into_iter().min().unwrap_or(0),
    };
    found.iter().zip(&mut agreements).enumerate().map(tried).collect()
}

fn median(numbers: &mut [f64]) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    match numbers.len() {
        0 => 0.0,
        odd if odd % 2 == 1 => numbers[middle],
        _ => f64::midpoint(numbers[middle - 1], numbers[middle]),
    }
}
