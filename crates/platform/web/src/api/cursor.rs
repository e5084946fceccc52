//! Lists page by page.

use axum::response::{IntoResponse, Response};
use kapok_acts::Fields;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ApiError;

/// Rows of a page when nobody says how many.
const USUAL: i64 = 50;
/// Rows of a page at most.
const MOST: i64 = 200;

/// How far and how much, as asked for.
#[derive(Debug, Clone, Default)]
pub struct Paging {
    /// Rows of this page.
    pub limit: i64,
    /// The key of the last row of the page before; none at the beginning.
    pub after: Option<String>,
}

impl Paging {
    /// From the two parameters of every list. `list` names the list, so that a cursor of another is refused.
    ///
    /// # Errors
    /// [`ApiError::Unreadable`] on `limit`, a field error on `cursor`.
    pub fn new(list: &str, limit: Option<i64>, cursor: Option<&Cursor>) -> Result<Self, ApiError> {
        let limit = limit.unwrap_or(USUAL);
        if !(1..=MOST).contains(&limit) {
            return Err(ApiError::unreadable(
                "limit",
                "a number from 1 to 200 is expected",
            ));
        }
        let after = cursor.map(|c| c.key(list)).transpose()?;
        Ok(Self { limit, after })
    }

    /// The key as a number, for lists that go by number.
    ///
    /// # Errors
    /// A field error on `cursor`.
    pub fn number(&self) -> Result<Option<i64>, ApiError> {
        let read = |key: &String| key.parse().map_err(|_| Cursor::wrong());
        self.after.as_ref().map(read).transpose()
    }

    /// One more than asked for tells whether there is a next page.
    #[must_use]
    pub fn one_more(&self) -> i64 {
        self.limit + 1
    }

    /// The page of the rows that were read with [`one_more`](Self::one_more).
    pub fn page<R, T>(
        &self,
        list: &str,
        mut rows: Vec<R>,
        key: impl Fn(&R) -> String,
        out: impl FnMut(R) -> T,
    ) -> List<T> {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows
            .last()
            .filter(|_| more)
            .map(|last| Cursor::new(list, &key(last)));
        List {
            items: rows.into_iter().map(out).collect(),
            next,
        }
    }
}

/// Where a list goes on. Its inside is nobody's business and may change.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(min_length = 1, max_length = 200, pattern = "^[0-9a-f]+$")]
pub struct Cursor(String);

impl Cursor {
    fn new(list: &str, key: &str) -> Self {
        Self(crate::token::hex(format!("{list} {key}").as_bytes()))
    }

    fn wrong() -> ApiError {
        Fields::one("cursor", "api-cursor-wrong").into()
    }

    fn key(&self, list: &str) -> Result<String, ApiError> {
        let bytes = crate::token::unhex(&self.0).ok_or_else(Self::wrong)?;
        let text = String::from_utf8(bytes).map_err(|_| Self::wrong())?;
        match text.split_once(' ') {
            Some((of, key)) if of == list => Ok(key.to_owned()),
            _ => Err(Self::wrong()),
        }
    }
}

/// One page of a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct List<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where it goes on; none at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Cursor>,
}

/// The cursor of the next page on its way to the `Link` header, which [`framed`](super::framed) writes.
#[derive(Clone)]
pub(super) struct Next(pub String);

impl<T: Serialize> IntoResponse for List<T> {
    fn into_response(self) -> Response {
        let next = self.next.clone();
        let mut response = axum::Json(self).into_response();
        if let Some(Cursor(next)) = next {
            response.extensions_mut().insert(Next(next));
        }
        response
    }
}
