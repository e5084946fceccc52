//! The command: reports in every language, and the independent recount.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::path::{Path, PathBuf};
use std::process::Command as Process;

use clap::Parser;
use kapok_budget::pots::count_pots;
use kapok_budget::{PRESETS, count, pb, preset};

#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: kapok_tool_budget::Command,
}

/// Runs the command line.
fn run(arguments: &[&str]) -> anyhow::Result<std::process::ExitCode> {
    let all = ["budget"].iter().chain(arguments);
    kapok_tool_budget::run(Cli::try_parse_from(all)?.command)
}

/// A file in a folder of its own.
fn file(test: &str, name: &str, text: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("kapok-budget-{test}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn name(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A simulated election as a file.
fn simulated(test: &str, kind: &str) -> PathBuf {
    let path = file(test, "simulated.pb", "");
    let numbers = [
        "--voters",
        "120",
        "--projects",
        "14",
        "--marks",
        "4",
        "--budget",
        "6000",
    ];
    run(&[
        &["simulate", "--vote-type", kind, "-o", name(&path)][..],
        &numbers,
    ]
    .concat())
    .unwrap();
    path
}

#[test]
fn a_report_is_one_page_that_loads_nothing_in_every_language_and_for_every_rule() {
    for kind in ["approval", "cumulative", "ordinal"] {
        let path = simulated(&format!("report-{kind}"), kind);
        let out = path.with_extension("html");
        for rule in PRESETS {
            let lang = ["en", "zh", "es", "ar"][rule.len() % 4];
            let arguments = [
                "count",
                name(&path),
                "--rule",
                rule,
                "--html",
                name(&out),
                "--lang",
                lang,
            ];
            run(&arguments).unwrap();
            let html = std::fs::read_to_string(&out).unwrap();
            assert!(
                html.contains(&format!(
                    "<html lang=\"{}",
                    if lang == "zh" { "zh-Hans" } else { lang }
                )),
                "{rule}"
            );
            assert!(
                html.matches("<svg").count() >= 3 && html.matches("<table").count() >= 3,
                "{rule}"
            );
            for loaded in ["<script", "<link", "src=", "@import"] {
                assert!(!html.contains(loaded), "{rule}: {loaded}");
            }
            assert!(html.contains(&preset(rule).unwrap().hash()));
        }
    }
}

#[test]
fn a_voter_reads_how_the_vote_was_used_in_every_language_and_for_every_rule() {
    for kind in ["approval", "cumulative", "ordinal"] {
        let path = simulated(&format!("ballot-{kind}"), kind);
        let out = path.with_extension("html");
        for (at, rule) in PRESETS.into_iter().enumerate() {
            let (lang, title) = [
                ("en", "How your vote was used"),
                ("zh", "你的一票怎样用了"),
                ("es", "Cómo se usó tu voto"),
                ("ar", "كيف استُخدم صوتك"),
            ][at % 4];
            let asked = [
                "explain",
                name(&path),
                "--ballot",
                "7",
                "--rule",
                rule,
                "--lang",
                lang,
            ];
            run(&[&asked[..], &["--html", name(&out)]].concat()).unwrap();
            let html = std::fs::read_to_string(&out).unwrap();
            assert!(html.contains(title), "{rule}");
            assert!(html.contains("<svg") && html.contains("<table"), "{rule}");
            assert!(!html.contains("<script") && !html.contains("src="), "{rule}");
        }
    }
}

#[test]
fn a_ballot_is_explained_pot_by_pot() {
    let text = "META\nkey;value\nbudget;300\nvote_type;approval\nPROJECTS\nproject_id;cost;name;district\n\
                1;60;Bench;North\n2;90;Swing;South\nVOTES\nvoter_id;vote\na;1,2\nb;2\nc;1\n";
    let path = file("pots", "pots.pb", text);
    let rule = "name = \"pots\"\n[pots]\nby = \"district\"\n[pots.budgets]\nNorth = 100\nSouth = 100\n";
    let rule = file("pots", "rule.toml", rule);
    let out = path.with_extension("html");
    let asked = ["explain", name(&path), "--ballot", "a", "--rule", name(&rule)];
    run(&[&asked[..], &["--html", name(&out), "--json"]].concat()).unwrap();
    let html = std::fs::read_to_string(&out).unwrap();
    assert!(html.contains("<h2>North</h2>") && html.contains("<h2>South</h2>"));
}

/// Three districts and the whole city, each with its pot; nobody marks a project of East; voter 6 gets nothing.
const POTS: &str = "META\nkey;value\ndescription;Hand & made\nunit;Town\ncurrency;PLN\nbudget;1\nvote_type;approval\n\
    subdistricts;North,South,East,\nbudget_per_district;100,60,30,50\n\
    PROJECTS\nproject_id;cost;name;district;category\n\
    n1;60;Bench <b>;North;green\nn2;70;Swing;North;play\nn3;40;Trees;North;green\ns1;60;Pond;South;green\n\
    s2;30;Slide;South;play\ne1;30;Path;East;green\nc1;50;Clock;;play\n\
    VOTES\nvoter_id;vote\n1;n1,n3,c1\n2;n1,c1\n3;n2,s1\n4;s1,n3\n5;s2,c1\n6;s2\n";

/// The file, and a rule that says nothing but that districts have pots.
fn pots(test: &str) -> (PathBuf, PathBuf) {
    let rule = file(test, "rule.toml", "name = \"pots\"\n[pots]\nby = \"district\"\n");
    (file(test, "pots.pb", POTS), rule)
}

/// What stands between `before` and `after`, each time.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    let parts = text.split(before).skip(1);
    parts.filter_map(|part| part.split(after).next()).collect()
}

#[test]
fn a_count_with_pots_is_one_page_the_whole_first_then_every_pot() {
    let (path, rule) = pots("pots-page");
    let out = path.with_extension("html");
    for (lang, all) in [
        ("en", "All pots together"),
        ("zh", "所有资金池合计"),
        ("es", "Todas las bolsas juntas"),
        ("ar", "كل المخصصات معًا"),
    ] {
        let asked = ["count", name(&path), "--rule", name(&rule), "--lang", lang];
        run(&[&asked[..], &["--html", name(&out)]].concat()).unwrap();
        let html = std::fs::read_to_string(&out).unwrap();
        let mut ids = between(&html, " id=\"", "\"");
        let listed = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), listed, "{lang}: an id stands twice");
        for link in between(&html, "href=\"#", "\"") {
            assert!(ids.contains(&link), "{lang}: #{link} leads nowhere");
        }
        for list in between(&html, "labelledby=\"", "\"") {
            assert!(list.split(' ').all(|id| ids.contains(&id)), "{lang}: {list}");
        }
        assert!(
            html.find(all).unwrap() < html.find("id=\"pot-1\"").unwrap(),
            "{lang}"
        );
        let headings = between(&html, "<h2 id=\"pot-", "</h2>");
        assert_eq!(headings.len(), 4, "{lang}");
        assert!(
            html.contains("Bench &lt;b&gt;") && !html.contains("<b>"),
            "{lang}"
        );
        for loaded in ["<script", "<link", "src=", "@import"] {
            assert!(!html.contains(loaded), "{lang}: {loaded}");
        }
        assert!(
            html.contains(
                &kapok_budget::Rule::parse(&std::fs::read_to_string(&rule).unwrap())
                    .unwrap()
                    .hash()
            )
        );
    }
}

