//! Making and changing accounts.

use kapok_acts::{About, ActError, Actor, Env, Fields, Kind, Right, Role, permitted};
use kapok_log::Fact;
use kapok_store::ids::AccountId;
use kapok_store::{NewAct, StoreError, params};

use crate::account::{self, Account, NewAccount, password_problem, roles_text, sorted};
use crate::{directory, secrets, store};

fn act(
    env: &Env,
    actor: &Actor,
    kind: Kind,
    account: AccountId,
    office: kapok_store::ids::PartyId,
    facts: &[(&str, Fact)],
) -> Result<NewAct, ActError> {
    let about = About::new("account", account.0).office(Some(office));
    env.act(actor, kind, about, "", facts)
}

/// Makes an account for somebody in an office.
///
/// # Errors
/// [`ActError::Forbidden`]; [`ActError::Fields`] on `email`, `name`, `office`, `roles` or `password`.
pub async fn create_account(env: &Env, actor: &Actor, new: NewAccount) -> Result<AccountId, ActError> {
    env.allow(actor, Right::ManageAccounts)?;
    let new = new.checked()?;
    let directory = directory(env).await?;
    let office = directory
        .office(new.office)
        .ok_or_else(|| Fields::one("office", "form-unknown"))?;
    let hash = secrets::hash(env, &new.password).await?;
    let id = AccountId(env.id());
    let mut tx = env.db.change().await?;
    match store::add_account(&mut tx, id, &new, &hash, env.now()).await {
        Err(StoreError::Duplicate(_)) => return Err(Fields::one("email", "parties-email-taken")),
        other => other?,
    }
    let facts = [
        ("name", new.name.as_str().into()),
        ("office", office.name.as_str().into()),
        ("roles", roles_text(&new.roles).into()),
    ];
    let act = act(env, actor, Kind::AccountCreated, id, new.office, &facts)?;
    tx.commit(act).await?;
    Ok(id)
}

/// Changes what an account is trusted with, and whether it may sign in; the reason is owed and published. Switching it off ends
/// its sessions. Nobody changes their own.
///
/// # Errors
/// [`ActError::Forbidden`]; [`ActError::NotFound`]; [`ActError::Fields`] on `reason`, or on `roles` when there is none, when an auditor
/// would write, or when it is the actor's own account; [`ActError::NotNow`] when nobody would be left who can manage accounts.
pub async fn change_roles(
    env: &Env,
    actor: &Actor,
    id: AccountId,
    roles: &[Role],
    active: bool,
    reason: &str,
) -> Result<(), ActError> {
    env.allow(actor, Right::ManageAccounts)?;
    let roles = sorted(roles);
    let mut wrong = Fields::default();
    if let Some(message) = account::roles_problem(&roles) {
        wrong.add("roles", message);
    } else if own(actor).is_ok_and(|own| own == id) {
        wrong.add("roles", "parties-not-own-roles");
    }
    if reason.trim().is_empty() {
        wrong.add("reason", "form-reason-missing");
    }
    wrong.check()?;
    let mut tx = env.db.change().await?;
    let now_active = store::active_roles(&mut tx).await?;
    let account = store::one_account(&mut tx, id).await?.ok_or(ActError::NotFound)?;
    let manages = |roles: &[Role]| roles.iter().any(|r| permitted(*r, Right::ManageAccounts));
    let others = now_active
        .iter()
        .any(|(other, roles)| *other != id && manages(roles));
    let was = account.active && manages(&account.roles);
    if was && !others && !(active && manages(&roles)) {
        return Err(ActError::NotNow("parties-last-administrator"));
    }
    let text = roles_text(&roles);
    tx.run(&store::SET_ROLES, params![id, &text, active]).await?;
    if !active {
        store::end_sessions(&mut tx, id, None).await?;
    }
    let facts = [
        ("name", account.name.as_str().into()),
        ("roles_before", roles_text(&account.roles).into()),
        ("roles", text.into()),
        ("active", active.into()),
    ];
    let about = About::new("account", id.0).office(Some(account.office));
    tx.commit(env.act(actor, Kind::AccountChanged, about, reason, &facts)?)
        .await?;
    Ok(())
}

/// Gives an account a new password, because its owner forgot theirs. Ends its sessions.
///
/// # Errors
/// [`ActError::Forbidden`]; [`ActError::NotFound`]; [`ActError::Fields`] on `password`.
pub async fn set_password(env: &Env, actor: &Actor, id: AccountId, password: &str) -> Result<(), ActError> {
    env.allow(actor, Right::ManageAccounts)?;
    store_password(env, actor, id, password, None).await
}

/// Changes the password of the account that is signed in. Ends its other sessions.
///
/// # Errors
/// [`ActError::Forbidden`] when nobody is signed in; [`ActError::Fields`] on `old` or `password`.
pub async fn change_own_password(
    env: &Env,
    actor: &Actor,
    session: [u8; 32],
    old: &str,
    new: &str,
) -> Result<(), ActError> {
    let id = own(actor)?;
    if let Some(message) = password_problem(new) {
        return Err(Fields::one("password", message));
    }
    own_password(env, id, old, "old").await?;
    if old == new {
        return Err(Fields::one("password", "parties-password-same"));
    }
    store_password(env, actor, id, new, Some(session)).await
}

