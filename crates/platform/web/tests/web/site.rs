//! A small site with a page, forms and faults, asked without a network.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use kapok_acts::{ActError, Actor, City, Env, Keys, Role};
use kapok_files::Files;
use kapok_store::ids::{AccountId, PartyId};
use kapok_testkit::{Kit, On};
use kapok_web::{App, Chrome, Form, Limit, Limits, Notice, Outcome, Page, Session, Sessions, Visit};
use tower::ServiceExt;

/// The token of the one officer who is signed in.
pub const OFFICER: &str = "officer-token";

pub struct Site {
    pub kit: Kit,
    routes: Router,
}

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).expect("pages are UTF-8")
    }
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().expect("ASCII"))
    }
    /// What a cookie is set to, with its attributes.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let all = self.headers.get_all("set-cookie").iter();
        all.filter_map(|v| v.to_str().ok()).find_map(|v| {
            let (n, rest) = v.split_once('=')?;
            (n == name).then(|| rest.to_owned())
        })
    }
    /// The token in the form of the page.
    pub fn token(&self) -> String {
        let text = self.text();
        let at = text.find("name=\"token\" value=\"").expect("the page has a form") + 20;
        text[at..].split('"').next().expect("a value").to_owned()
    }
}

struct OneOfficer;

impl Sessions for OneOfficer {
    fn find<'a>(
        &'a self,
        _env: &'a Env,
        token: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Session>, ActError>> + Send + 'a>> {
        Box::pin(async move {
            Ok((token == OFFICER).then(|| Session {
                actor: Actor::Staff {
                    account: AccountId([1; 16]),
                    name: "A. Okafor".into(),
                    office: PartyId([2; 16]),
                    office_name: "Streets".into(),
                    roles: vec![Role::Officer],
                },
                digest: Keys::digest(token.as_bytes()),
            }))
        })
    }
}

impl Site {
    /// A site whose limits are never met.
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// A site with something changed.
    pub async fn with(change: impl FnOnce(&mut App)) -> Self {
        let kit = Kit::new(On::Sqlite, &[]).await.expect("SQLite is always there");
        let city = City::new("Riverton", "http://riverton.example", jiff::tz::TimeZone::UTC);
        let env = Env::new(
            kit.db.clone(),
            kit.clock(),
            kit.entropy(),
            Keys::new([9; 32]),
            city,
        );
        let folder = kit
            .db
            .path()
            .and_then(|p| p.parent())
            .expect("a file in a folder")
            .join("files");
        let mut app = App {
            env,
            files: Files::open(folder).expect("a folder for photos"),
            sessions: Arc::new(OneOfficer),
            limits: Arc::new(Limits::none()),
            watch: std::sync::Arc::default(),
            behind_proxy: false,
            secure_cookies: false,
        };
        change(&mut app);
        let routes = Router::new()
            .merge(kapok_web::asset_routes())
            .merge(kapok_web::design_routes())
            .route("/form", get(form).post(sent))
            .route("/photo", post(photo))
            .route("/limited", post(limited))
            .route("/go", get(go))
            .route("/staff", get(staff).post(staff))
            .route("/fault", get(fault))
            .route("/away", post(away))
            .route("/away-photo", post(away));
        Self {
            kit,
            routes: kapok_web::secure(routes, app),
        }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self
            .routes
            .clone()
            .oneshot(request)
            .await
            .expect("the site always answers");
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX)
            .await
            .expect("a whole body")
            .to_vec();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let request = headers
            .iter()
            .fold(Request::get(path), |r, (n, v)| r.header(*n, *v));
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    /// A form as a browser sends it.
    pub async fn post(&self, path: &str, body: impl Into<Body>, headers: &[(&str, &str)]) -> Answer {
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        let request = headers.iter().fold(request, |r, (n, v)| r.header(*n, *v));
        self.send(request.body(body.into()).expect("a request")).await
    }
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% extends "base.html" %}{% import "components.html" as ui %}{% block title %}{{ c.t.form_send() }}{% endblock %}
{% block content %}<h1>{{ c.t.form_send() }}</h1>{{ ui::token() }}<p id="words" dir="auto">{{ words }}</p>{% endblock %}"#
)]
struct FormPage {
    c: Chrome,
    words: String,
}

async fn form(visit: Visit) -> Outcome {
    let page = FormPage {
        c: visit.chrome(""),
        words: String::new(),
    };
    Ok(Page::public(page).into_response())
}

async fn sent(visit: Visit, form: Form) -> Outcome {
    let words = form.get("words").to_owned();
    match form.token(&visit) {
        Ok(token) => Ok(format!("{:?} {words}", token.key).into_response()),
        Err(_) => Ok(Page::again(FormPage {
            c: visit.chrome(""),
            words,
        })
        .into_response()),
    }
}

async fn photo(form: Form) -> Response {
    let upload = form.upload.as_ref().map(|u| (u.field.as_str(), u.bytes.len()));
    format!("{} {upload:?}", form.get("words")).into_response()
}

async fn limited(visit: Visit) -> Outcome {
    visit.within(Limit::Say)?;
    Ok("in".into_response())
}

async fn go(visit: Visit) -> Response {
    kapok_web::redirect_with(visit.ask("to"), Notice("web-sample-notice"))
}

async fn staff(visit: Visit) -> Outcome {
    visit.need(kapok_acts::Right::ReadStaffPages)?;
    visit.need(kapok_acts::Right::ManageAccounts)?;
    Ok("in".into_response())
}

/// As though the database did not answer.
async fn away(visit: Visit, _form: Form) -> Outcome {
    let error = kapok_store::StoreError::NoConnection("on purpose".into());
    Err(visit.problem(error))
}

/// Broken on purpose: looks for a second entry in a list of one.
async fn fault(visit: Visit) -> Response {
    let list = ["on purpose"];
    list[1 + visit.query.len()].into_response()
}
