//! Counts in rounds: instant run-off, and the single transferable vote.
//!
//! STV is counted as the Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52, has it:
//! quota = whole part of votes / (seats + 1), plus 1; the largest surplus first; all papers of the elected are handed on, each
//! at its value times surplus / votes, cut off after five decimals; ties by the most recent round in which the tied had
//! different numbers of votes. Where that does not decide, the order says by lot; here the rule for ties does. Votes are
//! counted in hundred-thousandths, so no rounding of machine numbers is involved.

use super::points::group_by;
use super::{Action, Ballots, Count, RankError, Round, Ties};

/// One vote.
const ONE: u64 = 100_000;

/// Instant run-off: the entry with fewest votes leaves, until one is left. Places in the opposite order of leaving.
pub fn instant_runoff(ballots: &Ballots, ties: &mut Ties) -> Result<(Vec<Vec<usize>>, Count), RankError> {
    let mut counting = Counting::new(ballots, "instant run-off")?;
    let mut places: Vec<Vec<usize>> = Vec::new();
    loop {
        let hopeful = counting.hopeful();
        if hopeful.len() <= 1 {
            counting.end_round(Action::Elected {
                entries: hopeful.clone(),
            });
            places.push(hopeful.clone());
            places.reverse();
            places.retain(|group| !group.is_empty());
            let rounds = counting.rounds;
            return Ok((
                places,
                Count::Rounds {
                    quota: None,
                    elected: hopeful,
                    rounds,
                },
            ));
        }
        let out = counting.lowest(&hopeful, 1, ties)?;
        counting.end_round(Action::Excluded { entries: out.clone() });
        counting.exclude(&out);
        places.push(out);
    }
}

/// Single transferable vote. The elected come first, in order of election; then those left at the end, by their votes; then
/// those excluded, the last one first.
pub fn stv(ballots: &Ballots, seats: usize, ties: &mut Ties) -> Result<(Vec<Vec<usize>>, Count), RankError> {
    let entries = ballots.entries.len();
    if seats == 0 || seats > entries {
        return Err(RankError::Seats { seats, entries });
    }
    let mut counting = Counting::new(ballots, "stv")?;
    let quota = (ballots.total() / (seats as u64 + 1) + 1) * ONE;
    let mut elected: Vec<usize> = Vec::new();
    let mut pending: Vec<usize> = Vec::new();
    let mut excluded: Vec<Vec<usize>> = Vec::new();
    while elected.len() < seats {
        let hopeful = counting.hopeful();
        let fill = hopeful.len() + elected.len() <= seats;
        let mut reached: Vec<usize> = hopeful
            .iter()
            .copied()
            .filter(|&entry| fill || counting.votes(entry) >= quota)
            .collect();
        if !reached.is_empty() {
            reached.sort_by_key(|&entry| std::cmp::Reverse(counting.votes(entry)));
            reached.truncate(seats - elected.len());
            reached
                .iter()
                .for_each(|&entry| counting.state[entry] = State::Elected);
            pending.extend(
                reached
                    .iter()
                    .copied()
                    .filter(|&entry| counting.votes(entry) > quota),
            );
            elected.extend(&reached);
            counting.actions.push(Action::Elected { entries: reached });
            continue;
        }
        if let Some(entry) = counting.largest_surplus(&pending, ties)? {
            pending.retain(|&other| other != entry);
            counting.end_round(Action::Surplus { entry });
            counting.hand_surplus(entry, quota);
        } else {
            let out = counting.lowest(&hopeful, seats - elected.len(), ties)?;
            counting.end_round(Action::Excluded { entries: out.clone() });
            counting.exclude(&out);
            excluded.push(out);
        }
    }
    counting.end_round(Action::End);
    let hopeful = counting.hopeful();
    let rest = group_by(hopeful.len(), |&a, &b| {
        counting.votes(hopeful[b]).cmp(&counting.votes(hopeful[a]))
    });
    let mut places: Vec<Vec<usize>> = elected.iter().map(|&entry| vec![entry]).collect();
    places.extend(
        rest.into_iter()
            .map(|group| group.into_iter().map(|place| hopeful[place]).collect()),
    );
    places.extend(excluded.into_iter().rev());
    let quota = Some(quota as f64 / ONE as f64);
    Ok((
        places,
        Count::Rounds {
            quota,
            elected,
            rounds: counting.rounds,
        },
    ))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Hopeful,
    Elected,
    Excluded,
    /// Elected, surplus handed on: keeps the quota.
    Settled(u64),
}

