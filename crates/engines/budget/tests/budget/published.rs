//! Real elections against what was published, and against what pabutools and a third implementation found.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::PathBuf;

use kapok_budget::rule::{Among, Completion, Draw, Method, Order, StartShare, Stop, TieBreak, Utility};
use kapok_budget::{Election, Outcome, Rule, pb, preset};
use serde_json::Value;

use crate::outcome;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../../shared/data/budget"
    ))
    .join(name)
}

fn load(file: &str) -> Option<Election> {
    let file = File::open(folder("instances").join(file)).ok()?;
    Some(pb::read(BufReader::new(file)).unwrap().election)
}

/// The election of the folder, or a line that says it is not here.
fn real(file: &str) -> Option<Election> {
    let election = load(file);
    if election.is_none() {
        println!("skipped: {file} is not here");
    }
    election
}

/// Sorted ids of the winners.
fn set(e: &Election, out: &Outcome) -> Vec<String> {
    let mut ids = e.ids(&out.winners);
    ids.sort();
    ids
}

fn strings(value: &Value) -> Vec<String> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|id| id.as_str().unwrap().to_owned())
        .collect()
}

/// The rule that a set of options of the reference means.
fn reference_rule(name: &str, options: Option<&str>) -> Rule {
    let has = |word: &str| options.is_some_and(|options| options.split(',').any(|option| option == word));
    let greedy = name.starts_with("greedy");
    let scored = name.contains("score");
    Rule {
        method: if greedy {
            Method::Greedy
        } else {
            Method::EqualShares
        },
        utility: match (scored, has("cost")) {
            (true, _) => Utility::Auto,
            (false, true) => Utility::Cost,
            _ if greedy => Utility::Auto,
            _ => Utility::Cardinality,
        },
        ties: if has("lex") {
            vec![TieBreak::IdAsText]
        } else {
            Rule::default().ties
        },
        completion: if name.contains("add1") {
            Completion::Add1
        } else {
            Completion::None
        },
        stop: if has("noex") {
            Stop::Infeasible
        } else {
            Stop::Exhaustive
        },
        exhaustive_among: if has("allaff") {
            Among::All
        } else {
            Among::Supported
        },
        start_share: if has("floor") {
            StartShare::Floor
        } else {
            StartShare::Exact
        },
        skip_if_all_fit: has("allaff"),
        ..Rule::default()
    }
}

fn check_reference(e: &Election, file: &str, name: &str, expected: &Value) {
    if expected.get("winners").is_none() {
        return;
    }
    let mut rule = reference_rule(name, expected["options"].as_str());
    if name == "greedy_score" && e.vote_type == kapok_budget::VoteType::Ordinal {
        // The reference scores rankings as Borda does; cities score 3, 2, 1, as our presets do.
        rule.utility = Utility::Borda;
    }
    let out = outcome(e, &rule);
    assert_eq!(set(e, &out), strings(&expected["winners"]), "{file} {name}");
    if let Some(order) = expected.get("selection_order") {
        assert_eq!(e.ids(&out.winners), strings(order), "{file} {name}: order");
        assert_eq!(
            out.cost,
            u128::from(expected["cost"].as_u64().unwrap()),
            "{file} {name}: cost"
        );
        assert_eq!(
            out.final_share.unwrap().to_string(),
            expected["final_share"].as_str().unwrap(),
            "{file} {name}"
        );
        assert_eq!(
            out.runs,
            expected["mes_runs"].as_u64().unwrap(),
            "{file} {name}: runs"
        );
        assert_eq!(
            out.ties.times(),
            expected["ties"].as_u64().unwrap(),
            "{file} {name}: ties"
        );
    }
}

/// The rule that a run of pabutools stands for.
fn pabutools_rule(name: &str) -> Rule {
    let (method, utility) = name.split_once(':').unwrap_or((name, "card"));
    let utility = match utility {
        "cost" => Utility::Cost,
        "points" => Utility::Points,
        "borda" => Utility::Borda,
        _ => Utility::Cardinality,
    };
    let lexical = Rule {
        ties: vec![TieBreak::IdAsText],
        utility,
        ..Rule::default()
    };
    match method {
        "greedy" => Rule {
            method: Method::Greedy,
            // Its greedy sorts by utility per cost: with cost utilities that is by votes.
            order: if utility == Utility::Cost {
                Order::Votes
            } else {
                Order::VotesPerCost
            },
            fund_unsupported: true,
            ..lexical
        },
        "phragmen" => Rule {
            method: Method::Phragmen,
            skip: false,
            ..lexical
        },
        "mesadd1" => Rule {
            completion: Completion::Add1,
            stop: Stop::Exhaustive,
            ..lexical
        },
        _ => lexical,
    }
}

fn check_pabutools(e: &Election, file: &str, run: &Value) {
    if run.get("error").is_some() {
        return;
    }
    let name = run["rule"].as_str().unwrap();
    let out = outcome(e, &pabutools_rule(name));
    assert_eq!(set(e, &out), strings(&run["winners"]), "{file} pabutools {name}");
    if name != "phragmen" {
        // pabutools sorts the outcome of Phragmén by name.
        assert_eq!(
            e.ids(&out.winners),
            strings(&run["order"]),
            "{file} pabutools {name}: order"
        );
    }
}

/// Compares one instance with all that is recorded for it.
fn check(json: &Value, small: bool) -> bool {
    let file = json["file"].as_str().unwrap();
    let marks = json["n_approvals"].as_u64().unwrap();
    let Some(e) = load(file) else { return false };
    if small != (marks <= 70_000) {
        return false;
    }
    for (name, expected) in json["reference"].as_object().unwrap() {
        check_reference(&e, file, name, expected);
    }
    json["pabutools_1_2_3"]
        .as_array()
        .unwrap()
        .iter()
        .for_each(|run| check_pabutools(&e, file, run));
    true
}

