//! Everything Kapok does with the words of a text, in any script, without knowing a database.
//!
//! * [`fold`](mod@fold): one spelling for texts that differ only in case, accents or width.
//! * [`tokens`](mod@tokens): the search tokens of a text, the same for SQLite and PostgreSQL.
//! * [`query`](mod@query): what a person typed into a search box, as FTS5 and `tsquery` text.
//! * [`code`]: short codes that people can read out on the telephone.
//!
//! All functions are pure: no clock, no random source, no input or output. The same text gives the
//! same answer on every machine.

pub mod code;
pub mod fold;
pub mod query;
mod script;
mod segment;
pub mod tokens;

pub use code::{Code, CodeError};
pub use fold::fold;
pub use query::{Query, query};
pub use tokens::{index_tokens, tokens};
