//! That the API leaves nothing out: every route of every page stands in a list here, with its operations or the reason why
//! it has none. A new page route fails this test until somebody has decided.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{description, operations};

/// Forms that change something, and the operations that do the same. A form with several buttons has several.
const FORMS: &[(&str, &[&str])] = &[
    ("/say", &["sayVoice"]),
    ("/say/look", &["listMattersLike"]),
    ("/follow", &["followVoice"]),
    ("/follow/{code}/edit", &["editVoice"]),
    ("/follow/{code}/withdraw", &["withdrawVoice"]),
    ("/follow/{code}/join", &["joinMatter"]),
    ("/voices/{number}/hide", &["hideVoice"]),
    ("/voices/{number}/restore", &["restoreVoice"]),
    ("/desk", &["enterVoice"]),
    ("/desk/cards", &["enterCards"]),
    ("/desk/cards/table", &["readCardTable"]),
    (
        "/inbox",
        &[
            "joinVoices",
            "beginMatter",
            "referVoice",
            "answerVoice",
            "hideVoice",
            "undoAct",
            "restoreVoice",
        ],
    ),
    (
        "/matters/{number}/work",
        &[
            "describeMatter",
            "openMatter",
            "answerMatter",
            "closeMatter",
            "askOffice",
            "handOverMatter",
            "acceptRequest",
            "refuseRequest",
            "ruleOnAppeal",
            "hideVoice",
            "mergeMatter",
            "splitMatter",
            "undoAct",
        ],
    ),
    ("/matters/{number}/follow", &["followMatter"]),
    ("/matters/{number}/appeal", &["appealMatter"]),
    (
        "/matters/following/{token}",
        &["confirmFollowing", "stopFollowing"],
    ),
    ("/priority", &["changeWeights"]),
    (
        "/matters/{number}/decide",
        &["decideMatter", "closeDeclinedMatter"],
    ),
    ("/matters/{number}/commit", &["makePromise"]),
    (
        "/promises/{number}/work",
        &[
            "reportPromise",
            "movePromise",
            "finishPromise",
            "withdrawPromise",
            "retitlePromise",
        ],
    ),
    ("/matters/{number}/check", &["checkResult"]),
    (
        "/matters/{number}/outcome",
        &["addIndicator", "addValue", "evaluateMatter", "hideCheck"],
    ),
    ("/matters/{number}/share", &["shareMatter"]),
    ("/admin/accounts", &["createAccount"]),
    (
        "/admin/accounts/{id}",
        &["changeRoles", "resetPassword", "resetSecondFactor", "revokeToken"],
    ),
    // Signing in, one's own password and second factor, and making a token stay with people at a browser: a token must not
    // turn itself into a session, a password or another token.
    ("/sign-in", &[]),
    ("/sign-in/kept", &[]),
    ("/sign-out", &[]),
    ("/account", &["revokeToken"]),
];

