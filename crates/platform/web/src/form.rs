//! Forms as they come in.

use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use bytes::Bytes;
use kapok_acts::{ActError, Env, Fields};
use kapok_i18n::T;

use crate::visit::Visit;
use crate::{App, FormToken, Problem, Upload, lookup, multipart};

/// Bytes that a form without a photo may have.
const LARGEST: usize = 512 * 1024;

/// What was sent, by name. Values are trimmed of nothing here: rooms decide.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// Names and values in the order sent.
    pub pairs: Vec<(String, String)>,
    /// A file, if one was sent.
    pub upload: Option<Upload>,
}

impl Form {
    /// The first value of a name; empty when it is not there.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.pairs
            .iter()
            .find(|(n, _)| n == name)
            .map_or("", |(_, v)| v.as_str())
    }

    /// All values of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs
            .iter()
            .filter(move |(n, _)| n == name)
            .map(|(_, v)| v.as_str())
    }

    /// Whether a box was ticked.
    #[must_use]
    pub fn ticked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// The token of the form, checked. An action that creates something keeps its key, so that sending twice creates once.
    ///
    /// # Errors
    /// On the field `token`: the form was open too long, or comes from elsewhere. The page shows itself again, filled in,
    /// with a new token.
    pub fn token(&self, visit: &Visit) -> Result<FormToken, ActError> {
        FormToken::check(&visit.app.env, &visit.session, self.get("token"))
            .ok_or_else(|| Fields::one("token", "web-form-expired"))
    }
}

impl Form {
    /// Names one sending: the same form with the same words gives the same key, however often it comes. Whoever goes back
    /// and writes something else has said something else.
    #[must_use]
    pub fn key(&self, visit: &Visit, token: &FormToken, fields: &[&str]) -> [u8; 16] {
        let mut content = token.key.to_vec();
        for field in fields {
            let words = self.get(field).trim();
            content.extend((words.len() as u64).to_be_bytes());
            content.extend(words.as_bytes());
        }
        let tag = visit.app.env.keys.tag("sending", &content);
        let mut key = [0; 16];
        key.copy_from_slice(&tag[..16]);
        key
    }
}

impl Form {
    /// What the actions of a staff form are given: with it, the same form with the same words is carried out once.
    ///
    /// # Errors
    /// As [`Form::token`], and [`ActError::SentBefore`] when it was carried out already.
    pub async fn once(&self, visit: &Visit) -> Result<Env, ActError> {
        let mut content = self.token(visit)?.key.to_vec();
        for (name, value) in self.pairs.iter().filter(|(name, _)| name != "token") {
            for part in [name, value] {
                content.extend((part.len() as u64).to_be_bytes());
                content.extend(part.as_bytes());
            }
        }
        let env = &visit.app.env;
        let mut key = [0; 16];
        key.copy_from_slice(&env.keys.tag("sending", &content)[..16]);
        if kapok_store::was_sent(&mut env.db.read().await?, key).await? {
            return Err(ActError::SentBefore);
        }
        Ok(env.sending(key))
    }
}

impl FromRequest<App> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let visit =
            <Visit as axum::extract::FromRequestParts<App>>::from_request_parts(&mut parts, app).await?;
        let multipart = parts
            .headers
            .get(CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .is_some_and(|v| v.starts_with("multipart/form-data"));
        let request = Request::from_parts(parts, body);
        if multipart {
            let form = multipart::read(request, app, visit.t).await?;
            crate::watch::keep(&visit.path, &form);
            return Ok(form);
        }
        let body: Bytes = axum::body::to_bytes(request.into_body(), LARGEST)
            .await
            .map_err(|_| Problem::too_large(visit.t).in_city(&app.env.city.name))?;
        // Names and values that are not UTF-8 are read with replacement characters; rooms refuse those.
        let pairs = serde_html_form::from_bytes(&body).unwrap_or_else(|_| {
            serde_html_form::from_str(&String::from_utf8_lossy(&body)).unwrap_or_default()
        });
        let form = Self { pairs, upload: None };
        crate::watch::keep(&visit.path, &form);
        Ok(form)
    }
}

/// The lines of an error summary: id of the field and words.
#[must_use]
pub fn summary(t: T, fields: &Fields) -> Vec<(String, String)> {
    fields
        .0
        .iter()
        .map(|e| (e.field.to_owned(), lookup(t, e.message).to_owned()))
        .collect()
}

/// The same lines in the order of the page and with the name of the field, for a form of several fields: "Fill in this field"
/// three times tells nobody which. `fields` are the ids and names of the page's fields, from top to bottom; what is wrong
/// with none of them comes first.
#[must_use]
pub fn named(t: T, errors: &[(String, String)], fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let place = |id: &str| fields.iter().position(|(field, _)| *field == id);
    let mut lines: Vec<_> = errors.iter().map(|(id, words)| (place(id), id, words)).collect();
    lines.sort_by_key(|(at, _, _)| *at);
    let line = |(at, id, words): (Option<usize>, &String, &String)| {
        let words = match at.and_then(|i| fields.get(i)) {
            // A field may be named by a question, which needs no colon after it.
            Some((_, name)) if name.ends_with(['?', '？', '؟']) => format!("{name} {words}"),
            Some((_, name)) => t.web_error_in(name, words),
            None => words.clone(),
        };
        (id.clone(), words)
    };
    lines.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_names_its_fields_in_the_order_of_the_page() {
        let wrong = |id: &str| (id.to_owned(), "Fill in this field.".to_owned());
        let errors = [wrong("due"), wrong("token"), wrong("title")];
        let fields = [("title", "What"), ("lead", "Who"), ("due", "Until when?")];
        let lines = named(T(kapok_i18n::Lang::En), &errors, &fields);
        let words: Vec<&str> = lines.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(
            words,
            [
                "Fill in this field.",
                "What: Fill in this field.",
                "Until when? Fill in this field."
            ]
        );
    }
}
