//! A small city with offices and one matter, made by the same actions as the pages use. The rooms that follow from
//! decisions share it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test whose stage cannot be set must stop"
)]

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION};
use kapok_acts::{ActError, Actor, City, Env, Keys, Right, Role};
use kapok_matters::{Describe, Matter, NewMatter, State, actions as matters, reads};
use kapok_store::Migration;
use kapok_store::ids::{AccountId, MatterId, PartyId, VoiceId};
use kapok_testkit::Kit;
use kapok_voices::{Channel, NewVoice};
use kapok_web::{App, FormToken, Limits, Session, Sessions};
use tower::ServiceExt;

/// The migrations of the rooms before a room, and its own.
pub fn migrations(own: &[&[Migration]]) -> Vec<Migration> {
    let before = [
        kapok_store::SCHEMA.migrations,
        kapok_acts::tree::SCHEMA.migrations,
        kapok_jobs::SCHEMA.migrations,
        kapok_places::SCHEMA.migrations,
        kapok_parties::SCHEMA.migrations,
        kapok_voices::SCHEMA.migrations,
        kapok_matters::SCHEMA.migrations,
    ];
    before.iter().chain(own).flat_map(|m| m.iter().copied()).collect()
}

pub struct Stage {
    pub kit: Kit,
    pub env: Env,
}

const PARTIES: &str = "key,kind,name,about,place\n\
    streets,office,Streets Department,Builds streets,\n\
    lighting,office,Lighting Office,Hangs lamps,\n\
    parks,office,Parks Office,Keeps parks,\n\
    mayor,office,Mayor's Office,Leads,\n\
    river-friends,organisation,Friends of the River,Walks the banks,\n";

impl Stage {
    pub async fn new(kit: Kit) -> Self {
        let city = City::new("Riverton", "https://riverton.example", jiff::tz::TimeZone::UTC);
        let env = Env::new(
            kit.db.clone(),
            kit.clock(),
            kit.entropy(),
            Keys::new([7; 32]),
            city,
        );
        kapok_parties::actions::import_parties(&env, &Actor::System, PARTIES)
            .await
            .unwrap();
        Self { kit, env }
    }

    pub async fn party(&self, key: &str) -> PartyId {
        kapok_parties::directory(&self.env)
            .await
            .unwrap()
            .by_key(key)
            .unwrap()
            .id
    }

    /// Somebody of an office with a role.
    pub async fn staff(&self, office: &str, role: Role) -> Actor {
        let directory = kapok_parties::directory(&self.env).await.unwrap();
        let party = directory.by_key(office).unwrap();
        Actor::Staff {
            account: AccountId([9; 16]),
            name: "A. Okafor".into(),
            office: party.id,
            office_name: party.name.clone(),
            roles: vec![role],
        }
    }

    pub async fn lead(&self) -> Actor {
        self.staff("streets", Role::LeadOfficer).await
    }

    pub async fn voice(&self) -> VoiceId {
        let voice = NewVoice {
            text: "The river path is dark. I walk home with my phone torch.".into(),
            channel: Channel::Web,
            ..NewVoice::default()
        };
        kapok_voices::actions::hear(&self.env, &Actor::Resident, voice)
            .await
            .unwrap()
            .id
    }

    /// A matter of the streets office that is open and has no answer.
    pub async fn open_matter(&self) -> MatterId {
        let (env, lead, voice) = (&self.env, self.lead().await, self.voice().await);
        let new = NewMatter {
            title: "Lights on the river path".into(),
            ..NewMatter::default()
        };
        let matter = matters::begin(env, &lead, new, &[voice], "one place, one need")
            .await
            .unwrap()
            .matter;
        let described = Describe {
            topic: "renewal".into(),
            level: "safety".into(),
            field: "public".into(),
            lead: Some(self.party("streets").await),
            ..Describe::of(&matter)
        };
        matters::sort(env, &lead, matter.id, described, "dark paths")
            .await
            .unwrap();
        matters::open(env, &lead, matter.id, env.in_days(20), "we look at it")
            .await
            .unwrap();
        matter.id
    }

