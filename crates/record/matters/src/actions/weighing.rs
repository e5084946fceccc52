//! Changing the weights of the priority formula.

use kapok_acts::{About, ActError, Actor, Env, Kind, Right};
use kapok_store::params;

use crate::priority::Weights;
use crate::store;

/// Id of the weights in the log: there is one set.
const WEIGHTS: [u8; 16] = *b"priority-weights";

/// Sets new weights and ranks every matter that waits for a decision anew, in one statement. Tells how many they are.
///
/// # Errors
/// [`ActError::Forbidden`] for all but the mayor's office; [`ActError::Fields`] by the names of the weights and on
/// `reason`; [`ActError::NotNow`] when nothing would change.
pub async fn weigh(env: &Env, actor: &Actor, new: Weights, reason: &str) -> Result<usize, ActError> {
    env.allow(actor, Right::Weigh)?;
    new.check()?;
    let mut tx = env.db.change().await?;
    let old = tx.one(&store::WEIGHTS_HELD, &[]).await?;
    if old == new {
        return Err(ActError::NotNow("matters-weights-same"));
    }
    tx.run(
        &store::WEIGH,
        params![new.voices, new.urgency, new.safety, new.equity, new.age],
    )
    .await?;
    let ranked = tx
        .run(
            &store::RANK_ALL,
            params![new.voices, new.urgency, new.safety, new.equity, new.age],
        )
        .await?;
    let facts = [
        ("voices", new.voices.into()),
        ("urgency", new.urgency.into()),
        ("safety", new.safety.into()),
        ("equity", new.equity.into()),
        ("age", new.age.into()),
        ("voices_before", old.voices.into()),
        ("urgency_before", old.urgency.into()),
        ("safety_before", old.safety.into()),
        ("equity_before", old.equity.into()),
        ("age_before", old.age.into()),
        ("ranked", i64::try_from(ranked).unwrap_or(i64::MAX).into()),
    ];
    let act = env.act(
        actor,
        Kind::WeightsChanged,
        About::new("weights", WEIGHTS),
        reason,
        &facts,
    )?;
    tx.commit(act).await?;
    env.forget::<Weights>();
    Ok(usize::try_from(ranked).unwrap_or(usize::MAX))
}
