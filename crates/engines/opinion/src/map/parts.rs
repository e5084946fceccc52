//! Puts the result together from what was worked out.

use super::result::{
    About, Bridging, Divisive, Group, GroupTally, Map, Participant, StatementResult, Totals,
};
use super::{Mode, Start, VOTES_NEEDED};
use crate::bridging::{self, Factors};
use crate::centred::Centred;
use crate::conversation::{Conversation, Statement};
use crate::groups::stability::Stability;
use crate::place::{self, Point};
use crate::polis::{consensus, given, priority};
use crate::representative;
use crate::tally::{Tallies, Tally};
use crate::votes::Votes;

/// Everything that is known before it is put together.
pub(super) struct Parts<'a> {
    pub(super) conversation: &'a Conversation,
    pub(super) votes: &'a Votes,
    pub(super) table: &'a Centred<'a>,
    pub(super) directions: &'a [Vec<f64>; 2],
    pub(super) members: &'a [Option<usize>],
    pub(super) group_ids: Vec<u32>,
    pub(super) tallies: &'a Tallies,
    pub(super) people: &'a [Point],
    pub(super) model: &'a Factors,
    pub(super) taking_part: usize,
    /// The groups given, in compatible mode.
    pub(super) polis: Option<&'a given::Given>,
}

