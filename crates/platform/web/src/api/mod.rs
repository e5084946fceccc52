//! What the JSON API of every room needs: who calls, what was sent, lists page by page, receipts, errors.
//!
//! A handler takes a [`Call`] (anybody), or a [`Staff`] with the scope that it needs, then [`At`] for the path, [`Ask`] for the
//! query and [`Body`] for what was sent; it gives back an [`Answer`]. What went wrong becomes `application/problem+json`
//! (RFC 9457) in the caller's language in [`framed`], which also puts the headers on. The description of each operation
//! stands beside its handler; [`describe`] adds what all have in common.
//!
//! **Status codes.** 400 says that a request does not fit the description, 422 that a rule of the city refuses what fits it.

mod body;
mod call;
mod cursor;
mod describe;
mod frame;
mod problem;
mod receipt;
mod wire;

pub use body::{Ask, At, Body, WITH_PHOTO, counted};
pub use call::{Call, Staff, scopes};
pub use cursor::{Cursor, List, Paging};
pub use describe::describe;
pub use frame::framed;
pub use problem::{ApiError, ProblemOut, WrongField};
pub use receipt::{ActOut, Receipt};
pub use wire::{Day, Id, Moment, Number, Reasoned, Said, Text};

/// What a handler gives back: JSON, or why not.
pub type Answer<T> = Result<axum::Json<T>, ApiError>;

/// What a list gives back: a page, or why not.
pub type Pages<T> = Result<List<T>, ApiError>;

/// Where all of it lives.
pub const BASE: &str = "/api/v1";
