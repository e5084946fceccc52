//! Accounts and their tokens, for administrators.

use kapok_acts::{ActError, Actor, Right, Role, Scope};
use kapok_store::ids::AccountId;
use kapok_web::App;
use kapok_web::api::scopes::{Admin, Read};
use kapok_web::api::{Answer, At, Body, Id, List, Moment, Pages, Receipt, Said, Staff, Text, counted};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::office_of;
use crate::account::Account;
use crate::token::{Token, TokenId};
use crate::{NewAccount, actions, store};

pub(super) fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(accounts, create))
        .routes(routes!(account))
        .routes(routes!(change))
        .routes(routes!(password))
        .routes(routes!(second_factor))
        .routes(routes!(tokens))
        .routes(routes!(revoke))
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