/// Papers of one kind in a pile.
#[derive(Clone, Copy)]
struct Parcel {
    ballot: usize,
    /// Place on the ballot of the entry whose pile it is in.
    place: usize,
    value: u64,
}

struct Counting<'a> {
    /// Entries of each ballot in their order, and how many ballots.
    papers: Vec<(Vec<usize>, u64)>,
    piles: Vec<Vec<Parcel>>,
    state: Vec<State>,
    exhausted: u64,
    rounds: Vec<Round>,
    /// What was done since the last round was written down.
    actions: Vec<Action>,
    ballots: &'a Ballots,
}

impl<'a> Counting<'a> {
    fn new(ballots: &'a Ballots, rule: &'static str) -> Result<Self, RankError> {
        if ballots.approvals {
            return Err(RankError::WrongForm {
                found: "approvals",
                rule,
                needed: "ranks",
            });
        }
        let n = ballots.entries.len();
        let mut papers = Vec::with_capacity(ballots.ballots.len());
        for ballot in &ballots.ballots {
            let mut order: Vec<(u32, usize)> = ballot
                .levels
                .iter()
                .enumerate()
                .filter_map(|(entry, level)| Some(((*level)?, entry)))
                .collect();
            order.sort_unstable();
            if let Some(two) = order.windows(2).find(|two| two[0].0 == two[1].0) {
                let entry = ballots.entries[two[0].1].clone();
                return Err(RankError::EqualRanks {
                    ballot: ballot.name.clone(),
                    entry,
                    rule,
                });
            }
            papers.push((order.into_iter().map(|(_, entry)| entry).collect(), ballot.count));
        }
        let mut counting = Self {
            papers,
            piles: vec![Vec::new(); n],
            state: vec![State::Hopeful; n],
            exhausted: 0,
            rounds: Vec::new(),
            actions: Vec::new(),
            ballots,
        };
        for ballot in 0..counting.papers.len() {
            counting.deal(ballot, 0, ONE);
        }
        Ok(counting)
    }

    /// Puts papers on the pile of the first entry from this place on that is still hopeful.
    fn deal(&mut self, ballot: usize, from: usize, value: u64) {
        let (order, count) = &self.papers[ballot];
        let next = order
            .iter()
            .enumerate()
            .skip(from)
            .find(|&(_, &entry)| self.state[entry] == State::Hopeful);
        match next {
            Some((place, &entry)) => self.piles[entry].push(Parcel { ballot, place, value }),
            None => self.exhausted += value * count,
        }
    }

    fn votes(&self, entry: usize) -> u64 {
        match self.state[entry] {
            State::Settled(votes) => votes,
            _ => self.piles[entry]
                .iter()
                .map(|parcel| parcel.value * self.papers[parcel.ballot].1)
                .sum(),
        }
    }

    fn hopeful(&self) -> Vec<usize> {
        (0..self.state.len())
            .filter(|&entry| self.state[entry] == State::Hopeful)
            .collect()
    }

    fn exclude(&mut self, out: &[usize]) {
        out.iter().for_each(|&entry| self.state[entry] = State::Excluded);
        for &entry in out {
            for parcel in std::mem::take(&mut self.piles[entry]) {
                self.deal(parcel.ballot, parcel.place + 1, parcel.value);
            }
        }
    }

    fn hand_surplus(&mut self, entry: usize, quota: u64) {
        let votes = self.votes(entry);
        let surplus = votes - quota;
        self.state[entry] = State::Settled(quota);
        let mut handed = 0;
        for parcel in std::mem::take(&mut self.piles[entry]) {
            // 128 bits: a value of at most 100,000 times all votes of a large count.
            let value = (u128::from(parcel.value) * u128::from(surplus) / u128::from(votes)) as u64;
            handed += value * self.papers[parcel.ballot].1;
            self.deal(parcel.ballot, parcel.place + 1, value);
        }
        // What cutting off decimals has lost belongs to nobody.
        self.exhausted += surplus - handed;
    }

