//! An election as it was cast: what there was to spend, what was on offer, what each ballot said.

use std::collections::HashMap;

/// How people filled in their ballots; the `vote_type` of a Pabulib file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VoteType {
    /// Any number of projects, each marked or not.
    Approval,
    /// Exactly one project.
    ChooseOne,
    /// A ranking, best first.
    Ordinal,
    /// Points out of a fixed sum, spread over projects.
    Cumulative,
    /// A grade for each project.
    Scoring,
}

impl VoteType {
    /// The word that a Pabulib file uses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Approval => "approval",
            Self::ChooseOne => "choose-1",
            Self::Ordinal => "ordinal",
            Self::Cumulative => "cumulative",
            Self::Scoring => "scoring",
        }
    }

    /// The type that a Pabulib file names so.
    pub fn from_word(word: &str) -> Option<Self> {
        [
            Self::Approval,
            Self::ChooseOne,
            Self::Ordinal,
            Self::Cumulative,
            Self::Scoring,
        ]
        .into_iter()
        .find(|kind| kind.word() == word)
    }

    /// Whether a ballot gives a number to each project it names.
    pub fn has_points(self) -> bool {
        matches!(self, Self::Cumulative | Self::Scoring)
    }
}

/// A project on the ballot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Project {
    /// The id by which ballots name it.
    pub id: String,
    /// What it costs, in whole units of the file's currency.
    pub cost: u64,
    /// Every other column as (column, text), in the file's order and without empty cells.
    pub more: Vec<(String, String)>,
}

impl Project {
    /// The text of a column such as `name` or `district`, where the file has it.
    pub fn field(&self, column: &str) -> Option<&str> {
        self.more
            .iter()
            .find(|(key, _)| key == column)
            .map(|(_, text)| text.as_str())
    }

    /// The name for people: the `name` column, or else the id.
    pub fn name(&self) -> &str {
        self.field("name").unwrap_or(&self.id)
    }

    /// The entries of a column that holds a list, such as `category`.
    pub fn list(&self, column: &str) -> Vec<&str> {
        let text = self.field(column).unwrap_or("");
        text.split(',')
            .map(str::trim)
            .filter(|entry| !entry.is_empty())
            .collect()
    }
}

/// The ballots, packed: a million of them with nine million marks take less than 100 MB.
///
/// Ballot `i` names the projects `marks[starts[i]..starts[i + 1]]` in the order written (the order is the ranking
/// for ordinal ballots). `points` runs beside `marks` and is empty where ballots carry none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ballots {
    ids: String,
    id_ends: Vec<u32>,
    starts: Vec<u32>,
    marks: Vec<u32>,
    points: Vec<i64>,
    /// Names of the further columns (age, sex, ...), in the file's order.
    pub columns: Vec<String>,
    rest: String,
    rest_ends: Vec<u32>,
}

impl Ballots {
    /// No ballots yet; `columns` names the cells that each ballot carries beside its marks.
    pub fn new(columns: Vec<String>) -> Self {
        Self {
            starts: vec![0],
            columns,
            ..Self::default()
        }
    }

    /// Adds a ballot. `points` is empty or as long as `marks`; `cells` has one text per further column.
    /// Each project may be named once only; the reader sees to that.
    pub fn push(&mut self, id: &str, marks: &[u32], points: &[i64], cells: &[&str]) {
        debug_assert!(points.is_empty() || points.len() == marks.len());
        self.ids.push_str(id);
        self.id_ends.push(self.ids.len() as u32);
        self.marks.extend_from_slice(marks);
        self.points.extend_from_slice(points);
        self.starts.push(self.marks.len() as u32);
        for index in 0..self.columns.len() {
            self.rest.push_str(cells.get(index).copied().unwrap_or(""));
            self.rest_ends.push(self.rest.len() as u32);
        }
    }

    /// How many ballots there are.
    pub fn len(&self) -> usize {
        self.id_ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.id_ends.is_empty()
    }