    pub async fn answered_matter(&self) -> MatterId {
        let matter = self.open_matter().await;
        let text = "We agree that the path is too dark. Streets takes the lead.";
        matters::answer(&self.env, &self.lead().await, matter, text, "en")
            .await
            .unwrap();
        matter
    }

    pub async fn matter(&self, id: MatterId) -> Matter {
        let mut conn = self.env.db.read().await.unwrap();
        reads::by_id(&mut conn, id).await.unwrap().unwrap()
    }

    pub async fn state(&self, id: MatterId) -> State {
        self.matter(id).await.state
    }

    /// Kinds of the acts in the timeline of a matter, in order.
    pub async fn kinds(&self, id: MatterId) -> Vec<String> {
        let mut conn = self.env.db.read().await.unwrap();
        let acts = kapok_acts::log::of_matter(&mut conn, id, 500).await.unwrap();
        assert!(acts.iter().all(kapok_acts::log::Entry::intact));
        acts.into_iter().map(|a| a.kind).collect()
    }

    pub fn days(&self, days: i64) {
        self.kit.clock.advance_ms(days * 86_400_000);
    }

    /// A server of these routes where everybody who sends a cookie is this actor.
    pub fn server(&self, routes: Router<App>, actor: Actor) -> Server {
        let dir = std::env::temp_dir().join(format!("kapok-stage-{}", std::process::id()));
        let app = App {
            env: self.env.clone(),
            files: kapok_files::Files::open(dir).unwrap(),
            sessions: Arc::new(Always(actor.clone())),
            limits: Arc::new(Limits::none()),
            watch: std::sync::Arc::default(),
            behind_proxy: false,
            secure_cookies: false,
        };
        Server {
            env: self.env.clone(),
            session: if actor.is_staff() { DIGEST } else { [0; 32] },
            cookie: if actor.is_staff() { "kapok_session=x" } else { "" },
            router: kapok_web::secure(routes, app),
        }
    }
}

const DIGEST: [u8; 32] = [5; 32];

/// Signs everybody in as one actor.
struct Always(Actor);

impl Sessions for Always {
    fn find<'a>(
        &'a self,
        _: &'a Env,
        _: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Session>, ActError>> + Send + 'a>> {
        let session = self.0.may(Right::ReadStaffPages).then(|| Session {
            actor: self.0.clone(),
            digest: DIGEST,
        });
        Box::pin(std::future::ready(Ok(session)))
    }
}

pub struct Server {
    env: Env,
    session: [u8; 32],
    cookie: &'static str,
    router: Router,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub location: String,
    pub body: String,
}

impl Server {
    pub fn token(&self) -> String {
        FormToken::make(&self.env, &self.session)
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Sends a form; a fresh token is added unless the form has one.
    pub async fn post(&self, path: &str, values: &[(&str, &str)]) -> Answer {
        let mut pairs: Vec<(&str, String)> = values.iter().map(|(n, v)| (*n, (*v).to_owned())).collect();
        if !pairs.iter().any(|(n, _)| *n == "token") {
            pairs.push(("token", self.token()));
        }
        let body: Vec<String> = pairs
            .iter()
            .map(|(n, v)| format!("{n}={}", kapok_web::url::escape(v)))
            .collect();
        let request = Request::post(path).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(body.join("&"))).await
    }

    pub async fn send(&self, request: axum::http::request::Builder, body: Body) -> Answer {
        let request = request.header(COOKIE, self.cookie).body(body).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let location = response
            .headers()
            .get(LOCATION)
            .and_then(|v| v.to_str().ok())
            .unwrap_or_default();
        let location = location.to_owned();
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 22).await.unwrap();
        Answer {
            status,
            location,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}

/// The message on a field, if that is what was refused.
pub fn refused<T: std::fmt::Debug>(result: Result<T, ActError>, field: &str) -> &'static str {
    match result {
        Err(ActError::Fields(fields)) => fields.get(field).unwrap_or("another field"),
        other => panic!("not refused for its fields: {other:?}"),
    }
}

/// The message of something that cannot be done now.
pub fn not_now<T: std::fmt::Debug>(result: Result<T, ActError>) -> &'static str {
    match result {
        Err(ActError::NotNow(message)) => message,
        other => panic!("not refused for now: {other:?}"),
    }
}
