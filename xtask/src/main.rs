//! Checks on the workspace itself: what may depend on what, how much is built, which words are used.
//!
//! `cargo run -p xtask` prints what is wrong and fails if there is anything; `cargo test -p xtask` holds the same checks
//! as tests, beside tests of the checks. A rule of the house that a machine can see belongs here rather than in a text
//! that people have to remember.

mod layers;
mod messages;
mod packages;
mod templates;
mod workspace;

use std::process::ExitCode;

/// A check: its name, and what it finds wrong, a line each.
type Check = (&'static str, fn() -> Result<Vec<String>, String>);

/// Every check, in the order in which they are run.
const CHECKS: [Check; 4] = [
    ("dependencies go downwards", layers::problems),
    ("the default build stays small", packages::problems),
    ("every message is used", messages::problems),
    ("templates hold no words of their own", templates::problems),
];

fn main() -> ExitCode {
    let mut failed = false;
    for (name, check) in CHECKS {
        let problems = check().unwrap_or_else(|error| vec![format!("cannot be checked: {error}")]);
        println!("{} {name}", if problems.is_empty() { "ok  " } else { "FAIL" });
        for problem in &problems {
            println!("     {problem}");
        }
        failed |= !problems.is_empty();
    }
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
