//! The command on files: what it writes, and what it says of wrong ones.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use kapok_tool_jury::{Command, run};
use serde_json::Value;

#[derive(Parser)]
struct Alone {
    #[command(subcommand)]
    command: Command,
}

/// A folder of files that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kapok-jury-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn put(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_str(&self.text(name)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn jury(arguments: &[&str]) -> anyhow::Result<ExitCode> {
    run(Alone::try_parse_from([&["jury"], arguments].concat())?.command)
}

const ENTRIES: &str = "id,title,country,region,language,field,authors
E1,One,Peru,America,es;en,water,
E2,Two,Kenya,Africa,en,housing,R4
E3,Three,Japan,Asia,en,water,
E4,Four,Peru,America,en,transport,
";
const REVIEWERS: &str = "id,name,country,region,languages,fields,max_load
R1,Ana,Peru,America,es;en,water,
R2,Ben,Kenya,Africa,en,housing;transport,
R3,Chi,Japan,Asia,en,water,
R4,Dee,Chile,America,en,transport,3
";

#[test]
fn the_whole_way_from_assignment_to_choice() {
    let folder = Folder::new("way");
    let (entries, reviewers) = (
        folder.put("entries.csv", ENTRIES),
        folder.put("reviewers.csv", REVIEWERS),
    );
    let conflicts = folder.put("conflicts.csv", "entry,reviewer\nE3,R2\n");
    let [out, json, html] = ["a.csv", "a.json", "a.html"].map(|name| folder.path(name));
    let assign = [
        "assign",
        "--entries",
        &entries,
        "--reviewers",
        &reviewers,
        "--conflicts",
        &conflicts,
        "--per-entry",
        "2",
        "--one-per-region",
        "--out",
        &out,
        "--json",
        &json,
        "--html",
        &html,
        "--lang",
        "es",
    ];
    assert_eq!(jury(&assign).unwrap(), ExitCode::SUCCESS);
    let result = folder.json("a.json");
    assert_eq!(result["assigned"], 8);
    assert_eq!(
        (&result["connected"], &result["balanced"]),
        (&Value::Bool(true), &Value::Bool(true))
    );
    let csv = folder.text("a.csv");
    assert_eq!(csv.lines().count(), 9);
    for forbidden in ["E1,R1", "E4,R1", "E2,R2", "E3,R3", "E3,R2", "E2,R4"] {
        assert!(!csv.contains(forbidden), "{forbidden} in {csv}");
    }
    let page = folder.text("a.html");
    assert!(page.contains("lang=\"es\"") && page.contains("Quién evalúa qué") && !page.contains("<script"));

    let scores: String = csv
        .lines()
        .skip(1)
        .enumerate()
        .map(|(at, pair)| format!("{pair},{}\n", 4 + at % 4))
        .collect();
    let scores = folder.put("scores.csv", &format!("entry,reviewer,score\n{scores}"));
    let [out, json, html] = ["s.csv", "s.json", "s.html"].map(|name| folder.path(name));
    let score = [
        "score",
        "--scores",
        &scores,
        "--entries",
        &entries,
        "--min",
        "0",
        "--max",
        "10",
        "--out",
        &out,
        "--json",
        &json,
        "--html",
        &html,
    ];
    jury(&score).unwrap();
    assert_eq!(folder.json("s.json")["entries"].as_array().unwrap().len(), 4);

    let limits = folder.put(
        "limits.csv",
        "category,feature,min,max\nregion,America,0,1\nregion,*,0,1\n",
    );
    let [chosen, json, html] = ["c.csv", "c.json", "c.html"].map(|name| folder.path(name));
    let choose = [
        "choose",
        "--entries",
        &entries,
        "--scores",
        &out,
        "--limits",
        &limits,
        "--seats",
        "3",
        "--out",
        &chosen,
        "--json",
        &json,
        "--html",
        &html,
        "--lang",
        "ar",
    ];
    jury(&choose).unwrap();
    let result = folder.json("c.json");
    assert_eq!(
        (&result["status"], &result["optimal"]),
        (&Value::from("optimal"), &Value::Bool(true))
    );
    assert_eq!(result["chosen"].as_array().unwrap().len(), 3);
    assert_eq!(result["limits"].as_array().unwrap().len(), 2);
    assert!(folder.text("c.html").contains("dir=\"rtl\""));
    // What was chosen is the pool of the next stage.
    jury(&["choose", "--entries", &chosen, "--seats", "1", "--json", &json]).unwrap();
    assert_eq!(folder.json("c.json")["entries"], 3);
}

