//! The whole result for a conversation: the map, the groups, what stands for them, what all share, what bridges.

use serde::Serialize;

use crate::bridging::{self, BothSides, Factors};
use crate::centred::Centred;
use crate::conversation::{Conversation, Note};
use crate::groups::stability::{Effort, Finding, Stability};
use crate::groups::{self, Division, stability};
use crate::pca::{self, Precision, components};
use crate::place::{self, Point};
use crate::polis::{check, consensus, given, priority, representative as polis_lists};
use crate::representative::{self, Common};
use crate::tally::{Side, Tallies, Tally};
use crate::votes::Votes;

/// By which rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Ours: one result per set of votes, groups only where they are stable, false discoveries under control.
    Kapok,
    /// Polis' own, with the groups that its export gives (or its cold start where it gives none).
    Compatible,
}

/// How to make a map.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How thoroughly to look for groups.
    pub effort: Effort,
    /// Directions of an earlier map and the statements they are for: saves time and changes nothing.
    pub start: Option<Start>,
}

/// Directions of an earlier map.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// The statements of the entries.
    pub statements: Vec<u32>,
    /// The directions.
    pub directions: [Vec<f64>; 2],
}

/// The result. Its JSON is the same to the byte for the same set of votes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Map {
    /// Format and version of this JSON.
    pub format: &'static str,
    /// By which rules.
    pub mode: Mode,
    /// Topic, address, description, as the files give them.
    pub conversation: About,
    /// How many of everything.
    pub totals: Totals,
    /// What was noticed while reading.
    pub notes: Vec<Note>,
    /// The groups, largest first; none when there are no clear groups.
    pub groups: Vec<Group>,
    /// How sure the groups are.
    pub stability: Stability,
    /// Which part of all differences the two axes of the map show, from 0 to 1.
    pub axes: [f64; 2],
    /// All statements by ascending id.
    pub statements: Vec<StatementResult>,
    /// What stands for each group.
    pub representative: Vec<Representatives>,
    /// What all groups share, strongest first.
    pub common_ground: Vec<Shared>,
    /// Where the groups differ most, strongest first.
    pub divisive: Vec<Divisive>,
    /// All participants by ascending id.
    pub participants: Vec<Participant>,
    /// Directions for a later start.
    #[serde(skip)]
    pub start: Start,
}

/// What the conversation is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct About {
    /// Topic.
    pub topic: Option<String>,
    /// Where it was held.
    pub url: Option<String>,
    /// What was asked.
    pub description: Option<String>,
}

/// How many of everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// People with at least one vote.
    pub participants: usize,
    /// Those who voted often enough for the map to say something about them.
    pub taking_part: usize,
    /// Votes needed for that.
    pub votes_needed: usize,
    /// Those in a group.
    pub grouped: usize,
    /// All statements.
    pub statements: usize,
    /// Statements on the map.
    pub shown: usize,
    /// Statements refused.
    pub refused: usize,
    /// Statements about the conversation or about who one is.
    pub meta: usize,
    /// Latest votes on all statements.
    pub votes: usize,
    /// Latest votes on the statements of the map.
    pub votes_shown: usize,
}

/// A group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// Its number, from 0.
    pub id: u32,
    /// How many people.
    pub size: usize,
    /// Its middle on the map.
    pub centre: Point,
    /// Who.
    pub participants: Vec<u32>,
}

/// Votes of a group on one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct GroupTally {
    /// The group.
    pub group: u32,
    /// Its votes.
    #[serde(flatten)]
    pub tally: Tally,
}

/// A statement and everything that was found about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementResult {
    /// Its number.
    pub id: u32,
    /// What it says.
    pub text: String,
    /// -1 refused, 0 not yet looked at, 1 accepted.
    pub moderated: i8,
    /// Whether it is a meta statement.
    pub meta: bool,
    /// Whether it takes part in the map.
    pub shown: bool,
    /// Votes of everyone.
    #[serde(flatten)]
    pub tally: Tally,
    /// Votes by group.
    pub counts: Vec<GroupTally>,
    /// Mean vote: from -1 (all disagree) to 1 (all agree).
    pub mean: Option<f64>,
    /// Place on the map.
    pub place: Option<Point>,
    /// Distance from the middle of the map.
    pub extremity: Option<f64>,
    /// How much it should be shown next.
    pub priority: Option<f64>,
    /// How it bridges, three ways.
    pub bridging: Option<Bridging>,
}

