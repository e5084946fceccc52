//! Offices, accounts and tokens as JSON.
//!
//! Signing in, one's own password and second factor, and making tokens are left to the pages: a token must not turn itself
//! into a session, a password or another token.

mod accounts;

use kapok_acts::{ActError, Actor, Env, Fields, Right, Role, permitted};
use kapok_store::ids::PartyId;
use kapok_web::App;
use kapok_web::api::scopes::Read;
use kapok_web::api::{Answer, At, Call, List, Moment, Pages, Staff};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::{Party, PartyKind};

kapok_web::wire_words!(PartyKind as "OfficeKind");

/// The operations of this room.
pub fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(offices))
        .routes(routes!(office))
        .routes(routes!(roles))
        .routes(routes!(own))
        .merge(accounts::api())
}

/// The office of a key that was sent.
///
/// # Errors
/// [`ActError::Fields`] on `office` for a key that no office has.
pub async fn office_of(env: &Env, key: &str) -> Result<PartyId, ActError> {
    let directory = crate::directory(env).await?;
    let found = directory.by_key(key).and_then(|p| directory.office(p.id));
    found
        .map(|p| p.id)
        .ok_or_else(|| Fields::one("office", "form-unknown"))
}

/// An office, organisation, business or group.
#[derive(Serialize, ToSchema)]
#[schema(as = Office)]
struct OfficeOut {
    /// The city's own short name for it, as filters take it.
    key: String,
    /// What sort of party.
    kind: PartyKind,
    /// Name.
    name: String,
    /// What it does; may be empty.
    about: String,
    /// Key of the place where it is at home.
    place: Option<String>,
}

fn office_out(tree: &kapok_places::Tree, p: &Party) -> OfficeOut {
    OfficeOut {
        key: p.key.clone(),
        kind: p.kind,
        name: p.name.clone(),
        about: p.about.clone(),
        place: kapok_places::api::place_key(tree, p.place),
    }
}

/// Offices of the city, and the organisations, businesses and groups that it knows.
#[utoipa::path(get, path = "/offices", operation_id = "listOffices", tag = "offices",
    responses((status = 200, description = "All of them, on one page.", body = List<OfficeOut>)))]
async fn offices(call: Call) -> Pages<OfficeOut> {
    let tree = kapok_places::tree(call.env()).await?;
    let directory = crate::directory(call.env()).await?;
    let items = directory.all().map(|p| office_out(&tree, p)).collect();
    Ok(List { items, next: None })
}

/// One of them.
#[utoipa::path(get, path = "/offices/{key}", operation_id = "getOffice", tag = "offices",
    params(("key" = String, Path, description = "Its key.", max_length = 80, example = "streets")),
    responses((status = 200, description = "It.", body = OfficeOut)))]
async fn office(call: Call, At(key): At<String>) -> Answer<OfficeOut> {
    let tree = kapok_places::tree(call.env()).await?;
    let directory = crate::directory(call.env()).await?;
    let party = directory.by_key(&key).ok_or(ActError::NotFound)?;
    Ok(axum::Json(office_out(&tree, party)))
}

/// A role and what it may do.
#[derive(Serialize, ToSchema)]
struct RoleOut {
    /// Its name.
    role: String,
    /// The rights that it has.
    rights: Vec<String>,
}

/// Who may do what: the permission table.
#[utoipa::path(get, path = "/roles", operation_id = "listRoles", tag = "offices",
    responses((status = 200, description = "All roles.", body = List<RoleOut>)))]
async fn roles(_: Call) -> Pages<RoleOut> {
    let rights = |role| {
        Right::ALL
            .into_iter()
            .filter(move |right| permitted(role, *right))
    };
    let out = |role: Role| RoleOut {
        role: role.id().to_owned(),
        rights: rights(role).map(|r| r.id().to_owned()).collect(),
    };
    Ok(List {
        items: Role::ALL.into_iter().map(out).collect(),
        next: None,
    })
}

/// The token that calls, and the account that it acts for.
#[derive(Serialize, ToSchema)]
struct OwnToken {
    /// What its owner calls it.
    token: String,
    /// What it may be used for.
    scopes: Vec<String>,
    /// When it ends.
    expires_at: Moment,
    /// Name of the account.
    name: String,
    /// Name of its office.
    office: String,
    /// Its roles.
    roles: Vec<String>,
}

/// What this token is.
#[utoipa::path(get, path = "/token", operation_id = "getOwnToken", tag = "accounts",
    responses((status = 200, description = "The token and its account.", body = OwnToken)),
    security(("token" = ["read"])))]
async fn own(call: Staff<Read>) -> Answer<OwnToken> {
    let (
        Some(bearer),
        Actor::Staff {
            name,
            office_name,
            roles,
            ..
        },
    ) = (&call.bearer, &call.actor)
    else {
        return Err(ActError::NotFound.into());
    };
    Ok(axum::Json(OwnToken {
        token: bearer.name.clone(),
        scopes: bearer.scopes.iter().map(|s| s.id().to_owned()).collect(),
        expires_at: Moment(bearer.expires),
        name: name.clone(),
        office: office_name.clone(),
        roles: roles.iter().map(|r| r.id().to_owned()).collect(),
    }))
}
