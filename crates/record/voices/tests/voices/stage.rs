//! A small city with places and offices, and a browser that asks without a network.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION};
use axum::http::{Request, StatusCode};
use kapok_acts::{ActError, Actor, City, Env, Keys, Kind, Right, Role, log};
use kapok_store::Migration;
use kapok_store::ids::{AccountId, MatterId, PartyId, PlaceId, VoiceId};
use kapok_testkit::Kit;
use kapok_voices::{Heard, NewVoice, VoiceView, actions, reads};
use kapok_web::{App, FormToken, Limits, Session, Sessions};
use tower::ServiceExt;

pub static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [
        kapok_store::SCHEMA.migrations,
        kapok_acts::tree::SCHEMA.migrations,
        kapok_places::SCHEMA.migrations,
        kapok_parties::SCHEMA.migrations,
        kapok_voices::SCHEMA.migrations,
    ]
    .concat()
});

const PLACES: &str = "\
key,parent,kind,name,population,deprivation,wkt
riverton,,city,Riverton,214000,,
eastgate,riverton,district,Eastgate,,,
station,eastgate,neighbourhood,Eastgate Station,,,
ridge,riverton,neighbourhood,The Ridge,,,
";

const PARTIES: &str = "\
key,kind,name,about,place
streets,office,Streets Department,Builds streets,
lighting,office,Lighting Office,Hangs lamps,
river-friends,organisation,Friends of the River,Walks the banks,
";

pub const MATTER: MatterId = MatterId([1; 16]);
pub const OTHER: MatterId = MatterId([2; 16]);

pub struct Stage {
    pub kit: Kit,
    pub env: Env,
}

pub fn said(text: &str) -> NewVoice {
    NewVoice {
        text: text.into(),
        ..NewVoice::default()
    }
}

/// The fields that an action found wrong, with the messages.
pub fn wrong<T: std::fmt::Debug>(result: Result<T, ActError>) -> Vec<(&'static str, &'static str)> {
    match result {
        Err(ActError::Fields(fields)) => fields.0.iter().map(|e| (e.field, e.message)).collect(),
        other => panic!("{other:?}"),
    }
}

pub fn not_now<T: std::fmt::Debug>(result: Result<T, ActError>) -> &'static str {
    match result {
        Err(ActError::NotNow(message)) => message,
        other => panic!("{other:?}"),
    }
}

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
        kapok_places::actions::import(&env, &Actor::System, PLACES)
            .await
            .unwrap();
        kapok_parties::actions::import_parties(&env, &Actor::System, PARTIES)
            .await
            .unwrap();
        Self { kit, env }
    }

    pub async fn place(&self, key: &str) -> PlaceId {
        kapok_places::tree(&self.env)
            .await
            .unwrap()
            .by_key(key)
            .unwrap()
            .id
    }

    pub async fn party(&self, key: &str) -> PartyId {
        kapok_parties::directory(&self.env)
            .await
            .unwrap()
            .by_key(key)
            .unwrap()
            .id
    }

    /// Somebody of the streets office.
    pub async fn staff(&self, role: Role) -> Actor {
        Actor::Staff {
            account: AccountId([9; 16]),
            name: "A. Okafor".into(),
            office: self.party("streets").await,
            office_name: "Streets Department".into(),
            roles: vec![role],
        }
    }

    pub async fn hear(&self, voice: NewVoice) -> Heard {
        actions::hear(&self.env, &Actor::System, voice).await.unwrap()
    }

    pub async fn by_code(&self, code: &str) -> VoiceView {
        reads::by_code(&self.env, code).await.unwrap().unwrap()
    }

    pub async fn by_number(&self, number: i64) -> VoiceView {
        reads::by_number(&self.env, number).await.unwrap().unwrap()
    }

    /// Names of the acts about a voice, oldest first.
    pub async fn acts(&self, id: VoiceId) -> Vec<String> {
        let mut conn = self.env.db.read().await.unwrap();
        let acts = log::of_subject(&mut conn, id.0, 100).await.unwrap();
        acts.into_iter().map(|a| a.kind).collect()
    }

    pub async fn log_size(&self) -> i64 {
        log::count(&mut self.env.db.read().await.unwrap()).await.unwrap()
    }

    /// Voices of the year, in all.
    pub async fn counted(&self) -> i64 {
        let mut conn = self.env.db.read().await.unwrap();
        let rows = reads::heard_this_year(&mut conn, 2026).await.unwrap();
        rows.iter().map(|(_, n)| n).sum()
    }

    /// Runs what a later room does in its own transaction.
    pub async fn in_tx<T, F>(&self, work: F) -> T
    where
        F: AsyncFnOnce(&mut kapok_store::Tx) -> T,
    {
        let mut tx = self.env.db.change().await.unwrap();
        let out = work(&mut tx).await;
        let about = kapok_acts::About::new("matter", MATTER.0);
        let act = self
            .env
            .act(&Actor::System, Kind::MatterVoiced, about, "", &[])
            .unwrap();
        tx.commit(act).await.unwrap();
        out
    }

    pub async fn join(&self, ids: &[VoiceId], matter: MatterId) -> Vec<kapok_voices::VoiceFacts> {
        let at = self.env.now();
        self.in_tx(async |tx| kapok_voices::join_in(tx, ids, matter, at).await.unwrap())
            .await
    }

    /// A browser in which this actor is signed in.
    pub fn browser(&self, actor: Actor) -> Browser {
        let folder = std::env::temp_dir().join(format!("kapok_voices_files_{}", std::process::id()));
        let app = App {
            env: self.env.clone(),
            files: kapok_files::Files::open(folder).unwrap(),
            sessions: Arc::new(SignedIn(actor)),
            limits: Arc::new(Limits::none()),
            watch: std::sync::Arc::default(),
            behind_proxy: false,
            secure_cookies: false,
        };
        Browser {
            env: self.env.clone(),
            site: kapok_web::secure(kapok_voices::routes(), app),
        }
    }
}

