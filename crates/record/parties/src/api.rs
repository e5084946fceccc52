//! Offices, accounts and tokens as JSON.

use kapok_acts::{ActError, Env, Fields};
use kapok_store::ids::PartyId;

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