/// How a statement bridges.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Bridging {
    /// Product over groups of the smoothed share of agrees.
    pub group_informed_consensus: f64,
    /// Support beyond leaning (factor model).
    pub factor_intercept: f64,
    /// Leaning of the statement itself (factor model).
    pub factor: f64,
    /// Support from both sides of the strongest division.
    pub both_sides: BothSides,
}

/// The statements that stand for one group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Representatives {
    /// The group.
    pub group: u32,
    /// Strongest first.
    pub statements: Vec<Representative>,
}

/// A representative statement by either rules.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Representative {
    /// Ours.
    Kapok(representative::Representative),
    /// Polis'.
    Polis(polis_lists::Representative),
}

/// Common ground by either rules.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Shared {
    /// Ours: every group is on this side.
    Kapok(Common),
    /// Polis' consensus: everyone together is on this side.
    Polis(consensus::Agreed),
}

/// A statement on which groups differ.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Divisive {
    /// The statement.
    pub id: u32,
    /// The largest difference between two groups in the smoothed share of agrees, from 0 to 1.
    pub difference: f64,
    /// The group that agrees most.
    pub most: u32,
    /// The group that agrees least.
    pub least: u32,
}

/// A participant on the map.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Participant {
    /// Number.
    pub id: u32,
    /// First coordinate.
    pub x: f64,
    /// Second coordinate.
    pub y: f64,
    /// Group, if any.
    pub group: Option<u32>,
    /// Votes on the statements of the map.
    pub votes: usize,
}

/// Votes needed to be taken into groups.
const VOTES_NEEDED: usize = 7;
/// Directions are rounded to this fraction, so that the last digits leave no trace in the result.
const STEPS: f64 = 1e6;

/// Makes a map by our rules.
pub fn kapok(conversation: &Conversation, options: &Options) -> Map {
    let all = &conversation.votes;
    let shown = shown(conversation);
    let kept;
    let votes = if shown.iter().all(|shown| *shown) {
        all
    } else {
        kept = all.keep_columns(&shown);
        &kept
    };
    let table = Centred::new(votes);
    let directions = steady(&table, options.start.as_ref(), votes.statements());
    let people = place::participants(votes, &table, &directions, &[]);
    let rows = groups::taking_part(votes, VOTES_NEEDED);
    let points: Vec<Point> = rows.iter().map(|row| people[*row]).collect();
    let divisions = groups::divisions(&points, 100, 100);
    let stability = stability::choose(votes, &rows, &divisions, options.effort);
    let labels = chosen(&divisions, stability.k).unwrap_or_else(|| vec![0; rows.len()]);
    let mut members = vec![None; votes.participants().len()];
    rows.iter().zip(labels).for_each(|(row, label)| members[*row] = Some(label));
    let grouped = stability.k > 1;
    let columns: Vec<usize> = (0..votes.statements().len()).collect();
    let tallies = Tallies::count(votes, &members, stability.k);
    let lists = representative::lists(&tallies, votes.statements(), &columns);
    let common = representative::common_ground(&tallies, votes.statements(), &columns);
    let model = bridging::factors(votes, &directions[0]);
    let parts = Parts {
        conversation,
        votes,
        table: &table,
        directions: &directions,
        members: &members,
        group_ids: (0..if grouped { stability.k } else { 0 }).map(id).collect(),
        tallies: &tallies,
        people: &people,
        model: &model,
        taking_part: rows.len(),
        polis: None,
    };
    let mut map = parts.map(Mode::Kapok, stability);
    map.representative = (0..)
        .zip(if grouped { lists } else { Vec::new() })
        .map(|(group, list)| Representatives {
            group,
            statements: list.into_iter().map(Representative::Kapok).collect(),
        })
        .collect();
    map.common_ground = common.into_iter().map(Shared::Kapok).collect();
    map
}

