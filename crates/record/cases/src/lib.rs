//! Cases: structured write-ups from this and other cities.
//!
//! A case comes from an import (the report's library) or from a matter of this city that was evaluated. Whether it
//! took part in an award, was shortlisted or won is a list of facts, each with its year and its source
//! ([`model::StageFact`]); the stage shown is computed from them ([`model::furthest`]), so that two lists cannot
//! name different winners. Second titles and second names of topics are aliases that the search finds.
//!
//! **Search.** A case is indexed with its title, aliases, summary and write-up, and with the names of its topic (and its
//! aliases), country, region and city in English, Chinese, Spanish and Arabic, whatever language it is written in. Topic,
//! country and region come from the message catalogues, cities from `data/cities.csv` of this crate. So 垃圾, 广州 and
//! 参与 find cases that are written in English. `kapok-text` makes the tokens; FTS5 or a tsvector only stores them.

pub mod actions;
pub mod api;
mod export;
mod import;
pub mod model;
mod names;
pub mod open;
mod pages;
pub mod store;

pub use actions::{NewCase, NewText, make_from_matter, make_from_matter_in, revise};
pub use import::{Topic, import_cases, put_topics_in};
pub use model::{Basis, Section, Stage, StageFact};
pub use names::{city_name, country_name, region_name, section_name, stage_name};
pub use pages::routes;
pub use store::{Brief, Winner, by_topic, count, shared_count, winners};

/// What this room brings to the database.
pub const SCHEMA: kapok_store::Schema = kapok_store::Schema {
    room: "cases",
    migrations: &[kapok_store::Migration {
        name: "cases/0001_cases",
        sql: include_str!("../migrations/0001_cases.sql"),
    }],
    statements: store::ALL,
    lists: store::LISTS,
};
