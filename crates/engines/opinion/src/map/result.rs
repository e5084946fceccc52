//! The parts of a result, as its JSON carries them.

use serde::Serialize;

use super::{Mode, Start};
use crate::bridging::BothSides;
use crate::conversation::Note;
use crate::groups::stability::Stability;
use crate::place::Point;
use crate::polis::{consensus, representative as polis_lists};
use crate::representative::{self, Common};
use crate::tally::Tally;

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
