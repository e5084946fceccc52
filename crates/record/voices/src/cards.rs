//! A stack of cards: rows as they are typed into the grid or come from a table, and the voices they become.
//!
//! Nothing typed is lost: a row that cannot be heard keeps what was written and says what is wrong.

use jiff::Timestamp;
use kapok_acts::{ActError, Env, Fields};

use crate::model::{Channel, VoiceKind};
use crate::new::NewVoice;

/// Columns that a table must have, in any order.
pub const COLUMNS: [&str; 5] = ["text", "place", "lang", "date", "contact"];
/// Column that it may have besides.
const CHANNEL: &str = "channel";
/// Rows of one stack.
pub const MOST_ROWS: usize = 500;

/// A row as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The words on the card.
    pub text: String,
    /// Where; empty for the stack's.
    pub place: String,
    /// Id of a channel; empty for the stack's.
    pub channel: String,
    /// Language tag; empty to find out.
    pub lang: String,
    /// ISO date; empty for the stack's.
    pub date: String,
    /// How to reach the author.
    pub contact: String,
}

impl Row {
    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let all = [
            &self.text,
            &self.place,
            &self.channel,
            &self.lang,
            &self.date,
            &self.contact,
        ];
        all.iter().all(|cell| cell.trim().is_empty())
    }
}

/// What holds for every row that does not say otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stack {
    /// Where.
    pub place: String,
    /// Id of a channel.
    pub channel: String,
    /// ISO date; empty for now.
    pub date: String,
}

/// The voice of a row.
///
/// # Errors
/// [`ActError::Fields`] with everything that is wrong, under the names of the columns.
pub fn voice(env: &Env, stack: &Stack, row: &Row) -> Result<NewVoice, ActError> {
    let or = |own: &str, stacks: &str| {
        let own = own.trim();
        if own.is_empty() {
            stacks.trim().to_owned()
        } else {
            own.to_owned()
        }
    };
    let mut wrong = Fields::default();
    let channel = channel(&or(&row.channel, &stack.channel), &mut wrong);
    let heard_at = heard_at(env, &or(&row.date, &stack.date), &mut wrong, "date");
    let filled = |cell: &str| Some(cell.trim().to_owned()).filter(|c| !c.is_empty());
    let voice = NewVoice {
        text: row.text.clone(),
        place_words: or(&row.place, &stack.place),
        contact: filled(&row.contact),
        lang: filled(&row.lang),
        channel,
        kind: VoiceKind::Unstated,
        heard_at,
        ..NewVoice::default()
    };
    match voice.check(env) {
        Err(ActError::Fields(more)) => wrong.0.extend(more.0.into_iter().map(|mut error| {
            if error.field == "heard" {
                error.field = "date";
            }
            error
        })),
        other => other?,
    }
    wrong.check()?;
    Ok(voice)
}

/// A channel by which staff may enter voices.
pub(crate) fn channel(id: &str, wrong: &mut Fields) -> Channel {
    let known = Channel::parse(id).filter(|c| !c.is_self_service());
    known.unwrap_or_else(|| {
        wrong.add("channel", "form-unknown");
        Channel::PaperCard
    })
}

/// The moment that stands for a day: now for today and for no day, else noon in the city, so that it is the same day
/// wherever it is read.
pub(crate) fn heard_at(env: &Env, date: &str, wrong: &mut Fields, field: &'static str) -> Option<Timestamp> {
    let date = date.trim();
    if date.is_empty() {
        return None;
    }
    let Ok(date) = date.parse::<jiff::civil::Date>() else {
        wrong.add(field, "form-date-wrong");
        return None;
    };
    if date == env.today() {
        return None;
    }
    let noon = env
        .city
        .start_of(date)
        .checked_add(jiff::SignedDuration::from_hours(12));
    noon.ok()
}

/// Why a table cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableError {
    /// It lacks this column.
    Column(&'static str),
    /// This line, from 1, is no line of a table.
    Line(u64),
    /// It has so many rows: none, or more than [`MOST_ROWS`].
    Rows(usize),
}

/// Reads a table with a line of column names. The separator is the one of comma, semicolon and tab that the first line
/// has most of: spreadsheets write and copy all three.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn table(text: &str) -> Result<Vec<Row>, TableError> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let broken = |error: csv::Error| TableError::Line(error.position().map_or(1, csv::Position::line));
    let names = reader.headers().map_err(broken)?.clone();
    let find = |name: &str| names.iter().position(|n| n.eq_ignore_ascii_case(name));
    let mut at = [0; COLUMNS.len()];
    for (place, name) in at.iter_mut().zip(COLUMNS) {
        *place = find(name).ok_or(TableError::Column(name))?;
    }
    let channel = find(CHANNEL);
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let cell = |i: usize| record.get(i).unwrap_or_default().to_owned();
        let [text, place, lang, date, contact] = at.map(cell);
        rows.push(Row {
            text,
            place,
            channel: channel.map(cell).unwrap_or_default(),
            lang,
            date,
            contact,
        });
        if rows.len() > MOST_ROWS {
            return Err(TableError::Rows(rows.len()));
        }
    }
    if rows.is_empty() {
        return Err(TableError::Rows(0));
    }
    Ok(rows)
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

    #[test]
    fn a_table_gives_its_rows_whatever_its_separator_and_order() {
        let plain = table(&format!("\u{feff}{HEAD}\nMore light,Ridge,en,2026-02-01,\n")).unwrap();
        assert_eq!(
            (plain[0].text.as_str(), plain[0].place.as_str()),
            ("More light", "Ridge")
        );
        let semicolons = table("Place;Text;Lang;Date;Contact\nRidge;\"a, b\";;;\n").unwrap();
        assert_eq!(
            (semicolons[0].text.as_str(), semicolons[0].place.as_str()),
            ("a, b", "Ridge")
        );
        let pasted = table("text\tplace\tlang\tdate\tcontact\tchannel\n路灯\t\tzh\t\t\tstation").unwrap();
        assert_eq!(
            (pasted[0].text.as_str(), pasted[0].channel.as_str()),
            ("路灯", "station")
        );
    }

    #[test]
    fn a_missing_column_is_named() {
        for missing in COLUMNS {
            let head: Vec<_> = COLUMNS.into_iter().filter(|c| *c != missing).collect();
            let text = format!("{}\na,b,c,d\n", head.join(","));
            assert_eq!(table(&text), Err(TableError::Column(missing)));
        }
        assert_eq!(table(""), Err(TableError::Column("text")));
    }

    #[test]
    fn a_table_without_rows_and_one_with_too_many_are_refused() {
        assert_eq!(table(HEAD), Err(TableError::Rows(0)));
        let many = format!("{HEAD}\n{}", "a,,,,\n".repeat(MOST_ROWS + 1));
        assert_eq!(table(&many), Err(TableError::Rows(MOST_ROWS + 1)));
    }

    #[test]
    fn a_short_line_has_empty_cells() {
        let rows = table(&format!("{HEAD}\nonly words\n")).unwrap();
        assert_eq!(
            rows,
            [Row {
                text: "only words".into(),
                ..Row::default()
            }]
        );
    }
}
