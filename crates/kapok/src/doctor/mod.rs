//! `kapok doctor`: what is misconfigured, and how to mend it. It changes nothing.

mod database;
mod settings;

use std::fmt;

use jiff::Timestamp;
use serde::Serialize;

use crate::config::Config;

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// As it should be.
    Ok,
    /// It runs, but somebody should look at it.
    Warning,
    /// It does not run, or loses something.
    Error,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was looked at.
    pub check: &'static str,
    /// How it stands.
    pub state: State,
    /// What was found.
    pub found: String,
    /// How to mend it; empty when nothing is to be done.
    pub cure: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match self.state {
            State::Ok => "ok     ",
            State::Warning => "warning",
            State::Error => "ERROR  ",
        };
        write!(f, "{state}  {:<14} {}", self.check, self.found)?;
        if !self.cure.is_empty() {
            write!(f, " -> {}", self.cure)?;
        }
        Ok(())
    }
}

/// Collects findings.
#[derive(Debug, Default)]
pub struct Report(pub Vec<Finding>);

impl Report {
    fn add(&mut self, check: &'static str, state: State, found: impl Into<String>, cure: impl Into<String>) {
        self.0.push(Finding {
            check,
            state,
            found: found.into(),
            cure: cure.into(),
        });
    }
    fn ok(&mut self, check: &'static str, found: impl Into<String>) {
        self.add(check, State::Ok, found, "");
    }
    fn warn(&mut self, check: &'static str, found: impl Into<String>, cure: impl Into<String>) {
        self.add(check, State::Warning, found, cure);
    }
    fn wrong(&mut self, check: &'static str, found: impl Into<String>, cure: impl Into<String>) {
        self.add(check, State::Error, found, cure);
    }

    /// The worst of all.
    #[must_use]
    pub fn state(&self) -> State {
        self.0.iter().map(|f| f.state).max().unwrap_or(State::Ok)
    }
}

/// Looks at everything. `connect` also opens a connection to the mail server.
pub async fn examine(config: anyhow::Result<Config>, now: Timestamp, connect: bool) -> Report {
    let mut report = Report::default();
    let config = match config {
        Ok(config) => config,
        Err(error) => {
            report.wrong(
                "settings",
                format!("{error:#}"),
                "mend the setting; docs/run.md lists them all",
            );
            return report;
        }
    };
    if let Err(error) = config.city() {
        report.wrong(
            "settings",
            format!("{error:#}"),
            "mend the setting; docs/run.md lists them all",
        );
        return report;
    }
    report.ok("settings", "they can be read and make sense");
    settings::examine(&config, now, connect, &mut report).await;
    database::examine(&config, now, &mut report).await;
    report
}
