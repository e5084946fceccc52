//! Who answers for what: printed from the permission table and the directory.

use askama::Template;
use axum::response::IntoResponse;
use kapok_acts::{Right, Role, permitted};
use kapok_i18n::T;
use kapok_web::{Chrome, Outcome, Page, Visit};

use super::words::{right_name, role_about, role_name};
use crate::{Directory, directory};

#[derive(Template)]
#[template(path = "parties_roles.html")]
pub(super) struct RolesPage {
    pub(super) c: Chrome,
    /// Name and what it is for.
    pub(super) roles: Vec<(&'static str, &'static str)>,
    /// Name, and for each role whether it has the right.
    pub(super) rights: Vec<(&'static str, Vec<bool>)>,
    pub(super) offices: Vec<Office>,
}

pub(super) struct Office {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) about: String,
}

impl RolesPage {
    pub(super) fn new(c: Chrome, directory: &Directory) -> Self {
        let t = c.t;
        let office = |o: &crate::Party| Office {
            key: o.key.clone(),
            name: o.name.clone(),
            about: o.about.clone(),
        };
        Self {
            c,
            roles: Role::ALL.map(|r| (role_name(t, r), role_about(t, r))).to_vec(),
            rights: rights(t),
            offices: directory.offices().map(office).collect(),
        }
    }
}

/// The permission table, rights down, roles across.
fn rights(t: T) -> Vec<(&'static str, Vec<bool>)> {
    let row = |right: Right| {
        let may = Role::ALL.map(|role| permitted(role, right)).to_vec();
        (right_name(t, right), may)
    };
    Right::ALL.into_iter().map(row).collect()
}

pub(super) async fn show(visit: Visit) -> Outcome {
    let directory = directory(&visit.app.env).await.map_err(|e| visit.problem(e))?;
    Ok(Page::public(RolesPage::new(visit.chrome("roles"), &directory)).into_response())
}