/// Pages that are read, and the operations that give the same.
const PAGES: &[(&str, &[&str])] = &[
    ("/", &["getNumbers"]),
    ("/silent", &["listSilentPlaces"]),
    ("/say", &[]), // leads back to the form
    ("/say/like", &["listMattersLike"]),
    ("/follow", &[]), // the form that asks for the code
    ("/follow/{code}", &["followVoice"]),
    ("/follow/{code}/receipt", &["followVoice"]),
    ("/voices", &["listVoices"]),
    ("/voices/{number}", &["getVoice"]),
    ("/desk", &[]), // a form
    ("/desk/receipt/{number}", &["getEnteredVoice"]),
    ("/desk/cards", &[]), // a form
    ("/desk/cards/saved/{from}/{to}", &["listEnteredVoices"]),
    ("/inbox", &["listInbox"]),
    ("/matters", &["listMatters"]),
    ("/matters.csv", &["listMatters"]),
    ("/matters/map", &["countMattersByPlace"]),
    ("/m/{id}", &["getMatter"]),
    (
        "/matters/{number}",
        &[
            "getMatter",
            "listMatterActs",
            "listDecisions",
            "listMatterPromises",
            "getResult",
        ],
    ),
    ("/matters/{number}/feed.atom", &["listMatterActs"]),
    ("/matters/{number}/work", &["getMatter"]),
    ("/matters/following/{token}", &["getFollowing"]),
    ("/priority", &["getWeights"]),
    ("/matters/{number}/decide", &["listDecisions"]),
    ("/matters/{number}/commit", &["listMatterPromises"]),
    ("/matters/{number}/check", &["getResult"]),
    ("/matters/{number}/outcome", &["getResult"]),
    ("/matters/{number}/share", &["draftCase"]),
    ("/promises", &["listPromises", "countPromisesByOffice"]),
    ("/promises.csv", &["listPromises"]),
    ("/promises/{number}", &["getPromise"]),
    ("/promises/{number}/work", &["getPromise"]),
    ("/cases", &["listCases"]),
    ("/cases.csv", &["listCases"]),
    ("/cases/compare", &["getCase"]),
    ("/cases/{key}", &["getCase"]),
    ("/statistics", &["listStatistics"]),
    ("/statistics/contradictions", &["listContradictions"]),
    ("/statistics/{name}", &["getStatistic"]),
    ("/places", &["listPlaces"]),
    ("/places.geojson", &["listPlaces"]),
    ("/log", &["listActs"]),
    ("/log/feed.atom", &["listActs"]),
    ("/log/{id}", &["getAct"]),
    ("/late", &["listLate"]),
    ("/about/ladder", &["listRungs"]),
    ("/about/channels", &["listChannels"]),
    ("/about/roles", &["listRoles", "listOffices"]),
    ("/admin/accounts", &["listAccounts"]),
    ("/admin/accounts/{id}", &["getAccount", "listTokens"]),
    ("/account", &["getOwnToken", "listTokens"]),
];

/// Sources of the pages of all rooms.
fn sources(folder: &Path, out: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|end| end == "rs") {
            out.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}

/// Routes of the rooms that post, as their sources name them.
fn forms() -> BTreeSet<String> {
    let mut text = String::new();
    for room in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../record")).unwrap() {
        sources(&room.unwrap().path().join("src"), &mut text);
    }
    let mut found = BTreeSet::new();
    for route in text.split(".route(").skip(1) {
        let mut depth = 1;
        let end = route.find(|c| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth == 0
        });
        let inside = &route[..end.unwrap()];
        let path = inside.split('"').nth(1).unwrap().to_owned();
        if inside.contains("post(") {
            found.insert(path);
        }
    }
    found
}

#[test]
fn every_form_of_the_pages_has_its_operations() {
    let listed: BTreeMap<&str, &[&str]> = FORMS.iter().copied().collect();
    let here = forms();
    assert!(here.len() > 20, "the routes were not found: {here:?}");
    for path in &here {
        assert!(
            listed.contains_key(path.as_str()),
            "POST {path} has no operation in the list of this test"
        );
    }
    for path in listed.keys() {
        assert!(here.contains(*path), "POST {path} is gone");
    }
}

#[test]
fn the_operations_that_are_named_exist_and_no_other_writes() {
    let doc = description();
    let all = operations(&doc);
    let ids: BTreeSet<&str> = all
        .iter()
        .map(|(_, _, op)| op["operationId"].as_str().unwrap())
        .collect();
    let named = || {
        FORMS
            .iter()
            .chain(PAGES)
            .flat_map(|(_, operations)| operations.iter().copied())
    };
    for id in named() {
        assert!(ids.contains(id), "there is no operation {id}");
    }
    let named: BTreeSet<&str> = named().collect();
    // Parts of pages that have operations of their own.
    let parts = BTreeSet::from(["getPlace", "getOffice"]);
    for id in ids {
        assert!(
            named.contains(id) || parts.contains(id),
            "{id} does what no page does"
        );
    }
}