#[test]
fn the_page_of_pots_has_the_numbers_that_one_finds_by_hand() {
    // North: shares of 25; Trees (2 votes, 40) is bought, Bench (2 votes, 60) and Swing are not. South: shares of 15; Slide.
    // The whole city: Clock. Voter 3 alone has nothing.
    let (path, rule) = pots("pots-numbers");
    let out = path.with_extension("html");
    let asked = ["count", name(&path), "--rule", name(&rule), "--html", name(&out)];
    run(&asked).unwrap();
    let html = std::fs::read_to_string(&out).unwrap();
    let text = |html: &str| {
        let plain: String = between(&format!(">{html}<"), ">", "<").join(" ");
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let tables = between(&html, "<table", "</table>");
    let tables: Vec<String> = tables.iter().map(|table| text(table)).collect();
    for row in [
        "North 100 40 60 3 1 4 50.0%",
        "South 60 30 30 2 1 4 50.0%",
        "East 30 0 30 1 0 0 -",
        "Whole city 50 50 0 1 1 3 100.0%",
        "All pots together 240 120 120 7 3 6 83.3%",
    ] {
        assert!(tables[0].contains(row), "{row}: {}", tables[0]);
    }
    let shares =
        "North 41.7% 41.7% 33.3% South 33.3% 25.0% 25.0% East 0.0% 12.5% 0.0% Whole city 25.0% 20.8% 41.7%";
    assert!(tables[1].ends_with(shares), "{}", tables[1]);
}

#[test]
fn rules_with_pots_are_compared_pot_by_pot() {
    let (path, rule) = pots("pots-compare");
    let (path, rule) = (name(&path), name(&rule));
    for arguments in [
        &["compare", path, "--rule", rule, "--rule", "greedy"][..],
        &["compare", path, "--pots", rule],
        &["compare", path, "--pots", rule, "--json"],
        &["count", path, "--rule", rule],
        &["count", path, "--rule", rule, "--json"],
    ] {
        assert!(run(arguments).is_ok(), "{arguments:?}");
    }
    let error = run(&["compare", path, "--pots", "greedy"]).unwrap_err();
    assert!(error.to_string().contains("What to do"));
}

#[test]
fn json_and_text_come_for_every_subcommand() {
    let path = simulated("all", "approval");
    let path = name(&path);
    for arguments in [
        &["count", path, "--json"][..],
        &["count", path, "--draw", "4 8 15", "--threads", "1"],
        &["compare", path],
        &["compare", path, "--json", "--rule", "greedy", "--rule", "kapok"],
        &["check", path],
        &["check", path, "--json"],
        &["explain", path, "--ballot", "7"],
        &["explain", path, "--ballot", "7", "--json", "--rule", "greedy"],
        &["plan", "--budget", "1000000", "--ballots", "6586"],
        &["rule"],
        &["rule", "kapok", "--json"],
    ] {
        assert!(run(arguments).is_ok(), "{arguments:?}");
    }
}

#[test]
fn faults_are_told_with_a_cure() {
    let path = simulated("faults", "approval");
    let text = std::fs::read_to_string(&path).unwrap();
    let cut = file("faults", "cut.pb", &text[..text.len() - 40]);
    let cases = [
        vec!["count", "nowhere.pb"],
        vec!["count", name(&path), "--rule", "nonsense"],
        vec!["count", name(&cut)],
        vec!["explain", name(&path), "--ballot", "nobody"],
        vec!["count", name(&path), "--lang", "xx"],
    ];
    for arguments in cases {
        let error = format!("{:#}", run(&arguments).unwrap_err());
        assert!(
            error.contains("What to do") || error.contains("use en, zh"),
            "{error}"
        );
    }
    assert!(run(&["count", name(&cut), "--accept-incomplete"]).is_ok());
}

#[test]
fn the_recount_in_python_agrees() {
    let recount = concat!(env!("CARGO_MANIFEST_DIR"), "/recount.py");
    if Process::new("python3").arg("--version").output().is_err() {
        println!("skipped: no python3 here");
        return;
    }
    for kind in ["approval", "cumulative", "ordinal"] {
        let path = simulated(&format!("recount-{kind}"), kind);
        let election = pb::read(std::fs::read(&path).unwrap().as_slice())
            .unwrap()
            .election;
        for rule in PRESETS.iter().filter_map(|name| preset(name)) {
            let document = path.with_extension("json");
            std::fs::write(&document, serde_json::to_string(&rule).unwrap()).unwrap();
            let output = Process::new("python3")
                .arg(recount)
                .arg(&path)
                .arg(&document)
                .output()
                .unwrap();
            if output.status.code() == Some(3) {
                continue;
            }
            assert!(
                output.status.success(),
                "{}",
                String::from_utf8_lossy(&output.stderr)
            );
            let outcome = count(&election, &rule, 1, &|_| {}).unwrap();
            let ids = election.ids(&outcome.winners);
            let theirs: Vec<String> = String::from_utf8(output.stdout)
                .unwrap()
                .lines()
                .map(str::to_owned)
                .collect();
            assert_eq!(theirs, ids, "{kind} {}", rule.name);
        }
    }
}

#[test]
fn the_recount_in_python_agrees_pot_by_pot() {
    let recount = concat!(env!("CARGO_MANIFEST_DIR"), "/recount_pots.py");
    if Process::new("python3").arg("--version").output().is_err() {
        println!("skipped: no python3 here");
        return;
    }
    let (path, rule) = pots("recount-pots");
    let pots = kapok_budget::Rule::parse(&std::fs::read_to_string(rule).unwrap())
        .unwrap()
        .pots;
    let election = pb::read(POTS.as_bytes()).unwrap().election;
    for name in [
        "kapok",
        "greedy",
        "wieliczka-2023",
        "pabutools-1.2.3",
        "swiecie-2023",
    ] {
        let rule = kapok_budget::Rule {
            pots: pots.clone(),
            ..preset(name).unwrap()
        };
        let document = path.with_extension("json");
        std::fs::write(&document, serde_json::to_string(&rule).unwrap()).unwrap();
        let output = Process::new("python3")
            .arg(recount)
            .arg(&path)
            .arg(&document)
            .output()
            .unwrap();
        let counted = count_pots(&election, &rule, 1, &|_| {}).unwrap();
        let ours: Vec<String> = counted
            .iter()
            .flat_map(|pot| pot.election.ids(&pot.outcome.winners))
            .collect();
        let theirs = String::from_utf8(output.stdout).unwrap();
        assert_eq!(theirs.lines().collect::<Vec<_>>(), ours, "{name}");
        let runs: u64 = counted.iter().map(|pot| pot.outcome.runs).sum();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.trim().ends_with(&format!("runs {runs}")), "{name}: {said}");
    }
}
