//! How one ballot was used, as one HTML page.

use askama::Template;
use kapok_budget::Fraction;
use kapok_budget::explain::{BallotStory, Explanation, Fate, How, ProjectStory};
use kapok_budget::rule::Utility;
use kapok_budget::{Election, Rule, VoteType, count::Outcome, rule::Method};
use kapok_i18n::{Lang, T};
use kapok_report::Sheet;
use kapok_stats::{Cell, Row};

use crate::page::{Made, Tile};
use crate::pictures::{self, Field, numbers};

/// One count with what it did for a ballot: a whole election, or one pot of it.
pub(crate) struct Part<'a> {
    /// The pot; empty for a whole election.
    pub name: &'a str,
    pub election: &'a Election,
    pub outcome: &'a Outcome,
    pub explanation: &'a Explanation,
    pub story: &'a BallotStory,
    /// The ballot's place in the election.
    pub ballot: usize,
}

/// A part on the page.
struct Shown {
    heading: String,
    say: &'static str,
    tiles: Vec<Tile>,
    picture: String,
    table: String,
    left: String,
}

#[derive(Template)]
#[template(path = "budget_ballot.html")]
struct Page {
    c: Sheet,
    title: String,
    lede: String,
    parts: Vec<Shown>,
    facts: Vec<(&'static str, String)>,
}

/// The page.
pub(crate) fn report(lang: Lang, command: &str, rule: &Rule, parts: &[Part]) -> anyhow::Result<String> {
    let t = T(lang);
    let id = parts.first().map_or("", |part| part.story.ballot.as_str());
    let marked: usize = parts
        .iter()
        .map(|part| part.election.ballots.marks(part.ballot).len())
        .sum();
    let funded: usize = parts.iter().map(|part| part.funded().len()).sum();
    let page = Page {
        c: Sheet::new(lang, command),
        title: t.budget_used_title(id),
        lede: t.budget_used_lede(&t.number(marked as i64), &t.number(funded as i64)),
        parts: parts
            .iter()
            .enumerate()
            .map(|(at, part)| part.shown(t, rule, at))
            .collect(),
        facts: vec![
            (t.budget_how_rule(), rule.name.clone()),
            (t.budget_how_hash(), rule.hash()),
        ],
    };
    Ok(page.render()?)
}

impl Part<'_> {
    /// The funded projects on the ballot: those it paid for first, in the order of selection.
    fn funded(&self) -> Vec<u32> {
        let paid = self.paid().map(|(project, _)| *project);
        paid.chain(self.story.free.iter().copied()).collect()
    }

    fn paid(&self) -> impl Iterator<Item = &(u32, Fraction)> {
        self.story.payments.iter().filter(|(_, amount)| !amount.is_zero())
    }

    fn made<'b>(&'b self, t: T, rule: &'b Rule) -> Made<'b> {
        Made::new(t, self.election, rule, self.outcome, self.explanation)
    }

    fn shown(&self, t: T, rule: &Rule, at: usize) -> Shown {
        let made = self.made(t, rule);
        let (tiles, picture, left) = match (&self.story.share, &self.story.left) {
            (Some(share), Some(left)) => (
                tiles(&made, share, left),
                self.strip(&made, share, left, at),
                self.left(&made, left),
            ),
            _ => (
                Vec::new(),
                self.bars(&made, at),
                t.budget_used_no_share().to_owned(),
            ),
        };
        let say = match rule.method {
            Method::EqualShares if self.outcome.compared.switched => t.budget_greedy_switched(),
            Method::EqualShares => t.budget_funded_shares(),
            _ => made.funded_say(),
        };
        Shown {
            heading: if self.name.is_empty() {
                t.budget_used_heading().to_owned()
            } else {
                self.name.to_owned()
            },
            say,
            tiles,
            picture,
            table: self.table(&made),
            left,
        }
    }

    /// The share as one bar: a field per payment, then what is left.
    fn strip(&self, made: &Made, share: &Fraction, left: &Fraction, at: usize) -> String {
        let field = |(project, paid): &(u32, Fraction)| Field {
            name: self.election.projects[*project as usize].name().to_owned(),
            amount: made.amount(paid),
            size: paid.to_f64(),
            rest: false,
        };
        let mut fields: Vec<Field> = self.paid().map(field).collect();
        if !left.is_zero() {
            fields.push(Field {
                name: made.t.budget_unspent().to_owned(),
                amount: made.amount(left),
                size: left.to_f64(),
                rest: true,
            });
        }
        let id = format!("share-{at}");
        pictures::strip(made.t, &id, made.t.budget_used_caption(), share.to_f64(), &fields)
    }

    /// Without shares: the votes of the projects on the ballot.
    fn bars(&self, made: &Made, at: usize) -> String {
        let t = made.t;
        let marks = self.election.ballots.marks(self.ballot).iter();
        let row = |&project: &u32| {
            let story = &self.explanation.projects[project as usize];
            let name = pictures::short(self.election.projects[project as usize].name(), 60);
            Row::new(&name, [Cell::count(story.votes as i64)])
        };
        let table = pictures::table(
            t,
            t.budget_used_votes_chart(),
            t.budget_voters_unit(),
            self.election.ballots.len() as u64,
            vec![t.budget_project().to_owned(), t.budget_votes().to_owned()],
            marks.map(row).collect(),
            &made.file,
        );
        let id = format!("votes-{at}");
        kapok_stats::Chart::bars(table, pictures::frame(&id, t, &numbers(t)))
            .map_or_else(|_| String::new(), |chart| chart.svg)
    }

