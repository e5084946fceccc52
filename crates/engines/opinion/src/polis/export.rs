//! Reads what Polis' server gives out as JSON: `votes.json`, `comments.json`, `math-pca2.json`, in both styles of names.

use std::collections::BTreeMap;
use std::io::Read;

use serde::Deserialize;
use serde_json::Value;

use crate::conversation::Statement;
use crate::error::ImportError;
use crate::votes::{Event, Vote};

/// Polis' result for a conversation. Signs are those of its database: agree is -1. What an export lacks is empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Math {
    /// The statements in the order of the columns.
    pub tids: Vec<u32>,
    /// Components.
    pub pca: Pca,
    /// Small clusters of participants.
    pub base_clusters: Bases,
    /// Groups of small clusters.
    pub group_clusters: Vec<Group>,
    /// Votes by group and statement.
    pub group_votes: BTreeMap<String, GroupVotes>,
    /// Votes by statement and small cluster.
    pub votes_base: BTreeMap<String, BaseVotes>,
    /// Representative statements by group.
    pub repness: BTreeMap<String, Vec<Repness>>,
    /// What everyone agrees on.
    pub consensus: Consensus,
    /// Group-informed consensus by statement.
    #[serde(deserialize_with = "numbers")]
    pub group_aware_consensus: BTreeMap<String, f64>,
    /// Priority by statement.
    #[serde(deserialize_with = "numbers")]
    pub comment_priorities: BTreeMap<String, f64>,
    /// Refused statements.
    pub mod_out: Option<Vec<u32>>,
    /// Statements about the conversation itself.
    pub meta_tids: Option<Vec<u32>>,
    /// Votes by participant.
    pub user_vote_counts: BTreeMap<String, u64>,
}

/// Components as exported.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Pca {
    /// Means of the columns.
    pub center: Vec<f64>,
    /// Directions.
    pub comps: Vec<Vec<f64>>,
    /// Places of the statements: all first coordinates, then all second ones.
    pub comment_projection: Vec<Vec<f64>>,
    /// Distances of the statements from the middle.
    pub comment_extremity: Vec<f64>,
}

/// Small clusters, as columns.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Bases {
    /// Numbers.
    pub id: Vec<u32>,
    /// Participants of each.
    pub members: Vec<Vec<u32>>,
    /// First coordinates.
    pub x: Vec<f64>,
    /// Second coordinates.
    pub y: Vec<f64>,
}

/// A group.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Group {
    /// Number.
    pub id: u32,
    /// Small clusters in it.
    pub members: Vec<u32>,
}

/// Counts of one group.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct GroupVotes {
    /// How many participants.
    pub n_members: u64,
    /// By statement.
    pub votes: BTreeMap<String, Counts>,
}

/// Agrees, disagrees, seen.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct Counts {
    /// Agrees.
    pub a: u64,
    /// Disagrees.
    pub d: u64,
    /// All votes.
    pub s: u64,
}

/// Agrees, disagrees, seen, by small cluster.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct BaseVotes {
    /// Agrees.
    pub a: Vec<u64>,
    /// Disagrees.
    pub d: Vec<u64>,
    /// All votes.
    pub s: Vec<u64>,
}

/// An entry of a list of representative statements.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Repness {
    /// Statement.
    pub tid: u32,
    /// `agree` or `disagree`.
    pub repful_for: String,
    /// Votes on that side.
    pub n_success: u64,
    /// All votes.
    pub n_trials: u64,
    /// Smoothed share.
    pub p_success: f64,
    /// Its test.
    pub p_test: f64,
    /// Times the others' share.
    pub repness: f64,
    /// Its test, in single precision.
    pub repness_test: f64,
    /// Whether it was put first.
    pub best_agree: bool,
}

/// Lists of what everyone agrees or disagrees on.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Consensus {
    /// Agreed.
    pub agree: Vec<Agreed>,
    /// Disagreed.
    pub disagree: Vec<Agreed>,
}

/// An entry of these lists.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Agreed {
    /// Statement.
    pub tid: u32,
    /// Votes on that side.
    pub n_success: u64,
    /// All votes.
    pub n_trials: u64,
    /// Smoothed share.
    pub p_success: f64,
    /// Its test.
    pub p_test: f64,
}

/// A list of numbers by name; an entry without a number (Polis writes what is no number as null) is left out.
fn numbers<'de, D: serde::Deserializer<'de>>(reader: D) -> Result<BTreeMap<String, f64>, D::Error> {
    let list = Option::<BTreeMap<String, Option<f64>>>::deserialize(reader)?.unwrap_or_default();
    Ok(list
        .into_iter()
        .filter_map(|(name, number)| Some((name, number?)))
        .collect())
}

