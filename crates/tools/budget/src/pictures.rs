//! Pictures of a count, each with a table that carries the same facts.

use kapok_budget::explain::{Fate, GroupSpending, ProjectStory};
use kapok_i18n::{Numbers, T};
use kapok_stats::{Cell, Chart, Frame, Known, Row, Table, Words};

use crate::page::Made;

/// A picture and its table, as HTML.
pub(crate) struct Picture {
    pub svg: String,
    pub table: String,
}

/// Text for HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

pub(crate) fn numbers(t: T) -> Numbers {
    Numbers { t, digits: 1 }
}

pub(crate) fn frame<'a>(id: &'a str, t: T, words: &'a dyn Words) -> Frame<'a> {
    Frame {
        id,
        description: "",
        rtl: t.lang().is_rtl(),
        words,
    }
}

fn cell(count: impl TryInto<i64>) -> Cell {
    Cell::count(count.try_into().unwrap_or(i64::MAX))
}

/// Cuts a name so that it fits over a bar.
pub(crate) fn short(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let cut: String = name.chars().take(most - 1).collect();
    format!("{}…", cut.trim_end())
}

/// A table with the frame that all of them share.
pub(crate) fn table(
    t: T,
    caption: &str,
    unit: &str,
    n: u64,
    columns: Vec<String>,
    rows: Vec<Row>,
    file: &str,
) -> Table {
    Table {
        caption: caption.to_owned(),
        unit: unit.to_owned(),
        n: Known::Known(i64::try_from(n).unwrap_or(i64::MAX)),
        columns,
        rows,
        source: t.budget_source(file),
        note: None,
    }
}

/// A field of a bar.
pub(crate) struct Field {
    pub name: String,
    pub amount: String,
    pub size: f64,
    /// Whether it is what is left.
    pub rest: bool,
}

/// The budget as one bar: a field per winner, as wide as its cost, then what is left.
pub(crate) fn money(made: &Made) -> String {
    let (t, election, outcome) = (made.t, made.election, made.outcome);
    let field = |name: &str, cost: u128, rest: bool| Field {
        name: name.to_owned(),
        amount: t.number(i64::try_from(cost).unwrap_or(i64::MAX)),
        size: cost as f64,
        rest,
    };
    let winners = outcome
        .winners
        .iter()
        .map(|&winner| &election.projects[winner as usize]);
    let mut fields: Vec<Field> = winners
        .map(|project| field(project.name(), project.cost.into(), false))
        .collect();
    let left = u128::from(election.budget).saturating_sub(outcome.cost);
    if left > 0 {
        fields.push(field(t.budget_unspent(), left, true));
    }
    let whole = (election.budget as f64).max(outcome.cost as f64);
    strip(t, &made.id("money"), t.budget_money_caption(), whole, &fields)
}

/// One bar of fields; `whole` is the sum that fills it.
pub(crate) fn strip(t: T, id: &str, caption: &str, whole: f64, fields: &[Field]) -> String {
    let (width, height) = (1000.0, 96.0);
    let whole = if whole > 0.0 { whole } else { 1.0 };
    let rtl = t.lang().is_rtl();
    let colours = ["#9c2f24", "#2f6f8f", "#7a5c00", "#3d6b35", "#6b4a86", "#9a4f6d"];
    let (mut drawn, mut facts, mut at) = (String::new(), Vec::new(), 0.0);
    for (place, field) in fields.iter().enumerate() {
        let wide = field.size / whole * width;
        let x = if rtl { width - at - wide } else { at };
        let text = format!("{}: {}", escaped(&field.name), field.amount);
        let (class, fill) = if field.rest {
            ("track".to_owned(), "#d9d2c5")
        } else {
            (format!("c{}", place % 6 + 1), colours[place % 6])
        };
        drawn += &format!(
            "<rect class=\"{class}\" x=\"{x:.2}\" y=\"4\" width=\"{:.2}\" height=\"{:.0}\" fill=\"{fill}\"><title>{text}</title></rect>",
            (wide - 1.0).max(0.3),
            height - 8.0
        );
        facts.push(text);
        at += wide;
    }
    format!(
        "<svg class=\"money\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" \
         style=\"inline-size:100%;block-size:auto\"><title id=\"{id}-title\">{}</title>\
         <desc id=\"{id}-desc\">{}</desc>{drawn}</svg>",
        escaped(caption),
        facts.join("; ")
    )
}

/// Effective votes (or votes) of the winners.
pub(crate) fn funded(made: &Made, stories: &[&ProjectStory]) -> String {
    let (t, election) = (made.t, made.election);
    let by_shares = stories.iter().any(|story| story.effective_votes.is_some());
    let caption = if by_shares {
        t.budget_funded_chart()
    } else {
        t.budget_funded_chart_votes()
    };
    let head = if by_shares {
        t.budget_effective()
    } else {
        t.budget_votes()
    };
    let row = |story: &&&ProjectStory| {
        let votes = match &story.effective_votes {
            Some(votes) => cell(votes.floor()),
            None => cell(story.votes),
        };
        Row::new(
            &short(election.projects[story.project as usize].name(), 60),
            [votes],
        )
    };
    let rows = stories
        .iter()
        .filter(|story| !by_shares || story.effective_votes.is_some())
        .take(40);
    let table = table(
        t,
        caption,
        t.budget_voters_unit(),
        election.ballots.len() as u64,
        vec![t.budget_project().to_owned(), head.to_owned()],
        rows.map(|story| row(&story)).collect(),
        &made.file,
    );
    bars(table, &made.id("funded"), t)
}