    /// What is left of the share, and why.
    fn left(&self, made: &Made, left: &Fraction) -> String {
        let t = made.t;
        let amount = made.amount(left);
        if left.is_zero() {
            t.budget_used_left_none().to_owned()
        } else if self.story.lost.is_empty() {
            t.budget_used_left_all(&amount)
        } else {
            t.budget_used_left_why(&amount)
        }
    }

    /// Every project on the ballot: what it cost, what this ballot paid, what became of it.
    fn table(&self, made: &Made) -> String {
        let t = made.t;
        let shares = self.story.share.is_some();
        let mut columns = vec![t.budget_project(), t.budget_cost(), t.budget_votes()];
        if shares {
            columns.extend([t.budget_used_paid(), t.budget_used_part()]);
        }
        columns.push(t.budget_used_result());
        let order = self.funded().into_iter().chain(self.story.lost.iter().copied());
        let mut rows: Vec<Row> = order.map(|project| self.row(made, project)).collect();
        if let (Some(share), Some(left)) = (&self.story.share, &self.story.left) {
            let whole = |amount: &Fraction| self.part(made, amount);
            let dash = || Cell::text("-");
            rows.push(Row::new(
                t.budget_unspent(),
                [dash(), dash(), Cell::Text(made.amount(left)), whole(left), dash()],
            ));
            rows.push(Row::new(
                t.budget_used_share(),
                [
                    dash(),
                    dash(),
                    Cell::Text(made.amount(share)),
                    whole(share),
                    dash(),
                ],
            ));
        }
        made.html(t.budget_used_table(), columns, rows)
    }

    fn part(&self, made: &Made, amount: &Fraction) -> Cell {
        let share = self.story.share.as_ref().map_or(0.0, Fraction::to_f64);
        let part = if share > 0.0 {
            amount.to_f64() * 100.0 / share
        } else {
            0.0
        };
        Cell::Text(made.t.percent(part, 1))
    }

    fn row(&self, made: &Made, project: u32) -> Row {
        let story = &self.explanation.projects[project as usize];
        let paid = self
            .paid()
            .find(|(paid_for, _)| *paid_for == project)
            .map(|(_, amount)| amount);
        let mut cells = vec![
            made.count(self.election.projects[project as usize].cost),
            made.count(story.votes),
        ];
        if self.story.share.is_some() {
            let dash = || Cell::text("-");
            cells.push(paid.map_or_else(dash, |amount| Cell::Text(made.amount(amount))));
            cells.push(paid.map_or_else(dash, |amount| self.part(made, amount)));
        }
        cells.push(Cell::Text(self.result(made, story, paid)));
        Row::new(&made.label(project), cells)
    }

    /// What became of a project, and what this ballot had to do with it, in words.
    fn result(&self, made: &Made, story: &ProjectStory, paid: Option<&Fraction>) -> String {
        let t = made.t;
        let how = match &story.fate {
            Fate::Funded { how, .. } => *how,
            fate => return self.lost(made, story, fate),
        };
        let free = self.election.projects[story.project as usize].cost == 0;
        let text = match (how, paid) {
            (How::Completion, _) => t.budget_used_by_votes(),
            (How::Reserve, _) => t.budget_used_reserve(),
            _ if self.story.share.is_none() => t.budget_used_funded(),
            (_, None) if free => t.budget_used_no_cost(),
            (_, None) if self.gives_nothing(made.rule, story.project) => t.budget_used_no_points(),
            (_, None) => t.budget_used_was_empty(),
            (_, Some(_)) if self.story.emptied_by == Some(story.project) => t.budget_used_all_i_had(),
            (_, Some(_)) => t.budget_used_in_full(),
        };
        text.to_owned()
    }

    fn lost(&self, made: &Made, story: &ProjectStory, fate: &Fate) -> String {
        let t = made.t;
        let why = made.why(fate);
        let mut text = t.budget_used_not_funded(why);
        if let Some(cover) = story
            .cover_percent
            .filter(|_| *fate == Fate::Lost && self.story.share.is_some())
        {
            text = t.beside([text, t.budget_used_cover(&t.percent(cover, 1))]);
        }
        if let Some(more) = story.more_support {
            text = t.beside([text, t.budget_used_more(&t.number(more as i64))]);
        }
        text
    }

    /// Whether the mark carries no weight: no points, or the last place of a ranking.
    fn gives_nothing(&self, rule: &Rule, project: u32) -> bool {
        let ballots = &self.election.ballots;
        let marks = ballots.marks(self.ballot);
        let at = marks.iter().position(|&mark| mark == project).unwrap_or(0);
        let ranked = self.election.vote_type == VoteType::Ordinal
            && matches!(rule.utility, Utility::Auto | Utility::Borda)
            && at + 1 == marks.len();
        ranked
            || ballots
                .points(self.ballot)
                .get(at)
                .is_some_and(|&points| points <= 0)
    }
}

fn tiles(made: &Made, share: &Fraction, left: &Fraction) -> Vec<Tile> {
    let t = made.t;
    let currency = made.election.meta("currency").unwrap_or("");
    let tile = |amount: String, label: &str, beside: String| Tile {
        number: format!("{amount} {currency}").trim_end().to_owned(),
        label: label.to_owned(),
        beside,
    };
    let start = made.outcome.start_share.as_ref();
    let raised = start.filter(|start| *start != share);
    let beside = raised.map_or_else(String::new, |start| {
        t.budget_tile_share_start(&made.amount(start))
    });
    vec![
        tile(made.amount(share), t.budget_used_share(), beside),
        tile(
            made.amount(&share.minus(left)),
            t.budget_used_spent(),
            String::new(),
        ),
        tile(made.amount(left), t.budget_unspent(), String::new()),
    ]
}
