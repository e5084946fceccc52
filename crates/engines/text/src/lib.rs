//! Everything Kapok does with the words of a text, in any script, without knowing a database.
//!
//! * [`fold`](mod@fold): one spelling for texts that differ only in case, accents or width.
//! * [`tokens`](mod@tokens): the search tokens of a text, the same for SQLite and PostgreSQL.
//! * [`query`](mod@query): what a person typed into a search box, as FTS5 and `tsquery` text.
//! * [`highlight`](mod@highlight): which parts of a text a query hit.
//! * [`excerpt`](mod@excerpt): the beginning of a text, cut where a reader would cut.
//! * [`language`](mod@language): which language and script a text is written in.
//! * [`similar`]: texts that look like a text.
//! * [`topics`]: the twelve topics of the report.
//! * [`code`]: short codes that people can read out on the telephone.
//!
//! All functions are pure: no clock, no random source, no input or output. The same text gives the
//! same answer on every machine.

pub mod code;
pub mod excerpt;
pub mod fold;
pub mod highlight;
pub mod language;
pub mod query;
pub mod script;
mod segment;
pub mod similar;
pub mod tokens;
pub mod topics;

pub use code::{Code, CodeError};
pub use excerpt::excerpt;
pub use fold::fold;
pub use highlight::highlight;
pub use language::{Lang, language};
pub use query::{Query, query};
pub use script::{Script, script};
pub use segment::{Run, runs};
pub use similar::{Shingles, each_piece, rank, similarity};
pub use tokens::{index_tokens, tokens};
pub use topics::TOPICS;
