//! Writing a matter up as a case for other cities.

use kapok_acts::{ActError, Right};
use kapok_cases::{NewText, Section};
use kapok_matters::api::matter_of;
use kapok_matters::{Matter, State};
use kapok_web::App;
use kapok_web::api::scopes::{Cases, Read};
use kapok_web::api::{Answer, ApiError, At, Body, Call, Number, Receipt, Said, Staff, Text, counted};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::share::{new_case, prefill, share_matter};

pub(super) fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(draft, share))
}

/// A part of a write-up.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PartIn {
    /// Which.
    section: Section,
    /// Its words.
    text: Text<20000>,
}

/// The words of a case.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CaseText)]
struct ShareIn {
    /// Title.
    title: Said<200>,
    /// What it is.
    summary: Said<2000>,
    /// The parts; those that are missing stay empty.
    #[serde(default)]
    #[schema(max_items = 10)]
    sections: Vec<PartIn>,
}

async fn find(call: &Call, number: Number) -> Result<Matter, ApiError> {
    call.env().allow(&call.actor, Right::Share)?;
    let matter = matter_of(call.env(), number).await?;
    if matter.state != State::Evaluated {
        return Err(ActError::NotNow("share-evaluate-first").into());
    }
    Ok(matter)
}

/// A draft from the records, to be written out.
#[derive(Serialize, ToSchema)]
struct CaseDraft {
    /// Title.
    title: String,
    /// What it is.
    summary: String,
    /// What the records say, part by part; those about which they say nothing are missing.
    sections: Vec<DraftPart>,
}

/// A part of a draft.
#[derive(Serialize, ToSchema)]
struct DraftPart {
    /// Which.
    section: Section,
    /// Its words.
    text: String,
}

/// What the records of an evaluated matter say, as a draft of a case.
#[utoipa::path(get, path = "/matters/{number}/case", operation_id = "draftCase", tag = "cases",
    params(("number" = Number, Path, description = "Public number of the matter.")),
    responses((status = 200, description = "The draft.", body = CaseDraft),
        (status = 409, description = "The matter is not evaluated.", content_type = "application/problem+json",
            body = kapok_web::api::ProblemOut)),
    security(("token" = ["read"])))]
async fn draft(call: Staff<Read>, At(number): At<Number>) -> Answer<CaseDraft> {
    let matter = find(&call, number).await?;
    let text = prefill(call.env(), call.t, &matter).await?;
    let part = |(section, text): (Section, String)| DraftPart { section, text };
    Ok(axum::Json(CaseDraft {
        title: text.title,
        summary: text.summary,
        sections: text
            .sections
            .into_iter()
            .filter(|(_, t)| !t.is_empty())
            .map(part)
            .collect(),
    }))
}

/// Shares an evaluated matter as a case.
#[utoipa::path(post, path = "/matters/{number}/case", operation_id = "shareMatter", tag = "cases",
    params(("number" = Number, Path, description = "Public number of the matter.")), request_body = ShareIn,
    responses((status = 200, description = "It is shared; the act names the case.", body = Receipt)),
    security(("token" = ["cases:write"])))]
async fn share(call: Staff<Cases>, At(number): At<Number>, Body(sent): Body<ShareIn>) -> Answer<Receipt> {
    call.need(Right::Share)?;
    counted("sections", sent.sections.len(), 0..=10)?;
    let matter = matter_of(call.env(), number).await?;
    let text = NewText {
        title: sent.title.0.clone(),
        summary: sent.summary.0.clone(),
        sections: sent
            .sections
            .iter()
            .map(|p| (p.section, p.text.0.clone()))
            .collect(),
    };
    let new = new_case(call.env(), &matter, text);
    let act = async |env| {
        if matter.state != State::Evaluated {
            return Err(ActError::NotNow("share-evaluate-first"));
        }
        share_matter(&env, &call.actor, new).await
    };
    Ok(axum::Json(call.once("shareMatter", &(number, &sent), act).await?))
}
