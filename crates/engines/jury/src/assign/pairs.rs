//! Which reviewer may review which entry, and how well they match.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::{Entry, Match, Reviewer, Rules};
use crate::random::SplitMix;
use crate::table::key;

/// Penalty of a pair without a common language where languages are only preferred.
const NO_LANGUAGE: i64 = 6;
/// Penalty of a pair without a common field; a match in the entry's second field costs 1, in the third 2, later 3.
const NO_FIELD: i64 = 4;

/// Why a pair is forbidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The reviewer is an author of the entry.
    Author,
    /// A conflict was declared.
    Declared,
    /// Same country.
    Country,
    /// Same city.
    City,
    /// Same employer.
    Employer,
    /// No common language.
    Language,
    /// No common field.
    Field,
}

impl Refusal {
    /// All of them, in the order in which they are looked at.
    pub const ALL: [Refusal; 7] = [
        Refusal::Author,
        Refusal::Declared,
        Refusal::Country,
        Refusal::City,
        Refusal::Employer,
        Refusal::Language,
        Refusal::Field,
    ];
}

/// All pairs of entries and reviewers, in a form that answers fast.
#[derive(Debug, Clone)]
pub struct Pairs {
    entries: Vec<Side>,
    reviewers: Vec<Side>,
    /// Reviewers by entry that are authors or have declared a conflict.
    named: Vec<HashMap<usize, Refusal>>,
    rules: Rules,
    caps: Vec<u32>,
    /// Instead of match, penalties drawn with this seed.
    shaken: Option<u64>,
}

/// What matters of an entry or reviewer; texts are numbers, 0 is "not said".
#[derive(Debug, Clone, Default)]
struct Side {
    country: u32,
    city: u32,
    employer: u32,
    region: u32,
    languages: Vec<u32>,
    fields: Vec<u32>,
}

/// Numbers for texts.
#[derive(Default)]
struct Numbers(HashMap<String, u32>);

impl Numbers {
    fn of(&mut self, text: &str) -> u32 {
        let key = key(text);
        if key.is_empty() {
            return 0;
        }
        let next = self.0.len() as u32 + 1;
        *self.0.entry(key).or_insert(next)
    }

    fn all(&mut self, texts: &[String]) -> Vec<u32> {
        texts
            .iter()
            .map(|text| self.of(text))
            .filter(|&number| number > 0)
            .collect()
    }
}

impl Pairs {
    /// Compares everybody with everything once.
    pub fn new(entries: &[Entry], reviewers: &[Reviewer], rules: &Rules) -> Self {
        let mut numbers: [Numbers; 6] = Default::default();
        let mut side = |origin: &super::Origin, languages: &[String], fields: &[String]| Side {
            country: numbers[0].of(&origin.country),
            city: numbers[1].of(&origin.city),
            employer: numbers[2].of(&origin.employer),
            region: numbers[3].of(&origin.region),
            languages: numbers[4].all(languages),
            fields: numbers[5].all(fields),
        };
        let by_id: HashMap<&str, usize> = reviewers
            .iter()
            .enumerate()
            .map(|(index, reviewer)| (reviewer.id.as_str(), index))
            .collect();
        let entry_by_id: HashMap<&str, usize> = entries
            .iter()
            .enumerate()
            .map(|(index, entry)| (entry.id.as_str(), index))
            .collect();
        let mut named: Vec<HashMap<usize, Refusal>> = vec![HashMap::new(); entries.len()];
        for (index, reviewer) in reviewers.iter().enumerate() {
            for id in &reviewer.conflicts {
                if let Some(&entry) = entry_by_id.get(id.as_str()) {
                    named[entry].insert(index, Refusal::Declared);
                }
            }
        }
        for (list, entry) in named.iter_mut().zip(entries) {
            let known = |ids: &[String]| -> Vec<usize> {
                ids.iter()
                    .filter_map(|id| by_id.get(id.as_str()).copied())
                    .collect()
            };
            list.extend(
                known(&entry.conflicts)
                    .into_iter()
                    .map(|reviewer| (reviewer, Refusal::Declared)),
            );
            list.extend(
                known(&entry.authors)
                    .into_iter()
                    .map(|reviewer| (reviewer, Refusal::Author)),
            );
        }
        let most = entries.len() as u32;
        let cap = |reviewer: &Reviewer| reviewer.max_load.or(rules.max_load).unwrap_or(most).min(most);
        Self {
            entries: entries
                .iter()
                .map(|entry| side(&entry.origin, &entry.languages, &entry.fields))
                .collect(),
            reviewers: reviewers
                .iter()
                .map(|reviewer| side(&reviewer.origin, &reviewer.languages, &reviewer.fields))
                .collect(),
            named,
            caps: reviewers.iter().map(cap).collect(),
            rules: rules.clone(),
            shaken: None,
        }
    }

    /// How many entries there are.
    pub fn entries(&self) -> usize {
        self.entries.len()
    }

