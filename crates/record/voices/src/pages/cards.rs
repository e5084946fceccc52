//! A stack of paper cards: a grid to type into, a table to fill it from, the list of codes.

use askama::Template;
use axum::response::IntoResponse;
use kapok_acts::{ActError, FieldError, Fields, Right};
use kapok_i18n::T;
use kapok_web::{Chrome, Form, Outcome, Page, Visit, named, redirect, summary};

use super::{Choice, channels, languages, place_names};
use crate::actions;
use crate::cards::{self, MOST_ROWS, Row, Stack, Table, TableError};
use crate::model::Channel;
use crate::new::NewVoice;

/// Rows of an empty grid, and rows added at a time: enough for a stack without scripts.
const ROWS: usize = 25;
/// Empty rows below those of a table.
const SPARE: usize = 5;

/// A row of the grid with what is wrong in it.
struct RowView {
    /// From 1.
    number: String,
    /// "Row 3".
    name: String,
    row: Row,
    channels: Vec<Choice>,
    langs: Vec<Choice>,
    /// Names of fields with something wrong.
    wrong: Vec<&'static str>,
    /// What is wrong, in words.
    problem: String,
}

impl RowView {
    /// For `aria-invalid`.
    fn invalid(&self, field: &str) -> bool {
        self.wrong.contains(&field)
    }
}

#[derive(Template)]
#[template(path = "voices_cards.html")]
struct CardsPage {
    c: Chrome,
    stack: Stack,
    channels: Vec<Choice>,
    places: Vec<String>,
    rows: Vec<RowView>,
    pasted: String,
    /// Columns of a table that were not taken.
    left_out: String,
    errors: Vec<(String, String)>,
}

pub(super) async fn form(visit: Visit) -> Outcome {
    visit.need(Right::EnterVoices)?;
    let page = grid(&visit, new_stack(&visit), padded(Vec::new(), ROWS), &[]).await;
    Ok(Page::private(page.map_err(|e| visit.problem(e))?).into_response())
}

fn new_stack(visit: &Visit) -> Stack {
    Stack {
        channel: Channel::PaperCard.id().to_owned(),
        date: visit.app.env.today().to_string(),
        ..Stack::default()
    }
}

/// The rows with empty ones below, up to so many in all.
fn padded(mut rows: Vec<Row>, all: usize) -> Vec<Row> {
    rows.resize(all.clamp(rows.len(), MOST_ROWS.max(rows.len())), Row::default());
    rows
}

/// Errors of rows, by the position of the row.
type RowErrors = Vec<(usize, Fields)>;

async fn grid(
    visit: &Visit,
    stack: Stack,
    rows: Vec<Row>,
    wrong: &[(usize, Fields)],
) -> Result<CardsPage, ActError> {
    let t = visit.t;
    let tree = kapok_places::tree(&visit.app.env).await?;
    let mut errors = Vec::new();
    let view = |(i, row): (usize, Row)| {
        let number = (i + 1).to_string();
        let found = wrong
            .iter()
            .find(|(at, _)| *at == i)
            .map(|(_, fields)| fields.0.as_slice())
            .unwrap_or_default();
        for (field, words) in in_row(t, found) {
            errors.push((format!("{field}-{number}"), t.voices_cards_error(&number, &words)));
        }
        row_view(t, number, row, found)
    };
    let rows = rows.into_iter().enumerate().map(view).collect();
    Ok(CardsPage {
        channels: channels(t, None, &stack.channel, |c| !c.is_self_service()),
        places: place_names(&tree),
        c: visit.chrome("desk"),
        stack,
        rows,
        pasted: String::new(),
        left_out: String::new(),
        errors,
    })
}

/// What is wrong in a row, with the names of the columns and in their order.
fn in_row(t: T, found: &[FieldError]) -> Vec<(String, String)> {
    let columns = [
        ("text", t.voices_cards_words()),
        ("place", t.voices_place()),
        ("channel", t.voices_channel()),
        ("lang", t.voices_lang()),
        ("date", t.voices_cards_date()),
        ("contact", t.voices_cards_contact()),
    ];
    named(t, &summary(t, &Fields(found.to_vec())), &columns)
}

