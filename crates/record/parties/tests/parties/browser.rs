//! A browser, as far as these tests need one: cookies, and the token of the form last seen.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, COOKIE, HeaderName, LOCATION, SET_COOKIE};
use kapok_acts::Env;
use kapok_web::{App, Limits};
use tower::ServiceExt;

pub struct Browser {
    server: Router,
    cookies: Vec<(String, String)>,
    token: String,
    network: u8,
}

pub struct Answer {
    pub status: u16,
    pub location: String,
    pub cookies: Vec<String>,
    pub cache: String,
    pub body: String,
}

impl Browser {
    /// A browser whose server limits nothing.
    pub fn new(env: &Env) -> Self {
        Self::with(env, Arc::new(Limits::none()), 1)
    }

    /// A browser in a network, before these limits.
    pub fn with(env: &Env, limits: Arc<Limits>, network: u8) -> Self {
        let app = App {
            env: env.clone(),
            files: kapok_files::Files::open(std::env::temp_dir().join("kapok-parties-test")).unwrap(),
            sessions: Arc::new(kapok_parties::StaffSessions),
            limits,
            watch: std::sync::Arc::default(),
            behind_proxy: false,
            secure_cookies: true,
        };
        Self {
            server: kapok_web::secure(kapok_parties::routes(), app),
            cookies: Vec::new(),
            token: String::new(),
            network,
        }
    }

    /// A browser that has signed in.
    pub async fn signed_in(env: &Env, email: &str, password: &str) -> Self {
        let mut browser = Self::new(env);
        browser.get("/sign-in").await;
        let answer = browser
            .post("/sign-in", &[("email", email), ("password", password)])
            .await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        browser
    }

    /// The session token in the cookie jar.
    pub fn session(&self) -> Option<String> {
        self.cookies
            .iter()
            .find(|(n, _)| n == "kapok_session")
            .map(|(_, v)| v.clone())
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path), String::new()).await
    }

    /// Sends a form with the token of the page seen last.
    pub async fn post(&mut self, path: &str, values: &[(&str, &str)]) -> Answer {
        let token = self.token.clone();
        let token = ("token", token.as_str());
        let pairs = values.iter().chain([&token]);
        let body: Vec<String> = pairs
            .map(|(n, v)| format!("{n}={}", kapok_web::url::escape(v)))
            .collect();
        let request = Request::post(path).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, body.join("&")).await
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: String) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        let peer = SocketAddr::from(([192, 0, 2, self.network], 4000));
        let request = request
            .header(COOKIE, cookies.join("; "))
            .extension(ConnectInfo(peer))
            .body(Body::from(body))
            .unwrap();
        let response = self.server.clone().oneshot(request).await.unwrap();
        let headers = response.headers().clone();
        let text = |name: HeaderName| {
            headers
                .get(name)
                .and_then(|v| v.to_str().ok())
                .unwrap_or_default()
                .to_owned()
        };
        let cookies: Vec<String> = headers
            .get_all(SET_COOKIE)
            .iter()
            .filter_map(|v| v.to_str().ok())
            .map(str::to_owned)
            .collect();
        for cookie in &cookies {
            self.keep(cookie);
        }
        let answer = Answer {
            status: response.status().as_u16(),
            location: text(LOCATION),
            cache: text(CACHE_CONTROL),
            cookies,
            body: String::from_utf8(
                axum::body::to_bytes(response.into_body(), 1 << 20)
                    .await
                    .unwrap()
                    .to_vec(),
            )
            .unwrap(),
        };
        if let Some((_, rest)) = answer.body.split_once("name=\"token\" value=\"") {
            self.token = rest.split('"').next().unwrap_or_default().to_owned();
        }
        answer
    }

    fn keep(&mut self, cookie: &str) {
        let pair = cookie.split(';').next().unwrap_or_default();
        let (name, value) = pair.split_once('=').unwrap_or_default();
        self.cookies.retain(|(n, _)| n != name);
        if !cookie.contains("Max-Age=0") {
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }
}
