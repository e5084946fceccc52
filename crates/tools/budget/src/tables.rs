//! The tables of the page: who pays for what, what was lost and why, which ties were met.

use kapok_budget::explain::{Fate, How, ProjectStory};
use kapok_budget::ties::{Decider, LoggedTie};
use kapok_stats::{Cell, Row};

use crate::page::{LISTED, Made};
use crate::pictures::{self, numbers};

impl Made<'_> {
    pub(crate) fn html(&self, caption: &str, columns: Vec<&str>, rows: Vec<Row>) -> String {
        let n = self.election.ballots.len() as u64;
        let columns = columns.into_iter().map(str::to_owned).collect();
        let unit = self.t.budget_voters_unit();
        pictures::table(self.t, caption, unit, n, columns, rows, &self.file).to_html(&numbers(self.t))
    }

    pub(crate) fn funded_table(&self, won: &[&ProjectStory]) -> String {
        let t = self.t;
        let shares = won.iter().any(|story| story.purchase.is_some());
        let mut columns = vec![
            t.budget_project(),
            t.budget_place(),
            t.budget_cost(),
            t.budget_votes(),
        ];
        if self.has_points() {
            columns.push(t.budget_points());
        }
        if shares {
            let payment = if self.has_points() {
                t.budget_payment_unit()
            } else {
                t.budget_payment()
            };
            columns.extend([
                t.budget_effective(),
                payment,
                t.budget_payers(),
                t.budget_part_payers(),
                t.budget_empty(),
            ]);
        }
        columns.push(t.budget_how());
        let rows = won.iter().map(|story| self.funded_row(story, shares)).collect();
        self.html(t.budget_funded_table(), columns, rows)
    }

    fn funded_row(&self, story: &ProjectStory, shares: bool) -> Row {
        let t = self.t;
        let project = &self.election.projects[story.project as usize];
        let (place, how) = match story.fate {
            Fate::Funded { place, how } => (place, how),
            _ => (0, How::Method),
        };
        let mut cells = vec![
            Cell::count(place as i64),
            self.count(project.cost),
            self.count(story.votes),
        ];
        if self.has_points() {
            cells.push(Cell::count(story.score));
        }
        if shares {
            let text = |text: Option<String>| Cell::Text(text.unwrap_or_else(|| "-".into()));
            let purchase = story.purchase.as_ref();
            cells.push(text(
                story
                    .effective_votes
                    .as_ref()
                    .map(|votes| t.decimal(votes.to_f64(), 1)),
            ));
            cells.push(text(purchase.map(|purchase| self.amount(&purchase.price))));
            let voters =
                |of: fn(&kapok_budget::Purchase) -> u64| text(purchase.map(|p| t.number(of(p) as i64)));
            cells.extend([
                voters(|p| p.full_payers),
                voters(|p| p.part_payers),
                voters(|p| p.empty),
            ]);
        }
        cells.push(Cell::text(match how {
            How::Method => t.budget_how_method(),
            How::Completion => t.budget_how_completion(),
            How::Reserve => t.budget_how_reserve(),
        }));
        Row::new(&self.label(story.project), cells)
    }

    pub(crate) fn label(&self, project: u32) -> String {
        let project = &self.election.projects[project as usize];
        if project.name() == project.id {
            project.id.clone()
        } else {
            format!("{} ({})", project.name(), project.id)
        }
    }

    pub(crate) fn count(&self, count: u64) -> Cell {
        Cell::count(i64::try_from(count).unwrap_or(i64::MAX))
    }

    pub(crate) fn lost_table(&self, lost: &[&ProjectStory]) -> String {
        let t = self.t;
        let shares = lost.iter().any(|story| story.money_left.is_some());
        let more = lost.iter().any(|story| story.more_support.is_some());
        let mut columns = vec![t.budget_project(), t.budget_cost(), t.budget_votes()];
        if shares {
            columns.extend([t.budget_money_left(), t.budget_cover()]);
        }
        if more {
            columns.push(t.budget_more());
        }
        columns.push(t.budget_why());
        let mut stories = lost.to_vec();
        let cover = |story: &ProjectStory| story.cover_percent.unwrap_or(0.0);
        stories.sort_by(|a, b| {
            cover(b)
                .total_cmp(&cover(a))
                .then(b.votes.cmp(&a.votes))
                .then(a.project.cmp(&b.project))
        });
        let row = |story: &&ProjectStory| {
            let project = &self.election.projects[story.project as usize];
            let mut cells = vec![self.count(project.cost), self.count(story.votes)];
            let text = |text: Option<String>| Cell::Text(text.unwrap_or_else(|| "-".into()));
            if shares {
                cells.push(text(story.money_left.as_ref().map(|left| self.amount(left))));
                cells.push(text(story.cover_percent.map(|cover| t.percent(cover, 1))));
            }
            if more {
                cells.push(text(story.more_support.map(|more| t.number(more as i64))));
            }
            cells.push(Cell::text(self.why(&story.fate)));
            Row::new(&self.label(story.project), cells)
        };
        self.html(t.budget_lost_table(), columns, stories.iter().map(row).collect())
    }

    /// Why a project is not funded.
    pub(crate) fn why(&self, fate: &Fate) -> &'static str {
        let t = self.t;
        match fate {
            Fate::Barred => t.budget_why_barred(),
            Fate::AboveBudget => t.budget_why_above(),
            Fate::Unsupported => t.budget_why_none(),
            Fate::Excluded => t.budget_why_excluded(),
            _ => t.budget_why_lost(),
        }
    }

    pub(crate) fn ties_table(&self) -> String {
        let t = self.t;
        let entries = self.outcome.ties.entries();
        if entries.is_empty() {
            return String::new();
        }
        let row = |logged: &LoggedTie| {
            let by = match logged.tie.by {
                Decider::LowerCost => t.budget_tie_lower_cost(),
                Decider::HigherCost => t.budget_tie_higher_cost(),
                Decider::MoreVotes => t.budget_tie_more_votes(),
                Decider::Draw => t.budget_tie_draw(),
                Decider::Id => t.budget_tie_id(),
            };
            let projects = self.election.ids(&logged.tie.projects).join(", ");
            let chosen = &self.election.projects[logged.tie.chosen as usize].id;
            Row::new(
                &projects,
                [Cell::text(chosen), Cell::text(by), self.count(logged.times)],
            )
        };
        let columns = vec![
            t.budget_tie_projects(),
            t.budget_tie_chosen(),
            t.budget_tie_by(),
            t.budget_tie_times(),
        ];
        self.html(
            t.budget_ties_table(),
            columns,
            entries.iter().take(LISTED).map(row).collect(),
        )
    }
}
