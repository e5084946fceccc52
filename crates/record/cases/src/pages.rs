//! `/cases`: the library; `/cases/{key}`: one case; `/cases/compare`: up to three side by side.

mod compare;
mod list;
mod one;

use axum::Router;
use axum::routing::get;
use kapok_i18n::T;
use kapok_web::App;

use crate::model::Stage;
use crate::names;
use crate::store::Brief;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases", get(list::list))
        .route("/cases.csv", get(list::export))
        .route("/cases/compare", get(compare::compare))
        .route("/cases/{key}", get(one::one))
}

/// A case in a list, in the reader's words; title and summary stay in the language of the case.
pub(crate) struct Line {
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) lang: String,
    pub(crate) place: String,
    pub(crate) topic: String,
    pub(crate) unsure: String,
    pub(crate) stage: String,
    pub(crate) year: String,
    pub(crate) own: bool,
}

impl Line {
    pub(crate) fn new(t: T, brief: &Brief) -> Self {
        Self {
            key: brief.key.clone(),
            title: brief.title.clone(),
            summary: brief.summary.clone(),
            lang: brief.lang.clone(),
            place: place(t, &brief.city, &brief.country, &brief.country_code),
            topic: t.topic(&brief.topic).to_owned(),
            unsure: unsure(t, &brief.topic_basis),
            stage: stage(t, &brief.stage),
            year: brief.year.map(|y| y.to_string()).unwrap_or_default(),
            own: brief.origin == "matter",
        }
    }
}

/// City and country as people read them; a city that the source does not name is said to be unnamed.
pub(crate) fn place(t: T, city: &str, country: &str, code: &str) -> String {
    let country = names::country_name(t, code, country);
    match (names::city_name(t, city, code), country) {
        ("", "") => String::new(),
        ("", country) => format!("{country}{}", t.base_brackets(t.cases_city_unnamed())),
        (city, "") => city.to_owned(),
        (city, country) => format!("{city}{}{country}", t.base_list_between()),
    }
}

/// How sure the topic is where that must be said beside it: empty where the source states it.
pub(crate) fn unsure(t: T, basis: &str) -> String {
    use crate::model::Basis;
    match Basis::parse(basis) {
        Some(basis @ (Basis::Inferred | Basis::InferredLow)) => names::basis_name(t, basis).to_owned(),
        _ => String::new(),
    }
}

/// Name of a stage by its id.
pub(crate) fn stage(t: T, id: &str) -> String {
    Stage::parse(id)
        .map_or(id, |s| names::stage_name(t, s))
        .to_owned()
}
