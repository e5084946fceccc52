//! How a long computation reports, and how it is stopped.

/// What the computation is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Finding the best probabilities the quotas allow.
    Aim,
    /// Composing whole panels with these probabilities.
    Compose,
    /// Listing all panels there are.
    List,
    /// Proving levels by searching for better panels.
    Prove,
    /// Preparing the numbered panels of the lottery.
    Number,
}

/// One report.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// What is being done.
    pub phase: Phase,
    /// Panels in use.
    pub panels: usize,
    /// Largest distance of a person's probability from the aim.
    pub distance: f64,
}

/// Told of progress; says whether to go on. The engine has no clock: time limits are the caller's.
pub trait Watch {
    /// Reports, and asks whether to go on.
    fn go_on(&mut self, progress: &Progress) -> bool;
}

impl<F: FnMut(&Progress) -> bool> Watch for F {
    fn go_on(&mut self, progress: &Progress) -> bool {
        self(progress)
    }
}

/// Goes on to the end.
#[derive(Debug, Clone, Copy, Default)]
pub struct Patient;

impl Watch for Patient {
    fn go_on(&mut self, _: &Progress) -> bool {
        true
    }
}
