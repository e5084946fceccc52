//! The commands that need no server, as one types them.

use std::io::Read;
use std::process::{Command, Output, Stdio};

fn kapok(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kapok"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn every_engine_is_a_command_that_explains_itself() {
    for command in ["budget", "opinion", "text", "model", "sortition", "jury", "bench"] {
        let said = kapok(&[command, "--help"]);
        assert!(said.status.success(), "{command}");
        let said = String::from_utf8(said.stdout).unwrap();
        assert!(said.contains("Usage: kapok"), "{command}: {said}");
    }
}

#[test]
fn an_election_is_simulated_counted_and_a_wrong_file_is_refused_in_words() {
    let folder = std::env::temp_dir().join(format!("kapok-commands-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("simulated.pb");
    let path = file.to_str().unwrap();
    let made = kapok(&["budget", "simulate", "-o", path, "--voters", "200", "--seed", "1"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let counted = kapok(&["budget", "count", path, "--json"]);
    let counted: serde_json::Value = serde_json::from_slice(&counted.stdout).unwrap();
    for key in [
        "rule",
        "rule_hash",
        "winners",
        "cost",
        "budget",
        "final_share",
        "runs",
        "ties",
    ] {
        assert!(!counted[key].is_null(), "{key} is missing");
    }
    assert!(counted["cost"].as_u64() <= counted["budget"].as_u64());

    std::fs::write(&file, "META\nkey;value\n").unwrap();
    let refused = kapok(&["budget", "count", path]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        !refused.status.success() && said.contains("simulated.pb"),
        "{said}"
    );
    assert!(!said.contains("panicked"), "{said}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kapok"))
        .args(["budget", "rule", "kapok"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(child.wait().unwrap().success(), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}