impl Parts<'_> {
    pub(super) fn map(&self, mode: Mode, stability: Stability) -> Map {
        let about = |key| self.conversation.about(key).map(str::to_owned);
        Map {
            format: "kapok-opinion-map/1",
            mode,
            conversation: About {
                topic: about("topic"),
                url: about("url"),
                description: about("conversation-description"),
            },
            totals: self.totals(),
            notes: self.conversation.notes.clone(),
            groups: self.groups(),
            stability,
            axes: self.axes(),
            statements: self.statements(),
            representative: Vec::new(),
            common_ground: Vec::new(),
            divisive: self.divisive(),
            participants: self.participants(),
            start: Start {
                statements: self.votes.statements().to_vec(),
                directions: self.directions.clone(),
            },
        }
    }

    /// From the directions as they are used: those found carry traces of where the search began.
    fn axes(&self) -> [f64; 2] {
        let total = self.table.total().max(f64::MIN_POSITIVE);
        [0, 1].map(|axis| self.table.along(&self.directions[axis]) / total)
    }

    fn totals(&self) -> Totals {
        let statements = &self.conversation.statements;
        let count = |test: fn(&Statement) -> bool| statements.iter().filter(|one| test(one)).count();
        Totals {
            participants: self.conversation.votes.participants().len(),
            taking_part: self.taking_part,
            votes_needed: VOTES_NEEDED.min(self.votes.statements().len()),
            grouped: if self.group_ids.is_empty() {
                0
            } else {
                self.members.iter().flatten().count()
            },
            statements: statements.len(),
            shown: count(Statement::shown),
            refused: count(|one| one.moderated < 0),
            meta: count(|one| one.meta),
            votes: self.conversation.votes.len(),
            votes_shown: self.votes.len(),
        }
    }

    fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> = self
            .group_ids
            .iter()
            .map(|id| Group {
                id: *id,
                size: 0,
                centre: [0.0; 2],
                participants: Vec::new(),
            })
            .collect();
        for (row, group) in self.members.iter().enumerate() {
            if let Some(group) = group.and_then(|group| groups.get_mut(group)) {
                group.participants.push(self.votes.participants()[row]);
                group.size += 1;
                group.centre[0] += self.people[row][0];
                group.centre[1] += self.people[row][1];
            }
        }
        for group in &mut groups {
            let size = crate::centred::number(group.size.max(1));
            group.centre = group.centre.map(|sum| sum / size);
        }
        groups
    }

    fn participants(&self) -> Vec<Participant> {
        let participant = |(row, id): (usize, &u32)| Participant {
            id: *id,
            x: self.people[row][0],
            y: self.people[row][1],
            group: self.members[row]
                .and_then(|group| self.group_ids.get(group))
                .copied(),
            votes: self.votes.row_len(row),
        };
        self.votes
            .participants()
            .iter()
            .enumerate()
            .map(participant)
            .collect()
    }

    fn statements(&self) -> Vec<StatementResult> {
        let places = place::statements(self.table, self.directions);
        let both = bridging::both_sides(self.votes, &self.model.people_factors);
        let everyone = self.everyone();
        let result = |statement: &Statement| {
            // Polis has figures for every column, refused ones included.
            let column = self
                .votes
                .column_of(statement.id)
                .filter(|_| self.polis.is_some() || statement.shown());
            let meta = self
                .polis
                .is_some_and(|given| statement.meta || given.meta.contains(&statement.id));
            let of_group = |group: usize, column: usize| self.tallies.groups[group][column];
            let counts = |column: usize| {
                let groups = self.group_ids.iter().enumerate();
                groups
                    .map(|(at, group)| GroupTally {
                        group: *group,
                        tally: of_group(at, column),
                    })
                    .collect()
            };
            let extremity = column.map(|column| place::extremity(places[column]));
            let priority = |column: usize, extremity| {
                if meta {
                    priority::META
                } else {
                    priority::priority(self.tallies.grouped(column), extremity)
                }
            };
            StatementResult {
                id: statement.id,
                text: statement.text.clone(),
                moderated: statement.moderated,
                meta: statement.meta,
                shown: statement.shown(),
                tally: self
                    .conversation
                    .votes
                    .column_of(statement.id)
                    .map_or(Tally::default(), |at| everyone[at]),
                counts: self.votes.column_of(statement.id).map_or_else(Vec::new, counts),
                mean: column.map(|column| self.table.means()[column]),
                place: column.map(|column| places[column]),
                extremity,
                priority: column
                    .zip(extremity)
                    .map(|(column, extremity)| priority(column, extremity)),
                bridging: column.map(|column| Bridging {
                    group_informed_consensus: consensus::group_informed(self.tallies, column),
                    factor_intercept: self.model.statement_intercepts[column],
                    factor: self.model.statement_factors[column],
                    both_sides: both[column],
                }),
            }
        };
        self.conversation.statements.iter().map(result).collect()
    }

    /// Votes of everyone on all statements, refused ones included.
    fn everyone(&self) -> Vec<Tally> {
        let all = &self.conversation.votes;
        let mut tallies = vec![Tally::default(); all.statements().len()];
        all.columns()
            .iter()
            .zip(all.values())
            .for_each(|(column, value)| tallies[*column as usize].add(*value));
        tallies
    }

    fn divisive(&self) -> Vec<Divisive> {
        let mut list: Vec<Divisive> = (0..self.votes.statements().len())
            .filter_map(|column| self.divides(column))
            .collect();
        list.sort_by(|left, right| {
            right
                .difference
                .total_cmp(&left.difference)
                .then(left.id.cmp(&right.id))
        });
        list
    }

    /// The largest difference between two groups that both have some votes on a statement, when it is no accident.
    fn divides(&self, column: usize) -> Option<Divisive> {
        let id = self.votes.statements()[column];
        if !self.conversation.statement(id).is_none_or(Statement::shown) {
            return None;
        }
        let tally = |group: usize| self.tallies.groups[group][column];
        let share = |group: &usize| crate::stats::smoothed(tally(*group).agree, tally(*group).seen);
        let enough =
            || (0..self.group_ids.len()).filter(|group| tally(*group).seen >= representative::FEWEST);
        let most = enough().reduce(|best, here| if share(&here) > share(&best) { here } else { best })?;
        let least = enough().reduce(|best, here| if share(&here) < share(&best) { here } else { best })?;
        let (high, low) = (tally(most), tally(least));
        let test = crate::stats::above_others(high.agree, low.agree, high.seen, low.seen);
        // One-sided 99.9 %: hundreds of statements are looked at.
        (most != least && test > 3.09).then(|| Divisive {
            id,
            difference: share(&most) - share(&least),
            most: self.group_ids[most],
            least: self.group_ids[least],
        })
    }
}
