//! Why an action was refused, in a form that a page can show in any language.

use kapok_store::StoreError;

/// One field of a form and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Name of the field.
    pub field: &'static str,
    /// Id of the message in the catalogues (`form-…` or the room's own).
    pub message: &'static str,
}

/// Everything that is wrong with a form, so that it can be mended in one go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(pub Vec<FieldError>);

impl Fields {
    /// Adds an error.
    pub fn add(&mut self, field: &'static str, message: &'static str) {
        self.0.push(FieldError { field, message });
    }
    /// The message for a field, if it has one.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&'static str> {
        self.0.iter().find(|e| e.field == field).map(|e| e.message)
    }
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// `Ok` when nothing is wrong.
    ///
    /// # Errors
    /// [`ActError::Fields`] with everything that is.
    pub fn check(self) -> Result<(), ActError> {
        if self.is_empty() {
            Ok(())
        } else {
            Err(ActError::Fields(self))
        }
    }
    /// One error alone.
    #[must_use]
    pub fn one(field: &'static str, message: &'static str) -> ActError {
        let mut fields = Self::default();
        fields.add(field, message);
        ActError::Fields(fields)
    }
}

/// Why an action was refused.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// The permission table says no.
    #[error("not permitted")]
    Forbidden,
    /// There is no such thing, or it is not shown to this actor.
    #[error("not found")]
    NotFound,
    /// What was filled in cannot be accepted.
    #[error("fields: {0:?}")]
    Fields(Fields),
    /// The thing is not in a state that allows this. Names a message that says what to do instead.
    #[error("not now: {0}")]
    NotNow(&'static str),
    /// Somebody else changed it first.
    #[error("changed meanwhile")]
    Stale,
    /// The same form was carried out before; nothing was done again.
    #[error("sent before")]
    SentBefore,
    /// The database failed.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for ActError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::SentBefore => ActError::SentBefore,
            other => ActError::Store(other),
        }
    }
}
