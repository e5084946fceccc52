//! Pots: districts or categories with money of their own, counted one by one from one ballot, and told together.

use askama::Template;
use kapok_budget::count::Outcome;
use kapok_budget::explain::{Explanation, GroupSpending, explain};
use kapok_budget::pb::Reading;
use kapok_budget::pots::{Pot, count_pots, explain_together, together};
use kapok_budget::{Election, Rule};
use kapok_i18n::{Lang, T};
use kapok_report::Sheet;
use kapok_stats::{Cell, Row};
use serde_json::{Map, Value};

use crate::count::{bar, summary};
use crate::data;
use crate::page::{How, Made, Shown, Tile};
use crate::pictures::{self, Field, Picture};

/// The counts of all pots, and what they come to together.
pub(crate) struct Counted {
    pub pots: Vec<Pot>,
    pub whole: Outcome,
}

/// Counts all pots, with a bar on the terminal. The budget of `election` becomes what all pots hold.
pub(crate) fn counted(election: &mut Election, rule: &Rule, threads: usize) -> anyhow::Result<Counted> {
    let bar = bar(election, rule);
    let pots = count_pots(election, rule, threads, &|done| bar.tell(done))?;
    election.budget = pots
        .iter()
        .fold(0, |sum: u64, pot| sum.saturating_add(pot.election.budget));
    Ok(Counted {
        whole: together(election, &pots),
        pots,
    })
}

impl Counted {
    /// One object: the whole, with the pots under `pots`. Ties are those of all pots.
    pub(crate) fn object(&self, election: &Election, rule: &Rule) -> Map<String, Value> {
        let mut whole = data::outcome(election, rule, &self.whole);
        let mut pots: Vec<Value> = self.pots.iter().map(|pot| data::pot(rule, pot)).collect();
        let ties = pots.iter().filter_map(|pot| pot["ties"].as_array().cloned());
        whole.insert("ties".into(), ties.flatten().collect());
        let met: u64 = self.pots.iter().map(|pot| pot.outcome.ties.times()).sum();
        whole.insert("ties_met".into(), met.into());
        let left: u64 = pots.iter().filter_map(|pot| pot["unspent"].as_u64()).sum();
        whole.insert("unspent".into(), left.into());
        for (object, pot) in pots.iter_mut().zip(&self.pots) {
            object["spending"] = data::group(&pot.spending());
        }
        whole.insert("pots".into(), pots.into());
        whole
    }

    /// The outcome for the terminal.
    pub(crate) fn summary(&self, t: T, election: &Election, rule: &Rule) -> String {
        let number = |n: u128| t.number(i64::try_from(n).unwrap_or(i64::MAX));
        let many = t.number(self.whole.winners.len() as i64);
        let (spent, budget) = (number(self.whole.cost), number(election.budget.into()));
        let mut text = t.budget_summary(&many, &spent, &budget) + "\n";
        for pot in &self.pots {
            text += &format!("\n{}\n", if pot.name.is_empty() { "-" } else { &pot.name });
            text += &summary(t, &pot.election, rule, &pot.outcome);
        }
        text
    }

    pub(crate) fn explained(&self, election: &Election) -> anyhow::Result<Explained<'_>> {
        let one = |pot: &Pot| explain(&pot.election, &pot.rule, &pot.outcome);
        let parts: Vec<Explanation> = self.pots.iter().map(one).collect::<Result<_, _>>()?;
        Ok(Explained {
            counted: self,
            whole: explain_together(election, &self.pots, &self.whole, &parts),
            parts,
        })
    }
}

/// The counts with their explanations.
pub(crate) struct Explained<'a> {
    counted: &'a Counted,
    parts: Vec<Explanation>,
    whole: Explanation,
}

/// A pot on the page.
struct Section {
    id: String,
    name: String,
    /// What is funded and spent, in a line.
    line: String,
    lede: String,
    /// Whether a ballot marks a project of it.
    voted: bool,
    part: Shown,
}

#[derive(Template)]
#[template(path = "budget_pots.html")]
struct Page {
    c: Sheet,
    title: String,
    lede: String,
    tiles: Vec<Tile>,
    money: String,
    table: String,
    spending: Picture,
    groups: Vec<Picture>,
    voters: Picture,
    greedy: Picture,
    pots: Vec<Section>,
    how: How,
}