async fn store_password(
    env: &Env,
    actor: &Actor,
    id: AccountId,
    password: &str,
    keep: Option<[u8; 32]>,
) -> Result<(), ActError> {
    if let Some(message) = password_problem(password) {
        return Err(Fields::one("password", message));
    }
    let hash = secrets::hash(env, password).await?;
    let mut tx = env.db.change().await?;
    let account = store::one_account(&mut tx, id).await?.ok_or(ActError::NotFound)?;
    tx.run(&store::SET_PASSWORD, params![id, hash]).await?;
    store::end_sessions(&mut tx, id, keep).await?;
    commit_change(env, actor, tx, &account).await
}

/// The log says that the way of signing in changed, not how: whose account has no second factor is nobody's business.
async fn commit_change(
    env: &Env,
    actor: &Actor,
    tx: kapok_store::Tx,
    account: &Account,
) -> Result<(), ActError> {
    let facts = [("name", account.name.as_str().into()), ("what", "sign-in".into())];
    let act = act(
        env,
        actor,
        Kind::AccountChanged,
        account.id,
        account.office,
        &facts,
    )?;
    tx.commit(act).await?;
    Ok(())
}

/// Adds a second factor to the account that is signed in: the secret offered by [`totp_offer`](crate::secrets::totp_offer), proved by
/// a code made with it.
///
/// # Errors
/// [`ActError::Forbidden`] when nobody is signed in; [`ActError::Fields`] on `code` when the code is wrong; [`ActError::NotNow`] when
/// there is a second factor already.
pub async fn enrol_totp(env: &Env, actor: &Actor, session: [u8; 32], code: &str) -> Result<(), ActError> {
    let id = own(actor)?;
    let secret = secrets::totp_offer(&env.keys, id, &session);
    let step = secrets::totp_step(&secret, code, env.now())
        .ok_or_else(|| Fields::one("code", "parties-code-wrong"))?;
    let sealed = env
        .keys
        .seal("totp", &id.0, &secret, &*env.entropy)
        .ok_or(ActError::NotNow("parties-code-wrong"))?;
    let mut tx = env.db.change().await?;
    let account = store::one_account(&mut tx, id).await?.ok_or(ActError::NotFound)?;
    if account.has_totp {
        return Err(ActError::NotNow("parties-totp-there"));
    }
    tx.run(&store::SET_TOTP, params![id, sealed.0, step]).await?;
    commit_change(env, actor, tx, &account).await
}

/// Takes the second factor off the account that is signed in.
///
/// # Errors
/// [`ActError::Forbidden`] when nobody is signed in; [`ActError::Fields`] on `totp-password` when the password is wrong.
pub async fn drop_totp(env: &Env, actor: &Actor, password: &str) -> Result<(), ActError> {
    let id = own(actor)?;
    own_password(env, id, password, "totp-password").await?;
    take_totp_off(env, actor, id).await
}

/// Takes the second factor off an account whose owner lost the device. Ends its sessions.
///
/// # Errors
/// [`ActError::Forbidden`]; [`ActError::NotFound`].
pub async fn reset_totp(env: &Env, actor: &Actor, id: AccountId) -> Result<(), ActError> {
    env.allow(actor, Right::ManageAccounts)?;
    take_totp_off(env, actor, id).await
}

async fn take_totp_off(env: &Env, actor: &Actor, id: AccountId) -> Result<(), ActError> {
    let mut tx = env.db.change().await?;
    let account = store::one_account(&mut tx, id).await?.ok_or(ActError::NotFound)?;
    let nothing: Option<Vec<u8>> = None;
    tx.run(&store::SET_TOTP, params![id, nothing, 0i64]).await?;
    commit_change(env, actor, tx, &account).await
}

/// Ends one of the sessions of the account that is signed in.
///
/// # Errors
/// [`ActError::Forbidden`] when nobody is signed in.
pub async fn end_session(env: &Env, actor: &Actor, digest: [u8; 32]) -> Result<(), ActError> {
    let id = own(actor)?;
    let mut tx = env.db.chore().await?;
    tx.run(&store::END_SESSION, params![digest, id]).await?;
    tx.commit().await?;
    Ok(())
}

/// Somebody with an account, as they act: for the demo and the command line.
///
/// # Errors
/// [`ActError::NotFound`] when no account has this address.
pub async fn staff_actor(env: &Env, email: &str) -> Result<Actor, ActError> {
    let mut conn = env.db.read().await?;
    let account = store::account_by_email(&mut conn, &account::email(email)).await?;
    account.map(|a| a.actor()).ok_or(ActError::NotFound)
}

pub(super) fn own(actor: &Actor) -> Result<AccountId, ActError> {
    match actor {
        Actor::Staff { account, .. } => Ok(*account),
        Actor::Resident | Actor::System => Err(ActError::Forbidden),
    }
}

pub(super) async fn own_password(
    env: &Env,
    id: AccountId,
    password: &str,
    field: &'static str,
) -> Result<(), ActError> {
    let mut conn = env.db.read().await?;
    let known = conn.opt(&store::CREDENTIALS_OF, params![id]).await?;
    drop(conn);
    if secrets::fits(known.map(|c| c.password_hash), password).await? {
        Ok(())
    } else {
        Err(Fields::one(field, "parties-password-wrong"))
    }
}
