//! The explanation as one HTML page.

use askama::Template;
use kapok_budget::count::Outcome;
use kapok_budget::explain::{Explanation, Fate, ProjectStory};
use kapok_budget::pb::Reading;
use kapok_budget::rule::Method;
use kapok_budget::{Election, Fraction, Rule, Stopped, VoteType};
use kapok_i18n::{Lang, T};
use kapok_report::Sheet;

use crate::pictures::{self, Picture};

/// Ties and findings listed on the page; all of them are in the JSON.
pub(crate) const LISTED: usize = 200;

/// A large number with what it means.
pub(crate) struct Tile {
    pub number: String,
    pub label: String,
    pub beside: String,
}

/// One count with its pictures, tables and words: a whole election, or one pot of it.
pub(crate) struct Shown {
    /// The element of its headings, and of those below them.
    pub h: &'static str,
    pub below: &'static str,
    pub tiles: Vec<Tile>,
    pub money: String,
    pub unspent: String,
    pub funded_say: &'static str,
    pub funded_chart: String,
    pub funded_table: String,
    pub lost_say: Vec<&'static str>,
    pub lost_chart: String,
    pub lost_table: String,
    pub voters: Picture,
    pub groups: Vec<Picture>,
    pub switched: bool,
    pub greedy: Picture,
    pub only_here: Vec<String>,
    pub only_there: Vec<String>,
    /// Runs, why they ended, ties.
    pub facts: Vec<(&'static str, String)>,
    pub ties_table: String,
}

/// How all of it was counted, and how to check it.
pub(crate) struct How {
    pub facts: Vec<(&'static str, String)>,
    pub findings: Vec<String>,
    pub more_findings: String,
    pub document: String,
}

#[derive(Template)]
#[template(path = "budget_report.html")]
struct Page {
    c: Sheet,
    title: String,
    lede: String,
    part: Shown,
    how: How,
}

/// What the parts of the page are made of.
pub(crate) struct Made<'a> {
    pub t: T,
    pub election: &'a Election,
    pub rule: &'a Rule,
    pub outcome: &'a Outcome,
    pub explanation: &'a Explanation,
    pub file: String,
    /// Stands before every id, so that several counts can be on one page.
    pub prefix: String,
}

/// The page.
pub(crate) fn report(
    lang: Lang,
    command: &str,
    reading: &Reading,
    rule: &Rule,
    outcome: &Outcome,
    explanation: &Explanation,
) -> anyhow::Result<String> {
    let made = Made::new(T(lang), &reading.election, rule, outcome, explanation);
    let page = Page {
        c: Sheet::new(lang, command),
        title: made.title(),
        lede: made.lede(),
        part: made.shown(["h2", "h3"]),
        how: How::new(made.t, reading, rule),
    };
    Ok(page.render()?)
}

impl How {
    pub(crate) fn new(t: T, reading: &Reading, rule: &Rule) -> Self {
        let more = reading.found > LISTED as u64;
        let listed = reading.findings.iter().take(LISTED);
        Self {
            facts: vec![
                (t.budget_how_rule(), rule.name.clone()),
                (t.budget_how_hash(), rule.hash()),
                (t.budget_how_invalid(), t.number(reading.invalid as i64)),
            ],
            findings: listed.map(ToString::to_string).collect(),
            more_findings: if more {
                t.budget_more_findings(&t.number(LISTED as i64), &t.number(reading.found as i64))
            } else {
                String::new()
            },
            document: rule.to_toml(),
        }
    }
}

/// Where and when, as META says.
fn place(election: &Election) -> String {
    let parts = ["unit", "district", "subunit", "instance"].map(|key| election.meta(key).unwrap_or(""));
    let mut kept: Vec<&str> = Vec::new();
    for part in parts {
        if !part.is_empty() && !kept.contains(&part) {
            kept.push(part);
        }
    }
    kept.join(", ")
}

impl<'a> Made<'a> {
    pub(crate) fn new(
        t: T,
        election: &'a Election,
        rule: &'a Rule,
        outcome: &'a Outcome,
        explanation: &'a Explanation,
    ) -> Self {
        Self {
            t,
            election,
            rule,
            outcome,
            explanation,
            file: election.meta("description").unwrap_or("PB").to_owned(),
            prefix: String::new(),
        }
    }

