//! Pabulib files: reading never panics, and what was read can be written and read again.
//!
//!     cargo +nightly fuzz run budget
#![no_main]

use kapok_budget::pb;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(reading) = pb::read(bytes) else { return };
    let mut written = Vec::new();
    pb::write(&reading.election, &mut written).expect("a Vec takes everything");
    let again = pb::read(written.as_slice()).expect("what was written is read");
    assert_eq!(again.election.ballots.len(), reading.election.ballots.len());
});