    /// The entry whose surplus is handed on next.
    fn largest_surplus(&mut self, pending: &[usize], ties: &mut Ties) -> Result<Option<usize>, RankError> {
        let Some(most) = pending.iter().map(|&entry| self.votes(entry)).max() else {
            return Ok(None);
        };
        let tied: Vec<usize> = pending
            .iter()
            .copied()
            .filter(|&entry| self.votes(entry) == most)
            .collect();
        if tied.len() == 1 {
            return Ok(Some(tied[0]));
        }
        let at = format!("round {}, largest surplus", self.rounds.len() + 1);
        let left = self.earlier(&tied, |votes, best| votes > best);
        if left.len() == 1 {
            ties.note(&*at, &tied, first(left[0], &tied), "previous rounds");
            return Ok(Some(left[0]));
        }
        match ties.order(&*at, &left) {
            Some(order) => Ok(Some(order[0])),
            None => Err(RankError::Tie {
                what: at,
                entries: ties.names(&left),
            }),
        }
    }

    /// Who leaves: the entry with fewest votes. Several at once only where, without a rule for ties, all that are tied leave
    /// one after the other whatever the order, because together they have less than the next.
    fn lowest(&mut self, hopeful: &[usize], keep: usize, ties: &mut Ties) -> Result<Vec<usize>, RankError> {
        let least = hopeful.iter().map(|&entry| self.votes(entry)).min().unwrap_or(0);
        let tied: Vec<usize> = hopeful
            .iter()
            .copied()
            .filter(|&entry| self.votes(entry) == least)
            .collect();
        if tied.len() == 1 {
            return Ok(tied);
        }
        let at = format!("round {}, fewest votes", self.rounds.len() + 1);
        let left = self.earlier(&tied, |votes, best| votes < best);
        if left.len() == 1 {
            let mut order: Vec<usize> = tied.iter().copied().filter(|&entry| entry != left[0]).collect();
            order.push(left[0]);
            ties.note(&*at, &tied, order, "previous rounds");
            return Ok(left);
        }
        if let Some(order) = ties.order(&*at, &left) {
            return Ok(order.last().map(|&entry| vec![entry]).unwrap_or_default());
        }
        let next = hopeful
            .iter()
            .map(|&entry| self.votes(entry))
            .filter(|&votes| votes > least)
            .min();
        let together = least * tied.len() as u64;
        if next.is_some_and(|next| together < next) && hopeful.len() - tied.len() >= keep {
            return Ok(tied);
        }
        Err(RankError::Tie {
            what: at,
            entries: ties.names(&left),
        })
    }

    /// Those of the tied that earlier rounds prefer, the most recent first.
    fn earlier(&self, tied: &[usize], better: impl Fn(f64, f64) -> bool) -> Vec<usize> {
        let mut left = tied.to_vec();
        for round in self.rounds.iter().rev() {
            let votes = |entry: usize| round.votes[entry].unwrap_or(0.0);
            let best = left
                .iter()
                .map(|&entry| votes(entry))
                .reduce(|a, b| if better(b, a) { b } else { a });
            left.retain(|&entry| Some(votes(entry)) == best);
        }
        left
    }

    fn end_round(&mut self, action: Action) {
        let votes = (0..self.state.len()).map(|entry| {
            (self.state[entry] != State::Excluded).then(|| self.votes(entry) as f64 / ONE as f64)
        });
        let votes = votes.collect();
        debug_assert_eq!(
            (0..self.state.len()).map(|entry| self.votes(entry)).sum::<u64>() + self.exhausted,
            self.ballots.total() * ONE
        );
        self.actions.push(action);
        let actions = std::mem::take(&mut self.actions);
        self.rounds.push(Round {
            votes,
            exhausted: self.exhausted as f64 / ONE as f64,
            actions,
        });
    }
}

fn first(winner: usize, tied: &[usize]) -> Vec<usize> {
    std::iter::once(winner)
        .chain(tied.iter().copied().filter(|&entry| entry != winner))
        .collect()
}
