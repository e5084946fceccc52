//! Numbers that can be checked, and how they are shown: tables, charts as accessible SVG, and the
//! sums behind them.
//!
//! * [`known`]: counts that may be unknown, and sums that say so.
//! * [`table`]: a table with its caption, unit, n and source; as HTML and CSV.
//! * [`chart`]: charts drawn *from* a table, so that both carry the same facts.
//! * [`geo`]: plane maps of areas and points, with the same facts as a table.
//! * [`rounding`]: percentages with their n, and which n can be behind printed percentages.
//! * [`measure`]: median, quantiles, confidence intervals, change between two years.
//! * [`suppress`]: hiding small groups so that they cannot be worked out again.
//!
//! Pure functions: no clock, no files, no words of its own. Every word and every number format is
//! passed in ([`Words`]). The SVG has no style attributes and no scripts; colours come from the
//! page's CSS classes (`c1` to `c6` and others, see [`chart`]) over fill attributes that hold
//! without CSS.

pub mod chart;
pub mod geo;
pub mod known;
pub mod link;
mod markup;
pub mod measure;
pub mod rounding;
pub mod suppress;
pub mod table;
pub mod words;

pub use chart::{Chart, ChartError, Frame};
pub use known::{Known, Sum, sum};
pub use link::Link;
pub use measure::{Direction, Trend, median, quantile, trend, wilson};
pub use rounding::{Shares, bases, percentages, smallest_base};
pub use suppress::{Shown, Suppressed, suppress_small};
pub use table::{Cell, Row, Table};
pub use words::Words;