    /// An id that no other part of the page has.
    pub(crate) fn id(&self, id: &str) -> String {
        format!("{}{id}", self.prefix)
    }

    pub(crate) fn title(&self) -> String {
        let budget = self.money(self.election.budget.into());
        self.t.budget_title(&budget, &place(self.election))
    }

    pub(crate) fn lede(&self) -> String {
        let t = self.t;
        t.budget_lede(
            &t.number(self.election.ballots.len() as i64),
            &t.number(self.election.projects.len() as i64),
            &t.number(self.outcome.winners.len() as i64),
        )
    }

    /// All of a count, with these elements for its headings.
    pub(crate) fn shown(&self, [h, below]: [&'static str; 2]) -> Shown {
        let won = self.won();
        let stories = self.explanation.projects.iter();
        let lost: Vec<&ProjectStory> = stories
            .filter(|story| !matches!(story.fate, Fate::Funded { .. }))
            .collect();
        let compared = &self.outcome.compared;
        Shown {
            h,
            below,
            tiles: self.tiles(),
            money: pictures::money(self),
            unspent: self.unspent(),
            funded_say: self.funded_say(),
            funded_chart: pictures::funded(self, &won),
            funded_table: self.funded_table(&won),
            lost_say: self.lost_say(&lost),
            lost_chart: pictures::lost(self, &lost),
            lost_table: if lost.is_empty() {
                String::new()
            } else {
                self.lost_table(&lost)
            },
            voters: pictures::voters(self),
            groups: self.groups(""),
            switched: compared.switched,
            greedy: pictures::greedy(self),
            only_here: self.only(&self.outcome.winners, &compared.greedy),
            only_there: self.only(&compared.greedy, &self.outcome.winners),
            facts: self.facts(),
            ties_table: self.ties_table(),
        }
    }

    /// Those of `these` that are not among `others`, with their cost.
    fn only(&self, these: &[u32], others: &[u32]) -> Vec<String> {
        let missing = these.iter().filter(|p| !others.contains(p));
        let line = |&p: &u32| {
            self.t
                .beside([self.election.projects[p as usize].name(), &self.cost(p)])
        };
        missing.map(line).collect()
    }

    pub(crate) fn money(&self, amount: u128) -> String {
        let number = self.t.number(i64::try_from(amount).unwrap_or(i64::MAX));
        match self.election.meta("currency") {
            Some(currency) => format!("{number} {currency}"),
            None => number,
        }
    }

    fn cost(&self, project: u32) -> String {
        self.money(self.election.projects[project as usize].cost.into())
    }

    fn won(&self) -> Vec<&'a ProjectStory> {
        self.outcome
            .winners
            .iter()
            .map(|&winner| &self.explanation.projects[winner as usize])
            .collect()
    }

    pub(crate) fn has_points(&self) -> bool {
        self.election.vote_type.has_points() || self.election.vote_type == VoteType::Ordinal
    }

    /// How many in a hundred voters have at least one funded project, from the numbers of voters by funded projects.
    pub(crate) fn served(&self, by_winners: &[u64]) -> f64 {
        let some: u64 = by_winners.iter().skip(1).sum();
        some as f64 * 100.0 / self.election.ballots.len().max(1) as f64
    }

    pub(crate) fn tiles(&self) -> Vec<Tile> {
        let t = self.t;
        let served = |by_winners: &[u64]| t.percent(self.served(by_winners), 1);
        let spent = self.outcome.cost as f64 * 100.0 / self.election.budget.max(1) as f64;
        let mut tiles = vec![
            Tile {
                number: t.number(self.outcome.winners.len() as i64),
                label: t.budget_tile_funded().to_owned(),
                beside: self.money(self.outcome.cost),
            },
            Tile {
                number: t.percent(spent, 1),
                label: t.budget_tile_spent().to_owned(),
                beside: String::new(),
            },
            Tile {
                number: served(&self.explanation.voters_by_winners),
                label: t.budget_tile_served().to_owned(),
                beside: t.budget_tile_served_greedy(&served(&self.explanation.voters_by_greedy_winners)),
            },
        ];
        if let (Some(end), Some(start)) = (&self.outcome.final_share, &self.outcome.start_share) {
            tiles.push(Tile {
                number: self.amount(end),
                label: t.budget_tile_share().to_owned(),
                beside: t.budget_tile_share_start(&self.amount(start)),
            });
        }
        tiles
    }

