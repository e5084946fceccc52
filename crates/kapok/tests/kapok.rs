//! The whole server, wired as it runs: every statement on both databases, the schema, the cost of pages.

mod pages;
mod schema;
mod statements;