const SESSION: &str = "a-session";

struct SignedIn(Actor);

impl Sessions for SignedIn {
    fn find<'a>(
        &'a self,
        _: &'a Env,
        _: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Session>, ActError>> + Send + 'a>> {
        let signed_in = self.0.may(Right::ReadStaffPages).then(|| Session {
            actor: self.0.clone(),
            digest: Keys::digest(SESSION.as_bytes()),
        });
        Box::pin(async move { Ok(signed_in) })
    }
}

pub struct Browser {
    env: Env,
    site: Router,
}

/// Status, address of a redirect, page.
pub type Got = (StatusCode, String, String);

impl Browser {
    pub fn token(&self) -> String {
        FormToken::make(&self.env, &Keys::digest(SESSION.as_bytes()))
    }

    pub async fn get(&self, path: &str) -> Got {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// How many queries a page costs.
    pub async fn queries(&self, path: &str) -> u64 {
        let before = self.env.db.queries();
        assert_eq!(self.get(path).await.0, StatusCode::OK, "{path}");
        self.env.db.queries() - before
    }

    pub async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Got {
        let token = self.token();
        self.post_with(path, pairs, &token).await
    }

    pub async fn post_with(&self, path: &str, pairs: &[(&str, &str)], token: &str) -> Got {
        let mut all = vec![("token", token)];
        all.extend(pairs);
        let body = serde_html_form::to_string(&all).unwrap();
        let request = Request::post(path).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends a file as a browser does.
    pub async fn upload(&self, path: &str, file: &[u8]) -> Got {
        let mut body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n{}\r\n",
            self.token()
        )
        .into_bytes();
        body.extend(
            b"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cards.csv\"\r\n\r\n",
        );
        body.extend(file);
        body.extend(b"\r\n--edge--\r\n");
        let request = Request::post(path).header(CONTENT_TYPE, "multipart/form-data; boundary=edge");
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    async fn ask(&self, mut request: Request<Body>) -> Got {
        let cookie = format!("kapok_session={SESSION}").parse().unwrap();
        request.headers_mut().insert(COOKIE, cookie);
        let response = self.site.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let to = response
            .headers()
            .get(LOCATION)
            .map(|v| v.to_str().unwrap().to_owned());
        let body = axum::body::to_bytes(response.into_body(), usize::MAX)
            .await
            .unwrap();
        (
            status,
            to.unwrap_or_default(),
            String::from_utf8(body.to_vec()).unwrap(),
        )
    }
}
