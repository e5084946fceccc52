//! What was sent: JSON, the query, the path. Errors name the field.

use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::ApiError;
use crate::App;

/// Bytes that are taken in, as of a form without a photo.
const LARGEST: usize = 512 * 1024;
/// Bytes that are taken in with a photo of 10 MB, in base 64.
pub const WITH_PHOTO: usize = 14 * 1024 * 1024;

/// A JSON document of a type, of so many bytes at most.
pub struct Body<T, const MOST: usize = LARGEST>(pub T);

impl<T: DeserializeOwned, const MOST: usize> FromRequest<App> for Body<T, MOST> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &App) -> Result<Self, ApiError> {
        let json = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .and_then(|v| v.split(';').next())
            .is_some_and(|v| v.trim().eq_ignore_ascii_case("application/json"));
        if !json {
            return Err(ApiError::NotJson);
        }
        let bytes = axum::body::to_bytes(request.into_body(), MOST)
            .await
            .map_err(|_| ApiError::TooLarge)?;
        let mut value: Value =
            serde_json::from_slice(&bytes).map_err(|e| ApiError::unreadable("", &e.to_string()))?;
        if has_nul(&value) {
            return Err(ApiError::Nul);
        }
        whole(&mut value);
        serde_path_to_error::deserialize(value)
            .map(Self)
            .map_err(|e| read_error(&e))
    }
}

/// Writes whole numbers as such: to JSON, and so to the description, `3.0` is one (JSON Schema, section 6.1.1), to serde it is not.
fn whole(value: &mut Value) {
    match value {
        Value::Number(number) if number.is_f64() => {
            let n = number.as_f64().unwrap_or_default();
            // As far as floats are exact.
            if n.fract() == 0.0 && n.abs() <= 9_007_199_254_740_992.0 {
                #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
                let n = n as i64;
                *number = n.into();
            }
        }
        Value::Array(values) => values.iter_mut().for_each(whole),
        Value::Object(pairs) => pairs.values_mut().for_each(whole),
        _ => {}
    }
}

/// `Ok` when a list that was sent is as long as the description says.
///
/// # Errors
/// [`ApiError::Unreadable`] on the field.
pub fn counted(field: &str, n: usize, fits: std::ops::RangeInclusive<usize>) -> Result<(), ApiError> {
    if fits.contains(&n) {
        return Ok(());
    }
    let why = format!("{} to {} are expected", fits.start(), fits.end());
    Err(ApiError::unreadable(field, &why))
}

/// Where it went wrong, and what was expected there.
fn read_error<E: std::error::Error>(error: &serde_path_to_error::Error<E>) -> ApiError {
    let at = match error.path().to_string() {
        at if at == "." => String::new(),
        at => at,
    };
    ApiError::unreadable(&at, &error.inner().to_string())
}

/// Whether a text in it holds U+0000.
fn has_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(values) => values.iter().any(has_nul),
        Value::Object(pairs) => pairs.iter().any(|(name, v)| name.contains('\0') || has_nul(v)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// The query as a type. What the type does not know is refused, so that a slip of the pen is not a wider list.
pub struct Ask<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<App> for Ask<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, ApiError> {
        let query = parts.uri.query().unwrap_or_default();
        let pairs: Vec<(String, String)> =
            serde_html_form::from_str(query).map_err(|e| ApiError::unreadable("", &e.to_string()))?;
        if pairs.iter().any(|(n, v)| n.contains('\0') || v.contains('\0')) {
            return Err(ApiError::Nul);
        }
        let deserializer = serde_html_form::Deserializer::from_bytes(query.as_bytes());
        serde_path_to_error::deserialize(deserializer)
            .map(Self)
            .map_err(|e| read_error(&e))
    }
}

/// Part of the path as a type.
pub struct At<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for At<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        match Path::from_request_parts(parts, app).await {
            Ok(Path(value)) => Ok(Self(value)),
            Err(error) => Err(ApiError::unreadable("path", &error.body_text())),
        }
    }
}