/// Reads `math-pca2.json`.
///
/// # Errors
/// [`ImportError::Json`] when it is no such file.
pub fn read_math(reader: impl Read, file: &str) -> Result<Math, ImportError> {
    let math: Math =
        serde_json::from_reader(std::io::BufReader::new(reader)).map_err(|error| json(file, &error))?;
    let columns = math.tids.len();
    let pca = &math.pca;
    let lengths = [pca.center.len(), pca.comment_extremity.len()];
    let rows = pca.comps.iter().chain(&pca.comment_projection).map(Vec::len);
    if lengths
        .into_iter()
        .chain(rows)
        .any(|length| length != columns && length != 0)
    {
        return Err(reason(
            file,
            "the lists under \"pca\" have other lengths than \"tids\"",
        ));
    }
    let bases = &math.base_clusters;
    if [bases.members.len(), bases.x.len(), bases.y.len()]
        .iter()
        .any(|length| *length != bases.id.len())
    {
        return Err(reason(
            file,
            "the lists under \"base-clusters\" have different lengths",
        ));
    }
    Ok(math)
}

/// Reads `votes.json`, with the signs that stand there.
///
/// # Errors
/// [`ImportError::Json`] when it is no such file.
pub fn read_votes(reader: impl Read, file: &str) -> Result<Vec<Event>, ImportError> {
    let rows = rows(reader, file)?;
    let event = |row: &Value| {
        let value = number(row, &["vote"])?;
        if !(-1..=1).contains(&value) {
            return None;
        }
        Some(Event::new(
            id(row, &["pid", "participant_id"])?,
            id(row, &["tid", "statement_id", "comment_id"])?,
            number(row, &["modified", "created", "timestamp"]).unwrap_or(0),
            Vote::from_value(i8::try_from(value).ok()?),
        ))
    };
    let wrong = |at: usize| {
        let text =
            format!("entry {at} is no vote: it needs a participant, a statement and a vote from -1 to 1");
        reason(file, &text)
    };
    rows.iter()
        .enumerate()
        .map(|(at, row)| event(row).ok_or_else(|| wrong(at)))
        .collect()
}

/// Reads `comments.json`.
///
/// # Errors
/// [`ImportError::Json`] when it is no such file.
pub fn read_comments(reader: impl Read, file: &str) -> Result<Vec<Statement>, ImportError> {
    let rows = rows(reader, file)?;
    let wrong = |at: usize| reason(file, &format!("entry {at} has no number of a statement"));
    let statement = |(at, row): (usize, &Value)| {
        let flag = |name: &str| row.get(name).and_then(Value::as_bool).unwrap_or(false);
        let count = |names: &[&str]| number(row, names).and_then(|count| u64::try_from(count).ok());
        Ok(Statement {
            id: id(row, &["tid", "statement_id", "comment_id"]).ok_or_else(|| wrong(at))?,
            author: id(row, &["pid", "participant_id"]),
            time: number(row, &["created", "timestamp"]),
            text: row
                .get("txt")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned(),
            moderated: number(row, &["mod", "moderated"])
                .map_or(1, |value| i8::try_from(value.signum()).unwrap_or(0)),
            meta: flag("is_meta"),
            seed: flag("is_seed"),
            agrees: count(&["agree_count"]),
            disagrees: count(&["disagree_count"]),
        })
    };
    rows.iter().enumerate().map(statement).collect()
}

fn rows(reader: impl Read, file: &str) -> Result<Vec<Value>, ImportError> {
    serde_json::from_reader(std::io::BufReader::new(reader)).map_err(|error| json(file, &error))
}

/// A whole number under one of its names, written as a number or as text.
fn number(row: &Value, names: &[&str]) -> Option<i64> {
    let value = names.iter().find_map(|name| row.get(name))?;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds with a fraction; the fraction is dropped on purpose"
    )]
    let whole = |number: f64| (number.abs() < 9e15).then_some(number as i64);
    value
        .as_i64()
        .or_else(|| value.as_f64().and_then(whole))
        .or_else(|| value.as_str().and_then(|text| text.trim().parse().ok()))
}

fn id(row: &Value, names: &[&str]) -> Option<u32> {
    number(row, names).and_then(|id| u32::try_from(id).ok())
}

fn json(file: &str, error: &serde_json::Error) -> ImportError {
    reason(file, &error.to_string())
}

fn reason(file: &str, reason: &str) -> ImportError {
    ImportError::Json {
        file: file.to_owned(),
        reason: reason.to_owned(),
    }
}
