//! Pages that show several rooms at once, on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

#[path = "../../../decisions/tests/stage/mod.rs"]
#[expect(
    dead_code,
    reason = "several rooms share it, and not every one needs all of it"
)]
mod stage;

mod late;
