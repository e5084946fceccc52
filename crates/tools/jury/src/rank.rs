//! `kapok jury rank`.

mod json;
mod report;

use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use kapok_jury::rank::{
    Ballots, Count, Form, Ranking, Rule, Strength, TieRule, Unlisted, rank, read_ballots,
};
use kapok_jury::table::Table;
use serde_json::{Value, json};

use crate::output::{Output, cell, csv, read};

/// Rank by a rule.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Ballots: a column ballot with orders such as A > B = C; or a column for each entry; or rows of voter, entry and rank,
    /// grade, score or approval.
    #[arg(long, visible_alias = "scores", value_name = "FILE")]
    ballots: PathBuf,
    /// The rule.
    #[arg(long, visible_alias = "method", value_enum)]
    rule: RuleName,
    /// Entries to elect by STV.
    #[arg(long, default_value_t = 1)]
    seats: usize,
    /// What the cells hold; by default grades for majority judgment, approvals for approval, else ranks, or scores where the
    /// file has a column score and none for ranks.
    #[arg(long, value_enum)]
    cells: Option<Cells>,
    /// Names of the grades from best to worst; without them grades are numbers and the largest is best.
    #[arg(long, value_delimiter = ',')]
    grades: Vec<String>,
    /// What an entry that a ballot leaves out means; by default last for ranks, unknown for scores and grades.
    #[arg(long, value_enum)]
    unlisted: Option<Left>,
    /// How strong a victory is (Schulze, ranked pairs).
    #[arg(long, default_value = "winning", value_enum)]
    strength: StrengthName,
    #[command(flatten)]
    ties: TieArgs,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum RuleName {
    #[value(alias = "mj", alias = "majority-judgement")]
    MajorityJudgment,
    Borda,
    Schulze,
    #[value(alias = "tideman")]
    RankedPairs,
    #[value(name = "irv", alias = "instant-runoff", alias = "instant-run-off")]
    InstantRunOff,
    Stv,
    Approval,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Cells {
    Ranks,
    Grades,
    Scores,
    Approvals,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Left {
    Last,
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum StrengthName {
    #[value(alias = "winning-votes")]
    Winning,
    #[value(alias = "margin")]
    Margins,
}

/// The rule for ties.
#[derive(Debug, Clone, clap::Args)]
pub struct TieArgs {
    /// How ties are decided: shared (entries share a place), order (see --tie-order) or lot (see --seed).
    #[arg(long, default_value = "shared", value_enum)]
    ties: TieName,
    /// Ids in the order that decides ties, the first wins.
    #[arg(long, value_delimiter = ',', value_name = "IDS")]
    tie_order: Vec<String>,
    /// Seed of the lot.
    #[arg(long)]
    seed: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum TieName {
    #[value(alias = "file")]
    Shared,
    Order,
    Lot,
}

impl TieArgs {
    /// The rule.
    pub fn rule(&self) -> Result<TieRule> {
        Ok(match (self.ties, self.seed) {
            (TieName::Order, _) if self.tie_order.is_empty() => {
                bail!("--ties order needs --tie-order with the ids in their order.")
            }
            (TieName::Order, _) => TieRule::Order(self.tie_order.clone()),
            (TieName::Lot, Some(seed)) => TieRule::Lot(seed),
            (TieName::Lot, None) => {
                bail!("--ties lot needs --seed with a number that was published beforehand.")
            }
            (TieName::Shared, _) if !self.tie_order.is_empty() => TieRule::Order(self.tie_order.clone()),
            (TieName::Shared, _) => TieRule::Shared,
        })
    }
}

/// A rule for ties as JSON.
pub fn tie_json(rule: &TieRule) -> Value {
    match rule {
        TieRule::Shared => json!({"kind": "shared"}),
        TieRule::Order(ids) => json!({"kind": "order", "order": ids}),
        TieRule::Lot(seed) => json!({"kind": "lot", "seed": seed}),
    }
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode> {
    let file = read(&args.ballots)?;
    let rule = match args.rule {
        RuleName::MajorityJudgment => Rule::MajorityJudgment,
        RuleName::Borda => Rule::Borda,
        RuleName::Schulze => Rule::Schulze,
        RuleName::RankedPairs => Rule::RankedPairs,
        RuleName::InstantRunOff => Rule::InstantRunoff,
        RuleName::Stv => Rule::Stv { seats: args.seats },
        RuleName::Approval => Rule::Approval,
    };
    let cells = match (args.cells, rule) {
        (Some(cells), _) => cells,
        (None, Rule::MajorityJudgment) => Cells::Grades,
        (None, Rule::Approval) => Cells::Approvals,
        (None, _) if !args.grades.is_empty() => Cells::Grades,
        (None, _) => {
            let table = Table::read(&file.name, &*file.bytes)?;
            let scores = table.find(&["score", "mark", "points", "rating"]).is_some()
                && table.find(&["rank", "place", "ballot"]).is_none();
            if scores { Cells::Scores } else { Cells::Ranks }
        }
    };
    let form = match cells {
        Cells::Ranks => Form::Ranks,
        Cells::Grades => Form::Grades(args.grades.clone()),
        Cells::Scores => Form::Scores,
        Cells::Approvals => Form::Approvals,
    };
    let unlisted = match (args.unlisted, cells) {
        (Some(Left::Last), _) | (None, Cells::Ranks | Cells::Approvals) => Unlisted::Last,
        _ => Unlisted::Unknown,
    };
    let strength = match args.strength {
        StrengthName::Winning => Strength::WinningVotes,
        StrengthName::Margins => Strength::Margins,
    };
    let ballots = read_ballots(&file.name, &*file.bytes, &form, unlisted)?;
    let ties = args.ties.rule()?;
    let ranking = rank(&ballots, rule, strength, &ties)?;
    let all = Whole {
        ballots: &ballots,
        rule,
        ties: &ties,
        ranking: &ranking,
    };
    args.output.write(
        &all.summary(),
        || all.csv(),
        &all.json(),
        || report::page(&all, args.output.lang).html(),
    )?;
    Ok(ExitCode::SUCCESS)
}

/// A ranking with what it was made from.
pub struct Whole<'a> {
    ballots: &'a Ballots,
    rule: Rule,
    ties: &'a TieRule,
    ranking: &'a Ranking,
}

impl Whole<'_> {
    fn id(&self, entry: usize) -> &str {
        &self.ballots.entries[entry]
    }

    fn ids(&self, entries: &[usize]) -> Vec<&str> {
        entries.iter().map(|&entry| self.id(entry)).collect()
    }

    /// The number behind an entry's place, where the rule has one.
    fn number(&self, entry: usize) -> Option<f64> {
        match &self.ranking.count {
            Count::Points { points } => Some(points[entry]),
            _ => None,
        }
    }

    /// The majority grade of an entry.
    fn grade(&self, entry: usize) -> Option<&str> {
        match &self.ranking.count {
            Count::Grades { medians, .. } => medians[entry].map(|grade| self.ballots.grades[grade].as_str()),
            _ => None,
        }
    }

    fn elected(&self) -> &[usize] {
        match &self.ranking.count {
            Count::Rounds { elected, .. } => elected,
            _ => &[],
        }
    }

    fn csv(&self) -> Result<Vec<u8>> {
        let places = self.ranking.place_of_each();
        let rows = self.ranking.places.iter().flat_map(|group| {
            group.iter().map(|&entry| {
                let tied: Vec<&str> = group
                    .iter()
                    .filter(|&&other| other != entry)
                    .map(|&other| self.id(other))
                    .collect();
                let number = self
                    .number(entry)
                    .map(cell)
                    .or_else(|| self.grade(entry).map(str::to_owned))
                    .unwrap_or_default();
                let elected = if self.elected().contains(&entry) {
                    "yes"
                } else {
                    ""
                };
                vec![
                    places[entry].to_string(),
                    self.id(entry).to_owned(),
                    number,
                    elected.to_owned(),
                    tied.join(";"),
                ]
            })
        });
        csv(
            &["place", "entry", "result", "elected", "tied_with"],
            rows.collect::<Vec<_>>(),
        )
    }

    fn json(&self) -> Value {
        let places = self.ranking.place_of_each();
        let ranking: Vec<Value> = self
            .ranking
            .places
            .iter()
            .flatten()
            .map(|&entry| {
                let mut value = json!({"place": places[entry], "entry": self.id(entry)});
                if let (Some(object), Some(points)) = (value.as_object_mut(), self.number(entry)) {
                    object.insert("points".to_owned(), json!(points));
                }
                if let (Some(object), Some(grade)) = (value.as_object_mut(), self.grade(entry)) {
                    object.insert("grade".to_owned(), json!(grade));
                }
                value
            })
            .collect();
        let ties: Vec<Value> = self
            .ranking
            .decided
            .iter()
            .map(|tie| json!({"at": tie.at, "entries": self.ids(&tie.entries), "order": self.ids(&tie.order), "by": tie.by}))
            .collect();
        let shared: Vec<Vec<&str>> = self.ranking.shared().map(|group| self.ids(group)).collect();
        let mut result = json!({
            "command": "jury rank",
            "rule": self.rule.name(),
            "ballots": self.ballots.total(),
            "entries": self.ballots.entries,
            "tie_rule": tie_json(self.ties),
            "places": self.ranking.places.iter().map(|group| self.ids(group)).collect::<Vec<_>>(),
            "winners": self.ranking.places.first().map(|group| self.ids(group)),
            "ranking": ranking,
            "shared_places": shared,
            "ties": ties,
        });
        if let Some(object) = result.as_object_mut() {
            object.extend(self.count_json());
        }
        result
    }

    fn summary(&self) -> String {
        let mut text = format!("{} on {} ballots\n", self.rule.name(), self.ballots.total());
        let mut place = 1;
        for group in &self.ranking.places {
            for &entry in group {
                let number = self
                    .number(entry)
                    .map(cell)
                    .or_else(|| self.grade(entry).map(str::to_owned))
                    .unwrap_or_default();
                let elected = if self.elected().contains(&entry) {
                    "elected"
                } else {
                    ""
                };
                let _ = writeln!(
                    text,
                    "{}",
                    format!("{place:>4}  {}  {number}  {elected}", self.id(entry)).trim_end()
                );
            }
            if group.len() > 1 {
                let _ = writeln!(
                    text,
                    "      {} share place {place}: no rule for ties was stated",
                    self.ids(group).join(", ")
                );
            }
            place += group.len();
        }
        for tie in &self.ranking.decided {
            let _ = writeln!(
                text,
                "tie, {}: {} decided by {}: {}",
                tie.at,
                self.ids(&tie.entries).join(", "),
                tie.by,
                self.ids(&tie.order).join(" before ")
            );
        }
        text
    }
}
