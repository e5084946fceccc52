//! One request, as a handler sees it.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use kapok_acts::{ActError, Actor, Right};
use kapok_i18n::{Lang, T};

use crate::{App, Chrome, FormToken, Limit, Network, Problem, Session, UserView};

/// Name of the session cookie.
pub const SESSION_COOKIE: &str = "kapok_session";
/// Name of the language cookie.
pub const LANGUAGE_COOKIE: &str = "lang";
/// Name of the cookie by which a browser counts once where residents check a result.
const BROWSER_COOKIE: &str = "kapok_check";
/// Name of the cookie that carries a notice over one redirect.
pub const NOTICE_COOKIE: &str = "notice";

/// Who asks, in which language, for what.
pub struct Visit {
    /// Everything a handler can reach.
    pub app: App,
    /// Who acts.
    pub actor: Actor,
    /// Language of the answer.
    pub t: T,
    /// Path without the query.
    pub path: String,
    /// Names and values of the query, in order; a name may come several times.
    pub query: Vec<(String, String)>,
    /// Where it comes from, for rate limits.
    pub network: Network,
    /// Digest of the session token; zero without a session.
    pub session: [u8; 32],
    /// The session token itself, for signing out.
    pub session_token: Option<String>,
    /// Whether something was sent, and not only asked for.
    pub sends: bool,
    notice: Option<String>,
    browser: Option<[u8; 16]>,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let query: Vec<(String, String)> =
            serde_html_form::from_str(parts.uri.query().unwrap_or_default()).unwrap_or_default();
        // No text holds this character, and PostgreSQL would refuse the question.
        let query = query
            .into_iter()
            .map(|(n, v)| (n, v.replace('\0', "")))
            .collect::<Vec<_>>();
        let headers = &parts.headers;
        let t = T(language(&query, headers));
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|c| c.0);
        let network = Network::of(peer, headers, app.behind_proxy);
        let token = cookie(headers, SESSION_COOKIE);
        let session = match &token {
            Some(token) => app
                .sessions
                .find(&app.env, token)
                .await
                .map_err(|e| Problem::new(t, ActError::into(e)).in_city(&app.env.city.name))?,
            None => None,
        };
        let (actor, digest) = match session {
            Some(Session { actor, digest }) => (actor, digest),
            None => (Actor::Resident, [0; 32]),
        };
        Ok(Self {
            actor,
            t,
            path: parts.uri.path().to_owned(),
            query,
            network,
            session: digest,
            session_token: token,
            sends: parts.method == axum::http::Method::POST,
            notice: cookie(headers, NOTICE_COOKIE),
            browser: cookie(headers, BROWSER_COOKIE)
                .and_then(|hex| crate::token::unhex(&hex)?.try_into().ok()),
            app: app.clone(),
        })
    }
}

/// The language asked for: in the address, in the cookie, by the browser.
pub(crate) fn language(query: &[(String, String)], headers: &HeaderMap) -> Lang {
    let in_query = query
        .iter()
        .find(|(n, _)| n == "lang")
        .and_then(|(_, v)| Lang::parse(v));
    let in_cookie = || cookie(headers, LANGUAGE_COOKIE).and_then(|v| Lang::parse(&v));
    let by_browser = || {
        Lang::negotiate(
            headers
                .get(ACCEPT_LANGUAGE)
                .and_then(|v| v.to_str().ok())
                .unwrap_or_default(),
        )
    };
    in_query.or_else(in_cookie).unwrap_or_else(by_browser)
}

/// The value of a cookie.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .find_map(|pair| {
            let (n, v) = pair.trim().split_once('=')?;
            (n == name).then(|| v.to_owned())
        })
}

impl Visit {
    /// The first value of a name in the query, trimmed; empty when it is not there.
    #[must_use]
    pub fn ask(&self, name: &str) -> &str {
        self.query
            .iter()
            .find(|(n, _)| n == name)
            .map_or("", |(_, v)| v.trim())
    }

