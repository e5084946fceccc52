//! Pabulib's `.pb` files: read, checked, written.
//!
//! The format: UTF-8 text in three sections titled `META`, `PROJECTS` and `VOTES`, each followed by a line that names
//! its columns; cells parted by `;`, quoted as in CSV where needed; lists within a cell parted by `,`. See
//! <https://pabulib.org/format>.

mod collect;
mod error;
mod finding;
mod limits;
mod read;
mod rows;
mod write;

pub use error::{PbError, Problem};
pub use finding::{Finding, FindingKind};
pub use read::{Reading, read};
pub use write::write;