fn bars(table: Table, id: &str, t: T) -> String {
    Chart::bars(table, frame(id, t, &numbers(t))).map_or_else(|_| String::new(), |chart| chart.svg)
}

/// How close the losers came.
pub(crate) fn lost(made: &Made, stories: &[&ProjectStory]) -> String {
    let (t, election) = (made.t, made.election);
    let mut close: Vec<_> = stories
        .iter()
        .filter(|story| story.fate == Fate::Lost)
        .filter_map(|story| Some((story.cover_percent?.min(100.0), story.project)))
        .collect();
    close.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    close.truncate(20);
    let row = |&(percent, project): &(f64, u32)| {
        Row::new(
            &short(election.projects[project as usize].name(), 60),
            [Cell::percent(percent)],
        )
    };
    let table = table(
        t,
        t.budget_lost_chart(),
        t.budget_voters_unit(),
        election.ballots.len() as u64,
        vec![t.budget_project().to_owned(), t.budget_cover().to_owned()],
        close.iter().map(row).collect(),
        &made.file,
    );
    bars(table, &made.id("lost"), t)
}

/// A table whose rows stand side by side as bars, one for each column.
pub(crate) fn grouped(table: Table, id: &str, t: T) -> Picture {
    picture(Chart::grouped(table, frame(id, t, &numbers(t))), t)
}

fn picture(chart: Result<Chart, kapok_stats::ChartError>, t: T) -> Picture {
    match chart {
        Ok(chart) => Picture {
            svg: chart.svg,
            table: chart.table.to_html(&numbers(t)),
        },
        Err(_) => Picture {
            svg: String::new(),
            table: String::new(),
        },
    }
}

/// Voters by number of funded projects, beside greedy.
pub(crate) fn voters(made: &Made) -> Picture {
    let (t, explanation) = (made.t, made.explanation);
    const MOST: usize = 8;
    let count = |list: &[u64], at: usize| -> u64 {
        if at == MOST {
            list.iter().skip(MOST).sum()
        } else {
            list.get(at).copied().unwrap_or(0)
        }
    };
    let (this, greedy) = (
        &explanation.voters_by_winners,
        &explanation.voters_by_greedy_winners,
    );
    let last = this.len().max(greedy.len()).min(MOST + 1);
    let label = |at: usize| {
        let number = t.number(at as i64);
        if at == MOST {
            t.budget_and_more(&number)
        } else {
            number
        }
    };
    let rows = (0..last)
        .map(|at| Row::new(&label(at), [cell(count(this, at)), cell(count(greedy, at))]))
        .collect();
    let columns = [
        t.budget_winners_of_mine(),
        t.budget_voters_this(),
        t.budget_voters_greedy(),
    ];
    let table = table(
        t,
        t.budget_voters_chart(),
        t.budget_voters_unit(),
        made.election.ballots.len() as u64,
        columns.map(str::to_owned).to_vec(),
        rows,
        &made.file,
    );
    grouped(table, &made.id("voters"), t)
}

/// A part of a whole, in per cent.
pub(crate) fn part(part: f64, whole: f64) -> Cell {
    Cell::percent(if whole > 0.0 { part * 100.0 / whole } else { 0.0 })
}

/// Share of votes and share of money by district or category. `words`: caption, head of the column of names, and what stands for
/// no name.
pub(crate) fn groups(made: &Made, id: &str, words: [&str; 3], groups: &[GroupSpending]) -> Picture {
    let (t, [caption, head, none]) = (made.t, words);
    let votes: u64 = groups.iter().map(|group| group.votes).sum();
    let spent: u128 = groups.iter().map(|group| group.spent).sum();
    let greedy: u128 = groups.iter().map(|group| group.greedy_spent).sum();
    let row = |group: &GroupSpending| {
        let name = if group.name.is_empty() { none } else { &group.name };
        Row::new(
            &short(name, 60),
            [
                part(group.votes as f64, votes as f64),
                part(group.spent as f64, spent as f64),
                part(group.greedy_spent as f64, greedy as f64),
            ],
        )
    };
    let columns = [
        head,
        t.budget_share_votes(),
        t.budget_share_money(),
        t.budget_share_greedy(),
    ];
    let table = table(
        t,
        caption,
        t.budget_votes(),
        votes,
        columns.map(str::to_owned).to_vec(),
        groups.iter().take(30).map(row).collect(),
        &made.file,
    );
    grouped(table, &made.id(id), t)
}

/// For whom this outcome is better than greedy's, and for whom worse.
pub(crate) fn greedy(made: &Made) -> Picture {
    let (t, explanation) = (made.t, made.explanation);
    let voters = made.election.ballots.len() as u64;
    let (better, worse) = (explanation.better_than_greedy, explanation.worse_than_greedy);
    let rows = vec![
        Row::new(t.budget_greedy_better(), [cell(better)]),
        Row::new(t.budget_greedy_worse(), [cell(worse)]),
        Row::new(t.budget_greedy_same(), [cell(voters - better - worse)]),
    ];
    let table = table(
        t,
        t.budget_greedy_chart(),
        t.budget_voters_unit(),
        voters,
        vec![t.budget_side().to_owned(), t.budget_voters_unit().to_owned()],
        rows,
        &made.file,
    );
    picture(Chart::share(table, frame(&made.id("greedy"), t, &numbers(t))), t)
}
