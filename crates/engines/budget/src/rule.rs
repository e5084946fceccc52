//! The rule as a document: named, versioned, hashed, and fixed before the vote.
//!
//! There is no single "equal shares with add1"; three published readings give different winners in 12 % of real
//! elections. So every choice that can change a winner is a field here, and the hash of the document says which
//! choices were made.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

/// How projects are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// By score, highest first, as long as the money lasts.
    Greedy,
    /// The method of equal shares. D. Peters, G. Pierczyński, P. Skowron, "Proportional Participatory Budgeting with
    /// Additive Utilities", NeurIPS 2021; <https://equalshares.net>.
    EqualShares,
    /// Equal shares with bounded overspending. G. Papasotiropoulos, S. Z. Pishbin, O. Skibski, P. Skowron, T. Wąs,
    /// "Method of Equal Shares with Bounded Overspending", arXiv 2409.15005.
    BoundedOverspending,
    /// Sequential Phragmén: money comes in at an equal rate, a project is bought as soon as its supporters hold its
    /// cost. M. Los, Z. Christoff, D. Grossi, "Proportional Budget Allocations", IJCAI 2022.
    Phragmen,
    /// Maximin support (generalised sequential Phragmén): like Phragmén, but the costs are spread anew over all
    /// supporters in each step. H. Aziz, B. Lee, N. Talmon, "Proportionally Representative Participatory Budgeting",
    /// AAMAS 2018; L. Sánchez-Fernández and co-authors, "The maximin support method", 2021.
    MaximinSupport,
}

/// What greedy sorts by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// Votes, or points where ballots carry points.
    Votes,
    /// Votes divided by cost.
    VotesPerCost,
}

/// What a funded project is worth to a voter who marked it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Utility {
    /// By the kind of ballot: `cost` for marks, `points` for points, `borda` for rankings.
    Auto,
    /// Its cost: large projects count more. What cities use.
    Cost,
    /// One, whatever it costs. Favours cheap projects.
    Cardinality,
    /// The points given.
    Points,
    /// The points given, times its cost.
    PointsCost,
    /// In a ranking of L projects: L - 1 for the first, 0 for the last.
    Borda,
    /// In a ranking of L projects: L for the first, 1 for the last (3, 2, 1 in Kraków).
    #[serde(rename = "3-2-1")]
    ThreeTwoOne,
}

/// How large each voter's share is at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StartShare {
    /// Budget divided by ballots, as a fraction.
    Exact,
    /// The same, rounded down to a whole unit.
    Floor,
}

/// What is done with the money that equal shares leave over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Completion {
    /// Nothing: it stays unspent.
    None,
    /// It is spent by votes, highest first, on what still fits.
    Utilitarian,
    /// The share is raised step by step until the outcome would cost too much.
    Add1,
    /// First as `add1`, then as `utilitarian`.
    Add1u,
}

/// When raising the share ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stop {
    /// Only when the next outcome would cost more than the budget.
    Infeasible,
    /// Also as soon as no further project fits.
    Exhaustive,
}

/// Which projects count for "no further project fits".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Among {
    /// Those with at least one supporter.
    Supported,
    /// All on the ballot.
    All,
}

/// Whether the outcome is put beside greedy's, and replaced where more voters prefer that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// No.
    None,
    /// Yes: a voter prefers the outcome with more projects that they marked. A voter with none counts too.
    Satisfaction,
}

/// How ties are broken: the first that decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TieBreak {
    /// The cheaper one.
    LowerCost,
    /// The dearer one.
    HigherCost,
    /// The one with more votes.
    MoreVotes,
    /// The drawn order: the place of the id in `draw.order`, or by SHA-256 of `draw.seed` and id.
    Draw,
    /// The id, compared as text ("10" before "9").
    IdAsText,
    /// The id, compared as a number where both are numbers; the lower one.
    LowerId,
    /// The same; the higher one.
    HigherId,
}

/// What happens to a project dearer than the whole budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverBudget {
    /// It takes part; when raised shares could buy it, the raising ends.
    Keep,
    /// It is taken off beforehand, since it cannot be funded.
    Exclude,
}

/// The publicly drawn order, used for all steps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Draw {
    /// A text drawn in public, e.g. the numbers of a lottery. Sorted by SHA-256 of seed, a line end and id.
    pub seed: Option<String>,
    /// Or the drawn order itself, as ids.
    pub order: Vec<String>,
}

/// Who takes part at all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Thresholds {
    /// The least score (votes, or points) a project needs.
    pub min_score: Option<u64>,
    /// Take the least score from the file's `min_project_score_threshold`, where it has one.
    pub from_file: bool,
    /// Świecie's filter: a project needs votes / ballots >= cost / (this number times budget). 3 in Świecie.
    pub cost_share_divisor: Option<u64>,
}

/// Parts of the money for parts of the projects, counted one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pots {
    /// The column of PROJECTS that says to which pot a project belongs: `district`, `category`, `neighborhood`, ...
    pub by: String,
    /// The money of each pot; the name `""` is for projects that name none. Empty: as the file says
    /// (`budget_per_category`, `budget_per_neighborhood`, `budget_per_district`).
    pub budgets: BTreeMap<String, u64>,
}

