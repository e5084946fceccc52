//! The service desk as JSON: one voice, a stack of cards, and the codes of what an account entered.

use kapok_acts::{ActError, Actor, Fields, Right};
use kapok_web::App;
use kapok_web::api::scopes::{Read, Voices};
use kapok_web::api::{
    Answer, ApiError, Ask, At, Body, Call, Day, List, Number, Pages, Said, Staff, Text, counted,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::HeardOut;
use crate::actions::{self, code_of};
use crate::cards::{self, MOST_ROWS, Row, Stack, TableError};
use crate::model::{Channel, VoiceKind};
use crate::new::NewVoice;
use crate::reads;

pub(super) fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(entered, enter))
        .routes(routes!(receipt))
        .routes(routes!(stack))
        .routes(routes!(table))
}

/// A voice that somebody said to staff.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EnterIn {
    /// How it reached the city; not one of the channels by which people write themselves.
    channel: Channel,
    /// What was said.
    text: Said<20000>,
    /// Where, in the author's words.
    #[serde(default)]
    place: Option<Text<200>>,
    /// What it is.
    #[serde(default)]
    kind: Option<VoiceKind>,
    /// The day on which it reached the city; today when it is missing.
    #[serde(default)]
    heard: Option<Day>,
    /// E-mail, phone or post address for a reply; kept sealed.
    #[serde(default)]
    contact: Option<Text<300>>,
}

/// Enters a voice that came by phone, letter, visit, meeting or radio.
#[utoipa::path(post, path = "/desk/voices", operation_id = "enterVoice", tag = "voices", request_body = EnterIn,
    responses((status = 200, description = "It is heard.", body = HeardOut)), security(("token" = ["voices:write"])))]
async fn enter(call: Staff<Voices>, Body(sent): Body<EnterIn>) -> Answer<HeardOut> {
    call.need(Right::EnterVoices)?;
    let env = call.env();
    let key = call.sending("enterVoice", &sent);
    let mut wrong = Fields::default();
    let voice = NewVoice {
        channel: cards::channel(sent.channel.id(), &mut wrong),
        kind: sent.kind.unwrap_or_default(),
        heard_at: cards::heard_at(env, &day(sent.heard), &mut wrong, "heard"),
        place_words: words(sent.place),
        contact: Some(words(sent.contact)).filter(|c| !c.trim().is_empty()),
        text: sent.text.0,
        form_key: Some(key),
        ..NewVoice::default()
    };
    if let Err(ActError::Fields(more)) = voice.check(env) {
        wrong.0.extend(more.0);
    }
    wrong.check()?;
    Ok(axum::Json(actions::hear(env, &call.actor, voice).await?.into()))
}

fn words<const N: usize>(text: Option<Text<N>>) -> String {
    text.map(|t| t.0).unwrap_or_default()
}

fn day(day: Option<Day>) -> String {
    day.map(|d| d.0.to_string()).unwrap_or_default()
}

/// The words on one card. What is missing is that of the stack.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CardIn {
    /// What the card says.
    text: Said<20000>,
    /// Where, in the author's words.
    #[serde(default)]
    place: Option<Text<200>>,
    /// How it reached the city.
    #[serde(default)]
    channel: Option<Channel>,
    /// Its language (BCP 47).
    #[serde(default)]
    lang: Option<Text<35>>,
    /// Its day.
    #[serde(default)]
    date: Option<Day>,
    /// How to reach the author.
    #[serde(default)]
    contact: Option<Text<300>>,
}

/// A stack of cards: all are heard, or none.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct StackIn {
    /// Where, for cards that do not say.
    #[serde(default)]
    place: Option<Text<200>>,
    /// How they reached the city.
    channel: Channel,
    /// Their day; today when it is missing.
    #[serde(default)]
    date: Option<Day>,
    /// The cards, 1 to 500.
    #[schema(min_items = 1, max_items = 500)]
    cards: Vec<CardIn>,
}

/// Enters a stack of cards in one go.
#[utoipa::path(post, path = "/desk/cards", operation_id = "enterCards", tag = "voices", request_body = StackIn,
    responses((status = 200, description = "All are heard.", body = List<HeardOut>)),
    security(("token" = ["voices:write"])))]
