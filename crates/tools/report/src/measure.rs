//! What a run costs: wall time, CPU seconds and peak memory of this process, as the operating system counts them.
//!
//! A benchmark that speaks of a whole process runs each row in a process of its own ([`in_child`]), because the peak of
//! memory never falls.

use std::io;
use std::process::{Command, Stdio};
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// What this process has used since it began.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cost {
    /// Time on the clock, in seconds.
    pub wall: f64,
    /// CPU time of all threads, in seconds.
    pub cpu: f64,
    /// Largest resident memory so far, in bytes; `None` where the system does not say (it is read from `/proc`).
    pub peak: Option<u64>,
}

/// CPU time of all threads of this process so far.
pub fn cpu_time() -> Duration {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(
        now.tv_sec.unsigned_abs(),
        u32::try_from(now.tv_nsec).unwrap_or_default(),
    )
}

/// A reading of a clock that never goes back, for differences.
pub fn wall_time() -> Duration {
    let now = clock_gettime(ClockId::Monotonic);
    Duration::new(
        now.tv_sec.unsigned_abs(),
        u32::try_from(now.tv_nsec).unwrap_or_default(),
    )
}

/// Largest resident memory of this process so far, in bytes (`VmHWM` of Linux); `None` on other systems.
pub fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024)
}

/// Runs `work` and says what it cost. The peak is that of the whole process.
pub fn run<R>(work: impl FnOnce() -> R) -> (R, Cost) {
    let (wall, cpu) = (wall_time(), cpu_time());
    let result = work();
    let cost = Cost {
        wall: wall_time().saturating_sub(wall).as_secs_f64(),
        cpu: cpu_time().saturating_sub(cpu).as_secs_f64(),
        peak: peak_memory(),
    };
    (result, cost)
}

/// Runs this same program once more with `arguments` and returns what it printed. The child measures itself with [`run`] and prints
/// what is to stand in the table, so that each row has the memory of its own process.
///
/// # Errors
/// When the program cannot be started or ends with a failure; its messages have gone to standard error.
pub fn in_child(arguments: &[&str]) -> io::Result<String> {
    let output = Command::new(std::env::current_exe()?)
        .args(arguments)
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err(io::Error::other(format!(
            "the run with {} ended with {}",
            arguments.join(" "),
            output.status
        )));
    }
    String::from_utf8(output.stdout).map_err(io::Error::other)
}
