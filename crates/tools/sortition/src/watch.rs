//! The clock of a run: progress on a terminal, the time limit, and Ctrl-C.
//!
//! The first Ctrl-C ends the work with the best lottery so far and its proven gap; a second one ends the program.

use std::io::{IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use kapok_report::measure::{cpu_time, wall_time};
use kapok_sortition::watch::{Phase, Progress, Watch};

/// Set by the first Ctrl-C.
fn interrupted() -> &'static AtomicBool {
    static FLAG: OnceLock<Arc<AtomicBool>> = OnceLock::new();
    FLAG.get_or_init(|| {
        let flag = Arc::new(AtomicBool::new(false));
        let int = signal_hook::consts::SIGINT;
        // Where signals cannot be caught, Ctrl-C ends the program as ever. The order matters: the second one must end it.
        let _ = signal_hook::flag::register_conditional_shutdown(int, 130, Arc::clone(&flag));
        let _ = signal_hook::flag::register(int, Arc::clone(&flag));
        flag
    })
}

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
        interrupted();
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
        !interrupted().load(Ordering::Relaxed)
            && self
                .limit
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ctrl_c_stops_the_work_and_a_second_clock_knows_it() {
        let progress = Progress {
            phase: Phase::Compose,
            panels: 1,
            distance: 0.1,
        };
        let mut clock = Clock::new(None);
        assert!(clock.go_on(&progress));
        signal_hook::low_level::raise(signal_hook::consts::SIGINT).unwrap();
        assert!(!clock.go_on(&progress));
        assert!(!Clock::new(Some(100.0)).go_on(&progress));
    }
}