async fn stack(call: Staff<Voices>, Body(sent): Body<StackIn>) -> Pages<HeardOut> {
    call.need(Right::EnterVoices)?;
    counted("cards", sent.cards.len(), 1..=MOST_ROWS)?;
    let env = call.env();
    let stack = Stack {
        place: words(sent.place.clone()),
        channel: sent.channel.id().to_owned(),
        date: day(sent.date),
    };
    let (mut voices, mut wrong) = (Vec::new(), Vec::new());
    for (i, card) in sent.cards.iter().enumerate() {
        let row = Row {
            text: card.text.0.clone(),
            place: words(card.place.clone()),
            channel: card.channel.map(|c| c.id().to_owned()).unwrap_or_default(),
            lang: words(card.lang.clone()),
            date: day(card.date),
            contact: words(card.contact.clone()),
        };
        match cards::voice(env, &stack, &row) {
            Ok(voice) => voices.push(NewVoice {
                form_key: Some(call.sending("enterCards", &(&sent, i))),
                ..voice
            }),
            Err(ActError::Fields(fields)) => {
                wrong.extend(
                    fields
                        .0
                        .iter()
                        .map(|e| (format!("cards[{i}].{}", e.field), e.message)),
                );
            }
            Err(other) => return Err(other.into()),
        }
    }
    if !wrong.is_empty() {
        return Err(ApiError::Fields(wrong));
    }
    let heard = actions::hear_many(env, &call.actor, voices).await?;
    let items = heard.into_iter().map(HeardOut::from).collect();
    Ok(List { items, next: None })
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct EnteredAsk {
    /// The first number.
    from: Number,
    /// The last number; at most 500 voices are given.
    to: Number,
}

/// Numbers and codes of the voices that this account entered, for receipts.
#[utoipa::path(get, path = "/desk/voices", operation_id = "listEnteredVoices", tag = "voices", params(EnteredAsk),
    responses((status = 200, description = "Numbers and codes.", body = List<HeardOut>)),
    security(("token" = ["read"])))]
async fn entered(call: Staff<Read>, Ask(ask): Ask<EnteredAsk>) -> Pages<HeardOut> {
    let items = codes(&call, (ask.from.0, ask.to.0)).await?;
    Ok(List { items, next: None })
}

async fn codes(call: &Call, numbers: (i64, i64)) -> Result<Vec<HeardOut>, ActError> {
    let env = call.env();
    env.allow(&call.actor, Right::EnterVoices)?;
    let Actor::Staff { account, .. } = &call.actor else {
        return Err(ActError::Forbidden);
    };
    let most = i64::try_from(MOST_ROWS).unwrap_or(i64::MAX);
    let voices = reads::entered(&mut env.db.read().await?, numbers, *account, most).await?;
    let receipt = |v: crate::Voice| HeardOut {
        number: Number(v.number),
        code: code_of(env, v.id).to_string(),
        again: true,
    };
    Ok(voices.into_iter().map(receipt).collect())
}

/// Number and code of one voice that this account entered.
#[utoipa::path(get, path = "/desk/voices/{number}", operation_id = "getEnteredVoice", tag = "voices",
    params(("number" = Number, Path, description = "Its public number.")),
    responses((status = 200, description = "Number and code.", body = HeardOut)), security(("token" = ["read"])))]
async fn receipt(call: Staff<Read>, At(number): At<Number>) -> Answer<HeardOut> {
    let found = codes(&call, (number.0, number.0)).await?.into_iter().next();
    Ok(axum::Json(found.ok_or(ActError::NotFound)?))
}

/// A table of cards as text.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TableIn {
    /// CSV with a line of column names: `text`, and maybe `place`, `channel`, `lang`, `date`, `contact`.
    #[schema(example = "text,place\nMore light,Mill Bridge\n")]
    table: Text<400000>,
}

/// A row of the table.
#[derive(Serialize, ToSchema)]
struct RowOut {
    text: String,
    place: String,
    channel: String,
    lang: String,
    date: String,
    contact: String,
}

/// A table that was read. Nothing was heard yet.
#[derive(Serialize, ToSchema)]
struct TableOut {
    /// Its rows, as they stand there.
    rows: Vec<RowOut>,
    /// Names of columns that we do not know. Nothing of them is in the rows.
    left_out: Vec<String>,
}

/// Reads a table of cards, to look it over before it is entered. Changes nothing.
#[utoipa::path(post, path = "/desk/cards/table", operation_id = "readCardTable", tag = "voices", request_body = TableIn,
    responses((status = 200, description = "Its rows.", body = TableOut)), security(("token" = ["voices:write"])))]
async fn table(call: Staff<Voices>, Body(sent): Body<TableIn>) -> Answer<TableOut> {
    call.need(Right::EnterVoices)?;
    let read = cards::table(&sent.table.0).map_err(|error| {
        let message = match error {
            TableError::Empty => "voices-csv-empty",
            TableError::Rows(0) => "voices-cards-none",
            TableError::Rows(_) => "voices-cards-too-many",
            TableError::Column(_) | TableError::Line(_) | TableError::Quote(_) => "api-table-wrong",
        };
        Fields::one("table", message)
    })?;
    let row = |r: Row| RowOut {
        text: r.text,
        place: r.place,
        channel: r.channel,
        lang: r.lang,
        date: r.date,
        contact: r.contact,
    };
    Ok(axum::Json(TableOut {
        rows: read.rows.into_iter().map(row).collect(),
        left_out: read.left_out,
    }))
}
