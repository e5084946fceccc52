//! Outcomes: whether it helped.
//!
//! Indicators with a baseline and the source of every number; residents who say "done" or "not yet"; what the city
//! learned; and dates at 1, 3 and 5 years on which the result is looked at again. Enough residents who say "not yet" reopen
//! the matter and its commitments by [`model::reopens`], without anybody's leave.

pub mod actions;
pub mod api;
pub mod model;
pub mod open;
mod pages;
mod store;

pub use model::{
    Better, Check, DueRecheck, Evaluation, Indicator, Measured, MeasuredValue, NewIndicator, Outcome,
    RECHECK_YEARS, Recheck, recheck_dates, reopens,
};
pub use pages::routes;
pub use store::{SCHEMA, checks_ever, of_matter, rechecks_due, values_of};