/// Makes a map by Polis' rules, with the groups that are given.
pub fn compatible(conversation: &Conversation, given: Option<&given::Given>) -> Map {
    let votes = &conversation.votes;
    let zeroed: Vec<bool> = shown(conversation).into_iter().map(|shown| !shown).collect();
    let zeroed = given.and_then(|given| given.zeroed(votes)).unwrap_or(zeroed);
    let zeroed_votes = votes.passed_over(&zeroed);
    let table = Centred::new(&zeroed_votes);
    let mut directions = components(&table, Precision::FULL, None).directions;
    if let Some((tids, comps)) = given.and_then(|given| given.axes.as_ref()) {
        check::align(&mut directions, votes, tids, comps);
    }
    let seen = crate::polis::zeroed_seen(votes, &zeroed);
    let people = place::participants(&zeroed_votes, &table, &directions, &seen);
    let cold;
    let given = match given {
        Some(given) => given,
        None => {
            cold = given::cold_start(votes, &people);
            &cold
        }
    };
    let members = given.members(votes);
    let k = given.ids.len();
    let columns: Vec<usize> = (0..zeroed.len()).filter(|column| !zeroed[*column]).collect();
    let tallies = Tallies::count(votes, &members, k);
    let lists = polis_lists::lists(&tallies, votes.statements(), &columns);
    let consensus = [Side::Agree, Side::Disagree]
        .map(|side| consensus::list(&tallies.everyone, votes.statements(), &columns, side));
    let model = bridging::factors(&zeroed_votes, &directions[0]);
    let parts = Parts {
        conversation,
        votes,
        table: &table,
        directions: &directions,
        members: &members,
        group_ids: given.ids.clone(),
        tallies: &tallies,
        people: &people,
        model: &model,
        taking_part: members.iter().flatten().count(),
        polis: Some(given),
    };
    let mut map = parts.map(Mode::Compatible, unjudged(k));
    map.representative = given
        .ids
        .iter()
        .zip(lists)
        .map(|(group, list)| Representatives {
            group: *group,
            statements: list.into_iter().map(Representative::Polis).collect(),
        })
        .collect();
    map.common_ground = consensus.into_iter().flatten().map(Shared::Polis).collect();
    map
}

/// Groups that were given are not judged.
fn unjudged(k: usize) -> Stability {
    Stability {
        finding: if k > 1 { Finding::Given } else { Finding::NoClearGroups },
        k: k.max(1),
        agreement: None,
        unstable: false,
        above_chance: None,
        stands_out: None,
        draws: 0,
        tried: Vec::new(),
    }
}

/// Which columns take part in the map.
fn shown(conversation: &Conversation) -> Vec<bool> {
    let shown = |id: &u32| conversation.statement(*id).is_none_or(crate::conversation::Statement::shown);
    conversation.votes.statements().iter().map(shown).collect()
}

/// Directions rounded so that a warm start gives the same as a cold one.
fn steady(table: &Centred<'_>, start: Option<&Start>, statements: &[u32]) -> [Vec<f64>; 2] {
    if let Some(start) = start {
        let moved = moved(start, statements);
        let found = components(table, Precision::FULL, Some(&moved));
        if let Some(directions) = pca::snapped(&found.directions, STEPS) {
            return directions;
        }
    }
    let found = components(table, Precision::FULL, None);
    pca::rounded(&found.directions, STEPS)
}

/// Earlier directions by the present statements.
fn moved(start: &Start, statements: &[u32]) -> [Vec<f64>; 2] {
    let entry = |direction: &Vec<f64>, id: &u32| {
        let at = start.statements.binary_search(id).ok();
        at.and_then(|at| direction.get(at)).copied().unwrap_or(0.0)
    };
    [0, 1].map(|which| statements.iter().map(|id| entry(&start.directions[which], id)).collect())
}

/// The labels of the division chosen, numbered canonically.
fn chosen(divisions: &[Division], k: usize) -> Option<Vec<usize>> {
    let division = divisions.get(k.checked_sub(2)?)?;
    Some(groups::canonical(&division.labels, k))
}

