//! Everything between a browser and a room: pages, forms, assets, limits, headers, the server.
//!
//! A handler takes a [`Visit`] (who, in which language, with what in the address) and, when something was sent, a
//! [`Form`]. It gives back a [`Page`] made from an askama template, a redirect with a notice, or a [`Problem`],
//! which becomes an error page in three parts. Templates extend `base.html`, which needs the [`Chrome`] of the page.

pub mod api;
mod app;
mod assets;
mod attempts;
mod chrome;
mod design;
mod errors;
mod form;
mod headers;
mod kept;
mod limits;
mod multipart;
mod network;
mod page;
mod photos;
pub mod said;
pub mod server;
mod token;
pub mod url;
mod visit;
pub mod watch;

pub use app::{App, Bearer, Found, Session, Sessions, lookup};
pub use assets::{asset_routes, css_path, js_path};
pub use attempts::{Attempt, Attempts};
pub use chrome::{Chrome, LanguageLink, UserView};
pub use design::design_routes;
pub use errors::{Outcome, Problem, error_text};
pub use form::{Form, named, summary};
pub use headers::secure;
pub use limits::{Limit, Limits};
pub use multipart::Upload;
pub use network::Network;
pub use page::{Cache, Notice, Page, csv, redirect, redirect_with, xml};
pub use photos::photo;
pub use token::FormToken;
pub use visit::Visit;
pub use watch::{Watch, request_id};
