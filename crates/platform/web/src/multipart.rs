//! Forms with a photo.

use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use bytes::{Bytes, BytesMut};
use kapok_i18n::T;

use crate::{App, Form, Problem};

/// Bytes that a whole form with a photo may have. Far more than a photo may have, so that whoever sends one that is too
/// large gets the form back with the words in it; what is over the photo's own limit is read and thrown away.
const LARGEST: usize = 48 * 1024 * 1024;
/// Bytes of a file that are kept: one more than allowed is enough to see that it is too large.
const KEPT: usize = kapok_files::MAX_UPLOAD_BYTES + 1;
/// Bytes that the words of a form may have, one field at a time.
const LONGEST: usize = 512 * 1024;
/// Fields of a whole form: a grid of 500 cards has 3000.
const MOST_FIELDS: usize = 4000;

/// A file as it was sent, unchecked.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Name of the form field.
    pub field: String,
    /// The bytes.
    pub bytes: Bytes,
}

pub(crate) async fn read(request: Request, app: &App, t: T) -> Result<Form, Problem> {
    let too_large = || Problem::too_large(t).in_city(&app.env.city.name);
    let (parts, body) = request.into_parts();
    let body = axum::body::Body::new(http_body_limit(body));
    let mut request = Request::from_parts(parts, body);
    // axum's own limit of 2 MB would stop a photo; ours is around the body already.
    DefaultBodyLimit::disable().apply(&mut request);
    let mut multipart = Multipart::from_request(request, app)
        .await
        .map_err(|_| too_large())?;
    let mut form = Form::default();
    while let Some(mut field) = multipart.next_field().await.map_err(|_| too_large())? {
        if form.pairs.len() >= MOST_FIELDS {
            return Err(too_large());
        }
        let name = field.name().unwrap_or_default().to_owned();
        let is_file = field.file_name().is_some();
        let mut bytes = BytesMut::new();
        while let Some(chunk) = field.chunk().await.map_err(|_| too_large())? {
            if !is_file && bytes.len() + chunk.len() > LONGEST {
                return Err(too_large());
            }
            let room = KEPT.saturating_sub(bytes.len());
            bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
        }
        let bytes = bytes.freeze();
        if !is_file {
            form.pairs
                .push((name, String::from_utf8_lossy(&bytes).into_owned()));
        } else if !bytes.is_empty() {
            form.upload = Some(Upload { field: name, bytes });
        }
    }
    Ok(form)
}

fn http_body_limit(body: axum::body::Body) -> impl http_body::Body<Data = Bytes, Error = axum::BoxError> {
    http_body_util::Limited::new(body, LARGEST)
}
