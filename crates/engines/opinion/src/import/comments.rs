//! `comments.csv`: the statements.

use std::collections::BTreeMap;

use csv::ByteRecord;

use super::table::{File, Table};
use crate::conversation::{Note, Statement};
use crate::error::ImportError;

/// Where the columns are.
struct Columns {
    id: usize,
    author: Option<usize>,
    time: Option<usize>,
    text: Option<usize>,
    moderated: Option<usize>,
    meta: Option<usize>,
    seed: Option<usize>,
    agrees: Option<usize>,
    disagrees: Option<usize>,
}

impl Columns {
    fn find(table: &Table<'_>) -> Result<Self, ImportError> {
        Ok(Self {
            id: table.need(&["comment-id", "statement-id", "tid"])?,
            author: table.column(&["author-id", "author", "participant-id", "pid"]),
            time: table.column(&["timestamp", "created"]),
            text: table.column(&["comment-body", "body", "txt", "text"]),
            moderated: table.column(&["moderated", "mod"]),
            meta: table.column(&["is-meta"]),
            seed: table.column(&["is-seed"]),
            agrees: table.column(&["agrees", "aggrees", "agree-count"]),
            disagrees: table.column(&["disagrees", "disagree-count"]),
        })
    }
}

/// The statements by ascending id, and what was noticed.
pub(crate) fn read(file: File<'_>) -> Result<(Vec<Statement>, Vec<Note>), ImportError> {
    let mut table = Table::open(file)?;
    let columns = Columns::find(&table)?;
    let mut statements = BTreeMap::new();
    let (mut again, mut not_utf8) = (0, 0);
    let mut row = ByteRecord::new();
    while table.next(&mut row)? {
        not_utf8 += usize::from(row.iter().any(|cell| std::str::from_utf8(cell).is_err()));
        let statement = statement(&table, &columns, &row)?;
        match statements.entry(statement.id) {
            std::collections::btree_map::Entry::Vacant(place) => {
                place.insert(statement);
            }
            std::collections::btree_map::Entry::Occupied(_) => again += 1,
        }
    }
    let mut notes = Vec::new();
    if again > 0 {
        notes.push(Note::Again { lines: again });
    }
    if not_utf8 > 0 {
        notes.push(Note::NotUtf8 {
            file: table.name.to_owned(),
            lines: not_utf8,
        });
    }
    Ok((statements.into_values().collect(), notes))
}

fn statement(table: &Table<'_>, columns: &Columns, row: &ByteRecord) -> Result<Statement, ImportError> {
    let whole = |column: Option<usize>| column.map_or(Ok(None), |column| table.whole(row, column));
    let flag = |column: Option<usize>| column.map_or(Ok(false), |column| flag(table, row, column));
    let moderated = whole(columns.moderated)?;
    let moderated = match moderated {
        None | Some(1) => 1,
        Some(0) => 0,
        Some(-1) => -1,
        Some(_) => return Err(table.wrong(row, columns.moderated.unwrap_or(0), "-1, 0 or 1")),
    };
    let text = columns
        .text
        .and_then(|column| row.get(column))
        .unwrap_or_default();
    Ok(Statement {
        id: table.id(row, columns.id)?,
        author: whole(columns.author)?.and_then(|author| u32::try_from(author).ok()),
        time: whole(columns.time)?,
        text: String::from_utf8_lossy(text).into_owned(),
        moderated,
        meta: flag(columns.meta)?,
        seed: flag(columns.seed)?,
        agrees: whole(columns.agrees)?.and_then(|count| u64::try_from(count).ok()),
        disagrees: whole(columns.disagrees)?.and_then(|count| u64::try_from(count).ok()),
    })
}

fn flag(table: &Table<'_>, row: &ByteRecord, column: usize) -> Result<bool, ImportError> {
    let cell = row.get(column).unwrap_or_default().trim_ascii();
    match cell.to_ascii_lowercase().as_slice() {
        b"true" | b"1" | b"t" | b"yes" => Ok(true),
        b"" | b"false" | b"0" | b"f" | b"no" => Ok(false),
        _ => Err(table.wrong(row, column, "true or false")),
    }
}