    /// How many reviewers there are.
    pub fn reviewers(&self) -> usize {
        self.reviewers.len()
    }

    /// Reviewers wanted for each entry.
    pub fn per_entry(&self) -> u32 {
        self.rules.per_entry
    }

    /// Seed for choices between equals.
    pub(super) fn seed(&self) -> u64 {
        self.rules.seed
    }

    /// Most entries of a reviewer.
    pub fn cap(&self, reviewer: usize) -> u32 {
        self.caps[reviewer]
    }

    /// Why this reviewer must not review this entry; `None`: may.
    pub fn refusal(&self, entry: usize, reviewer: usize) -> Option<Refusal> {
        let (e, r) = (&self.entries[entry], &self.reviewers[reviewer]);
        let same = |on: bool, a: u32, b: u32| on && a > 0 && a == b;
        if same(self.rules.country, e.country, r.country) {
            return Some(
                self.named[entry]
                    .get(&reviewer)
                    .copied()
                    .unwrap_or(Refusal::Country),
            );
        }
        if !self.named[entry].is_empty()
            && let Some(&refusal) = self.named[entry].get(&reviewer)
        {
            return Some(refusal);
        }
        if same(self.rules.city, e.city, r.city) {
            return Some(Refusal::City);
        }
        if same(self.rules.employer, e.employer, r.employer) {
            return Some(Refusal::Employer);
        }
        if self.rules.language == Match::Require && !self.language_matches(entry, reviewer) {
            return Some(Refusal::Language);
        }
        if self.rules.field == Match::Require && !e.fields.is_empty() && !self.field_matches(entry, reviewer)
        {
            return Some(Refusal::Field);
        }
        None
    }

    /// Whether this reviewer may review this entry.
    pub fn may(&self, entry: usize, reviewer: usize) -> bool {
        self.refusal(entry, reviewer).is_none()
    }

    /// Whether the limit of one reviewer of the entry's region is on and counts this reviewer.
    pub fn of_own_region(&self, entry: usize, reviewer: usize) -> bool {
        let region = self.entries[entry].region;
        self.rules.one_of_region && region > 0 && region == self.reviewers[reviewer].region
    }

    /// Whether the limit of one reviewer of the entry's region is on.
    pub fn limits_region(&self) -> bool {
        self.rules.one_of_region
    }

    /// The same pairs with penalties drawn by lot instead of match, to find another assignment as even.
    pub(super) fn shaken(&self, seed: u64) -> Self {
        Self {
            shaken: Some(seed),
            ..self.clone()
        }
    }

    /// How badly the pair matches: 0 is best.
    pub fn penalty(&self, entry: usize, reviewer: usize) -> i64 {
        if let Some(seed) = self.shaken {
            return SplitMix::new(seed ^ ((entry as u64) << 32 | reviewer as u64))
                .below(Self::worst_penalty() as u64) as i64;
        }
        let language = match self.rules.language {
            Match::Prefer if !self.language_matches(entry, reviewer) => NO_LANGUAGE,
            _ => 0,
        };
        let fields = &self.entries[entry].fields;
        if self.rules.field == Match::Ignore || fields.is_empty() {
            return language;
        }
        let known = &self.reviewers[reviewer].fields;
        let place = fields.iter().position(|field| known.contains(field));
        language + place.map_or(NO_FIELD, |place| (place as i64).min(NO_FIELD - 1))
    }

    /// The largest penalty that a pair can have.
    pub(super) fn worst_penalty() -> i64 {
        NO_LANGUAGE + NO_FIELD
    }

    /// Whether the reviewer knows one of the entry's fields.
    pub fn field_matches(&self, entry: usize, reviewer: usize) -> bool {
        let known = &self.reviewers[reviewer].fields;
        self.entries[entry]
            .fields
            .iter()
            .any(|field| known.contains(field))
    }

    /// Whether both sides name fields.
    pub fn has_fields(&self) -> bool {
        let named = |sides: &[Side]| sides.iter().any(|side| !side.fields.is_empty());
        named(&self.entries) && named(&self.reviewers)
    }

    fn language_matches(&self, entry: usize, reviewer: usize) -> bool {
        let (needed, known) = (
            &self.entries[entry].languages,
            &self.reviewers[reviewer].languages,
        );
        needed.is_empty() || known.is_empty() || needed.iter().any(|language| known.contains(language))
    }

    /// How many reviewers are refused for each reason, over all reviewers of an entry.
    pub(super) fn refusals(&self, entry: usize) -> Vec<(Refusal, usize)> {
        let refused: Vec<Refusal> = (0..self.reviewers())
            .filter_map(|reviewer| self.refusal(entry, reviewer))
            .collect();
        let kinds: HashSet<Refusal> = refused.iter().copied().collect();
        let mut counts: Vec<_> = kinds
            .into_iter()
            .map(|kind| (kind, refused.iter().filter(|&&other| other == kind).count()))
            .collect();
        counts.sort_unstable();
        counts
    }
}
