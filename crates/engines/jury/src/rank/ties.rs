//! Ties, and the rule stated beforehand that decides them.

use serde::Serialize;

use crate::random::SplitMix;

/// How ties are decided.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum TieRule {
    /// They are not: entries share a place, and a count that cannot go on stops.
    #[default]
    Shared,
    /// By an order of ids published beforehand; who stands earlier wins. Ids that it lacks come last, in the order of the
    /// ballots.
    Order(Vec<String>),
    /// By lot: an order of the entries drawn with this seed.
    Lot(u64),
}

/// A tie that was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decided {
    /// Where in the count, in English.
    pub at: String,
    /// Who was tied.
    pub entries: Vec<usize>,
    /// The decision: the entries in the order of the rule, who wins first.
    pub order: Vec<usize>,
    /// What decided: "previous rounds", "order" or "lot".
    pub by: &'static str,
}

/// The rule in use, and the ties it has decided so far.
#[derive(Debug)]
pub struct Ties {
    /// Place of each entry in the order of the rule; `None` without one.
    rank: Option<Vec<usize>>,
    by: &'static str,
    names: Vec<String>,
    decided: Vec<Decided>,
}

impl Ties {
    /// Draws the lot once, for all ties of the count, as Zavist and Tideman (1989) advise.
    pub fn new(rule: &TieRule, entries: &[String]) -> Self {
        let mut order: Vec<usize> = (0..entries.len()).collect();
        let by = match rule {
            TieRule::Shared => "shared",
            TieRule::Order(ids) => {
                order.sort_by_key(|&entry| {
                    ids.iter()
                        .position(|id| *id == entries[entry])
                        .unwrap_or(usize::MAX)
                });
                "order"
            }
            TieRule::Lot(seed) => {
                // By id first, so that the order of rows in the file does not matter.
                order.sort_by(|&a, &b| entries[a].cmp(&entries[b]));
                SplitMix::new(*seed).shuffle(&mut order);
                "lot"
            }
        };
        let mut rank = vec![0; entries.len()];
        order
            .iter()
            .enumerate()
            .for_each(|(place, &entry)| rank[entry] = place);
        Self {
            rank: (*rule != TieRule::Shared).then_some(rank),
            by,
            names: entries.to_vec(),
            decided: Vec::new(),
        }
    }

    /// The place of an entry in the order of the rule, if there is a rule.
    pub fn rank(&self, entry: usize) -> Option<usize> {
        self.rank.as_ref().map(|rank| rank[entry])
    }

    /// The tied entries in the order of the rule; `None` without a rule. The decision is written down.
    pub fn order(&mut self, at: impl Into<String>, tied: &[usize]) -> Option<Vec<usize>> {
        let rank = self.rank.as_ref()?;
        let mut order = tied.to_vec();
        order.sort_by_key(|&entry| rank[entry]);
        self.decided.push(Decided {
            at: at.into(),
            entries: tied.to_vec(),
            order: order.clone(),
            by: self.by,
        });
        Some(order)
    }

    /// Writes down a decision that the count itself made.
    pub fn note(&mut self, at: impl Into<String>, tied: &[usize], order: Vec<usize>, by: &'static str) {
        self.decided.push(Decided {
            at: at.into(),
            entries: tied.to_vec(),
            order,
            by,
        });
    }

    /// Splits shared places by the rule, if there is one.
    pub fn break_shared(&mut self, places: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut result = Vec::with_capacity(places.len());
        let mut place = 1;
        for group in places {
            let size = group.len();
            if size > 1
                && let Some(order) = self.order(format!("place {place}"), &group)
            {
                result.extend(order.into_iter().map(|entry| vec![entry]));
            } else {
                result.push(group);
            }
            place += size;
        }
        result
    }

    /// Ids of entries, for an error.
    pub fn names(&self, entries: &[usize]) -> String {
        entries
            .iter()
            .map(|&entry| self.names[entry].as_str())
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The ties decided.
    pub fn into_decided(self) -> Vec<Decided> {
        self.decided
    }
}
