//! Choose a panel by lot, fairly, within quotas, and prove it.

pub mod aim;
pub mod ceremony;
pub mod draw;
pub mod error;
mod hedge;
pub mod household;
pub mod legacy;
pub mod lot;
pub mod lottery;
pub mod numbered;
pub mod pool;
pub mod problem;
pub mod quotas;
pub mod relax;
pub mod replace;
pub mod solve;
pub mod table;
pub mod watch;

pub use error::{DrawError, ReadError, Where};
pub use lot::Lot;
pub use lottery::{Lottery, Method};
pub use pool::{Columns, Pool};
pub use problem::Problem;
pub use quotas::Quotas;
