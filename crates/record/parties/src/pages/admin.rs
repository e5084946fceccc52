//! Accounts, for administrators.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use kapok_acts::{ActError, Fields, Right, Role};
use kapok_i18n::T;
use kapok_store::ids::{AccountId, PartyId};
use kapok_web::{Chrome, Form, Notice, Outcome, Page, Problem, Visit};
use kapok_web::{lookup, redirect_with, summary};

use super::account::facts;
use super::tokens::{TokenLine, token_line};
use super::words::{role_boxes, role_names};
use crate::account::Account;
use crate::token::TokenId;
use crate::{NewAccount, actions, directory, store};

#[derive(Template)]
#[template(path = "parties_accounts.html")]
pub(super) struct AccountsPage {
    pub(super) c: Chrome,
    pub(super) errors: Vec<(String, String)>,
    pub(super) fields: Fields,
    pub(super) count: String,
    pub(super) accounts: Vec<Line>,
    /// Whether the reader may change them, or only read.
    pub(super) manages: bool,
    /// Not `name` and `id`, which are arguments of the components and would be taken from there.
    pub(super) person: String,
    pub(super) email: String,
    pub(super) offices: Vec<(String, String, bool)>,
    pub(super) roles: Vec<(&'static str, &'static str, bool)>,
}

pub(super) struct Line {
    pub(super) id: AccountId,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) office: String,
    pub(super) roles: String,
    pub(super) factor: &'static str,
    pub(super) state: &'static str,
    /// How many tokens of programs are good.
    pub(super) tokens: i64,
}

impl AccountsPage {
    /// The summary with the names of the fields, in the order of the page.
    fn named(&self) -> Vec<(String, String)> {
        let t = self.c.t;
        let fields = [
            ("name", t.parties_account_name()),
            ("email", t.parties_email()),
            ("office", t.parties_account_office()),
            ("roles", t.parties_account_roles()),
            ("password", t.parties_password()),
        ];
        kapok_web::named(t, &self.errors, &fields)
    }

    fn error(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", |id| lookup(self.c.t, id))
    }
}

pub(super) fn line(t: T, account: Account, tokens: i64) -> Line {
    Line {
        tokens,
        id: account.id,
        roles: role_names(t, &account.roles),
        factor: if account.has_totp {
            t.form_yes()
        } else {
            t.form_no()
        },
        state: if account.active {
            t.parties_accounts_active()
        } else {
            t.parties_accounts_inactive()
        },
        name: account.name,
        email: account.email,
        office: account.office_name,
    }
}

/// What is filled in for a new account.
fn filled(form: &Form) -> NewAccount {
    NewAccount {
        email: form.get("email").to_owned(),
        name: form.get("name").to_owned(),
        // No office has this id; the action says so on the field.
        office: PartyId::parse(form.get("office")).unwrap_or(PartyId([0; 16])),
        roles: form.all("roles").filter_map(Role::parse).collect(),
        password: form.get("password").to_owned(),
    }
}

async fn page(visit: &Visit, new: Option<NewAccount>, fields: Fields) -> Result<AccountsPage, Problem> {
    let env = &visit.app.env;
    let directory = directory(env).await.map_err(|e| visit.problem(e))?;
    let mut conn = env.db.read().await.map_err(|e| visit.problem(e))?;
    let accounts = store::accounts(&mut conn).await.map_err(|e| visit.problem(e))?;
    let tokens = store::token_counts(&mut conn, env.now())
        .await
        .map_err(|e| visit.problem(e))?;
    drop(conn);
    let tokens_of = |a: &Account| tokens.get(&a.id).copied().unwrap_or_default();
    let t = visit.t;
    let (chosen, ticked, name, email) =
        new.map_or_else(Default::default, |n| (Some(n.office), n.roles, n.name, n.email));
    let offices = directory
        .offices()
        .map(|o| (o.id.to_string(), o.name.clone(), chosen == Some(o.id)));
    Ok(AccountsPage {
        c: visit.chrome("accounts"),
        errors: summary(t, &fields),
        fields,
        count: t.parties_accounts_count(i64::try_from(accounts.len()).unwrap_or_default()),
        accounts: accounts
            .into_iter()
            .map(|a| {
                let tokens = tokens_of(&a);
                line(t, a, tokens)
            })
            .collect(),
        manages: visit.actor.may(Right::ManageAccounts),
        offices: offices.collect(),
        roles: role_boxes(t, &ticked),
        person: name,
        email,
    })
}

pub(super) async fn list(visit: Visit) -> Outcome {
    visit.need(Right::ReadAccounts)?;
    Ok(Page::private(page(&visit, None, Fields::default()).await?).into_response())
}