#[test]
fn limits_that_clash_fail_and_are_named_in_the_json() {
    let folder = Folder::new("clash");
    let entries = folder.put("e.csv", "id,score,region,topic\nA,3,x,p\nB,2,x,q\nC,1,y,p\n");
    let limits = folder.put(
        "l.csv",
        "category,feature,min,max\nregion,y,1,\ntopic,q,1,\ntopic,p,0,0\n",
    );
    let [json, html] = ["c.json", "c.html"].map(|name| folder.path(name));
    let code = jury(&[
        "choose",
        "--entries",
        &entries,
        "--limits",
        &limits,
        "--seats",
        "2",
        "--json",
        &json,
        "--html",
        &html,
    ])
    .unwrap();
    assert_eq!(code, ExitCode::FAILURE);
    let result = folder.json("c.json");
    assert_eq!(result["status"], "infeasible");
    let clash: Vec<&str> = result["clash"]
        .as_array()
        .unwrap()
        .iter()
        .map(|limit| limit["value"].as_str().unwrap())
        .collect();
    assert_eq!(clash, ["p"]);
}

#[test]
fn every_rule_ranks_and_reports_in_every_language() {
    let folder = Folder::new("rules");
    let orders = folder.put(
        "b.csv",
        "count,ballot\n42,M > N > C > K\n26,N > C > K > M\n15,C > K > N > M\n17,K > C > N > M\n",
    );
    let grades = folder.put("g.csv", "voter,A,B\nv1,good,poor\nv2,poor,good\nv3,good,good\n");
    let json = folder.path("r.json");
    for (rule, file, winner) in [
        ("borda", &orders, "N"),
        ("schulze", &orders, "N"),
        ("ranked-pairs", &orders, "N"),
        ("irv", &orders, "K"),
        ("stv", &orders, "K"),
        ("majority-judgment", &grades, "A"),
    ] {
        for lang in ["en", "zh", "es", "ar"] {
            let html = folder.path("r.html");
            let ties = if rule == "majority-judgment" {
                "lot"
            } else {
                "shared"
            };
            jury(&[
                "rank",
                "--ballots",
                file,
                "--rule",
                rule,
                "--grades",
                "good,poor",
                "--cells",
                if rule == "majority-judgment" {
                    "grades"
                } else {
                    "ranks"
                },
                "--ties",
                ties,
                "--seed",
                "4",
                "--json",
                &json,
                "--html",
                &html,
                "--lang",
                lang,
            ])
            .unwrap();
            assert!(
                folder
                    .text("r.html")
                    .contains(&format!("lang=\"{}", if lang == "zh" { "zh-Hans" } else { lang }))
            );
        }
        let result = folder.json("r.json");
        if rule == "majority-judgment" {
            assert_eq!(result["ties"][0]["by"], "lot");
        } else {
            assert_eq!(result["winners"][0], winner, "{rule}");
        }
    }
}

#[test]
fn wrong_files_are_named_with_row_column_and_cure() {
    let folder = Folder::new("wrong");
    let scores = folder.put("scores.csv", "reviewer,entry,score\nR1,E1,5\nR1,E2,12\n");
    let error = jury(&["score", "--scores", &scores, "--max", "10"])
        .unwrap_err()
        .to_string();
    assert_eq!(
        error,
        format!(
            "{scores}, row 3, column score: the score 12 is outside the range from any number to 10. Correct it, or change the range of the scores."
        )
    );
    let entries = folder.put("e.csv", "id,score\nA,1\n");
    let error = jury(&["choose", "--entries", &entries, "--seats", "2"])
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("e.csv") && error.contains("Ask for 1 to 1"),
        "{error}"
    );
    let missing = folder.path("none.csv");
    let error = format!("{:#}", jury(&["score", "--scores", &missing]).unwrap_err());
    assert!(error.contains("none.csv cannot be read"), "{error}");
    let tied = folder.put("t.csv", "ballot\nA\nB\n");
    let error = jury(&["rank", "--ballots", &tied, "--rule", "irv"])
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("A, B are tied") && error.contains("State a rule for ties"),
        "{error}"
    );
}

#[test]
fn real_juries_are_scored_apart() {
    let data = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../../shared/data/jury/isu_judges_long.csv"
    );
    if !Path::new(data).exists() {
        println!("{data} is not there; skipped");
        return;
    }
    let folder = Folder::new("skaters");
    let json = folder.path("s.json");
    jury(&[
        "score",
        "--scores",
        data,
        "--by",
        "competition,program",
        "--json",
        &json,
    ])
    .unwrap();
    let result = folder.json("s.json");
    let juries = result["juries"].as_array().unwrap();
    assert_eq!(juries.len(), 17);
    // All nine judges saw every entry, so the calibrated value is the mean.
    for entry in juries.iter().flat_map(|jury| jury["entries"].as_array().unwrap()) {
        assert!((entry["mean"].as_f64().unwrap() - entry["calibrated"].as_f64().unwrap()).abs() < 1e-9);
    }
}