/// Everything that is known before it is put together.
struct Parts<'a> {
    conversation: &'a Conversation,
    votes: &'a Votes,
    table: &'a Centred<'a>,
    directions: &'a [Vec<f64>; 2],
    members: &'a [Option<usize>],
    group_ids: Vec<u32>,
    tallies: &'a Tallies,
    people: &'a [Point],
    model: &'a Factors,
    taking_part: usize,
    /// The groups given, in compatible mode.
    polis: Option<&'a given::Given>,
}

impl Parts<'_> {
    fn map(&self, mode: Mode, stability: Stability) -> Map {
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
        let count = |test: fn(&crate::conversation::Statement) -> bool| statements.iter().filter(|one| test(one)).count();
        Totals {
            participants: self.conversation.votes.participants().len(),
            taking_part: self.taking_part,
            votes_needed: VOTES_NEEDED.min(self.votes.statements().len()),
            grouped: if self.group_ids.is_empty() { 0 } else { self.members.iter().flatten().count() },
            statements: statements.len(),
            shown: count(crate::conversation::Statement::shown),
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
            .map(|id| Group { id: *id, size: 0, centre: [0.0; 2], participants: Vec::new() })
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
            group: self.members[row].and_then(|group| self.group_ids.get(group)).copied(),
            votes: self.votes.row_len(row),
        };
        self.votes.participants().iter().enumerate().map(participant).collect()
    }

    fn statements(&self) -> Vec<StatementResult> {
        let places = place::statements(self.table, self.directions);
        let both = bridging::both_sides(self.votes, &self.model.people_factors);
        let everyone = self.everyone();
        let result = |statement: &crate::conversation::Statement| {
            // Polis has figures for every column, refused ones included.
            let column = self.votes.column_of(statement.id).filter(|_| self.polis.is_some() || statement.shown());
            let meta = self.polis.is_some_and(|given| statement.meta || given.meta.contains(&statement.id));
            let of_group = |group: usize, column: usize| self.tallies.groups[group][column];
            let counts = |column: usize| {
                let groups = self.group_ids.iter().enumerate();
                groups.map(|(at, group)| GroupTally { group: *group, tally: of_group(at, column) }).collect()
            };
            let extremity = column.map(|column| place::extremity(places[column]));
            let priority = |column: usize, extremity| {
                if meta { priority::META } else { priority::priority(self.tallies.grouped(column), extremity) }
            };
            StatementResult {
                id: statement.id,
                text: statement.text.clone(),
                moderated: statement.moderated,
                meta: statement.meta,
                shown: statement.shown(),
                tally: self.conversation.votes.column_of(statement.id).map_or(Tally::default(), |at| everyone[at]),
                counts: self.votes.column_of(statement.id).map_or_else(Vec::new, counts),
                mean: column.map(|column| self.table.means()[column]),
                place: column.map(|column| places[column]),
                extremity,
                priority: column.zip(extremity).map(|(column, extremity)| priority(column, extremity)),
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
        all.columns().iter().zip(all.values()).for_each(|(column, value)| tallies[*column as usize].add(*value));
        tallies
    }

    fn divisive(&self) -> Vec<Divisive> {
        let mut list: Vec<Divisive> = (0..self.votes.statements().len()).filter_map(|column| self.divides(column)).collect();
        list.sort_by(|left, right| right.difference.total_cmp(&left.difference).then(left.id.cmp(&right.id)));
        list
    }

    /// The largest difference between two groups that both have some votes on a statement, when it is no accident.
    fn divides(&self, column: usize) -> Option<Divisive> {
        let id = self.votes.statements()[column];
        if !self.conversation.statement(id).is_none_or(crate::conversation::Statement::shown) {
            return None;
        }
        let tally = |group: usize| self.tallies.groups[group][column];
        let share = |group: &usize| crate::stats::smoothed(tally(*group).agree, tally(*group).seen);
        let enough = || (0..self.group_ids.len()).filter(|group| tally(*group).seen >= representative::FEWEST);
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

fn id(group: usize) -> u32 {
    u32::try_from(group).unwrap_or(u32::MAX)
}
