//! Uploads: checked, stripped, re-encoded and named by their content.
//!
//! A photo that a resident sends goes through [`accept`] before anything else touches it. What comes out is a new JPEG
//! made from the pixels alone, so the place, the time and the phone that a camera writes into a file are gone, and so
//! is anything that was hidden behind the picture. [`Files`] keeps the result under the SHA-256 of its bytes: the same
//! photo sent twice is stored once, and a name can be checked against what it names.
//!
//! Decoding a large photo costs about a second of one core and up to [`MAX_DECODED_BYTES`] of memory. [`accept`] is
//! plain blocking code; a request handler calls [`Files::take_in`], which runs it on the blocking threads and lets only
//! two photos be decoded at a time, or wraps [`accept`] in `tokio::task::spawn_blocking` itself.
//!
//! Who may see a photo, and how many voices show the same one, is not known here: whoever calls [`Files::delete`] has
//! counted first.

mod disk;
mod name;
mod photo;

pub use disk::{Files, FilesError, Size};
pub use name::{BadName, FileName};
pub use photo::{
    FULL_SIDE, MAX_DECODED_BYTES, MAX_PIXELS, MAX_SIDE, MAX_UPLOAD_BYTES, Photo, PhotoError, SMALL_SIDE,
    accept,
};
