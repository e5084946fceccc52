//! Offices, accounts and tokens as JSON.
//!
//! Signing in, one's own password and second factor, and making tokens are left to the pages: a token must not turn itself
//! into a session, a password or another token.

use kapok_acts::{ActError, Actor, Env, Fields, Right, Role, Scope, permitted};
use kapok_store::ids::{AccountId, PartyId};
use kapok_web::App;
use kapok_web::api::scopes::{Admin, Read};
use kapok_web::api::{Answer, At, Body, Call, Id, List, Moment, Pages, Receipt, Said, Staff, Text, counted};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::Account;
use crate::token::{Token, TokenId};
use crate::{NewAccount, Party, PartyKind, actions, store};

kapok_web::wire_words!(PartyKind as "OfficeKind");

/// The operations of this room.
pub fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(offices))
        .routes(routes!(office))
        .routes(routes!(roles))
        .routes(routes!(own))
        .routes(routes!(accounts, create))
        .routes(routes!(account))
        .routes(routes!(change))
        .routes(routes!(password))
        .routes(routes!(second_factor))
        .routes(routes!(tokens))
        .routes(routes!(revoke))
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

/// An account of somebody who works for the city.
#[derive(Serialize, ToSchema)]
#[schema(as = Account)]
struct AccountOut {
    /// Its id.
    id: Id,
    /// Name shown in public.
    name: String,
    /// Address to sign in with.
    email: String,
    /// Name of its office.
    office: String,
    /// What it is trusted with.
    roles: Vec<String>,
    /// Whether a second factor is needed to sign in.
    second_factor: bool,
    /// Whether it may sign in.
    active: bool,
    /// When it was made.
    created_at: Moment,
    /// How many tokens of programs are good.
    #[schema(minimum = 0)]
    tokens: i64,
}

fn account_out(account: Account, tokens: i64) -> AccountOut {
    AccountOut {
        id: Id(account.id.0),
        name: account.name,
        email: account.email,
        office: account.office_name,
        roles: account.roles.iter().map(|r| r.id().to_owned()).collect(),
        second_factor: account.has_totp,
        active: account.active,
        created_at: Moment(account.created),
        tokens,
    }
}

/// All accounts by name. Needs the right to read them.
#[utoipa::path(get, path = "/accounts", operation_id = "listAccounts", tag = "accounts",
    responses((status = 200, description = "All accounts, on one page.", body = List<AccountOut>)),
    security(("token" = ["read"])))]
async fn accounts(call: Staff<Read>) -> Pages<AccountOut> {
    call.need(Right::ReadAccounts)?;
    let env = call.env();
    let mut conn = env.db.read().await?;
    let accounts = store::accounts(&mut conn).await?;
    let tokens = store::token_counts(&mut conn, env.now()).await?;
    let out = |a: Account| {
        let n = tokens.get(&a.id).copied().unwrap_or_default();
        account_out(a, n)
    };
    Ok(List {
        items: accounts.into_iter().map(out).collect(),
        next: None,
    })
}

/// One account. Needs the right to read them.
#[utoipa::path(get, path = "/accounts/{id}", operation_id = "getAccount", tag = "accounts",
    params(("id" = Id, Path, description = "Its id.")),
    responses((status = 200, description = "The account.", body = AccountOut)), security(("token" = ["read"])))]
async fn account(call: Staff<Read>, At(id): At<Id>) -> Answer<AccountOut> {
    call.need(Right::ReadAccounts)?;
    let env = call.env();
    let mut conn = env.db.read().await?;
    let account = store::one_account(&mut conn, AccountId(id.0))
        .await?
        .ok_or(ActError::NotFound)?;
    let tokens = store::tokens(&mut conn, account.id, env.now()).await?.len();
    Ok(axum::Json(account_out(
        account,
        i64::try_from(tokens).unwrap_or_default(),
    )))
}

/// Ids of the roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct RoleWord(Role);

impl RoleWord {
    const ALL: [RoleWord; 6] = [
        RoleWord(Role::Officer),
        RoleWord(Role::LeadOfficer),
        RoleWord(Role::Moderator),
        RoleWord(Role::MayorsOffice),
        RoleWord(Role::Auditor),
        RoleWord(Role::Administrator),
    ];
    fn id(self) -> &'static str {
        self.0.id()
    }
    fn parse(id: &str) -> Option<Self> {
        Role::parse(id).map(Self)
    }
}
kapok_web::wire_words!(RoleWord as "Role");

/// An account to be made.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AccountIn {
    /// Name shown in public beside the office.
    name: Said<100>,
    /// Address to sign in with.
    email: Said<200>,
    /// Key of the office.
    office: Text<80>,
    /// What it is trusted with; an auditor has no other role.
    #[schema(min_items = 1, max_items = 6)]
    roles: Vec<RoleWord>,
    /// 12 characters or more.
    #[schema(example = "a few words to remember")]
    password: Text<200>,
}

/// Makes an account. Needs the right to manage accounts.
#[utoipa::path(post, path = "/accounts", operation_id = "createAccount", tag = "accounts", request_body = AccountIn,
    responses((status = 200, description = "It is made.", body = Receipt)), security(("token" = ["admin"])))]
async fn create(call: Staff<Admin>, Body(sent): Body<AccountIn>) -> Answer<Receipt> {
    call.need(Right::ManageAccounts)?;
    counted("roles", sent.roles.len(), 1..=6)?;
    let new = NewAccount {
        email: sent.email.0.clone(),
        name: sent.name.0.clone(),
        office: office_of(call.env(), &sent.office.0).await?,
        roles: sent.roles.iter().map(|r| r.0).collect(),
        password: sent.password.0.clone(),
    };
    let act = async |env| actions::create_account(&env, &call.actor, new).await;
    Ok(axum::Json(call.once("createAccount", &sent, act).await?))
}

