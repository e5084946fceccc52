//! The numbers behind a ranking as JSON.

use kapok_jury::rank::{Action, Count};
use serde_json::{Map, Value, json};

use super::Whole;

impl Whole<'_> {
    /// What the rule counted.
    pub(super) fn count_json(&self) -> Map<String, Value> {
        let by_id = |values: &dyn Fn(usize) -> Value| -> Value {
            (0..self.ballots.entries.len())
                .map(|entry| (self.id(entry).to_owned(), values(entry)))
                .collect::<Map<String, Value>>()
                .into()
        };
        let table =
            |rows: &[Vec<u64>]| by_id(&|a| by_id(&|b| if a == b { Value::Null } else { json!(rows[a][b]) }));
        let mut map = Map::new();
        match &self.ranking.count {
            Count::Points { points } => {
                map.insert("points".to_owned(), by_id(&|entry| json!(points[entry])));
            }
            Count::Grades { tallies, .. } => {
                map.insert("grades".to_owned(), json!(self.ballots.grades));
                let of = |entry: usize| {
                    self.ballots
                        .grades
                        .iter()
                        .zip(&tallies[entry])
                        .map(|(grade, count)| (grade.clone(), json!(count)))
                        .collect::<Map<_, _>>()
                };
                map.insert("tallies".to_owned(), by_id(&|entry| of(entry).into()));
                map.insert(
                    "majority_grades".to_owned(),
                    by_id(&|entry| json!(self.grade(entry))),
                );
            }
            Count::Pairs {
                preferred,
                paths,
                victories,
                undecided,
            } => {
                map.insert("pairwise".to_owned(), table(preferred));
                if !paths.is_empty() {
                    map.insert(
                        "paths".to_owned(),
                        by_id(&|a| by_id(&|b| if a == b { Value::Null } else { json!(paths[a][b]) })),
                    );
                }
                if !victories.is_empty() {
                    let list = victories.iter().map(|victory| {
                        json!({"winner": self.id(victory.winner), "loser": self.id(victory.loser), "won_by": victory.won_by, "lost_by": victory.lost_by, "locked": victory.locked})
                    });
                    map.insert("victories".to_owned(), list.collect());
                }
                map.insert(
                    "undecided".to_owned(),
                    undecided
                        .iter()
                        .map(|&(a, b)| json!([self.id(a), self.id(b)]))
                        .collect(),
                );
            }
            Count::Rounds {
                quota,
                elected,
                rounds,
            } => {
                map.insert("quota".to_owned(), json!(quota));
                map.insert("elected".to_owned(), json!(self.ids(elected)));
                let list = rounds.iter().map(|round| {
                    let votes = by_id(&|entry| json!(round.votes[entry]));
                    let done = round
                        .actions
                        .iter()
                        .map(action)
                        .map(|(what, entries)| json!({"action": what, "entries": self.ids(entries)}));
                    json!({"votes": votes, "exhausted": round.exhausted, "actions": done.collect::<Vec<_>>()})
                });
                map.insert("rounds".to_owned(), list.collect());
            }
        }
        map
    }
}

/// Name and entries of what a round ends with.
fn action(action: &Action) -> (&'static str, &[usize]) {
    match action {
        Action::Elected { entries } => ("elected", entries),
        Action::Surplus { entry } => ("surplus", std::slice::from_ref(entry)),
        Action::Excluded { entries } => ("excluded", entries),
        Action::End => ("end", &[]),
    }
}
