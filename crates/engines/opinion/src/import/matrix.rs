//! `participants-votes.csv`: one row per participant with totals, one column per statement.

use csv::ByteRecord;

use super::sign::Totals;
use super::table::{File, Table, parse_id};
use crate::conversation::Person;
use crate::error::ImportError;
use crate::votes::{Event, Limits, Vote, limit};

/// What the file says.
pub(crate) struct Matrix {
    pub people: Vec<Person>,
    pub totals: Vec<Totals>,
    pub events: Vec<Event>,
}

/// Where the columns are that describe a participant, and which columns hold votes on which statement.
struct Columns {
    participant: usize,
    xid: Option<usize>,
    group: Option<usize>,
    agrees: Option<usize>,
    disagrees: Option<usize>,
    statements: Vec<(usize, u32)>,
}

impl Columns {
    fn find(table: &Table<'_>) -> Result<Self, ImportError> {
        let statements = table.heads.iter().enumerate();
        let statements = statements.filter_map(|(at, head)| Some((at, parse_id(head.as_bytes())?)));
        Ok(Self {
            participant: table.need(&["participant", "participant-id", "pid"])?,
            xid: table.column(&["xid"]),
            group: table.column(&["group-id", "group"]),
            agrees: table.column(&["n-agree", "agrees"]),
            disagrees: table.column(&["n-disagree", "disagrees"]),
            statements: statements.collect(),
        })
    }
}

/// Reads the file.
pub(crate) fn read(file: File<'_>, limits: Limits) -> Result<Matrix, ImportError> {
    let mut table = Table::open(file)?;
    let columns = Columns::find(&table)?;
    let mut matrix = Matrix {
        people: Vec::new(),
        totals: Vec::new(),
        events: Vec::new(),
    };
    let mut row = ByteRecord::new();
    while table.next(&mut row)? {
        let id = table.id(&row, columns.participant)?;
        for (column, statement) in &columns.statements {
            if let Some(value) = table.vote(&row, *column)? {
                matrix
                    .events
                    .push(Event::new(id, *statement, 0, Vote::from_value(value)));
            }
        }
        limit("votes", matrix.events.len(), limits.votes)?;
        describe(&mut matrix, &table, &columns, &row, id)?;
    }
    matrix.people.sort_by_key(|person| person.id);
    matrix.people.dedup_by_key(|person| person.id);
    Ok(matrix)
}

fn describe(
    matrix: &mut Matrix,
    table: &Table<'_>,
    columns: &Columns,
    row: &ByteRecord,
    id: u32,
) -> Result<(), ImportError> {
    let whole = |column: Option<usize>| column.map_or(Ok(None), |column| table.whole(row, column));
    let xid = columns.xid.and_then(|column| row.get(column)).unwrap_or_default();
    let group = whole(columns.group)?;
    matrix.people.push(Person {
        id,
        xid: (!xid.is_empty()).then(|| String::from_utf8_lossy(xid).into_owned()),
        group: group.and_then(|group| u32::try_from(group).ok()),
    });
    if let (Some(agrees), Some(disagrees)) = (whole(columns.agrees)?, whole(columns.disagrees)?) {
        matrix.totals.push(Totals {
            participant: id,
            agrees,
            disagrees,
        });
    }
    Ok(())
}
