//! The log.

use kapok_acts::{ActError, Fields, Kind, log};
use kapok_matters::api::matter_of;
use kapok_store::Value;
use kapok_store::ids::ActId;
use kapok_web::App;
use kapok_web::api::{ActOut, Answer, Ask, At, Call, Cursor, Day, Id, List, Number, Pages, Paging, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(one))
}

/// Who acts.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum ActorWord {
    /// Somebody without an account.
    Resident,
    /// Staff.
    Officer,
    /// A rule of the platform.
    System,
}

impl ActorWord {
    fn id(self) -> &'static str {
        match self {
            ActorWord::Resident => "resident",
            ActorWord::Officer => "officer",
            ActorWord::System => "system",
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ListAsk {
    /// What was done, for example `voice.heard`.
    kind: Option<Text<80>>,
    /// Who acted.
    #[param(inline)]
    actor: Option<ActorWord>,
    /// Key of the office concerned.
    office: Option<Text<80>>,
    /// Number of the matter concerned.
    matter: Option<Number>,
    /// From this day on.
    from: Option<Day>,
    /// Up to and with this day.
    to: Option<Day>,
    /// Rows of a page.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<i64>,
    /// Where to go on: `next` of the page before.
    cursor: Option<Cursor>,
}

/// Every official act, newest first.
#[utoipa::path(get, path = "/acts", operation_id = "listActs", tag = "log", params(ListAsk),
    responses((status = 200, description = "A page of acts.", body = List<ActOut>)))]
async fn list(call: Call, Ask(ask): Ask<ListAsk>) -> Pages<ActOut> {
    let env = call.env();
    let paging = Paging::new("acts", ask.limit, ask.cursor.as_ref())?;
    let mut asked: Vec<(&'static str, Value)> = Vec::new();
    if let Some(kind) = ask.kind.as_ref().filter(|k| !k.0.is_empty()) {
        let kind = Kind::parse(&kind.0).ok_or_else(|| Fields::one("kind", "form-unknown"))?;
        asked.push(("kind", kind.name().into()));
    }
    asked.extend(ask.actor.map(|a| ("actor", a.id().into())));
    if let Some(key) = ask.office.as_ref().filter(|k| !k.0.is_empty()) {
        asked.push(("office", kapok_parties::api::office_of(env, &key.0).await?.into()));
    }
    if let Some(number) = ask.matter {
        let matter = matter_of(env, number).await;
        let matter = matter.map_err(|_| Fields::one("matter", "form-unknown"))?;
        asked.push(("matter", matter.id.into()));
    }
    asked.extend(ask.from.map(|d| ("from", env.city.start_of(d.0).into())));
    let after = ask.to.and_then(|d| d.0.tomorrow().ok());
    asked.extend(after.map(|d| ("to", env.city.start_of(d).into())));
    if let Some(key) = &paging.after {
        let before = ActId::parse(key).ok_or_else(|| Fields::one("cursor", "api-cursor-wrong"))?;
        asked.push(("before", before.into()));
    }
    let rows = log::page(&mut env.db.read().await?, asked, paging.one_more()).await?;
    Ok(paging.page("acts", rows, |a| a.id.to_string(), ActOut::from))
}

/// An act with the bytes that its hash is of.
#[derive(Serialize, ToSchema)]
struct OneAct {
    #[serde(flatten)]
    act: ActOut,
    /// The canonical form that is hashed.
    canonical: String,
    /// Whether the columns still give the hash that was stored with them.
    intact: bool,
}

/// One act.
#[utoipa::path(get, path = "/acts/{id}", operation_id = "getAct", tag = "log",
    params(("id" = Id, Path, description = "Its id.")),
    responses((status = 200, description = "The act.", body = OneAct)))]
async fn one(call: Call, At(id): At<Id>) -> Answer<OneAct> {
    let found = log::one(&mut call.env().db.read().await?, ActId(id.0)).await?;
    let entry = found.ok_or(ActError::NotFound)?;
    Ok(axum::Json(OneAct {
        canonical: entry.act().canonical(),
        intact: entry.intact(),
        act: entry.into(),
    }))
}
