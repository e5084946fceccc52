//! The command on files: what it writes, what it refuses, and that one changed cell is found.

#![expect(clippy::unwrap_used, reason = "a failing fixture fails the test")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

#[derive(Parser)]
struct Cli {
    #[command(flatten)]
    command: kapok_tool_sortition::Command,
}

const POOL: &str = "id,sex,age,street\n1,f,old,1 High St\n2,f,young,2 High St\n3,m,old,1 high st.\n4,m,young,3 High St\n5,m,young,4 High St\n6,f,old,5 High St\n";
const QUOTAS: &str = "category,feature,min,max\nsex,f,1,2\nsex,m,1,2\nage,old,1,2\nage,young,1,2\n";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("p.csv"), POOL).unwrap();
    std::fs::write(folder.join("q.csv"), QUOTAS).unwrap();
    folder
}

/// Runs the command; words in braces are files of the folder.
fn run(folder: &Path, line: &str) -> bool {
    let words = line.split(' ').map(|word| match word.strip_prefix('@') {
        Some(file) => folder.join(file).display().to_string(),
        None => word.to_string(),
    });
    let cli = Cli::try_parse_from(std::iter::once("sortition".to_string()).chain(words)).unwrap();
    kapok_tool_sortition::run(cli.command).unwrap() == ExitCode::SUCCESS
}

#[test]
fn a_draw_writes_its_files_and_is_verified() {
    let f = folder("draw");
    assert!(run(
        &f,
        "draw --pool @p.csv --quotas @q.csv --seats 3 --address street --seed 7 --json @o.json --out @out --numbered"
    ));
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(f.join("o.json")).unwrap()).unwrap();
    assert_eq!(json["panel"].as_array().unwrap().len(), 3);
    assert_eq!(json["probabilities"].as_object().unwrap().len(), 6);
    assert!(json["gap"].as_f64().unwrap() < 1e-6 && json["optimal"] == true);
    assert_eq!(json["numbered"]["panels"].as_array().unwrap().len(), 1000);
    for file in ["panel.csv", "reserve.csv", "probabilities.csv", "report.html"] {
        assert!(f.join("out").join(file).exists(), "{file}");
    }
    let page = std::fs::read_to_string(f.join("out/report.html")).unwrap();
    assert!(page.contains("3 people were drawn by lot from 6 volunteers"));
    assert!(run(&f, "verify @o.json --pool @p.csv --quotas @q.csv"));
    std::fs::write(f.join("p.csv"), POOL.replace("4,m,young", "4,m,old")).unwrap();
    assert!(!run(&f, "verify @o.json --pool @p.csv --quotas @q.csv"));
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let f = folder("same");
    for method in ["leximin", "maximin", "nash", "goldilocks", "legacy"] {
        for out in ["a", "b"] {
            let line = format!(
                "draw --pool @p.csv --quotas @q.csv --seats 3 --seed x --method {method} --json @{out}.json"
            );
            assert!(run(&f, &line), "{method}");
        }
        assert_eq!(
            std::fs::read(f.join("a.json")).unwrap(),
            std::fs::read(f.join("b.json")).unwrap(),
            "{method}"
        );
    }
}

#[test]
fn any_single_changed_cell_of_a_ceremony_is_found() {
    let f = folder("ceremony");
    assert!(run(
        &f,
        "freeze --pool @p.csv --quotas @q.csv --seats 3 --address street --secret s --numbered 50 --out @c"
    ));
    assert!(run(&f, "reveal @c/public --randomness 3,17,22"));
    assert!(run(&f, "verify @c/public"));
    for file in [
        "pool.csv",
        "quotas.csv",
        "settings.json",
        "panels.csv",
        "lines.txt",
        "manifest.txt",
        "result.json",
    ] {
        let path = f.join("c/public").join(file);
        let good = std::fs::read_to_string(&path).unwrap();
        let at = good.rfind(|c: char| c.is_ascii_digit()).unwrap();
        let digit = if &good[at..=at] == "1" { "2" } else { "1" };
        std::fs::write(&path, format!("{}{digit}{}", &good[..at], &good[at + 1..])).unwrap();
        assert!(!run(&f, "verify @c/public"), "{file}");
        std::fs::write(&path, good).unwrap();
    }
    assert!(run(&f, "verify @c/public"));
}

#[test]
fn bad_input_ends_with_a_failure_and_drop_outs_are_replaced() {
    let f = folder("bad");
    assert!(!run(
        &f,
        "draw --pool @none.csv --quotas @q.csv --seats 3 --seed 1 --json @o.json"
    ));
    assert!(!run(
        &f,
        "draw --pool @p.csv --quotas @q.csv --seats 5 --seed 1 --json @o.json"
    ));
    assert!(!run(&f, "check --pool @p.csv --quotas @q.csv --seats 5"));
    assert!(run(
        &f,
        "check --pool @p.csv --quotas @q.csv --seats 3 --address street"
    ));
    assert!(run(
        &f,
        "draw --pool @p.csv --quotas @q.csv --seats 3 --seed 1 --json @o.json"
    ));
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(f.join("o.json")).unwrap()).unwrap();
    let gone = json["panel"][0].as_str().unwrap();
    for way in ["reserve", "redraw"] {
        let line = format!(
            "replace --pool @p.csv --quotas @q.csv --seats 3 --result @o.json --gone {gone} --way {way} --seed 2 --json @r.json"
        );
        assert!(run(&f, &line), "{way}");
        let new: serde_json::Value =
            serde_json::from_slice(&std::fs::read(f.join("r.json")).unwrap()).unwrap();
        assert_eq!(new["quotas_kept"], true);
    }
    assert!(run(
        &f,
        "alternates --pool @p.csv --quotas @q.csv --seats 3 --result @o.json --count 2 --factor sex=f=0.8"
    ));
}
