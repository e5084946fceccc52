//! The page of one's own account: password, second factor, where one is signed in.

use askama::Template;
use axum::response::IntoResponse;
use kapok_acts::{ActError, Actor, Env, Fields, Right, Scope};
use kapok_i18n::T;
use kapok_web::{Chrome, Form, Notice, Outcome, Page, Problem, Visit};
use kapok_web::{lookup, redirect_with, summary, url};

use super::sign_in::{account_key, minutes, too_many};

use super::tokens::{TokenLine, days, scope_boxes, token_line};
use super::words::role_names;
use crate::account::{Account, OpenSession};
use crate::token::{NewToken, TokenId};
use crate::{actions, secrets, sessions, store};

#[derive(Template)]
#[template(path = "parties_account.html")]
pub(super) struct AccountPage {
    pub(super) c: Chrome,
    pub(super) errors: Vec<(String, String)>,
    pub(super) fields: Fields,
    pub(super) email: String,
    pub(super) facts: Vec<(&'static str, String)>,
    pub(super) offer: Option<Offer>,
    pub(super) sessions: Vec<SessionLine>,
    pub(super) manages: bool,
    /// A token that was just made: shown this once.
    pub(super) made: String,
    pub(super) tokens: Vec<TokenLine>,
    /// Where the buttons of the tokens lead.
    pub(super) tokens_at: String,
    pub(super) token_name: String,
    pub(super) scopes: Vec<(&'static str, &'static str, bool)>,
    pub(super) days: Vec<(String, String, bool)>,
}

/// A second factor to be set up.
pub(super) struct Offer {
    /// In groups of four, to type.
    pub(super) secret: String,
    /// The address that authenticator apps open.
    pub(super) link: String,
}

pub(super) struct SessionLine {
    pub(super) id: String,
    pub(super) since: String,
    pub(super) seen: String,
    pub(super) this: bool,
}

impl AccountPage {
    fn error(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", |id| lookup(self.c.t, id))
    }
}

/// What the page shows, with what went wrong.
async fn page(visit: &Visit, fields: Fields) -> Result<AccountPage, Problem> {
    let env = &visit.app.env;
    let Actor::Staff { account, .. } = visit.actor else {
        return Err(visit.problem(ActError::Forbidden));
    };
    let now = env.now();
    let mut conn = env.db.read().await.map_err(|e| visit.problem(e))?;
    let found = store::one_account(&mut conn, account)
        .await
        .map_err(|e| visit.problem(e))?;
    let open = store::sessions(&mut conn, account, now, sessions::seen_after(now)).await;
    let open = open.map_err(|e| visit.problem(e))?;
    let tokens = store::tokens(&mut conn, account, now)
        .await
        .map_err(|e| visit.problem(e))?;
    drop(conn);
    let account = found.ok_or_else(|| visit.not_found())?;
    let t = visit.t;
    Ok(AccountPage {
        c: visit.chrome("account"),
        errors: summary(t, &fields),
        fields,
        facts: facts(t, &account),
        offer: (!account.has_totp).then(|| offer(env, &account, &visit.session)),
        sessions: open.iter().map(|s| line(t, env, s, &visit.session)).collect(),
        manages: visit.actor.may(Right::ManageAccounts),
        email: account.email,
        made: String::new(),
        tokens: tokens.iter().map(|k| token_line(t, env, k)).collect(),
        tokens_at: "/account".to_owned(),
        token_name: String::new(),
        scopes: scope_boxes(t, &[Scope::Read]),
        days: days(t, 90),
    })
}

pub(super) fn facts(t: T, account: &Account) -> Vec<(&'static str, String)> {
    vec![
        (t.parties_account_name(), account.name.clone()),
        (t.parties_email(), account.email.clone()),
        (t.parties_account_office(), account.office_name.clone()),
        (t.parties_account_roles(), role_names(t, &account.roles)),
    ]
}

fn offer(env: &Env, account: &Account, session: &[u8; 32]) -> Offer {
    let secret = secrets::base32(&secrets::totp_offer(&env.keys, account.id, session));
    let grouped: Vec<String> = secret
        .as_bytes()
        .chunks(4)
        .map(|four| four.iter().map(|b| char::from(*b)).collect())
        .collect();
    // The label is ISSUER:ACCOUNT, each escaped, as authenticator apps read it.
    let issuer = url::escape(&env.city.name).replace('/', "%2F");
    let label = url::escape(&account.email).replace('/', "%2F");
    Offer {
        secret: grouped.join(" "),
        link: format!("otpauth://totp/{issuer}:{label}?secret={secret}&issuer={issuer}"),
    }
}

fn line(t: T, env: &Env, session: &OpenSession, this: &[u8; 32]) -> SessionLine {
    let time = |at: jiff::Timestamp| t.date_time(at.to_zoned_datetime(env.city.time_zone.clone()).datetime());
    SessionLine {
        id: session.digest.iter().map(|b| format!("{b:02x}")).collect(),
        since: time(session.created),
        seen: time(session.seen),
        this: session.digest == *this,
    }
}

pub(super) async fn show(visit: Visit) -> Outcome {
    visit.need(Right::ReadStaffPages)?;
    Ok(Page::private(page(&visit, Fields::default()).await?).into_response())
}

pub(super) async fn change(visit: Visit, form: Form) -> Outcome {
    visit.need(Right::ReadStaffPages)?;
    match apply(&visit, &form).await {
        Ok(Done::Told(notice)) => Ok(redirect_with("/account", notice)),
        Ok(Done::Made(token)) => {
            // Shown in the answer itself: a page that could be loaded again would have to keep it.
            let mut page = page(&visit, Fields::default()).await?;
            page.made = token;
            Ok(Page::private(page).into_response())
        }
        Err(Refusal::Act(ActError::Fields(fields))) => {
            let mut page = page(&visit, fields).await?;
            if form.get("do") == "token" {
                let new = new_token(&form);
                page.scopes = scope_boxes(visit.t, &new.scopes);
                page.days = days(visit.t, new.days);
                page.token_name = new.name;
            }
            Ok(Page::again(page).into_response())
        }
        Err(Refusal::Act(other)) => Err(visit.problem(other)),
        Err(Refusal::Wait(seconds)) => {
            let mut page = page(&visit, Fields::default()).await?;
            let field = match form.get("do") {
                "totp" => "code",
                "totp-off" => "totp-password",
                "token" => "token-password",
                _ => "old",
            };
            let words = visit.t.parties_sign_in_many(minutes(seconds));
            page.errors = vec![(field.to_owned(), words)];
            Ok(too_many(page, seconds))
        }
    }
}

/// Why a change was not made: an error, or too many tries before it.
enum Refusal {
    Act(ActError),
    Wait(u64),
}

impl From<ActError> for Refusal {
    fn from(error: ActError) -> Self {
        Self::Act(error)
    }
}

/// What was done.
enum Done {
    Told(Notice),
    Made(String),
}

fn new_token(form: &Form) -> NewToken {
    NewToken {
        name: form.get("token-name").to_owned(),
        scopes: form.all("scopes").filter_map(Scope::parse).collect(),
        days: form.get("days").parse().unwrap_or_default(),
    }
}

/// Does what the form asks for.
async fn apply(visit: &Visit, form: &Form) -> Result<Done, Refusal> {
    let env = &form.once(visit).await?;
    let (actor, session) = (&visit.actor, visit.session);
    if form.get("do") == "end" {
        let digest = digest(form.get("session")).ok_or(ActError::NotFound)?;
        actions::end_session(env, actor, digest).await?;
        return Ok(Done::Told(Notice("parties-sessions-ended")));
    }
    if form.get("do") == "revoke" {
        let token = TokenId::parse(form.get("token-id")).ok_or(ActError::NotFound)?;
        actions::revoke_token(env, actor, token).await?;
        return Ok(Done::Told(Notice("parties-tokens-revoked")));
    }
    let Actor::Staff { account, .. } = actor else {
        return Err(ActError::Forbidden.into());
    };
    // A browser left open must not become a place to guess passwords and codes.
    let attempts = &visit.app.limits.attempts;
    let attempt = attempts
        .start(account_key(&account.to_string()), visit.network, env.now())
        .map_err(Refusal::Wait)?;
    let done = match form.get("do") {
        "token" => {
            let made = actions::make_token(env, actor, new_token(form), form.get("token-password")).await?;
            Done::Made(made)
        }
        "password" => {
            let (old, new) = (form.get("old"), form.get("password"));
            actions::change_own_password(env, actor, session, old, new).await?;
            Done::Told(Notice("parties-password-changed"))
        }
        "totp" => {
            actions::enrol_totp(env, actor, session, form.get("code")).await?;
            Done::Told(Notice("parties-totp-enrolled"))
        }
        "totp-off" => {
            actions::drop_totp(env, actor, form.get("totp-password")).await?;
            Done::Told(Notice("parties-totp-dropped"))
        }
        _ => return Err(ActError::NotFound.into()),
    };
    attempts.good(attempt, env.now());
    Ok(done)
}

/// Reads 64 hexadecimal digits.
fn digest(text: &str) -> Option<[u8; 32]> {
    let (first, second) = text.split_at_checked(32)?;
    let halves = [
        kapok_store::ids::parse_hex(first)?,
        kapok_store::ids::parse_hex(second)?,
    ];
    halves.concat().try_into().ok()
}
