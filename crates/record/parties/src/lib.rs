//! Parties: offices, organisations, groups, businesses and people with their roles; accounts and sessions.
//!
//! Offices answer for matters and promises; organisations, groups and businesses give voices and take part. Their names are
//! needed everywhere, so [`directory`] reads them once and keeps them in memory for some seconds. Staff have accounts
//! with roles ([`kapok_acts::Role`]); [`StaffSessions`] finds who is signed in. Residents need no account.

mod account;
pub mod actions;
pub mod api;
mod directory;
mod model;
pub mod open;
pub mod pages;
mod secrets;
mod sessions;
mod store;
mod token;

use std::sync::Arc;

use kapok_acts::{ActError, Env};

pub use account::{Account, NewAccount, OpenSession, SessionToken};
pub use directory::Directory;
pub use model::{NewParty, Party, PartyKind};
pub use pages::routes;
pub use sessions::StaffSessions;
pub use token::{NewToken, TOKEN_DAYS, Token, TokenId};

/// The room's tables and statements.
pub const SCHEMA: kapok_store::Schema = kapok_store::Schema {
    room: "parties",
    migrations: store::MIGRATIONS,
    statements: store::ALL,
    lists: &[],
};

/// All offices and organisations, from memory or, when they are not kept, with one query.
///
/// # Errors
/// From the database.
pub async fn directory(env: &Env) -> Result<Arc<Directory>, ActError> {
    if let Some(directory) = env.kept::<Directory>() {
        return Ok(directory);
    }
    reload(env).await
}

/// Reads the directory again and keeps it.
///
/// # Errors
/// From the database.
pub async fn reload(env: &Env) -> Result<Arc<Directory>, ActError> {
    let parties = store::parties(&mut env.db.read().await?).await?;
    Ok(env.keep(Directory::new(parties)))
}

/// The accounts that may sign in and manage the others.
///
/// # Errors
/// From the database.
pub async fn administrators(env: &Env) -> Result<Vec<Account>, ActError> {
    let mut accounts = store::accounts(&mut env.db.read().await?).await?;
    accounts.retain(|account| account.active && account.roles.contains(&kapok_acts::Role::Administrator));
    Ok(accounts)
}
