//! Receipts: what a write did, as the log has it. The same sending gives the same receipt.

use std::collections::BTreeMap;

use kapok_acts::{ActError, Env, log};
use kapok_log::Fact;
use serde::Serialize;
use utoipa::ToSchema;

use super::{ApiError, Call, Id, Moment};

/// An act of the log.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Act)]
pub struct ActOut {
    /// Its id.
    pub id: Id,
    /// When.
    pub at: Moment,
    /// What was done, for example `voice.hidden`.
    pub kind: String,
    /// Who: `resident` (never named), `officer` or `system`.
    pub actor: String,
    /// Name of the officer; empty for others.
    pub actor_name: String,
    /// Their office; empty for others.
    pub actor_office: String,
    /// What it was done to, for example `voice`.
    pub subject: String,
    /// Its id.
    pub subject_id: Id,
    /// The matter concerned.
    pub matter_id: Option<Id>,
    /// Why, where a reason is given.
    pub reason: Option<String>,
    /// Public facts, by name: text, whole numbers, yes or no.
    #[schema(value_type = std::collections::BTreeMap<String, serde_json::Value>)]
    pub facts: BTreeMap<String, serde_json::Value>,
    /// Hash of the act's canonical form, as the log keeps it.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub leaf_hash: String,
}

impl From<log::Entry> for ActOut {
    fn from(entry: log::Entry) -> Self {
        let fact = |fact| match fact {
            Fact::Text(v) => v.into(),
            Fact::Int(v) => v.into(),
            Fact::Flag(v) => serde_json::Value::from(v),
        };
        Self {
            facts: entry
                .facts()
                .into_iter()
                .map(|(name, v)| (name, fact(v)))
                .collect(),
            id: Id(entry.id.0),
            at: Moment(entry.at),
            kind: entry.kind,
            actor: entry.actor_kind,
            actor_name: entry.actor_name,
            actor_office: entry.actor_office,
            subject: entry.subject_kind,
            subject_id: Id(entry.subject_id),
            matter_id: entry.matter_id.map(Id),
            reason: entry.reason,
            leaf_hash: crate::token::hex(&entry.leaf_hash),
        }
    }
}

/// What came of a write.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Receipt {
    /// The act that was written. None when there was nothing to do, because it was so already, and for what is not part of the
    /// record.
    pub act: Option<ActOut>,
}

impl Call {
    /// Carries out one write and answers with its receipt. Sent again with the same key and words it is not carried out again and
    /// answered with the first receipt. `act` is given the environment that its action must commit with.
    ///
    /// # Errors
    /// Of the action.
    pub async fn once<S, V, F>(
        &self,
        operation: &str,
        sent: &S,
        act: impl FnOnce(Env) -> F,
    ) -> Result<Receipt, ApiError>
    where
        S: Serialize,
        F: Future<Output = Result<V, ActError>>,
    {
        let key = self.sending(operation, sent);
        if kapok_store::was_sent(&mut self.env().db.read().await?, key).await? {
            return self.receipt(key).await;
        }
        match act(self.env().sending(key)).await {
            Ok(_) | Err(ActError::SentBefore) => self.receipt(key).await,
            Err(error) => Err(error.into()),
        }
    }

    async fn receipt(&self, key: [u8; 16]) -> Result<Receipt, ApiError> {
        let mut conn = self.env().db.read().await?;
        let entry = match kapok_store::sent_act(&mut conn, key).await? {
            Some(act) => log::one(&mut conn, act).await?,
            None => None,
        };
        Ok(Receipt {
            act: entry.map(ActOut::from),
        })
    }
}
