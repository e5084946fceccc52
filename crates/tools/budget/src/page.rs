//! The explanation as one HTML page.

use askama::Template;
use kapok_budget::count::Outcome;
use kapok_budget::explain::{Explanation, Fate, ProjectStory};
use kapok_budget::pb::Reading;
use kapok_budget::rule::Method;
use kapok_budget::{Election, Fraction, Rule, Stopped, VoteType};
use kapok_i18n::{Lang, T};
use kapok_report::Sheet;
use kapok_stats::Chart;

use crate::pictures::{self, Picture};

/// Ties and findings listed on the page; all of them are in the JSON.
pub(crate) const LISTED: usize = 200;

/// A large number with what it means.
pub(crate) struct Tile {
    pub number: String,
    pub label: String,
    pub beside: String,
}

#[derive(Template)]
#[template(path = "budget_report.html")]
struct Page {
    c: Sheet,
    title: String,
    lede: String,
    tiles: Vec<Tile>,
    money: String,
    unspent: String,
    funded_say: &'static str,
    funded_chart: Option<Chart>,
    funded_table: String,
    lost_say: Vec<&'static str>,
    lost_chart: Option<Chart>,
    lost_table: String,
    voters: Picture,
    groups: Vec<Picture>,
    switched: bool,
    greedy: Picture,
    only_here: Vec<String>,
    only_there: Vec<String>,
    facts: Vec<(&'static str, String)>,
    ties_table: String,
    findings: Vec<String>,
    more_findings: String,
    document: String,
}

/// What the parts of the page are made of.
pub(crate) struct Made<'a> {
    pub t: T,
    pub election: &'a Election,
    pub rule: &'a Rule,
    pub outcome: &'a Outcome,
    pub explanation: &'a Explanation,
    pub file: String,
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
    let election = &reading.election;
    let file = election.meta("description").unwrap_or("PB").to_owned();
    let made = Made {
        t: T(lang),
        election,
        rule,
        outcome,
        explanation,
        file,
    };
    let t = made.t;
    let place = place(election);
    let won = made.won();
    let lost: Vec<&ProjectStory> = explanation
        .projects
        .iter()
        .filter(|story| !matches!(story.fate, Fate::Funded { .. }))
        .collect();
    let only = |these: &[u32], others: &[u32]| -> Vec<String> {
        let missing = these.iter().filter(|p| !others.contains(p));
        missing
            .map(|&p| t.beside([election.projects[p as usize].name(), &made.cost(p)]))
            .collect()
    };
    let more = reading.found > LISTED as u64;
    let page = Page {
        c: Sheet::new(lang, command),
        title: t.budget_title(&made.money(election.budget.into()), &place),
        lede: t.budget_lede(
            &t.number(election.ballots.len() as i64),
            &t.number(election.projects.len() as i64),
            &t.number(outcome.winners.len() as i64),
        ),
        tiles: made.tiles(),
        money: pictures::money(t, election, outcome),
        unspent: made.unspent(),
        funded_say: made.funded_say(),
        funded_chart: pictures::funded(t, election, &won, &made.file),
        funded_table: made.funded_table(&won),
        lost_say: made.lost_say(&lost),
        lost_chart: pictures::lost(t, election, &lost, &made.file),
        lost_table: if lost.is_empty() {
            String::new()
        } else {
            made.lost_table(&lost)
        },
        voters: pictures::voters(t, election, explanation, &made.file),
        groups: made.groups(),
        switched: outcome.compared.switched,
        greedy: pictures::greedy(t, election, explanation, &made.file),
        only_here: only(&outcome.winners, &outcome.compared.greedy),
        only_there: only(&outcome.compared.greedy, &outcome.winners),
        facts: made.facts(reading),
        ties_table: made.ties_table(),
        findings: reading
            .findings
            .iter()
            .take(LISTED)
            .map(ToString::to_string)
            .collect(),
        more_findings: if more {
            t.budget_more_findings(&t.number(LISTED as i64), &t.number(reading.found as i64))
        } else {
            String::new()
        },
        document: rule.to_toml(),
    };
    Ok(page.render()?)
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
    fn money(&self, amount: u128) -> String {
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

    fn tiles(&self) -> Vec<Tile> {
        let t = self.t;
        let voters = self.election.ballots.len().max(1) as f64;
        let served = |none: &[u64]| {
            let none = none.first().copied().unwrap_or(0) as f64;
            t.percent(100.0 - none * 100.0 / voters, 1)
        };
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

    fn groups(&self) -> Vec<Picture> {
        let t = self.t;
        let mut pictures = Vec::new();
        let (districts, categories) = (&self.explanation.districts, &self.explanation.categories);
        if districts.len() > 1 {
            let none = t.budget_no_district();
            pictures.push(pictures::groups(
                t,
                "districts",
                t.budget_districts_chart(),
                t.budget_district(),
                none,
                districts,
                &self.file,
            ));
        }
        if categories.len() > 1 {
            let none = t.budget_no_category();
            pictures.push(pictures::groups(
                t,
                "categories",
                t.budget_categories_chart(),
                t.budget_category(),
                none,
                categories,
                &self.file,
            ));
        }
        pictures
    }

    fn facts(&self, reading: &Reading) -> Vec<(&'static str, String)> {
        let t = self.t;
        let mut facts = vec![
            (t.budget_how_rule(), self.rule.name.clone()),
            (t.budget_how_hash(), self.rule.hash()),
        ];
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
        facts.push((t.budget_how_invalid(), t.number(reading.invalid as i64)));
        let ties = match self.outcome.ties.times() {
            0 => t.budget_how_no_ties().to_owned(),
            times => t.number(times as i64),
        };
        facts.push((t.budget_how_ties(), ties));
        facts
    }
}
