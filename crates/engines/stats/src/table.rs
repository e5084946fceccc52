//! A table that can stand alone: what it counts, in which unit, out of how many, from where.

use crate::known::Known;
use crate::link::Link;
use crate::markup::escaped;
use crate::words::Words;

/// One entry of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// How many.
    Count(Known<i64>),
    /// How many in a hundred; 82.0 is 82 percent.
    Percent(Known<f64>),
    /// At least so many: the source says only that there were more.
    AtLeast(i64),
    /// By how much something changed; printed with its sign.
    Change(i64),
    /// By how many in a hundred something changed; printed with its sign.
    ChangePercent(Known<f64>),
    /// A number too small to be shown, or hidden to protect one.
    Hidden,
}

impl Cell {
    /// Words.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// A known count.
    #[must_use]
    pub fn count(count: i64) -> Self {
        Self::Count(Known::Known(count))
    }

    /// A known percentage.
    #[must_use]
    pub fn percent(percent: f64) -> Self {
        Self::Percent(Known::Known(percent))
    }

    /// The number for drawing; nothing for text and for what is unknown or hidden.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Self::Count(count) => count.value().map(|c| c as f64),
            Self::AtLeast(bound) | Self::Change(bound) => Some(*bound as f64),
            Self::Percent(percent) | Self::ChangePercent(percent) => percent.value(),
            Self::Text(_) | Self::Hidden => None,
        }
    }

    pub(crate) fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }
}

/// A row: its first cell says what it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// As many as the table has columns.
    pub cells: Vec<Cell>,
    /// The records behind the row.
    pub link: Option<Link>,
}

impl Row {
    /// A row without a link.
    #[must_use]
    pub fn new(label: &str, values: impl IntoIterator<Item = Cell>) -> Self {
        Self {
            cells: std::iter::once(Cell::text(label)).chain(values).collect(),
            link: None,
        }
    }

    /// The row with a link to the records behind it.
    #[must_use]
    pub fn linked(self, link: Option<Link>) -> Self {
        Self { link, ..self }
    }
}

/// A table with everything a reader needs to judge it.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// What is counted, such as "cases".
    pub unit: String,
    /// How many there are in all.
    pub n: Known<i64>,
    /// Column heads; the first stands over the labels.
    pub columns: Vec<String>,
    /// The rows, in the order shown.
    pub rows: Vec<Row>,
    /// Where the numbers come from.
    pub source: String,
    /// What else the reader must know, such as how percentages were rounded.
    pub note: Option<String>,
}

impl Table {
    /// The table as HTML: caption with base, heads with scope, first cell of a row as its head,
    /// numbers with class `n`, source and note below. All text is escaped.
    #[must_use]
    pub fn to_html(&self, words: &dyn Words) -> String {
        let numeric = |at: usize| {
            self.rows
                .iter()
                .any(|row| row.cells.get(at).is_some_and(|c| !c.is_text()))
        };
        let mut html = format!(
            "<table class=\"facts\"><caption>{} <span class=\"base\">{}</span></caption><thead><tr>",
            escaped(&self.caption),
            escaped(&words.base(self.n, &self.unit)),
        );
        for (at, head) in self.columns.iter().enumerate() {
            let class = if numeric(at) { " class=\"n\"" } else { "" };
            html += &format!("<th scope=\"col\"{class}>{}</th>", escaped(head));
        }
        html += "</tr></thead><tbody>";
        for row in &self.rows {
            html += &row_html(row, words);
        }
        html += "</tbody></table>";
        for (class, text) in [("source", Some(&self.source)), ("note", self.note.as_ref())] {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                html += &format!("<p class=\"{class}\">{}</p>", escaped(text));
            }
        }
        html
    }

    /// The table as CSV after RFC 4180: heads and rows, lines ending in CR LF, numbers as plain
    /// digits whatever the language.
    ///
    /// A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, tab or
    /// CR and is no plain number) gets an apostrophe in front.
    #[must_use]
    pub fn to_csv(&self, words: &dyn Words) -> String {
        let mut csv = csv_line(self.columns.iter().map(|head| csv_text(head)));
        for row in &self.rows {
            csv += &csv_line(row.cells.iter().map(|cell| csv_cell(cell, words)));
        }
        csv
    }
}

fn row_html(row: &Row, words: &dyn Words) -> String {
    let mut html = String::from("<tr>");
    for (at, cell) in row.cells.iter().enumerate() {
        let text = escaped(&words.cell(cell));
        html += &match (at, &row.link) {
            (0, Some(link)) => {
                format!(
                    "<th scope=\"row\"><a href=\"{}\">{text}</a></th>",
                    escaped(&link.to_string())
                )
            }
            (0, None) => format!("<th scope=\"row\">{text}</th>"),
            _ if cell.is_text() => format!("<td>{text}</td>"),
            _ => format!("<td class=\"n\">{text}</td>"),
        };
    }
    html + "</tr>"
}

fn csv_line(fields: impl Iterator<Item = String>) -> String {
    fields.collect::<Vec<_>>().join(",") + "\r\n"
}

fn csv_cell(cell: &Cell, words: &dyn Words) -> String {
    match cell {
        Cell::Count(Known::Known(count)) => count.to_string(),
        Cell::Change(change) => change.to_string(),
        Cell::Percent(Known::Known(percent)) | Cell::ChangePercent(Known::Known(percent)) => {
            percent.to_string()
        }
        other => csv_text(&words.cell(other)),
    }
}

fn csv_text(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_plain_number(text);
    let text = if formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// Digits with at most one sign before and one point within.
fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    all_digits(whole) && all_digits(fraction)
}