fn row_view(t: T, number: String, row: Row, found: &[FieldError]) -> RowView {
    RowView {
        name: t.voices_cards_row(&number),
        channels: channels(t, Some(t.voices_cards_as_stack()), &row.channel, |c| {
            !c.is_self_service()
        }),
        langs: row_languages(t, &row.lang),
        wrong: found.iter().map(|e| e.field).collect(),
        problem: in_row(t, found)
            .into_iter()
            .map(|(_, words)| words)
            .collect::<Vec<_>>()
            .join(" "),
        number,
        row,
    }
}

/// The languages to choose from, with one that only a table can bring.
fn row_languages(t: T, chosen: &str) -> Vec<Choice> {
    let mut all = languages(t, t.voices_cards_lang_auto(), chosen);
    if !all.iter().any(|(_, _, is)| *is) {
        all.push((chosen.to_owned(), chosen.to_owned(), true));
    }
    all
}

pub(super) async fn send(visit: Visit, form: Form) -> Outcome {
    visit.need(Right::EnterVoices)?;
    let (stack, rows) = (read_stack(&visit, &form), read_rows(&form));
    if form.get("do") != "save" {
        // Also what Enter does in a browser without scripts: never saves by accident.
        let more = rows.len() + ROWS;
        let page = grid(&visit, stack, padded(rows, more), &[]).await;
        return Ok(Page::private(page.map_err(|e| visit.problem(e))?).into_response());
    }
    match save(&visit, &form, &stack, &rows).await {
        Ok((from, to)) => Ok(redirect(&format!("/desk/cards/saved/{from}/{to}"))),
        Err(Refused::Rows(wrong)) => {
            let page = grid(&visit, stack, rows, &wrong)
                .await
                .map_err(|e| visit.problem(e))?;
            Ok(Page::again(page).into_response())
        }
        Err(Refused::Act(ActError::Fields(fields))) => {
            let mut page = grid(&visit, stack, rows, &[])
                .await
                .map_err(|e| visit.problem(e))?;
            page.errors = summary(visit.t, &fields);
            Ok(Page::again(page).into_response())
        }
        Err(Refused::Act(error)) => Err(visit.problem(error)),
    }
}

/// What holds for the stack, as sent; a form without it gives the usual.
fn read_stack(visit: &Visit, form: &Form) -> Stack {
    if form.get("stack-channel").is_empty() {
        return new_stack(visit);
    }
    Stack {
        place: form.get("stack-place").to_owned(),
        channel: form.get("stack-channel").to_owned(),
        date: form.get("stack-date").to_owned(),
    }
}

/// The rows of the grid. A browser sends every field of a row, also the empty ones, in the order of the page.
fn read_rows(form: &Form) -> Vec<Row> {
    let column = |name: &'static str| {
        form.all(name)
            .take(MOST_ROWS + 1)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (text, place, channel) = (column("text"), column("place"), column("channel"));
    let (lang, date, contact) = (column("lang"), column("date"), column("contact"));
    let cell = |of: &[String], i: usize| of.get(i).cloned().unwrap_or_default();
    let longest = [&text, &place, &channel, &lang, &date, &contact].map(Vec::len);
    (0..longest.into_iter().max().unwrap_or_default())
        .map(|i| Row {
            text: cell(&text, i),
            place: cell(&place, i),
            channel: cell(&channel, i),
            lang: cell(&lang, i),
            date: cell(&date, i),
            contact: cell(&contact, i),
        })
        .collect()
}

/// Why a stack was not saved. Nothing of it was.
enum Refused {
    Rows(RowErrors),
    Act(ActError),
}

impl From<ActError> for Refused {
    fn from(error: ActError) -> Self {
        Self::Act(error)
    }
}

