//! The clock of a run: progress on a terminal, and the time limit.

use std::io::{IsTerminal as _, Write as _};
use std::time::Duration;

use kapok_report::measure::{cpu_time, wall_time};
use kapok_sortition::watch::{Phase, Progress, Watch};

/// Stops after a time and shows how far the work is.
pub struct Clock {
    start: Duration,
    limit: Option<Duration>,
    shown: Duration,
    show: bool,
    of: fn() -> Duration,
}

impl Clock {
    /// A clock that starts now.
    pub fn new(limit: Option<f64>) -> Self {
        let start = wall_time();
        let limit = limit.and_then(|s| Duration::try_from_secs_f64(s).ok());
        Self {
            start,
            limit,
            shown: start,
            show: std::io::stderr().is_terminal(),
            of: wall_time,
        }
    }

    /// A clock of CPU seconds, which shows nothing.
    pub fn of_cpu(limit: f64) -> Self {
        Self {
            start: cpu_time(),
            show: false,
            of: cpu_time,
            ..Self::new(Some(limit))
        }
    }
}

impl Watch for Clock {
    fn go_on(&mut self, progress: &Progress) -> bool {
        let now = (self.of)();
        if self.show && now.saturating_sub(self.shown) > Duration::from_millis(500) {
            self.shown = now;
            let words = match progress.phase {
                Phase::Aim => "finding the best probabilities",
                Phase::Compose => "composing panels",
                Phase::List => "listing all panels",
                Phase::Prove => "proving",
                Phase::Number => "numbering panels",
            };
            // A progress line that cannot be shown is no reason to fail.
            let _ = write!(
                std::io::stderr(),
                "\r{words}: {} panels, {:.1e} off the aim   ",
                progress.panels,
                progress.distance
            );
        }
        self.limit
            .is_none_or(|limit| now.saturating_sub(self.start) < limit)
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        if self.show && self.shown > self.start {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}