/// A complete rule. Missing fields take the values of [`Rule::default`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rule {
    /// Its name.
    pub name: String,
    /// Its version; a changed rule is a new version.
    pub version: u32,
    /// What it is, for people.
    pub description: String,
    /// How projects are chosen.
    pub method: Method,
    /// Greedy: what it sorts by.
    pub order: Order,
    /// Greedy and Phragmén: whether to go on with cheaper projects after one that does not fit.
    pub skip: bool,
    /// Greedy: a first project that does not fit is still funded, from a reserve, if the money left covers this many
    /// per cent of its cost. Poznań: 80.
    pub last_project_percent: Option<u32>,
    /// Greedy: whether projects on no ballot may be funded.
    pub fund_unsupported: bool,
    /// Equal shares: what a project is worth to a voter.
    pub utility: Utility,
    /// Equal shares: the share at the start.
    pub start_share: StartShare,
    /// Equal shares: what is done with the rest.
    pub completion: Completion,
    /// Add1: by how many units the share is raised.
    pub step: u64,
    /// Add1: when raising ends.
    pub stop: Stop,
    /// Add1: which projects count for "no further project fits".
    pub exhaustive_among: Among,
    /// Add1: do not raise the share at all when the budget is enough for all projects.
    pub skip_if_all_fit: bool,
    /// Whether greedy's outcome can replace this one.
    pub comparison: Comparison,
    /// Who takes part.
    pub thresholds: Thresholds,
    /// Projects dearer than the budget.
    pub over_budget: OverBudget,
    /// Ids of projects taken off by a decision after the vote (withdrawn, or another on the same ground was kept).
    pub withdrawn: Vec<String>,
    /// Groups of ids of which one at most can be built; the first chosen shuts out the others.
    pub exclusions: Vec<Vec<String>>,
    /// How ties are broken.
    pub ties: Vec<TieBreak>,
    /// The drawn order.
    pub draw: Draw,
    /// Districts or categories with money of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pots: Option<Pots>,
}

impl Default for Rule {
    /// Equal shares with nothing added; the ground on which documents build.
    fn default() -> Self {
        Self {
            name: "unnamed".into(),
            version: 1,
            description: String::new(),
            method: Method::EqualShares,
            order: Order::Votes,
            skip: true,
            last_project_percent: None,
            fund_unsupported: false,
            utility: Utility::Auto,
            start_share: StartShare::Exact,
            completion: Completion::None,
            step: 1,
            stop: Stop::Infeasible,
            exhaustive_among: Among::Supported,
            skip_if_all_fit: false,
            comparison: Comparison::None,
            thresholds: Thresholds::default(),
            over_budget: OverBudget::Keep,
            withdrawn: Vec::new(),
            exclusions: Vec::new(),
            ties: vec![TieBreak::LowerCost, TieBreak::MoreVotes, TieBreak::IdAsText],
            draw: Draw::default(),
            pots: None,
        }
    }
}

/// What is wrong with a rule document.
#[derive(Debug, Error)]
pub enum RuleError {
    /// Neither TOML nor JSON with the known fields.
    #[error(
        "the rule document cannot be read: {0}\n  What to do: compare it with `kapok budget rule PRESET`"
    )]
    Unreadable(String),
    /// A field holds what cannot be.
    #[error("the rule document says {0}\n  What to do: {1}")]
    Impossible(String, &'static str),
}

impl Rule {
    /// Reads a rule document: JSON where it begins with a brace, otherwise TOML.
    pub fn parse(text: &str) -> Result<Self, RuleError> {
        let trimmed = text.trim_start_matches('\u{feff}').trim_start();
        let rule: Self = if trimmed.starts_with('{') {
            serde_json::from_str(trimmed).map_err(|error| RuleError::Unreadable(error.to_string()))?
        } else {
            toml::from_str(trimmed).map_err(|error| RuleError::Unreadable(error.to_string()))?
        };
        rule.check()?;
        Ok(rule)
    }

    /// The document as TOML, every field written out.
    pub fn to_toml(&self) -> String {
        // Every field is a type that TOML can write; plain values come before tables.
        toml::to_string_pretty(self).unwrap_or_default()
    }

    /// SHA-256 over the document as JSON without blanks, all fields in their order; in hexadecimal digits.
    pub fn hash(&self) -> String {
        // Every field is a type that JSON can write.
        let canonical = serde_json::to_vec(self).unwrap_or_default();
        Sha256::digest(canonical)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    fn check(&self) -> Result<(), RuleError> {
        let wrong = |what: &str, cure| Err(RuleError::Impossible(what.into(), cure));
        if self.step == 0 {
            return wrong("step = 0", "raise the share by at least 1");
        }
        if self
            .last_project_percent
            .is_some_and(|percent| percent == 0 || percent > 100)
        {
            return wrong(
                "last-project-percent outside 1 to 100",
                "use 80 for Poznań's rule",
            );
        }
        if self.thresholds.cost_share_divisor == Some(0) {
            return wrong("cost_share_divisor = 0", "use 3 for Świecie's filter");
        }
        if self.ties.contains(&TieBreak::Draw) && self.draw.seed.is_none() && self.draw.order.is_empty() {
            return wrong(
                "that ties are drawn, but holds no draw",
                "add draw.seed or draw.order, or pass --draw SEED",
            );
        }
        let mut ids: Vec<&String> = self.exclusions.iter().flatten().collect();
        ids.sort();
        if ids.windows(2).any(|pair| pair[0] == pair[1]) {
            return wrong("an id is in two exclusion groups", "join the two groups");
        }
        Ok(())
    }

    /// The same rule with a public draw in the place of the last resort.
    pub fn with_draw(mut self, seed: &str) -> Self {
        self.ties.retain(|tie| {
            !matches!(
                tie,
                TieBreak::Draw | TieBreak::IdAsText | TieBreak::LowerId | TieBreak::HigherId
            )
        });
        self.ties.push(TieBreak::Draw);
        self.draw = Draw {
            seed: Some(seed.into()),
            order: Vec::new(),
        };
        self
    }
}