    /// How many marks there are on all ballots together.
    pub fn mark_count(&self) -> usize {
        self.marks.len()
    }

    /// The id of ballot `index`.
    pub fn id(&self, index: usize) -> &str {
        let start = if index == 0 {
            0
        } else {
            self.id_ends[index - 1] as usize
        };
        &self.ids[start..self.id_ends[index] as usize]
    }

    /// The projects (by their index) that ballot `index` names, in its order.
    pub fn marks(&self, index: usize) -> &[u32] {
        &self.marks[self.starts[index] as usize..self.starts[index + 1] as usize]
    }

    /// The points of ballot `index` beside its marks; empty where ballots carry none.
    pub fn points(&self, index: usize) -> &[i64] {
        if self.points.is_empty() {
            return &[];
        }
        &self.points[self.starts[index] as usize..self.starts[index + 1] as usize]
    }

    /// The text of a further column (by its place in `columns`) on ballot `index`.
    pub fn cell(&self, index: usize, column: usize) -> &str {
        let at = index * self.columns.len() + column;
        let start = if at == 0 {
            0
        } else {
            self.rest_ends[at - 1] as usize
        };
        &self.rest[start..self.rest_ends[at] as usize]
    }

    /// The ballot with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        (0..self.len()).find(|&index| self.id(index) == id)
    }

    pub(crate) fn shrink(&mut self) {
        self.ids.shrink_to_fit();
        self.marks.shrink_to_fit();
        self.points.shrink_to_fit();
        self.rest.shrink_to_fit();
    }

    /// Whether another ballot with its marks and cells still fits the 32-bit places.
    pub(crate) fn has_room(&self, marks: usize, bytes: usize) -> bool {
        let limit = u32::MAX as usize;
        self.marks.len() + marks < limit && self.ids.len() + self.rest.len() + bytes < limit
    }
}

/// One election: the three sections of a Pabulib file, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Election {
    /// The META section as (key, value), in the file's order.
    pub meta: Vec<(String, String)>,
    /// What may be spent, in whole units of the file's currency.
    pub budget: u64,
    /// How the ballots were filled in.
    pub vote_type: VoteType,
    /// What was on offer.
    pub projects: Vec<Project>,
    /// The valid ballots.
    pub ballots: Ballots,
}

impl Election {
    /// The value of a META key, where the file has it and it is not empty.
    pub fn meta(&self, key: &str) -> Option<&str> {
        self.meta
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value.as_str())
            .filter(|v| !v.is_empty())
    }

    /// The whole number under a META key.
    pub fn meta_number(&self, key: &str) -> Option<u64> {
        self.meta(key)?.parse().ok()
    }

    /// The index of each project by its id.
    pub fn project_index(&self) -> HashMap<&str, u32> {
        self.projects
            .iter()
            .enumerate()
            .map(|(index, p)| (p.id.as_str(), index as u32))
            .collect()
    }

    /// What all projects cost together.
    pub fn cost_of_all(&self) -> u128 {
        self.projects.iter().map(|project| u128::from(project.cost)).sum()
    }

    /// What these projects cost together.
    pub fn cost_of(&self, projects: &[u32]) -> u128 {
        projects
            .iter()
            .map(|&p| u128::from(self.projects[p as usize].cost))
            .sum()
    }

    /// How many ballots name each project (with a positive number, where ballots carry points).
    pub fn votes(&self) -> Vec<u64> {
        let mut votes = vec![0; self.projects.len()];
        for ballot in 0..self.ballots.len() {
            let points = self.ballots.points(ballot);
            for (at, &project) in self.ballots.marks(ballot).iter().enumerate() {
                if points.is_empty() || points[at] > 0 {
                    votes[project as usize] += 1;
                }
            }
        }
        votes
    }

    /// The ids of these projects.
    pub fn ids(&self, projects: &[u32]) -> Vec<String> {
        projects
            .iter()
            .map(|&p| self.projects[p as usize].id.clone())
            .collect()
    }
}
