//! A sheet with named columns, and what stands in its cells.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::{At, ImportError, Problem};

/// A CSV file that was read.
pub struct Sheet {
    /// Its rows.
    pub rows: Vec<Row>,
    names: Vec<String>,
    used: BTreeSet<String>,
}

/// A row by the names of its columns.
pub struct Row {
    /// Where it stands.
    pub at: At,
    cells: HashMap<String, String>,
}

impl Row {
    /// A cell without spaces around; empty when there is no such column.
    pub fn cell(&self, name: &str) -> &str {
        self.cells.get(name).map_or("", |c| c.trim())
    }

    /// A cell in the language asked for, or else the first that has words: `NAME`, or `NAME/LANGUAGE` as Decidim writes it.
    pub fn spoken(&self, name: &str, names: &[String], lang: &str) -> (String, Option<String>) {
        let wanted = self.cell(&format!("{name}/{lang}"));
        if !lang.is_empty() && !wanted.is_empty() {
            return (wanted.to_owned(), Some(lang.to_owned()));
        }
        if !self.cell(name).is_empty() {
            return (self.cell(name).to_owned(), None);
        }
        let prefix = format!("{name}/");
        names
            .iter()
            .filter_map(|n| Some((n.strip_prefix(&prefix)?, self.cell(n))))
            .find(|(_, cell)| !cell.is_empty())
            .map(|(lang, cell)| (cell.to_owned(), Some(lang.to_owned())))
            .unwrap_or_default()
    }
}

impl Sheet {
    /// Reads it; the separator is the one of comma, semicolon and tab that the first line has most of. Lines that are no lines
    /// of the table are problems.
    ///
    /// # Errors
    /// Without a line of names.
    pub fn read(file: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Result<Self, ImportError> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let first = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
        let count = |c: u8| first.iter().filter(|b| **b == c).count();
        let delimiter = [b',', b';', b'\t']
            .into_iter()
            .max_by_key(|c| (count(*c), *c == b','))
            .unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .from_reader(bytes);
        let names: Vec<String> = match reader.headers() {
            Ok(names) => names.iter().map(|n| n.trim().to_owned()).collect(),
            Err(e) => return Err(ImportError::Form(file.to_owned(), e.to_string())),
        };
        if names.iter().all(String::is_empty) {
            return Err(ImportError::Form(
                file.to_owned(),
                "the first line has no names of columns".into(),
            ));
        }
        let mut rows = Vec::new();
        for record in reader.records() {
            let line = |p: Option<&csv::Position>| p.map_or(0, csv::Position::line);
            match record {
                Ok(record) => {
                    let at = At {
                        file: file.to_owned(),
                        line: line(record.position()),
                    };
                    let cells = names
                        .iter()
                        .cloned()
                        .zip(record.iter().map(str::to_owned))
                        .collect();
                    rows.push(Row { at, cells });
                }
                Err(e) => {
                    let at = At {
                        file: file.to_owned(),
                        line: line(e.position()),
                    };
                    problems.push(Problem::new(&at, "", format!("no line of the table: {e}")));
                }
            }
        }
        Ok(Self {
            rows,
            names,
            used: BTreeSet::new(),
        })
    }

    /// Names of the columns.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Says that these columns, and those of their languages, are used.
    pub fn uses(&mut self, names: &[&str]) {
        let fits = |n: &&String| {
            names
                .iter()
                .any(|u| n.as_str() == *u || n.strip_prefix(u).is_some_and(|r| r.starts_with('/')))
        };
        self.used.extend(self.names.iter().filter(fits).cloned());
    }

    /// The columns that nothing is made of.
    pub fn left_out(&self) -> Vec<String> {
        self.names
            .iter()
            .filter(|n| !n.is_empty() && !self.used.contains(*n))
            .cloned()
            .collect()
    }
}

/// A moment as people and programs write it: RFC 3339, `2024-05-01 10:00:00 UTC`, or a day, which begins in the city.
pub fn moment(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    if let Some(day) = day(text).filter(|_| text.len() <= 10) {
        return zone.to_timestamp(day.at(0, 0, 0, 0)).ok();
    }
    let (local, rest) = text.split_at_checked(19)?;
    let zone = match rest.trim() {
        "UTC" | "+0000" | "Z" => TimeZone::UTC,
        "" => zone.clone(),
        _ => return None,
    };
    zone.to_timestamp(local.replace(' ', "T").parse::<DateTime>().ok()?)
        .ok()
}

/// A day: `2024-05-01`, `01.05.2024` or `01/05/2024` (day before month).
pub fn day(text: &str) -> Option<Date> {
    let first = text.get(..10).unwrap_or(text);
    if let Ok(day) = first.parse() {
        return Some(day);
    }
    let parts: Vec<i16> = text
        .split(['.', '/'])
        .map(|p| p.trim().parse().ok())
        .collect::<Option<_>>()?;
    match parts.as_slice() {
        [d, m, y] => Date::new(*y, i8::try_from(*m).ok()?, i8::try_from(*d).ok()?).ok(),
        _ => None,
    }
}

/// The words of a text that may be HTML: paragraphs and line ends stay, marks go.
pub fn words(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, mark) = rest.split_at(at);
        out.push_str(before);
        // A "<" that begins no mark is only a character.
        let is_mark = mark[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        match mark.find('>').filter(|_| is_mark) {
            Some(end) => {
                let name = mark[1..end].to_ascii_lowercase();
                if ["br", "/p", "/li", "/h", "/div"]
                    .iter()
                    .any(|n| name.starts_with(n))
                {
                    out.push('\n');
                }
                rest = &mark[end + 1..];
            }
            None => {
                out.push('<');
                rest = &mark[1..];
            }
        }
    }
    out.push_str(rest);
    let entities = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    let text = entities
        .iter()
        .fold(out, |text, (from, to)| text.replace(from, to));
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_platforms_write_them() {
        let zone = TimeZone::fixed(jiff::tz::offset(2));
        let at = |text| moment(text, &zone).map(|t| t.to_string());
        assert_eq!(
            at("2024-05-01 10:00:00 UTC").as_deref(),
            Some("2024-05-01T10:00:00Z")
        );
        assert_eq!(
            at("2024-05-01T10:00:00+02:00").as_deref(),
            Some("2024-05-01T08:00:00Z")
        );
        assert_eq!(at("2024-05-01 10:00:00").as_deref(), Some("2024-05-01T08:00:00Z"));
        assert_eq!(at("01.05.2024").as_deref(), Some("2024-04-30T22:00:00Z"));
        assert_eq!(at("in May"), None);
    }

    #[test]
    fn html_becomes_words() {
        assert_eq!(
            words("<p>More <b>light</b></p><p>3 < 4 &amp; 5</p>"),
            "More light\n3 < 4 & 5"
        );
    }
}
