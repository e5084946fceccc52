//! A stack of paper cards: a grid to type into, a table to fill it from, the list of codes.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use kapok_acts::{ActError, Actor, FieldError, Fields, Right};
use kapok_i18n::T;
use kapok_web::{Chrome, Form, Outcome, Page, Visit, lookup, redirect, summary};

use super::{Choice, channels, languages, place_names};
use crate::actions::{self, code_of};
use crate::cards::{self, MOST_ROWS, Row, Stack, TableError};
use crate::model::Channel;
use crate::new::NewVoice;
use crate::reads;

/// Rows of an empty grid, and rows added at a time.
const ROWS: usize = 10;

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
        for error in found {
            let text = t.voices_cards_error(&number, lookup(t, error.message));
            errors.push((format!("{}-{number}", error.field), text));
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
        errors,
    })
}

fn row_view(t: T, number: String, row: Row, found: &[FieldError]) -> RowView {
    RowView {
        name: t.voices_cards_row(&number),
        channels: channels(t, Some(t.voices_cards_as_stack()), &row.channel, |c| {
            !c.is_self_service()
        }),
        langs: row_languages(t, &row.lang),
        wrong: found.iter().map(|e| e.field).collect(),
        problem: found
            .iter()
            .map(|e| lookup(t, e.message))
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
    let (stack, rows) = (read_stack(&form), read_rows(&form));
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

fn read_stack(form: &Form) -> Stack {
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
            Err(ActError::Fields(fields)) => wrong.push((i, fields)),
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

/// Puts a table into the grid, where it can be looked over before it is saved.
pub(super) async fn fill(visit: Visit, form: Form) -> Outcome {
    visit.need(Right::EnterVoices)?;
    let t = visit.t;
    let file = form
        .upload
        .as_ref()
        .map(|u| std::str::from_utf8(&u.bytes).map(str::to_owned));
    let read = match file {
        Some(Err(_)) => Err(t.voices_csv_encoding().to_owned()),
        Some(Ok(text)) => cards::table(&text).map_err(|e| table_error(t, &e)),
        None => cards::table(form.get("table")).map_err(|e| table_error(t, &e)),
    };
    let stack = new_stack(&visit);
    match read {
        Ok(rows) => {
            let check = |(i, row): (usize, &Row)| match cards::voice(&visit.app.env, &stack, row) {
                Err(ActError::Fields(fields)) if !row.is_empty() => Some((i, fields)),
                _ => None,
            };
            let wrong: RowErrors = rows.iter().enumerate().filter_map(check).collect();
            let page = grid(&visit, stack.clone(), rows, &wrong)
                .await
                .map_err(|e| visit.problem(e))?;
            Ok(Page::private(page).into_response())
        }
        Err(problem) => {
            let page = grid(&visit, stack, padded(Vec::new(), ROWS), &[]).await;
            let mut page = page.map_err(|e| visit.problem(e))?;
            page.errors = vec![("table".to_owned(), problem)];
            page.pasted = form.get("table").to_owned();
            Ok(Page::again(page).into_response())
        }
    }
}

fn table_error(t: T, error: &TableError) -> String {
    match error {
        TableError::Column(name) => t.voices_csv_column(name),
        TableError::Line(line) => t.voices_csv_line(&line.to_string()),
        TableError::Rows(0) => t.voices_cards_none().to_owned(),
        TableError::Rows(_) => t.voices_cards_too_many().to_owned(),
    }
}

/// A card that was saved.
struct SavedView {
    number: i64,
    code: String,
    text: String,
    lang: String,
}

#[derive(Template)]
#[template(path = "voices_saved.html")]
struct SavedPage {
    c: Chrome,
    title: String,
    rows: Vec<SavedView>,
}

/// Numbers and codes of a stack, for whoever entered it.
pub(super) async fn saved(visit: Visit, Path((from, to)): Path<(String, String)>) -> Outcome {
    visit.need(Right::EnterVoices)?;
    let page = list_saved(&visit, &from, &to)
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(Page::private(page).into_response())
}

async fn list_saved(visit: &Visit, from: &str, to: &str) -> Result<SavedPage, ActError> {
    let (env, t) = (&visit.app.env, visit.t);
    let number = |text: &str| text.parse::<i64>().map_err(|_| ActError::NotFound);
    let numbers = (number(from)?, number(to)?);
    let Actor::Staff { account, .. } = &visit.actor else {
        return Err(ActError::NotFound);
    };
    let most = i64::try_from(MOST_ROWS).unwrap_or(i64::MAX);
    let voices = reads::entered(&mut env.db.read().await?, numbers, *account, most).await?;
    if voices.is_empty() {
        return Err(ActError::NotFound);
    }
    let row = |v: crate::Voice| {
        let v = v.masked();
        SavedView {
            number: v.number,
            code: code_of(env, v.id).to_string(),
            text: kapok_text::excerpt(&v.text, 80),
            lang: super::attribute(&v.lang),
        }
    };
    let rows: Vec<SavedView> = voices.into_iter().map(row).collect();
    let n = i64::try_from(rows.len()).unwrap_or_default();
    Ok(SavedPage {
        title: t.voices_cards_saved(n),
        rows,
        c: visit.chrome("desk"),
    })
}
