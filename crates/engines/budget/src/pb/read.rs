//! From bytes to an [`Election`], in one pass and with a memory that does not grow with the length of a line.

use std::io::BufRead;

use super::collect::Reader;
use super::error::{PbError, Problem};
use super::finding::Finding;
use super::rows::Rows;
use crate::election::Election;

/// What was read: the election, and everything noticed on the way.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The election, with its valid ballots only.
    pub election: Election,
    /// What was noticed, in the file's order; at most 10,000 entries.
    pub findings: Vec<Finding>,
    /// How many ballots were set aside as invalid.
    pub invalid: u64,
    /// How many findings there were in all.
    pub found: u64,
    /// Why the file looks cut off: META announces more than it holds. To be treated as an error unless the owner
    /// says that the file is whole.
    pub incomplete: Option<Problem>,
}

/// Reads a Pabulib file.
pub fn read(input: impl BufRead) -> Result<Reading, PbError> {
    let mut rows = Rows::new(input);
    let meta = read_meta(&mut rows)?;
    let mut reader = Reader::new(&meta)?;
    reader.read_projects(&mut rows)?;
    reader.read_votes(&mut rows)?;
    reader.finish(meta)
}

/// The section that a row opens, if it does.
pub(super) fn section<R: BufRead>(rows: &Rows<R>) -> Option<&'static str> {
    let known = ["META", "PROJECTS", "VOTES"]
        .into_iter()
        .find(|name| rows.cell(0).eq_ignore_ascii_case(name))?;
    (1..rows.len())
        .all(|index| rows.cell(index).is_empty())
        .then_some(known)
}

/// META as (key, value, line).
pub(super) type Meta = Vec<(String, String, u64)>;

fn read_meta<R: BufRead>(rows: &mut Rows<R>) -> Result<Meta, PbError> {
    if !rows.advance()? {
        return Err(PbError::File {
            problem: Problem::Empty,
        });
    }
    match section(rows) {
        Some("META") => {}
        Some(section) => {
            return Err(rows.at(
                0,
                Problem::SectionOrder {
                    section,
                    before: "META",
                },
            ));
        }
        None => {
            let text = rows.cell(0).chars().take(40).collect();
            return Err(rows.at(0, Problem::BeforeSections { text }));
        }
    }
    let header = rows.advance()?
        && rows.cell(0).eq_ignore_ascii_case("key")
        && rows.cell(1).eq_ignore_ascii_case("value");
    if !header {
        return Err(rows.at(0, Problem::HeaderMissing { section: "META" }));
    }
    let mut meta: Meta = Vec::new();
    while rows.advance()? {
        match section(rows) {
            Some("PROJECTS") => return Ok(meta),
            Some("META") => return Err(rows.at(0, Problem::SectionTwice { section: "META" })),
            Some(section) => {
                return Err(rows.at(
                    0,
                    Problem::SectionOrder {
                        section,
                        before: "PROJECTS",
                    },
                ));
            }
            None => {}
        }
        let key = rows.cell(0).to_owned();
        if meta.iter().any(|(name, _, _)| *name == key) {
            return Err(rows.at(0, Problem::KeyTwice { key }));
        }
        meta.push((key, rows.cell(1).to_owned(), rows.line()));
    }
    Err(PbError::File {
        problem: Problem::SectionMissing { section: "PROJECTS" },
    })
}

/// The names of the columns, from the row below a section's title.
pub(super) fn header<R: BufRead>(
    rows: &mut Rows<R>,
    section: &'static str,
    needed: &[&'static str],
) -> Result<Vec<String>, PbError> {
    if !rows.advance()? || self::section(rows).is_some() {
        return Err(rows.at(0, Problem::HeaderMissing { section }));
    }
    let names: Vec<String> = (0..rows.len())
        .map(|index| rows.cell(index).to_lowercase())
        .collect();
    for column in needed {
        if !names.iter().any(|name| name == column) {
            return Err(rows.at(0, Problem::ColumnMissing { section, column }));
        }
    }
    for (at, name) in names.iter().enumerate() {
        if !name.is_empty() && names[..at].contains(name) {
            return Err(rows.at(at, Problem::ColumnTwice { column: name.clone() }));
        }
    }
    Ok(names)
}

pub(super) fn place(names: &[String], column: &str) -> Option<usize> {
    names.iter().position(|name| name == column)
}
