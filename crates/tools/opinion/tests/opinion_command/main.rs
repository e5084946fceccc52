//! The command as people use it: files in, files and exit status out.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use kapok_opinion::synthetic::{Shape, planted};

#[derive(Parser)]
struct Alone {
    #[command(subcommand)]
    command: kapok_tool_opinion::Command,
}

fn run(arguments: &[&str]) -> Result<String, String> {
    let arguments = std::iter::once("opinion").chain(arguments.iter().copied());
    let command = Alone::try_parse_from(arguments)
        .map_err(|error| error.to_string())?
        .command;
    kapok_tool_opinion::run(command)
        .map(|code| format!("{code:?}"))
        .map_err(|error| format!("{error:#}"))
}

/// A folder of a made-up conversation, deleted at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kapok-opinion-test-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("as made here");
        let (events, _) = planted(
            Shape {
                participants: 150,
                statements: 30,
                votes: 3_000,
            },
            2,
        );
        let line = |event: &kapok_opinion::votes::Event| {
            format!(
                "5,{},{},{}\n",
                event.statement,
                event.participant,
                event.vote().value()
            )
        };
        let votes: String = events.iter().map(line).collect();
        fs::write(
            path.join("votes.csv"),
            format!("timestamp,comment-id,voter-id,vote\n{votes}"),
        )
        .expect("as made here");
        let comments: String = (0..30)
            .map(|id| format!("{id},1,<script>alert({id})</script> & more\n"))
            .collect();
        fs::write(
            path.join("comments.csv"),
            format!("comment-id,moderated,comment-body\n{comments}"),
        )
        .expect("as made here");
        fs::write(path.join("summary.csv"), "topic,\"Lamps <b>and</b> trees\"\n").expect("as made here");
        Self(path)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("as made here")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_map_writes_json_with_everything_promised() {
    let folder = Folder::new("json");
    let out = folder.file("map.json");
    run(&["map", folder.path(), "--json", &out]).unwrap();
    let json: serde_json::Value = serde_json::from_str(&fs::read_to_string(&out).unwrap()).unwrap();
    for key in [
        "groups",
        "stability",
        "statements",
        "representative",
        "common_ground",
    ] {
        assert!(json.get(key).is_some(), "{key}");
    }
    assert!(json["groups"][0]["id"].is_number() && json["groups"][0]["participants"].is_array());
    let statement = &json["statements"][0];
    for key in ["id", "counts", "extremity", "priority", "bridging"] {
        assert!(statement.get(key).is_some(), "{key}");
    }
    let count = &statement["counts"][0];
    assert_eq!(
        count["agree"].as_u64().unwrap()
            + count["disagree"].as_u64().unwrap()
            + count["pass"].as_u64().unwrap(),
        count["seen"].as_u64().unwrap()
    );
}

#[test]
fn a_page_stands_alone_in_every_language_and_lets_no_markup_in() {
    let folder = Folder::new("html");
    for (lang, dir) in [("en", "ltr"), ("zh", "ltr"), ("es", "ltr"), ("ar", "rtl")] {
        let out = folder.file("map.html");
        run(&["map", folder.path(), "--html", &out, "--lang", lang]).unwrap();
        let page = fs::read_to_string(&out).unwrap();
        assert!(page.contains(&format!("lang=\"{lang}")) && page.contains(&format!("dir=\"{dir}\"")));
        assert!(!page.contains("<script") && !page.contains("<b>and</b>"));
        assert!(!page.contains("src=\"http") && !page.contains("href=\"http") && !page.contains("url(http"));
        assert_eq!(page.matches("<h1").count(), 1);
        assert!(page.contains("role=\"img\"") && page.contains("<title id=\"map-title\">"));
        let common = page.find("<h2").unwrap();
        assert!(
            page[common..].find("map-table").unwrap() > 0,
            "common ground comes before the map"
        );
    }
}

#[test]
fn rows_in_another_order_give_the_same_files_to_the_byte() {
    let folder = Folder::new("order");
    let (first, second) = (folder.file("a.json"), folder.file("b.json"));
    run(&["map", folder.path(), "--json", &first]).unwrap();
    let votes = fs::read_to_string(folder.file("votes.csv")).unwrap();
    let (head, rows) = votes.split_once('\n').unwrap();
    let turned: Vec<&str> = rows.lines().rev().collect();
    fs::write(
        folder.file("votes.csv"),
        format!("{head}\n{}\n", turned.join("\n")),
    )
    .unwrap();
    run(&["map", folder.path(), "--json", &second]).unwrap();
    assert!(fs::read(first).unwrap() == fs::read(second).unwrap());
}

#[test]
fn what_is_exported_gives_the_same_map() {
    let folder = Folder::new("export");
    let (out, first, second) = (folder.file("out"), folder.file("a.json"), folder.file("b.json"));
    run(&["export", folder.path(), &out]).unwrap();
    for name in [
        "summary.csv",
        "comments.csv",
        "votes.csv",
        "participants-votes.csv",
        "stats-history.csv",
    ] {
        assert!(Path::new(&out).join(name).exists(), "{name}");
    }
    run(&["map", folder.path(), "--json", &first]).unwrap();
    run(&["map", &out, "--json", &second]).unwrap();
    let groups = |path| {
        serde_json::from_str::<serde_json::Value>(&fs::read_to_string(path).unwrap()).unwrap()["groups"]
            .clone()
    };
    assert_eq!(groups(first), groups(second));
}

#[test]
fn compatible_mode_works_without_groups_given() {
    let folder = Folder::new("compatible");
    let out = folder.file("map.json");
    run(&["map", folder.path(), "--compatible", "--json", &out]).unwrap();
    let json: serde_json::Value = serde_json::from_str(&fs::read_to_string(&out).unwrap()).unwrap();
    assert_eq!(json["mode"], "compatible");
    assert!(json["groups"].as_array().unwrap().len() >= 2);
}

#[test]
fn a_check_passes_on_exports_and_fails_on_changed_votes() {
    let exports = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../../shared/data/opinion/polis-exports/"
    );
    let Ok(folders) = fs::read_dir(exports) else {
        println!("no exports at hand: skipped");
        return;
    };
    for folder in folders.flatten() {
        let path = folder.path();
        assert_eq!(
            run(&["check", path.to_str().unwrap()]).unwrap(),
            format!("{:?}", std::process::ExitCode::SUCCESS)
        );
        let changed = Folder::new("check");
        fs::copy(path.join("math-pca2.json"), changed.file("math-pca2.json")).unwrap();
        let code = run(&["check", changed.path()]).unwrap();
        assert_eq!(code, format!("{:?}", std::process::ExitCode::FAILURE));
    }
}

#[test]
fn errors_say_what_to_do() {
    let folder = Folder::new("errors");
    let error = run(&["check", folder.path()]).unwrap_err();
    assert!(error.contains("no math-pca2.json"), "{error}");
    fs::write(folder.file("votes.csv"), "comment-id,voter-id,vote\n1,1,7\n").unwrap();
    let error = run(&["map", folder.path()]).unwrap_err();
    assert!(
        error.contains("votes.csv, line 2") && error.contains("\"7\""),
        "{error}"
    );
    let error = run(&["map", "/nowhere/at/all"]).unwrap_err();
    assert!(error.contains("no votes here"), "{error}");
    assert!(
        run(&["map", folder.path(), "--lang", "xx"])
            .unwrap_err()
            .contains("en, zh, es, ar")
    );
}
