//! Matters as JSON: lists and one matter; the inbox, the work on a matter and following in their own files.

mod following;
mod inbox;
mod offices;
mod read;
mod work;

use kapok_acts::{ActError, Env};
use kapok_parties::Directory;
use kapok_places::Tree;
use kapok_places::api::place_key;
use kapok_store::ids::PartyId;
use kapok_web::App;
use kapok_web::api::{Day, Id, Moment, Number};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;

use crate::filter::Order;
use crate::model::{Matter, Says};
use crate::priority::Weights;
use crate::reads;
use crate::replies::{AppealState, Asked, PartnerState};
use crate::state::{State, Step};

kapok_web::wire_words!(
    State as "MatterState",
    Step as "MatterStep",
    Order as "MatterOrder",
    Says as "CheckSays",
    Asked as "AskedFor",
    PartnerState as "RequestState",
    AppealState as "AppealState",
);

/// The operations of this room.
pub fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(read::api())
        .merge(inbox::api())
        .merge(work::api())
        .merge(offices::api())
        .merge(following::api())
}

/// The matter of a number.
///
/// # Errors
/// [`ActError::NotFound`].
pub async fn matter_of(env: &Env, number: Number) -> Result<Matter, ActError> {
    let found = reads::by_number(&mut env.db.read().await?, number.0).await?;
    found.ok_or(ActError::NotFound)
}

/// A matter: the public issue that voices join.
#[derive(Serialize, ToSchema)]
#[schema(as = Matter)]
pub struct MatterOut {
    /// Its id.
    pub id: Id,
    /// Its public number.
    pub number: Number,
    /// One line.
    pub title: String,
    /// What is asked.
    pub summary: String,
    /// Language of both (BCP 47); `und` for unknown.
    pub lang: String,
    /// Key of the place; none for unknown.
    pub place: Option<String>,
    /// Its topic; empty until it is sorted.
    pub topic: String,
    /// Level of need; empty until it is sorted.
    pub level: String,
    /// Field of need; empty until it is sorted.
    pub field: String,
    /// Where it stands.
    pub state: State,
    /// Since when.
    pub state_at: Moment,
    /// Key of the office in the lead.
    pub lead: Option<String>,
    /// 0 to 3.
    #[schema(minimum = 0, maximum = 3)]
    pub urgency: i64,
    /// 0 to 3.
    #[schema(minimum = 0, maximum = 3)]
    pub safety: i64,
    /// 0 to 3.
    #[schema(minimum = 0, maximum = 3)]
    pub equity: i64,
    /// Its priority today in thousandths of a point, while it waits for a decision.
    pub priority: Option<i64>,
    /// How many voices it is made of.
    #[schema(minimum = 0)]
    pub voices: i64,
    /// When the first of them reached the city.
    pub first_heard_at: Moment,
    /// When the voices became a matter.
    pub created_at: Moment,
    /// When it was opened for weighing.
    pub opened_at: Option<Moment>,
    /// Day by which the city answers.
    pub reply_by: Option<Day>,
    /// When its voices were first answered.
    pub answered_at: Option<Moment>,
    /// Id of the matter into which it was merged.
    pub merged_into: Option<Id>,
    /// Who is in charge instead; empty unless it was referred.
    pub referred_to: String,
    /// Residents who say that it is done, since it was last finished.
    #[schema(minimum = 0)]
    pub done: i64,
    /// Residents who say that it is not, since then.
    #[schema(minimum = 0)]
    pub not_yet: i64,
    /// People who follow it by e-mail.
    #[schema(minimum = 0)]
    pub followers: i64,
    /// Grows with every change; send it back when you describe it.
    #[schema(minimum = 0)]
    pub version: i64,
}

/// What matters are written out with.
pub struct Speaker {
    env: Env,
    tree: std::sync::Arc<Tree>,
    directory: std::sync::Arc<Directory>,
    weights: std::sync::Arc<Weights>,
}

impl Speaker {
    /// From what is kept in memory.
    ///
    /// # Errors
    /// From the database.
    pub async fn new(env: &Env) -> Result<Self, ActError> {
        Ok(Self {
            env: env.clone(),
            tree: kapok_places::tree(env).await?,
            directory: kapok_parties::directory(env).await?,
            weights: reads::weights(env).await?,
        })
    }

    /// Key of an office.
    #[must_use]
    pub fn key(&self, id: Option<PartyId>) -> Option<String> {
        id.and_then(|id| self.directory.get(id)).map(|p| p.key.clone())
    }

    /// A matter as it travels.
    #[must_use]
    pub fn matter(&self, m: Matter) -> MatterOut {
        let score = || m.terms(&self.weights, self.env.today()).score();
        MatterOut {
            priority: m.state.is_open().then(score),
            id: Id(m.id.0),
            number: Number(m.number),
            place: place_key(&self.tree, m.place),
            state: m.state,
            state_at: Moment(m.state_at),
            lead: self.key(m.lead),
            urgency: m.urgency,
            safety: m.safety,
            equity: m.equity,
            voices: m.voice_count,
            first_heard_at: Moment(m.first_heard),
            created_at: Moment(m.created),
            opened_at: m.opened.map(Moment),
            reply_by: m.reply_by.map(Day),
            answered_at: m.answered.map(Moment),
            merged_into: m.merged_into.map(|id| Id(id.0)),
            done: m.done_count,
            not_yet: m.not_yet_count,
            followers: m.followers,
            version: m.version,
            title: m.title,
            summary: m.summary,
            lang: m.lang,
            topic: m.topic,
            level: m.level,
            field: m.field,
            referred_to: m.referred_to,
        }
    }
}
