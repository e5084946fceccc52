//! The page of a map: what is common first, then what divides, then the map, then how sure all of it is.

mod tables;

use askama::Template;
use kapok_i18n::{Lang, T};
use kapok_opinion::groups::stability::Finding;
use kapok_opinion::map::{Map, Mode, Representative, Shared, StatementResult};
use kapok_opinion::tally::{Side, Tally};
use kapok_report::Sheet;

use crate::picture;

/// How many statements a list on the page shows.
const LISTED: usize = 8;
/// How many statements stand for a group on the page.
const PER_GROUP: usize = 5;

#[derive(Template)]
#[template(path = "opinion.html")]
struct Page {
    c: Sheet,
    title: String,
    finding: String,
    tiles: Vec<(String, String)>,
    asked: Vec<String>,
    common_say: String,
    common: Vec<Line>,
    divides: Vec<Line>,
    map_say: String,
    picture: String,
    groups: Vec<GroupRow>,
    stands: Vec<Stands>,
    part: Vec<(String, String)>,
    sure: Vec<String>,
    tried: Vec<Vec<String>>,
    bridges: Vec<Cells>,
    all_heads: Vec<String>,
    all: Vec<Cells>,
    notes: Vec<String>,
}

/// A statement with its bars.
struct Line {
    id: u32,
    text: String,
    side: String,
    bars: Vec<Bar>,
}

/// Votes of one group on it.
struct Bar {
    label: String,
    svg: String,
    agree: String,
    disagree: String,
    pass: String,
}

struct GroupRow {
    mark: String,
    label: String,
    people: String,
    share: String,
    middle: String,
}

struct Stands {
    heading: String,
    lines: Vec<Line>,
}

struct Cells {
    text: String,
    cells: Vec<String>,
}

/// The whole page.
///
/// # Errors
/// When the template cannot be filled in, which is a bug.
pub fn render(map: &Map, lang: Lang, command: &str) -> askama::Result<String> {
    let view = View { map, t: T(lang) };
    view.page(Sheet::new(lang, command)).render()
}

/// The summary for a terminal: the same facts, shorter.
pub fn summary(map: &Map, lang: Lang) -> String {
    let view = View { map, t: T(lang) };
    let t = view.t;
    let mut lines = vec![view.title(), String::new()];
    lines.extend(
        view.tiles()
            .into_iter()
            .map(|(number, label)| format!("{number:>9}  {label}")),
    );
    lines.extend([String::new(), view.finding()]);
    lines.extend(view.sure());
    for (at, group) in map.groups.iter().enumerate() {
        lines.push(format!(
            "{:>9}  {}",
            t.number(wide(group.size)),
            t.opinion_group(&picture::letter(at))
        ));
    }
    let mut section = |heading: &str, list: Vec<Line>| {
        if !list.is_empty() {
            lines.extend([String::new(), heading.to_owned()]);
            lines.extend(list.iter().take(PER_GROUP).map(|line| summary_line(t, line)));
        }
    };
    section(t.opinion_common_heading(), view.common());
    section(t.opinion_divides_heading(), view.divides());
    for stands in view.stands() {
        section(&stands.heading, stands.lines);
    }
    if !map.notes.is_empty() {
        lines.push(String::new());
        lines.extend(map.notes.iter().map(|note| format!("note: {note}")));
    }
    lines.join("\n") + "\n"
}

fn summary_line(t: T, line: &Line) -> String {
    let side = if line.side.is_empty() {
        String::new()
    } else {
        format!("[{}] ", line.side)
    };
    let bars: Vec<String> = line
        .bars
        .iter()
        .map(|bar| format!("{} {}/{}/{}", bar.label, bar.agree, bar.disagree, bar.pass))
        .collect();
    let legend = format!(
        "{}/{}/{}",
        t.opinion_agree(),
        t.opinion_disagree(),
        t.opinion_pass()
    );
    format!(
        "  #{:<5} {side}{}\n         {}  ({legend})",
        line.id,
        line.text.replace('\n', " "),
        bars.join(" · ")
    )
}

struct View<'a> {
    map: &'a Map,
    t: T,
}

