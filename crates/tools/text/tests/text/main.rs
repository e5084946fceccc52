//! The command on files, good and bad.

use std::path::{Path, PathBuf};

use clap::Parser;
use kapok_tool_text::{Command, run};

#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// A folder of a test of its own, emptied.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("kapok-text-{name}-{}", std::process::id()));
    _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the folder for temporary files can be written");
    folder
}

/// Groups a file without a model.
fn group(file: &Path, more: &[&str]) -> anyhow::Result<()> {
    let file = file
        .to_str()
        .expect("the folder for temporary files has a plain name");
    let arguments = [&["text", "group", file, "--no-model"], more].concat();
    run(Cli::try_parse_from(arguments)?.command).map(|_| ())
}

fn civic() -> PathBuf {
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../data/civic/voices.csv").into()
}

#[test]
fn every_voice_is_in_the_csv_once_and_in_the_json_once() {
    let folder = folder("whole");
    let (csv, html, json) = (folder.join("g.csv"), folder.join("g.html"), folder.join("g.json"));
    let [csv, html, json] = [&csv, &html, &json].map(|p| p.to_str().unwrap());
    group(&civic(), &["--csv", csv, "--html", html, "--json", json]).unwrap();
    let ids = |path: &str| -> Vec<String> {
        csv::Reader::from_path(path)
            .unwrap()
            .records()
            .map(|r| r.unwrap()[0].to_owned())
            .collect()
    };
    assert_eq!(ids(csv), ids(civic().to_str().unwrap()));
    let told: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(json).unwrap()).unwrap();
    let grouped: u64 = told["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|g| g["voices"].as_u64().unwrap())
        .sum();
    let alone = told["alone"].as_array().unwrap().len() as u64;
    assert_eq!((told["voices"].as_u64(), grouped + alone), (Some(700), 700));
    assert_eq!(told["method"], "pieces");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_page_loads_nothing_and_speaks_four_languages() {
    let folder = folder("page");
    let file = folder.join("voices.csv");
    let rows =
        "id,text\n1,<script>alert(1)</script> lamp\n2,The lamp is broken\n3,The lamp is broken!\n4,???\n";
    std::fs::write(&file, rows).unwrap();
    for (lang, title) in [
        ("en", "Groups of voices"),
        ("zh", "意见分组"),
        ("es", "Grupos de voces"),
        ("ar", "مجموعات المشاركات"),
    ] {
        group(&file, &["--lang", lang]).unwrap();
        let page = std::fs::read_to_string(folder.join("voices-groups.html")).unwrap();
        assert!(page.contains(&format!("<h1>{title}</h1>")), "{lang}");
        assert!(page.contains("The lamp is broken"));
        for loaded in ["<script", "<link", "src=", "url(", "@import"] {
            assert!(!page.contains(loaded), "{loaded} in a report");
        }
    }
    assert!(folder.join("voices-groups.csv").exists());
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn bad_files_get_a_message_with_the_cure() {
    let folder = folder("bad");
    let message = |name: &str, content: &[u8]| {
        let file = folder.join(name);
        std::fs::write(&file, content).unwrap();
        group(&file, &[]).map_err(|error| format!("{error:#}"))
    };
    let missing = message("missing.csv", b"id,comment\n1,x\n").unwrap_err();
    assert!(
        missing.contains("missing.csv: line 1: no column \"text\"; the columns are \"id\", \"comment\""),
        "{missing}"
    );
    assert!(
        message("empty.csv", b"")
            .unwrap_err()
            .contains("the file is empty")
    );
    assert!(
        message("open.csv", b"id,text\n1,\"a\n2,b\n")
            .unwrap_err()
            .contains("line 2: a quotation mark")
    );
    assert_eq!(message("header.csv", b"id,text\n"), Ok(()));
    assert_eq!(message("one.csv", b"id,text\n1,Lamp\n"), Ok(()));
    assert_eq!(
        message("mixed.csv", b"id,text\n1,Se\xf1or \x00\x07\n2,\xe8\xb7\xaf\n,\n"),
        Ok(())
    );
    let absent = group(&folder.join("absent.csv"), &[]).unwrap_err();
    assert!(format!("{absent:#}").contains("absent.csv cannot be opened"));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn suggestions_come_with_words_and_a_probability_and_none_for_a_text_without_letters() {
    let folder = folder("suggest");
    let (input, csv, json) = (folder.join("in.csv"), folder.join("s.csv"), folder.join("s.json"));
    let places = folder.join("places.csv");
    std::fs::write(
        &input,
        "id,text\n1,The rubbish bins at Mill Bridge are full\n2,...\n3,...\n",
    )
    .unwrap();
    std::fs::write(&places, "key,name\nmill,Mill Bridge\nmill,磨坊桥\n").unwrap();
    let [input, csv, json, places] = [&input, &csv, &json, &places].map(|p| p.to_str().unwrap());
    let arguments = [
        "text",
        "suggest",
        input,
        "--no-model",
        "--csv",
        csv,
        "--json",
        json,
        "--places",
        places,
    ];
    run(Cli::try_parse_from(arguments).unwrap().command).unwrap();
    let told: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(json).unwrap()).unwrap();
    let first = &told["suggestions"][0];
    assert_eq!(first["topic"]["label"], "waste");
    assert!(first["topic"]["probability"].as_f64().unwrap() > 0.5);
    assert!(!first["topic"]["words"].as_array().unwrap().is_empty());
    assert_eq!(first["named_places"][0]["key"], "mill");
    assert!(told["suggestions"][1]["topic"].is_null() && told["suggestions"][2]["topic"].is_null());
    assert_eq!(csv::Reader::from_path(csv).unwrap().records().count(), 3);
    std::fs::remove_dir_all(folder).unwrap();
}
