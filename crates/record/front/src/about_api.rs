//! `/about/api`: the interface for programs, printed from its own description.

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use kapok_web::{App, Chrome, Outcome, Page, Visit};
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::{Operation, PathItem};

use crate::about::tabs;

/// One operation.
#[derive(Clone)]
struct OperationView {
    method: &'static str,
    path: String,
    /// What it does, in the language of the description.
    what: String,
    /// The scope that it needs; empty when anybody may.
    scope: String,
}

/// The operations under one heading.
#[derive(Clone)]
struct Group {
    name: String,
    about: String,
    operations: Vec<OperationView>,
}

#[derive(Template)]
#[template(path = "about_api.html")]
struct ApiPage {
    c: Chrome,
    tabs: Vec<(&'static str, &'static str, bool)>,
    base: String,
    groups: Vec<Group>,
}

/// The page for a description.
pub fn routes(doc: &OpenApi) -> Router<App> {
    let groups = Arc::new(groups(doc));
    let show = move |visit: Visit| {
        let groups = Arc::clone(&groups);
        async move { page(&visit, &groups) }
    };
    Router::new().route("/about/api", get(show))
}

fn page(visit: &Visit, groups: &[Group]) -> Outcome {
    Ok(Page::public(ApiPage {
        c: visit.chrome(""),
        tabs: tabs(visit.t, "/about/api"),
        base: visit.app.env.city.public_url.clone(),
        groups: groups.to_vec(),
    })
    .into_response())
}

/// The operations by their tags, in the order of the description.
fn groups(doc: &OpenApi) -> Vec<Group> {
    let tags = doc.tags.iter().flatten();
    let mut out: Vec<Group> = tags
        .map(|tag| Group {
            name: tag.name.clone(),
            about: tag.description.clone().unwrap_or_default(),
            operations: Vec::new(),
        })
        .collect();
    for (path, item) in &doc.paths.paths {
        for (method, operation) in operations(item) {
            let tag = operation.tags.iter().flatten().next();
            let group = out.iter_mut().find(|g| Some(&g.name) == tag);
            if let Some(group) = group {
                group.operations.push(view(method, path, operation));
            }
        }
    }
    out.retain(|g| !g.operations.is_empty());
    out
}

fn operations(item: &PathItem) -> impl Iterator<Item = (&'static str, &Operation)> {
    [("GET", &item.get), ("POST", &item.post)]
        .into_iter()
        .filter_map(|(method, operation)| Some((method, operation.as_ref()?)))
}

fn view(method: &'static str, path: &str, operation: &Operation) -> OperationView {
    // The scopes of a requirement stand only in its JSON.
    let needs = serde_json::to_value(&operation.security).unwrap_or_default();
    let scope = needs.pointer("/0/token/0").and_then(|s| s.as_str());
    OperationView {
        method,
        path: path.to_owned(),
        what: operation.summary.clone().unwrap_or_default(),
        scope: scope.unwrap_or_default().to_owned(),
    }
}
