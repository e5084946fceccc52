//! A city, its staff and a reader of pages, for the tests of processes, cases and programmes.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use kapok_acts::{ActError, Actor, City, Env, Keys, Role};
use kapok_processes::Files;
use kapok_store::ids::{AccountId, PartyId};
use kapok_testkit::Kit;
use kapok_web::{App, Limits, Session, Sessions};
use tower::ServiceExt;

pub const LANGUAGES: [&str; 4] = ["en", "zh", "es", "ar"];

pub fn env(kit: &Kit) -> Env {
    let city = City::new("Riverton", "https://riverton.example", jiff::tz::TimeZone::UTC);
    Env::new(
        kit.db.clone(),
        kit.clock(),
        kit.entropy(),
        Keys::new([7; 32]),
        city,
    )
}

pub fn staff(role: Role) -> Actor {
    Actor::Staff {
        account: AccountId([1; 16]),
        name: "O. Bright".into(),
        office: PartyId([2; 16]),
        office_name: "Digital Office".into(),
        roles: vec![role],
    }
}

/// The report's own tables, as the demo imports them.
pub fn report() -> Files {
    Files::of(&folder()).unwrap()
}

pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../data/report")
}

/// A file of the report as it lies in the folder.
pub fn file(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap()
}

/// The report with one file changed.
pub fn report_with(name: &str, from: &str, to: &str) -> Files {
    let text = file(name);
    assert!(text.contains(from), "{name} has no {from:?}");
    let mut files = report();
    files.put(name, &text.replacen(from, to, 1));
    files
}

struct Nobody;

impl Sessions for Nobody {
    fn find<'a>(
        &'a self,
        _: &'a Env,
        _: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Session>, ActError>> + Send + 'a>> {
        Box::pin(async { Ok(None) })
    }
}

/// Asks for a page; gives its status and text.
pub async fn get(env: &Env, routes: Router<App>, path: &str) -> (u16, String) {
    let app = App {
        env: env.clone(),
        files: kapok_files::Files::open(std::env::temp_dir().join("kapok-library-test")).unwrap(),
        sessions: Arc::new(Nobody),
        limits: Arc::new(Limits::none()),
        watch: std::sync::Arc::default(),
        behind_proxy: false,
        secure_cookies: true,
    };
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = kapok_web::secure(routes, app).oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX)
        .await
        .unwrap();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}

/// A page that must be there, and how many queries it took.
pub async fn page(env: &Env, routes: Router<App>, path: &str) -> String {
    let before = env.db.queries();
    let (status, text) = get(env, routes, path).await;
    assert_eq!(status, 200, "{path}");
    let queries = env.db.queries() - before;
    assert!(queries <= 8, "{path} took {queries} queries");
    text
}

/// The part of a page between its frame's head and foot.
pub fn main_of(page: &str) -> &str {
    let start = page.find("<main").unwrap();
    &page[start..page.find("</main>").unwrap()]
}
