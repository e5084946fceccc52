//! What an action is given.

use std::any::{Any, TypeId};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use kapok_log::{Act, Fact, Reason};
use kapok_store::ids::{IdSource, MatterId, PartyId, PlaceId};
use kapok_store::{Clock, Db, Entropy, NewAct};

use crate::{ActError, Actor, City, Fields, Keys, Kind};

/// Database, clock, random source, keys and settings: all that an action may reach. Cheap to clone.
#[derive(Clone)]
pub struct Env {
    /// The database.
    pub db: Db,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The random source.
    pub entropy: Arc<dyn Entropy>,
    /// The keys.
    pub keys: Keys,
    /// The settings.
    pub city: Arc<City>,
    ids: Arc<IdSource>,
    kept: Arc<RwLock<HashMap<TypeId, Kept>>>,
    /// Names the form that is being carried out.
    sending: Option<[u8; 16]>,
}

/// When it was loaded (milliseconds since 1970), and what.
type Kept = (i64, Arc<dyn Any + Send + Sync>);

/// How long a small table that rarely changes is kept in memory; several processes agree again within this time.
const KEEP_MS: i64 = 5_000;

/// What an act is about.
#[derive(Debug, Clone, Copy)]
pub struct About {
    /// Concept, for example `voice`.
    pub kind: &'static str,
    /// Id of the thing.
    pub id: [u8; 16],
    /// The matter whose timeline shows it.
    pub matter: Option<MatterId>,
    /// The place concerned.
    pub place: Option<PlaceId>,
    /// The office concerned.
    pub office: Option<PartyId>,
}

impl About {
    /// A thing on its own.
    #[must_use]
    pub fn new(kind: &'static str, id: [u8; 16]) -> Self {
        Self {
            kind,
            id,
            matter: None,
            place: None,
            office: None,
        }
    }
    /// A thing of a matter.
    #[must_use]
    pub fn of(kind: &'static str, id: [u8; 16], matter: MatterId, place: Option<PlaceId>) -> Self {
        Self {
            kind,
            id,
            matter: Some(matter),
            place,
            office: None,
        }
    }
    /// Names the office concerned.
    #[must_use]
    pub fn office(mut self, office: Option<PartyId>) -> Self {
        self.office = office;
        self
    }
}

impl Env {
    /// Puts it together.
    #[must_use]
    pub fn new(db: Db, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>, keys: Keys, city: City) -> Self {
        Self {
            db,
            clock,
            entropy,
            keys,
            city: Arc::new(city),
            ids: Arc::default(),
            kept: Arc::default(),
            sending: None,
        }
    }

    /// The same for one form: the transaction that is committed with it is committed once, however often and however fast
    /// the form is sent. For actions of one transaction.
    #[must_use]
    pub fn sending(&self, key: [u8; 16]) -> Self {
        Self {
            sending: Some(key),
            ..self.clone()
        }
    }

    /// The key of the form that is being carried out, if this is for one.
    #[must_use]
    pub fn sending_key(&self) -> Option<[u8; 16]> {
        self.sending
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }

    /// Today in the city.
    #[must_use]
    pub fn today(&self) -> jiff::civil::Date {
        self.city.date(self.now())
    }

    /// The first moment of the day that lies this many days before today.
    #[must_use]
    pub fn days_ago(&self, days: i64) -> jiff::Timestamp {
        let span = jiff::Span::new().try_days(days).unwrap_or_default();
        self.city
            .start_of(self.today().checked_sub(span).unwrap_or(jiff::civil::Date::MIN))
    }

    /// The day that lies this many days after today.
    #[must_use]
    pub fn in_days(&self, days: i64) -> jiff::civil::Date {
        let span = jiff::Span::new().try_days(days).unwrap_or_default();
        self.today().checked_add(span).unwrap_or(jiff::civil::Date::MAX)
    }

    /// A new id.
    #[must_use]
    pub fn id(&self) -> [u8; 16] {
        self.ids.next(&*self.clock, &*self.entropy)
    }

    /// Random bytes.
    #[must_use]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        self.entropy.fill(&mut out);
        out
    }

    /// A small table kept in memory (places, offices), if it was loaded within the last seconds.
    #[must_use]
    pub fn kept<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        let (at, value) = kept.get(&TypeId::of::<T>())?;
        let fresh = (0..KEEP_MS).contains(&(self.now().as_millisecond() - at));
        fresh.then(|| Arc::clone(value).downcast().ok()).flatten()
    }

    /// Keeps a small table in memory.
    pub fn keep<T: Send + Sync + 'static>(&self, value: T) -> Arc<T> {
        let value = Arc::new(value);
        let kept = (
            self.now().as_millisecond(),
            Arc::clone(&value) as Arc<dyn Any + Send + Sync>,
        );
        self.kept
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(TypeId::of::<T>(), kept);
        value
    }

    /// Forgets a kept table, because it was changed.
    pub fn forget<T: Send + Sync + 'static>(&self) {
        self.kept
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&TypeId::of::<T>());
    }

    /// An act by somebody about something, at the clock's time. Detail holds public facts only.
    ///
    /// # Errors
    /// [`ActError::Fields`] on `reason` when the kind owes one and none is given.
    pub fn act(
        &self,
        actor: &Actor,
        kind: Kind,
        about: About,
        reason: &str,
        detail: &[(&str, Fact)],
    ) -> Result<NewAct, ActError> {
        // PostgreSQL's text cannot hold this character, and the digest must be that of the words as they are stored.
        let reason = reason.replace('\0', "");
        let reason = reason.trim();
        if reason.is_empty() && kind.owes_reason() {
            return Err(Fields::one("reason", "form-reason-missing"));
        }
        let reason = (!reason.is_empty()).then(|| Reason {
            text: reason.to_owned(),
            salt: self.random(),
        });
        let (actor_kind, actor_id, actor_name, actor_office) = match actor {
            Actor::Resident => ("resident", None, String::new(), String::new()),
            Actor::Staff {
                account,
                name,
                office_name,
                ..
            } => ("officer", Some(account.0), name.clone(), office_name.clone()),
            Actor::System => ("system", None, String::new(), String::new()),
        };
        let detail: BTreeMap<String, Fact> = detail
            .iter()
            .map(|(name, fact)| ((*name).to_owned(), fact.clone()))
            .collect();
        Ok(NewAct {
            act: Act {
                id: self.id(),
                at_ms: self.now().as_millisecond(),
                kind: kind.name().into(),
                actor_kind: actor_kind.into(),
                actor_id,
                actor_name,
                actor_office,
                subject_kind: about.kind.into(),
                subject_id: about.id,
                matter_id: about.matter.map(|m| m.0),
                place_id: about.place.map(|p| p.0),
                reason_digest: reason.as_ref().map(Reason::digest),
                detail,
            },
            office_id: about.office.or(actor.office()).map(|o| o.0),
            sending: self.sending,
            reason,
        })
    }

    /// `Ok` when the actor may do it.
    ///
    /// # Errors
    /// [`ActError::Forbidden`].
    pub fn allow(&self, actor: &Actor, right: crate::Right) -> Result<(), ActError> {
        if actor.may(right) {
            Ok(())
        } else {
            Err(ActError::Forbidden)
        }
    }
}