impl View<'_> {
    fn page(&self, c: Sheet) -> Page {
        let t = self.t;
        let asked = self.map.conversation.description.as_deref().unwrap_or_default();
        let groups = self.groups();
        let facts: Vec<String> = groups
            .iter()
            .map(|row| format!("{}: {}", row.label, row.people))
            .collect();
        Page {
            title: self.title(),
            finding: self.finding(),
            tiles: self.tiles(),
            asked: asked
                .lines()
                .filter(|line| !line.trim().is_empty())
                .map(str::to_owned)
                .collect(),
            common_say: self.common_say().to_owned(),
            common: self.common(),
            divides: self.divides(),
            map_say: self.map_say(),
            picture: picture::picture(self.map, t.opinion_map_heading(), &facts.join("; ")),
            groups,
            stands: self.stands(),
            part: self.part(),
            sure: self.sure(),
            tried: self.tried(),
            bridges: self.bridges(),
            all_heads: self.all_heads(),
            all: self.all(),
            notes: self.map.notes.iter().map(ToString::to_string).collect(),
            c,
        }
    }

    fn title(&self) -> String {
        self.map
            .conversation
            .topic
            .clone()
            .unwrap_or_else(|| self.t.opinion_title().to_owned())
    }

    fn finding(&self) -> String {
        let t = self.t;
        match self.map.stability.finding {
            Finding::Groups => t.opinion_found_groups(wide(self.map.groups.len())),
            Finding::UnstableGroups => t.opinion_found_unstable().to_owned(),
            Finding::NoClearGroups => t.opinion_found_none().to_owned(),
            Finding::NoPattern => t.opinion_found_no_pattern().to_owned(),
            Finding::TooFew => t.opinion_found_few().to_owned(),
            Finding::Given => t.opinion_found_given().to_owned(),
        }
    }

    fn tiles(&self) -> Vec<(String, String)> {
        let (t, totals) = (self.t, &self.map.totals);
        [
            (totals.participants, t.opinion_people()),
            (totals.votes, t.opinion_votes()),
            (totals.shown, t.opinion_statements()),
            (self.map.groups.len(), t.opinion_groups()),
        ]
        .map(|(number, label)| (t.number(wide(number)), label.to_owned()))
        .to_vec()
    }

    fn common_say(&self) -> &'static str {
        match self.map.mode {
            Mode::Compatible => self.t.opinion_common_polis_say(),
            Mode::Kapok if self.map.groups.is_empty() => self.t.opinion_common_all_say(),
            Mode::Kapok => self.t.opinion_common_say(),
        }
    }

    fn statement(&self, id: u32) -> Option<&StatementResult> {
        let at = self
            .map
            .statements
            .binary_search_by_key(&id, |statement| statement.id)
            .ok()?;
        self.map.statements.get(at)
    }

    fn line(&self, id: u32, side: &str) -> Option<Line> {
        let statement = self.statement(id)?;
        let mut bars = Vec::new();
        for (at, count) in statement.counts.iter().enumerate() {
            bars.push(self.bar(self.t.opinion_group(&picture::letter(at)), count.tally));
        }
        bars.push(self.bar(self.t.opinion_everyone().to_owned(), statement.tally));
        Some(Line {
            id,
            text: statement.text.clone(),
            side: side.to_owned(),
            bars,
        })
    }

    fn bar(&self, label: String, tally: Tally) -> Bar {
        let number = |count: u64| self.t.number(i64::try_from(count).unwrap_or(i64::MAX));
        Bar {
            label,
            svg: picture::bar(tally.agree, tally.disagree, tally.pass, self.t.lang().is_rtl()),
            agree: number(tally.agree),
            disagree: number(tally.disagree),
            pass: number(tally.pass),
        }
    }

    fn common(&self) -> Vec<Line> {
        let t = self.t;
        let line = |shared: &Shared| {
            let (id, side) = match shared {
                Shared::Kapok(common) => (common.id, common.side),
                Shared::Polis(agreed) => (agreed.id, agreed.side),
            };
            let polis = matches!(shared, Shared::Polis(_)) || self.map.groups.is_empty();
            let side = match (side, polis) {
                (Side::Agree, false) => t.opinion_common_agree(),
                (Side::Disagree, false) => t.opinion_common_disagree(),
                (Side::Agree, true) => t.opinion_agree(),
                (Side::Disagree, true) => t.opinion_disagree(),
            };
            self.line(id, side)
        };
        self.map
            .common_ground
            .iter()
            .take(LISTED)
            .filter_map(line)
            .collect()
    }

    fn divides(&self) -> Vec<Line> {
        self.map
            .divisive
            .iter()
            .take(LISTED)
            .filter_map(|divisive| self.line(divisive.id, ""))
            .collect()
    }

    fn stands(&self) -> Vec<Stands> {
        let t = self.t;
        let line = |representative: &Representative| {
            let (id, side) = match representative {
                Representative::Kapok(one) => (one.id, one.side),
                Representative::Polis(one) => (one.id, one.side),
            };
            let side = if side == Side::Agree {
                t.opinion_agree()
            } else {
                t.opinion_disagree()
            };
            self.line(id, side)
        };
        let stands = |(at, list): (usize, &kapok_opinion::map::Representatives)| Stands {
            heading: t.opinion_group_stands(&picture::letter(at)),
            lines: list.statements.iter().take(PER_GROUP).filter_map(line).collect(),
        };
        self.map.representative.iter().enumerate().map(stands).collect()
    }

    fn map_say(&self) -> String {
        let [across, up] = self.map.axes.map(|share| self.t.percent(share * 100.0, 1));
        let say = self.t.opinion_map_say(&across, &up);
        if self.map.groups.is_empty() {
            format!("{say} {}", self.t.opinion_map_none())
        } else {
            say
        }
    }
}

fn wide(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn part(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