fn check_all(small: bool) -> usize {
    let Ok(entries) = fs::read_dir(folder("expected")) else {
        println!("skipped: the recorded results are not here");
        return 0;
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &PathBuf| serde_json::from_str::<Value>(&fs::read_to_string(path).unwrap()).unwrap();
    paths.iter().filter(|path| check(&read(path), small)).count()
}

#[test]
fn every_recorded_result_of_the_smaller_elections_is_reproduced_with_its_order_share_runs_and_ties() {
    println!("{} elections", check_all(true));
}

#[test]
fn every_recorded_result_of_the_larger_elections_too() {
    println!("{} elections", check_all(false));
}

#[test]
fn the_published_equal_shares_elections_are_reproduced() {
    for (file, count, cost) in [
        ("Poland_Wieliczka_2023_Green_Budget.pb", 30, 995_079),
        ("Poland_Swiecie_2023.pb", 17, 1_040_337),
    ] {
        let Some(e) = real(file) else { return };
        for name in ["wieliczka-2023", "wieliczka-2023-comparison", "swiecie-2023"] {
            let out = outcome(&e, &preset(name).unwrap());
            assert_eq!((out.winners.len(), out.cost), (count, cost), "{file} {name}");
            assert_eq!(set(&e, &out), selected(&e, &["1"]), "{file} {name}");
        }
    }
}

/// The ids that the file marks as selected with one of these words.
fn selected(e: &Election, words: &[&str]) -> Vec<String> {
    let mut ids: Vec<String> = e
        .projects
        .iter()
        .filter(|project| words.contains(&project.field("selected").unwrap_or("")))
        .map(|project| project.id.clone())
        .collect();
    ids.sort();
    ids
}

#[test]
fn the_published_greedy_elections_are_reproduced_by_their_own_variants() {
    let fits = [
        ("Poland_Czestochowa_2025.pb", "warszawa"),
        ("Poland_Gdynia_2020.pb", "greedy-no-skip"),
        ("Poland_Gdynia_2025.pb", "greedy-no-skip"),
        ("Poland_Katowice_2023.pb", "warszawa"),
        ("Poland_Krakow_2024.pb", "greedy"),
        ("Poland_Lodz_2022.pb", "warszawa"),
        ("Poland_Poznan_2026_large.pb", "poznan-80"),
        ("Poland_Warszawa_2019_Ursynow.pb", "warszawa"),
        ("Poland_Warszawa_2020_Wawer.pb", "warszawa"),
        ("Poland_Wroclaw_2015_150_-_500.pb", "greedy-no-skip"),
        ("Poland_Wroclaw_2022.pb", "greedy-no-skip"),
        ("poland_warszawa_2024_bemowo.pb", "warszawa"),
    ];
    for (file, name) in fits {
        let Some(e) = real(file) else { return };
        assert_eq!(
            set(&e, &outcome(&e, &preset(name).unwrap())),
            selected(&e, &["1"]),
            "{file}"
        );
    }
    // Poznań marks the project of its 80 % rule with 2, and those from later money with 3.
    let Some(e) = real("Poland_Poznan_2023_5_-_Grunwald_Polnoc_Grunwald_Poludnie_Stary_Grunwald.pb") else {
        return;
    };
    let out = outcome(&e, &preset("poznan-80").unwrap());
    assert_eq!(set(&e, &out), selected(&e, &["1", "2"]));
    assert_eq!(e.ids(&[out.reserve.unwrap()]), selected(&e, &["2"]));
}

#[test]
fn two_published_results_need_a_decision_that_is_not_in_the_ballots() {
    // Ursynów 2021: of three projects on one ground the city kept 2150; and 2150 and 1821 tie at 1,923 votes.
    let Some(e) = real("Poland_Warszawa_2021_Ursynow.pb") else {
        return;
    };
    let rule = Rule {
        withdrawn: vec!["459".into(), "1687".into()],
        ties: vec![TieBreak::MoreVotes, TieBreak::Draw],
        draw: Draw {
            seed: None,
            order: vec!["2150".into(), "1821".into()],
        },
        ..preset("warszawa").unwrap()
    };
    assert_eq!(set(&e, &outcome(&e, &rule)), selected(&e, &["1"]));
    // Warszawa 2024: some projects shut each other out; with 1498 and 1018 out the published list follows.
    let Some(e) = real("poland_warszawa_2024_.pb") else {
        return;
    };
    let rule = Rule {
        withdrawn: vec!["1498".into(), "1018".into()],
        ..preset("warszawa").unwrap()
    };
    assert_eq!(set(&e, &outcome(&e, &rule)), selected(&e, &["1"]));
}

#[test]
fn project_33_of_wieliczka_enters_five_times_and_leaves_four_times() {
    let Some(e) = real("Poland_Wieliczka_2023_Green_Budget.pb") else {
        return;
    };
    // Every share from 151 to 316 is the start of a count without completion at a budget of share times ballots.
    let project = e.project_index()["33"];
    let mut changes = Vec::new();
    let mut before = false;
    for share in 151..=316u64 {
        let mut at = e.clone();
        at.budget = share * e.ballots.len() as u64;
        let now = outcome(
            &at,
            &Rule {
                utility: Utility::Cost,
                ..Rule::default()
            },
        )
        .winners
        .contains(&project);
        if now != before {
            changes.push(share);
        }
        before = now;
    }
    assert_eq!(changes, [164, 171, 190, 202, 209, 226, 227, 228, 268]);
}
