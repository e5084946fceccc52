//! A table of cards, from a file or pasted from a spreadsheet.

use super::{MOST_ROWS, Row};

/// The column that a table must have.
const NEEDED: &str = "text";
/// Columns that it may have, in any order.
const COLUMNS: [&str; 6] = [NEEDED, "place", "channel", "lang", "date", "contact"];

/// A table that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<Row>,
    /// Names of columns that we do not know. Nothing of them is in the rows.
    pub left_out: Vec<String>,
}

/// Why a table cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableError {
    /// There is none.
    Empty,
    /// It lacks this column.
    Column(&'static str),
    /// This line, from 1, is no line of a table.
    Line(u64),
    /// From this line on, a quotation mark is not closed, and would swallow the rows below.
    Quote(u64),
    /// It has so many rows: none, or more than [`MOST_ROWS`].
    Rows(usize),
}

/// Reads a table with a line of column names. The separator is the one of comma, semicolon and tab that the first line
/// has most of: spreadsheets write and copy all three.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn table(text: &str) -> Result<Table, TableError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(TableError::Empty);
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let broken = |error: csv::Error| TableError::Line(error.position().map_or(1, csv::Position::line));
    let names = reader.headers().map_err(broken)?.clone();
    let find = |name: &str| names.iter().position(|n| n.eq_ignore_ascii_case(name));
    let [Some(text_at), place, channel, lang, date, contact] = COLUMNS.map(find) else {
        return Err(TableError::Column(NEEDED));
    };
    // A quotation mark in the middle of a cell is only a character; one that opens a cell and is never closed takes all
    // that follows into its cell. Then the number of marks is odd and some row goes over several lines.
    let odd_quotes = text.matches('"').count() % 2 == 1;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let cell = |i: usize| record.get(i).unwrap_or_default().to_owned();
        let or_none = |at: Option<usize>| at.map(cell).unwrap_or_default();
        if odd_quotes && record.iter().any(|cell| cell.contains('\n')) {
            return Err(TableError::Quote(
                record.position().map_or(1, csv::Position::line),
            ));
        }
        rows.push(Row {
            text: cell(text_at),
            place: or_none(place),
            channel: or_none(channel).to_lowercase(),
            lang: or_none(lang),
            date: or_none(date),
            contact: or_none(contact),
        });
        if rows.len() > MOST_ROWS {
            return Err(TableError::Rows(rows.len()));
        }
    }
    if rows.is_empty() {
        return Err(TableError::Rows(0));
    }
    let known = |name: &str| name.is_empty() || COLUMNS.iter().any(|c| name.eq_ignore_ascii_case(c));
    let left_out = names.iter().filter(|n| !known(n)).map(str::to_owned).collect();
    Ok(Table { rows, left_out })
}

fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |c: u8| first.bytes().filter(|b| *b == c).count();
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|c| (count(*c), *c == b','))
        .unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "text,place,lang,date,contact";

    fn rows(text: &str) -> Vec<Row> {
        table(text).unwrap().rows
    }

    #[test]
    fn a_table_gives_its_rows_whatever_its_separator_and_order() {
        let plain = rows(&format!("\u{feff}{HEAD}\nMore light,Ridge,en,2026-02-01,\n"));
        assert_eq!(
            (plain[0].text.as_str(), plain[0].place.as_str()),
            ("More light", "Ridge")
        );
        let semicolons = rows("Place;Text;Lang;Date;Contact\nRidge;\"a, b\";;;\n");
        assert_eq!(
            (semicolons[0].text.as_str(), semicolons[0].place.as_str()),
            ("a, b", "Ridge")
        );
        let pasted = rows("text\tplace\tlang\tdate\tcontact\tchannel\n路灯\t\tzh\t\t\tStation");
        assert_eq!(
            (pasted[0].text.as_str(), pasted[0].channel.as_str()),
            ("路灯", "station")
        );
    }

    #[test]
    fn only_the_words_are_needed() {
        assert_eq!(rows("text\nMore light\n")[0].text, "More light");
        let without = table("place,date\nRidge,\n");
        assert_eq!(without, Err(TableError::Column("text")));
        assert_eq!(table(" \n"), Err(TableError::Empty));
    }

    #[test]
    fn a_column_that_nobody_knows_is_named() {
        let read = table("nr,text,Medium,\n1,More light,letter,\n").unwrap();
        assert_eq!(read.left_out, ["nr", "Medium"]);
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_swallows_no_rows() {
        let open = "text,place\nOne,\n\"Two,Ridge\nThree,\nFour,\n";
        assert_eq!(table(open), Err(TableError::Quote(3)));
        let inches = rows("text\nA 5\" pipe leaks\nThree\n");
        assert_eq!(inches.len(), 2);
        let lines = rows("text\n\"One\nin two lines\"\nThree\n");
        assert_eq!((lines.len(), lines[0].text.as_str()), (2, "One\nin two lines"));
    }

    #[test]
    fn a_table_without_rows_and_one_with_too_many_are_refused() {
        assert_eq!(table(HEAD), Err(TableError::Rows(0)));
        let many = format!("{HEAD}\n{}", "a,,,,\n".repeat(MOST_ROWS + 1));
        assert_eq!(table(&many), Err(TableError::Rows(MOST_ROWS + 1)));
    }

    #[test]
    fn a_short_line_has_empty_cells() {
        let only = Row {
            text: "only words".into(),
            ..Row::default()
        };
        assert_eq!(rows(&format!("{HEAD}\nonly words\n")), [only]);
    }
}