pub(super) async fn create(visit: Visit, form: Form) -> Outcome {
    visit.need(Right::ManageAccounts)?;
    let new = filled(&form);
    let done = match form.once(&visit).await {
        Ok(env) => actions::create_account(&env, &visit.actor, new.clone()).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(_) => Ok(redirect_with(
            "/admin/accounts",
            Notice("parties-accounts-created"),
        )),
        Err(ActError::Fields(fields)) => {
            Ok(Page::again(page(&visit, Some(new), fields).await?).into_response())
        }
        Err(other) => Err(visit.problem(other)),
    }
}

#[derive(Template)]
#[template(path = "parties_account_edit.html")]
pub(super) struct EditPage {
    pub(super) c: Chrome,
    pub(super) errors: Vec<(String, String)>,
    pub(super) fields: Fields,
    pub(super) account: AccountId,
    pub(super) person: String,
    pub(super) facts: Vec<(&'static str, String)>,
    pub(super) roles: Vec<(&'static str, &'static str, bool)>,
    pub(super) active: bool,
    pub(super) has_totp: bool,
    pub(super) reason: String,
    pub(super) tokens: Vec<TokenLine>,
    /// Where the buttons of the tokens lead.
    pub(super) tokens_at: String,
}

impl EditPage {
    fn error(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", |id| lookup(self.c.t, id))
    }

    pub(super) fn new(c: Chrome, account: &Account, fields: Fields) -> Self {
        let t = c.t;
        Self {
            errors: summary(t, &fields),
            fields,
            account: account.id,
            person: account.name.clone(),
            facts: facts(t, account),
            roles: role_boxes(t, &account.roles),
            active: account.active,
            has_totp: account.has_totp,
            reason: String::new(),
            tokens: Vec::new(),
            tokens_at: format!("/admin/accounts/{}", account.id),
            c,
        }
    }
}

async fn edit_page(visit: &Visit, id: &str, fields: Fields) -> Result<EditPage, Problem> {
    let id = AccountId::parse(id).ok_or_else(|| visit.not_found())?;
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let account = store::one_account(&mut conn, id)
        .await
        .map_err(|e| visit.problem(e))?;
    let account = account.ok_or_else(|| visit.not_found())?;
    let env = &visit.app.env;
    let tokens = store::tokens(&mut conn, id, env.now())
        .await
        .map_err(|e| visit.problem(e))?;
    let mut page = EditPage::new(visit.chrome("accounts"), &account, fields);
    page.tokens = tokens.iter().map(|k| token_line(visit.t, env, k)).collect();
    Ok(page)
}

pub(super) async fn show(Path(id): Path<String>, visit: Visit) -> Outcome {
    visit.need(Right::ManageAccounts)?;
    Ok(Page::private(edit_page(&visit, &id, Fields::default()).await?).into_response())
}

pub(super) async fn change(Path(id): Path<String>, visit: Visit, form: Form) -> Outcome {
    visit.need(Right::ManageAccounts)?;
    match apply(&visit, &id, &form).await {
        Ok(notice) => Ok(redirect_with(&format!("/admin/accounts/{id}"), notice)),
        Err(ActError::Fields(fields)) => {
            let mut page = edit_page(&visit, &id, fields).await?;
            if form.get("do") == "roles" {
                let ticked: Vec<_> = form.all("roles").filter_map(Role::parse).collect();
                page.roles = role_boxes(visit.t, &ticked);
                page.active = form.ticked("active");
                page.reason = form.get("reason").to_owned();
            }
            Ok(Page::again(page).into_response())
        }
        Err(other) => Err(visit.problem(other)),
    }
}

/// Does what the form asks for.
async fn apply(visit: &Visit, id: &str, form: &Form) -> Result<Notice, ActError> {
    let env = &form.once(visit).await?;
    let actor = &visit.actor;
    let id = AccountId::parse(id).ok_or(ActError::NotFound)?;
    match form.get("do") {
        "roles" => {
            let roles: Vec<_> = form.all("roles").filter_map(Role::parse).collect();
            actions::change_roles(env, actor, id, &roles, form.ticked("active"), form.get("reason")).await?;
            Ok(Notice("parties-accounts-changed"))
        }
        "password" => {
            actions::set_password(env, actor, id, form.get("password")).await?;
            Ok(Notice("parties-accounts-reset-done"))
        }
        "revoke" => {
            let token = TokenId::parse(form.get("token-id")).ok_or(ActError::NotFound)?;
            actions::revoke_token(env, actor, token).await?;
            Ok(Notice("parties-tokens-revoked"))
        }
        "totp-off" => {
            actions::reset_totp(env, actor, id).await?;
            Ok(Notice("parties-accounts-changed"))
        }
        _ => Err(ActError::NotFound),
    }
}