    /// All values of a name in the query.
    pub fn ask_all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.query
            .iter()
            .filter(move |(n, _)| n == name)
            .map(|(_, v)| v.trim())
    }

    /// The page that was asked for, without the choice of a language.
    #[must_use]
    pub fn address(&self) -> String {
        let pairs = self.query.iter().filter(|(n, _)| n != "lang");
        let pairs: Vec<(&str, &str)> = pairs.map(|(n, v)| (n.as_str(), v.as_str())).collect();
        format!("{}{}", self.path, crate::url::query(&pairs))
    }

    /// The frame of a page; `active` names the entry of the navigation.
    #[must_use]
    pub fn chrome(&self, active: &'static str) -> Chrome {
        let user = match &self.actor {
            Actor::Staff {
                name, office_name, ..
            } => Some(UserView {
                name: name.clone(),
                office: office_name.clone(),
                enters: self.actor.may(Right::EnterVoices),
                manages: self.actor.may(Right::ManageAccounts),
            }),
            Actor::Resident | Actor::System => None,
        };
        Chrome {
            t: self.t,
            lang: self.t.lang(),
            city: self.app.env.city.name.clone(),
            active,
            staff: self.actor.may(Right::ReadStaffPages),
            user,
            css: crate::css_path(),
            js: crate::js_path(),
            token: FormToken::make(&self.app.env, &self.session),
            notice: self
                .notice
                .as_deref()
                .and_then(|id| self.t.message(id))
                .map(str::to_owned),
            feed: None,
            linked: None,
            path: self.path.clone(),
            query: self.query.iter().filter(|(n, _)| n != "lang").cloned().collect(),
        }
    }

    /// Goes on only for staff with this right; others are asked to sign in, or told that they may not.
    ///
    /// # Errors
    /// The page that says so.
    pub fn need(&self, right: Right) -> Result<(), Problem> {
        if self.actor.may(right) {
            Ok(())
        } else if self.actor.is_staff() {
            Err(self.problem(ActError::Forbidden))
        } else {
            Err(Problem::sign_in(self.t, &self.address(), self.sends))
        }
    }

    /// Goes on only within the rate limit.
    ///
    /// # Errors
    /// The page that says so.
    pub fn within(&self, limit: Limit) -> Result<(), Problem> {
        if self.allows(limit) {
            Ok(())
        } else {
            Err(Problem::too_many(self.t).in_city(&self.app.env.city.name))
        }
    }

    /// Whether the rate limit lets one more through; for a form that comes back filled in when it does not.
    #[must_use]
    pub fn allows(&self, limit: Limit) -> bool {
        self.app.limits.allow(limit, self.network)
    }

    /// What stands for this browser where a resident counts once: a cookie that an earlier form left, else the key of the form
    /// that is sent, which [`remember`](Self::remember) leaves. It names nobody and is stored only mixed with our key.
    #[must_use]
    pub fn browser(&self, form_key: [u8; 16]) -> [u8; 16] {
        self.browser.unwrap_or(form_key)
    }

    /// Leaves the cookie of [`browser`](Self::browser) with an answer.
    pub fn remember(&self, browser: [u8; 16], response: &mut Response) {
        let secure = if self.app.secure_cookies { "; Secure" } else { "" };
        let cookie = format!(
            "{BROWSER_COOKIE}={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}",
            crate::token::hex(&browser)
        );
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(SET_COOKIE, value);
        }
    }

    /// An error as a page in the reader's language.
    pub fn problem(&self, error: impl Into<ActError>) -> Problem {
        match error.into() {
            ActError::SentBefore => Problem::sent_before(self.t, &self.path),
            error => Problem::new(self.t, error).in_city(&self.app.env.city.name),
        }
    }

    /// The page that says which office is in charge of what was asked for, and so why nothing can be done here.
    #[must_use]
    pub fn other_office(&self, office: &str, page: &str) -> Problem {
        Problem::other_office(self.t, office, page).in_city(&self.app.env.city.name)
    }

    /// The page that says there is no such page.
    #[must_use]
    pub fn not_found(&self) -> Problem {
        self.problem(ActError::NotFound)
    }
}