/// What an account is trusted with from now on.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RolesIn {
    /// Its roles; an auditor has no other role.
    #[schema(min_items = 1, max_items = 6)]
    roles: Vec<RoleWord>,
    /// Whether it may sign in. Switching it off ends its sessions and its tokens at once.
    active: bool,
    /// Why, in public.
    reason: Said<2000>,
}

/// Changes roles, or switches an account off or on. Nobody changes their own.
#[utoipa::path(post, path = "/accounts/{id}/roles", operation_id = "changeRoles", tag = "accounts",
    params(("id" = Id, Path, description = "Its id.")), request_body = RolesIn,
    responses((status = 200, description = "It is changed.", body = Receipt)), security(("token" = ["admin"])))]
async fn change(call: Staff<Admin>, At(id): At<Id>, Body(sent): Body<RolesIn>) -> Answer<Receipt> {
    counted("roles", sent.roles.len(), 1..=6)?;
    let roles: Vec<Role> = sent.roles.iter().map(|r| r.0).collect();
    let act = async |env| {
        actions::change_roles(
            &env,
            &call.actor,
            AccountId(id.0),
            &roles,
            sent.active,
            &sent.reason.0,
        )
        .await
    };
    Ok(axum::Json(call.once("changeRoles", &(id, &sent), act).await?))
}

/// A new password.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PasswordIn {
    /// 12 characters or more.
    #[schema(example = "a few words to remember")]
    password: Text<200>,
}

/// Gives an account a new password, because its owner forgot theirs. Ends its sessions.
#[utoipa::path(post, path = "/accounts/{id}/password", operation_id = "resetPassword", tag = "accounts",
    params(("id" = Id, Path, description = "Its id.")), request_body = PasswordIn,
    responses((status = 200, description = "It is set.", body = Receipt)), security(("token" = ["admin"])))]
async fn password(call: Staff<Admin>, At(id): At<Id>, Body(sent): Body<PasswordIn>) -> Answer<Receipt> {
    let act = async |env| actions::set_password(&env, &call.actor, AccountId(id.0), &sent.password.0).await;
    Ok(axum::Json(call.once("resetPassword", &(id, &sent), act).await?))
}

/// Takes the second factor off an account whose owner lost the device.
#[utoipa::path(post, path = "/accounts/{id}/second-factor/reset", operation_id = "resetSecondFactor", tag = "accounts",
    params(("id" = Id, Path, description = "Its id.")),
    responses((status = 200, description = "It is off.", body = Receipt)), security(("token" = ["admin"])))]
async fn second_factor(call: Staff<Admin>, At(id): At<Id>) -> Answer<Receipt> {
    let act = async |env| actions::reset_totp(&env, &call.actor, AccountId(id.0)).await;
    Ok(axum::Json(call.once("resetSecondFactor", &id, act).await?))
}

/// A token of a program. The secret itself is stored nowhere.
#[derive(Serialize, ToSchema)]
#[schema(as = Token)]
struct TokenOut {
    /// Its id.
    id: Id,
    /// What its owner calls it.
    name: String,
    /// What it may be used for.
    scopes: Vec<String>,
    /// When it was made.
    created_at: Moment,
    /// When it ends.
    expires_at: Moment,
    /// When it was last used, exact to a minute.
    last_used_at: Option<Moment>,
}

/// The good tokens of an account: one's own, or anybody's with the right to read accounts.
#[utoipa::path(get, path = "/accounts/{id}/tokens", operation_id = "listTokens", tag = "accounts",
    params(("id" = Id, Path, description = "Id of the account.")),
    responses((status = 200, description = "Its tokens, on one page.", body = List<TokenOut>)),
    security(("token" = ["read"])))]
async fn tokens(call: Staff<Read>, At(id): At<Id>) -> Pages<TokenOut> {
    let env = call.env();
    let own = matches!(&call.actor, Actor::Staff { account, .. } if account.0 == id.0);
    if !own {
        call.need(Right::ReadAccounts)?;
    }
    let mut conn = env.db.read().await?;
    store::one_account(&mut conn, AccountId(id.0))
        .await?
        .ok_or(ActError::NotFound)?;
    let tokens = store::tokens(&mut conn, AccountId(id.0), env.now()).await?;
    let out = |k: Token| TokenOut {
        id: Id(k.id.0),
        name: k.name,
        scopes: k.scopes.into_iter().map(Scope::id).map(str::to_owned).collect(),
        created_at: Moment(k.created),
        expires_at: Moment(k.expires),
        last_used_at: k.seen.map(Moment),
    };
    Ok(List {
        items: tokens.into_iter().map(out).collect(),
        next: None,
    })
}

/// Revokes a token: one's own, or anybody's with the right to manage accounts. It stops at once.
#[utoipa::path(post, path = "/tokens/{id}/revoke", operation_id = "revokeToken", tag = "accounts",
    params(("id" = Id, Path, description = "Id of the token.")),
    responses((status = 200, description = "It is revoked.", body = Receipt)), security(("token" = ["admin"])))]
async fn revoke(call: Staff<Admin>, At(id): At<Id>) -> Answer<Receipt> {
    let act = async |env| actions::revoke_token(&env, &call.actor, TokenId(id.0)).await;
    Ok(axum::Json(call.once("revokeToken", &id, act).await?))
}