/// Saves all rows that hold something; gives the first and the last number.
async fn save(visit: &Visit, form: &Form, stack: &Stack, rows: &[Row]) -> Result<(i64, i64), Refused> {
    let env = &visit.app.env;
    let key = form.token(visit)?.key;
    let (mut voices, mut wrong) = (Vec::new(), RowErrors::new());
    for (i, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_empty()) {
        match cards::voice(env, stack, row) {
            Ok(voice) => voices.push(NewVoice {
                form_key: Some(row_key(visit, key, i)),
                ..voice
            }),
            Err(ActError::Fields(fields)) => wrong.push((i, super::at_the_desk(fields))),
            Err(other) => return Err(other.into()),
        }
    }
    if !wrong.is_empty() {
        return Err(Refused::Rows(wrong));
    }
    if voices.is_empty() {
        return Err(Fields::one("text-1", "voices-cards-none").into());
    }
    let heard = actions::hear_many(env, &visit.actor, voices).await?;
    let numbers = || heard.iter().map(|h| h.number);
    // There is at least one.
    Ok((
        numbers().min().unwrap_or_default(),
        numbers().max().unwrap_or_default(),
    ))
}

/// A key for each row of a form, so that a stack sent twice is heard once.
fn row_key(visit: &Visit, form: [u8; 16], row: usize) -> [u8; 16] {
    let tag = visit
        .app
        .env
        .keys
        .tag("card-row", &[form.as_slice(), &row.to_be_bytes()].concat());
    let mut key = [0; 16];
    key.copy_from_slice(&tag[..16]);
    key
}

/// Puts a table into the grid, below the rows that were typed, where it can be looked over before it is saved.
pub(super) async fn fill(visit: Visit, form: Form) -> Outcome {
    visit.need(Right::EnterVoices)?;
    let (stack, mut rows) = (read_stack(&visit, &form), read_rows(&form));
    rows.retain(|row| !row.is_empty());
    let read = read_table(visit.t, &form).and_then(|table| {
        if rows.len() + table.rows.len() > MOST_ROWS {
            Err(visit.t.voices_cards_too_many().to_owned())
        } else {
            Ok(table)
        }
    });
    let page = match read {
        Ok(table) => {
            rows.extend(table.rows);
            let check = |(i, row): (usize, &Row)| match cards::voice(&visit.app.env, &stack, row) {
                Err(ActError::Fields(fields)) if !row.is_empty() => Some((i, super::at_the_desk(fields))),
                _ => None,
            };
            let wrong: RowErrors = rows.iter().enumerate().filter_map(check).collect();
            let all = rows.len() + SPARE;
            let page = grid(&visit, stack, padded(rows, all), &wrong).await;
            page.map(|page| {
                let left_out = table.left_out.join(", ");
                Page::private(CardsPage { left_out, ..page })
            })
        }
        Err(problem) => {
            let page = grid(&visit, stack, padded(rows, ROWS), &[]).await;
            page.map(|page| {
                Page::again(CardsPage {
                    errors: vec![("table".to_owned(), problem)],
                    pasted: form.get("table").to_owned(),
                    ..page
                })
            })
        }
    };
    Ok(page.map_err(|e| visit.problem(e))?.into_response())
}

/// The file, or else what was pasted.
fn read_table(t: T, form: &Form) -> Result<Table, String> {
    let file = form.upload.as_ref().map(|u| std::str::from_utf8(&u.bytes));
    let text = match file {
        Some(Err(_)) => return Err(t.voices_csv_encoding().to_owned()),
        Some(Ok(text)) => text,
        None => form.get("table"),
    };
    cards::table(text).map_err(|error| match error {
        TableError::Empty => t.voices_csv_empty().to_owned(),
        TableError::Column(name) => t.voices_csv_column(name),
        TableError::Line(line) => t.voices_csv_line(&line.to_string()),
        TableError::Quote(line) => t.voices_csv_quote(&line.to_string()),
        TableError::Rows(0) => t.voices_cards_none().to_owned(),
        TableError::Rows(_) => t.voices_cards_too_many().to_owned(),
    })
}
