//! A bar for work that takes long, on the terminal only: what is being done, how much of how much, for how long.
//!
//! It goes to standard error, and nowhere if that is no terminal; it appears after half a second and leaves no trace.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::measure::wall_time;

/// How many fields the bar has.
const FIELDS: u64 = 24;
/// Work that ends sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);
/// Time between two drawings.
const PACE: Duration = Duration::from_millis(100);

/// A bar; it is wiped away when dropped.
#[derive(Debug)]
pub struct Bar {
    phase: String,
    unit: &'static str,
    most: u64,
    start: Duration,
    shown: bool,
    /// When it may be drawn next, in milliseconds after the start.
    next: AtomicU64,
    drawn: AtomicU64,
}

impl Bar {
    /// A bar for `phase`, which will take about `most` of `unit` ("runs"); zero where nobody knows.
    pub fn new(phase: &str, unit: &'static str, most: u64) -> Self {
        Self {
            phase: phase.chars().take(24).collect(),
            unit,
            most,
            start: wall_time(),
            shown: std::io::stderr().is_terminal(),
            next: AtomicU64::new(PATIENCE.as_millis() as u64),
            drawn: AtomicU64::new(0),
        }
    }

    /// Hears that `done` are done. Cheap enough for every step of a loop, from any thread.
    pub fn tell(&self, done: u64) {
        if !self.shown {
            return;
        }
        let passed = wall_time().saturating_sub(self.start);
        let due = self.next.load(Ordering::Relaxed);
        let now = passed.as_millis() as u64;
        let following = now + PACE.as_millis() as u64;
        let mine = |due| {
            self.next
                .compare_exchange(due, following, Ordering::Relaxed, Ordering::Relaxed)
        };
        if now < due || mine(due).is_err() {
            return;
        }
        let line = line(&self.phase, self.unit, done, self.most, passed.as_secs());
        let width = line.chars().count() as u64;
        let before = self.drawn.swap(width, Ordering::Relaxed).saturating_sub(width) as usize;
        // A terminal that cannot be written to must not end the work.
        let _ = write!(std::io::stderr(), "\r{line}{}", " ".repeat(before));
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        let width = self.drawn.load(Ordering::Relaxed) as usize;
        if width > 0 {
            let _ = write!(std::io::stderr(), "\r{}\r", " ".repeat(width));
        }
    }
}

/// The line, at most 79 characters long for counts of up to a million.
fn line(phase: &str, unit: &str, done: u64, most: u64, seconds: u64) -> String {
    let clock = format!("{}:{:02}", seconds / 60, seconds % 60);
    if most == 0 {
        return format!("{phase}: {done} {unit}, {clock}");
    }
    // The number expected may be too low: the last field is never filled.
    let filled = (done.saturating_mul(FIELDS) / most).min(FIELDS - 1) as usize;
    let bar = "#".repeat(filled) + &"-".repeat(FIELDS as usize - filled);
    format!("{phase} [{bar}] {done} of about {most} {unit}, {clock}")
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_line_names_the_phase_the_part_done_and_the_time() {
        let half = line("Counting", "runs", 11_001, 22_002, 75);
        assert_eq!(
            half,
            "Counting [############------------] 11001 of about 22002 runs, 1:15"
        );
        assert!(line("Counting", "runs", 9, 3, 0).contains("#######-]"));
        assert_eq!(line("Reading", "lines", 7, 0, 3), "Reading: 7 lines, 0:03");
    }
}