    pub(crate) fn amount(&self, amount: &Fraction) -> String {
        self.t.decimal(amount.to_f64(), 2)
    }

    fn unspent(&self) -> String {
        let t = self.t;
        let left = self.money(self.explanation.unspent);
        let over = self.outcome.cost.saturating_sub(self.election.budget.into());
        if over > 0 {
            return t.budget_over_reserve(&self.money(over));
        }
        if self.explanation.unspent == 0 {
            return String::new();
        }
        match self.explanation.cheapest_left {
            None => t.budget_unspent_none(&left),
            Some(p) if u128::from(self.election.projects[p as usize].cost) <= self.explanation.unspent => {
                t.budget_unspent_method(&left)
            }
            Some(p) => t.budget_unspent_why(&left, &self.cost(p), self.election.projects[p as usize].name()),
        }
    }

    pub(crate) fn funded_say(&self) -> &'static str {
        match self.rule.method {
            Method::EqualShares | Method::BoundedOverspending => self.t.budget_funded_shares(),
            Method::Greedy => self.t.budget_funded_greedy(),
            Method::Phragmen | Method::MaximinSupport => self.t.budget_funded_loads(),
        }
    }

    fn lost_say(&self, lost: &[&ProjectStory]) -> Vec<&'static str> {
        if lost.is_empty() {
            return vec![self.t.budget_lost_all()];
        }
        match self.rule.method {
            Method::EqualShares => vec![self.t.budget_lost_shares(), self.t.budget_lost_more_shares()],
            Method::Greedy => vec![self.t.budget_lost_more_greedy()],
            _ => Vec::new(),
        }
    }

    /// Districts and categories, where there are several; `but` is left out.
    pub(crate) fn groups(&self, but: &str) -> Vec<Picture> {
        let t = self.t;
        let districts = [
            t.budget_districts_chart(),
            t.budget_district(),
            t.budget_no_district(),
        ];
        let categories = [
            t.budget_categories_chart(),
            t.budget_category(),
            t.budget_no_category(),
        ];
        [
            ("districts", districts, &self.explanation.districts),
            ("categories", categories, &self.explanation.categories),
        ]
        .into_iter()
        .filter(|(id, _, groups)| groups.len() > 1 && *id != but)
        .map(|(id, words, groups)| pictures::groups(self, id, words, groups))
        .collect()
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        let t = self.t;
        let mut facts = Vec::new();
        if let (Some(start), Some(end)) = (&self.outcome.start_share, &self.outcome.final_share) {
            let (start, end) = (start.to_string(), end.to_string());
            let runs = t.number(self.outcome.runs as i64);
            facts.push((
                t.budget_how_runs(),
                t.budget_how_runs_say(&runs, &start, &end, &self.rule.step.to_string()),
            ));
        }
        if let Some(stopped) = self.outcome.stopped {
            let why = match stopped {
                Stopped::NotRaised => t.budget_stop_not_raised(),
                Stopped::AllFit => t.budget_stop_all_fit(),
                Stopped::NextInfeasible => t.budget_stop_infeasible(),
                Stopped::Exhaustive => t.budget_stop_exhaustive(),
                Stopped::NothingLeft => t.budget_stop_nothing(),
            };
            facts.push((t.budget_how_stop(), why.to_owned()));
        }
        let ties = match self.outcome.ties.times() {
            0 => t.budget_how_no_ties().to_owned(),
            times => t.number(times as i64),
        };
        facts.push((t.budget_how_ties(), ties));
        facts
    }
}
