//! What somebody sent when the session had ended. It goes along through signing in and is sent again by one press of a
//! button, so that nothing typed is lost, on any browser.

use askama::Template;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use kapok_acts::Actor;
use kapok_web::{Chrome, Form, Outcome, Page, Visit, redirect};

use super::sign_in::{SignInPage, local};

/// Names of the hidden fields that carry what was sent: one name, one value, in order.
const NAME: &str = "kept-name";
const VALUE: &str = "kept-value";
/// Secrets are typed again, and a token is of its session.
const NEVER: [&str; 5] = ["token", "password", "old", "code", "totp-password"];

/// What was sent, and where to. Empty when somebody signs in without having sent anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Kept {
    /// Names and values in the order sent.
    pub(super) pairs: Vec<(String, String)>,
    /// Whether a file was with it, which no page can send again.
    pub(super) file: bool,
}

impl Kept {
    /// From the form that came too late.
    fn new(form: &Form) -> Self {
        let pairs = form.pairs.iter().filter(|(n, _)| !NEVER.contains(&n.as_str()));
        Self {
            pairs: pairs.cloned().collect(),
            file: form.upload.is_some(),
        }
    }

    /// From the form of the sign-in page that carried it.
    pub(super) fn carried(form: &Form) -> Self {
        let values = form.all(VALUE).map(str::to_owned);
        Self {
            pairs: form.all(NAME).map(str::to_owned).zip(values).collect(),
            file: form.ticked("kept-file"),
        }
    }

    /// What a person wrote, to be looked at: the values that are words, not the choices and numbers.
    pub(super) fn words(&self) -> Vec<&str> {
        let values = self.pairs.iter().map(|(_, value)| value.trim());
        values.filter(|v| v.contains(char::is_whitespace)).collect()
    }
}

/// The page after signing in, with what waits to be sent.
#[derive(Template)]
#[template(path = "parties_kept.html")]
pub(super) struct KeptPage {
    pub(super) c: Chrome,
    pub(super) to: String,
    pub(super) kept: Kept,
}

/// Asks to sign in, with what was sent in its form. Who has signed in meanwhile, in another tab, may send it at once.
pub(super) async fn ask(visit: Visit, form: Form) -> Outcome {
    let (kept, to) = (Kept::new(&form), local(visit.ask("to")).to_owned());
    if visit.actor.is_staff() {
        return Ok(offer(&visit, kept, to));
    }
    let page = Page {
        template: SignInPage {
            errors: vec![],
            email: String::new(),
            ..SignInPage::new(&visit, to, kept)
        },
        status: StatusCode::UNAUTHORIZED,
        cache: kapok_web::Cache::Never,
    };
    Ok(page.into_response())
}

/// Who comes here by a link has nothing to send.
pub(super) async fn plain(visit: Visit) -> Outcome {
    let to = kapok_web::url::query(&[("to", local(visit.ask("to")))]);
    Ok(redirect(&format!("/sign-in{to}")))
}

/// The form once more, for whoever has just signed in.
pub(super) fn offer(visit: &Visit, kept: Kept, to: String) -> axum::response::Response {
    debug_assert!(matches!(visit.actor, Actor::Staff { .. }));
    let page = KeptPage {
        c: visit.chrome(""),
        to,
        kept,
    };
    Page::private(page).into_response()
}