impl Explained<'_> {
    /// Adds the explanations to the object of the counts.
    pub(crate) fn add_to(&self, election: &Election, object: &mut Map<String, Value>) {
        object.insert("explanation".into(), data::explanation(election, &self.whole));
        let pots = object.get_mut("pots").and_then(Value::as_array_mut);
        let parts = self.counted.pots.iter().zip(&self.parts);
        for (object, (pot, explanation)) in pots.into_iter().flatten().zip(parts) {
            object["explanation"] = data::explanation(&pot.election, explanation);
        }
    }

    /// The page: the whole first, then a part per pot.
    pub(crate) fn page(
        &self,
        lang: Lang,
        command: &str,
        reading: &Reading,
        rule: &Rule,
    ) -> anyhow::Result<String> {
        let (t, election) = (T(lang), &reading.election);
        let made = Made::new(t, election, rule, &self.counted.whole, &self.whole);
        let by_category = rule.pots.as_ref().is_some_and(|pots| pots.by == "category");
        let (own, none) = if by_category {
            ("categories", t.budget_no_category())
        } else {
            ("districts", t.budget_no_district())
        };
        let name = |pot: &Pot| {
            if pot.name.is_empty() {
                none.to_owned()
            } else {
                pot.name.clone()
            }
        };
        let names: Vec<String> = self.counted.pots.iter().map(name).collect();
        let page = Page {
            c: Sheet::new(lang, command),
            title: made.title(),
            lede: made.lede(),
            tiles: self.tiles(&made),
            money: self.money(&made, &names),
            table: self.table(&made, &names),
            spending: self.spending(&made, &names),
            groups: made.groups(own),
            voters: pictures::voters(&made),
            greedy: pictures::greedy(&made),
            pots: self.sections(&made, &names),
            how: How::new(t, reading, rule),
        };
        Ok(page.render()?)
    }

    fn tiles(&self, made: &Made) -> Vec<Tile> {
        let t = made.t;
        let mut tiles = made.tiles();
        tiles.push(Tile {
            number: t.number(self.counted.pots.len() as i64),
            label: t.budget_pots_tile().to_owned(),
            beside: made.money(made.election.budget.into()),
        });
        tiles
    }

    /// The budget as one bar: a field per pot, as wide as what it spends, then what is left in all.
    fn money(&self, made: &Made, names: &[String]) -> String {
        let field = |name: &str, amount: u128, rest: bool| Field {
            name: name.to_owned(),
            amount: made.money(amount),
            size: amount as f64,
            rest,
        };
        let pots = self.counted.pots.iter().zip(names);
        let mut fields: Vec<Field> = pots
            .map(|(pot, name)| field(name, pot.outcome.cost, false))
            .collect();
        if self.whole.unspent > 0 {
            fields.push(field(made.t.budget_unspent(), self.whole.unspent, true));
        }
        let whole = fields.iter().map(|field| field.size).sum();
        pictures::strip(made.t, "money", made.t.budget_pots_caption(), whole, &fields)
    }

    fn table(&self, made: &Made, names: &[String]) -> String {
        let t = made.t;
        let columns = vec![
            t.budget_pots_pot(),
            t.budget_pots_budget(),
            t.budget_pots_spent(),
            t.budget_unspent(),
            t.budget_pots_projects(),
            t.budget_tile_funded(),
            t.budget_pots_voters(),
            t.budget_pots_served(),
        ];
        let mut rows = Vec::new();
        let pots = self.counted.pots.iter().zip(&self.parts).zip(names);
        for ((pot, explanation), name) in pots {
            rows.push(self.row(&part(made, pot, explanation), name));
        }
        rows.push(self.row(made, t.budget_pots_all()));
        made.html(t.budget_pots_table(), columns, rows)
    }

    fn row(&self, made: &Made, name: &str) -> Row {
        let voters = made.election.ballots.len();
        let served = match voters {
            0 => Cell::text("-"),
            _ => Cell::percent(made.served(&made.explanation.voters_by_winners)),
        };
        let count = |amount: u128| Cell::count(i64::try_from(amount).unwrap_or(i64::MAX));
        let cells = [
            made.count(made.election.budget),
            count(made.outcome.cost),
            count(made.explanation.unspent),
            made.count(made.election.projects.len() as u64),
            made.count(made.outcome.winners.len() as u64),
            made.count(voters as u64),
            served,
        ];
        Row::new(name, cells)
    }

    /// What each pot spends beside its share of the votes and of the budget.
    fn spending(&self, made: &Made, names: &[String]) -> Picture {
        let t = made.t;
        let pots: Vec<(GroupSpending, u64)> = self
            .counted
            .pots
            .iter()
            .map(|pot| (pot.spending(), pot.election.budget))
            .collect();
        let votes: u64 = pots.iter().map(|(spending, _)| spending.votes).sum();
        let row = |((spending, budget), name): (&(GroupSpending, u64), &String)| {
            Row::new(
                &pictures::short(name, 60),
                [
                    pictures::part(spending.votes as f64, votes as f64),
                    pictures::part(*budget as f64, made.election.budget as f64),
                    pictures::part(spending.spent as f64, self.counted.whole.cost as f64),
                ],
            )
        };
        let columns = [
            t.budget_pots_pot(),
            t.budget_share_votes(),
            t.budget_pots_share_budget(),
            t.budget_share_money(),
        ];
        let table = pictures::table(
            t,
            t.budget_pots_chart(),
            t.budget_votes(),
            votes,
            columns.map(str::to_owned).to_vec(),
            pots.iter().zip(names).map(row).collect(),
            &made.file,
        );
        pictures::grouped(table, "pots", t)
    }

    fn sections(&self, whole: &Made, names: &[String]) -> Vec<Section> {
        let t = whole.t;
        let pots = self.counted.pots.iter().zip(&self.parts).zip(names);
        let section = |(at, ((pot, explanation), name)): (usize, ((&Pot, &Explanation), &String))| {
            let id = format!("pot-{}", at + 1);
            let made = Made {
                prefix: format!("{id}-"),
                ..part(whole, pot, explanation)
            };
            let many = t.number(pot.outcome.winners.len() as i64);
            let (spent, budget) = (
                made.money(pot.outcome.cost),
                made.money(pot.election.budget.into()),
            );
            Section {
                name: name.clone(),
                line: t.budget_summary(&many, &spent, &budget),
                lede: made.lede(),
                voted: !pot.election.ballots.is_empty(),
                part: made.shown(["h3", "h4"]),
                id,
            }
        };
        pots.enumerate().map(section).collect()
    }
}

/// One pot as a count of its own.
fn part<'a>(whole: &Made<'a>, pot: &'a Pot, explanation: &'a Explanation) -> Made<'a> {
    Made::new(whole.t, &pot.election, &pot.rule, &pot.outcome, explanation)
}
