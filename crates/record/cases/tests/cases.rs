//! The library of cases, on both databases.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]
#![allow(
    clippy::allow_attributes,
    dead_code,
    reason = "the house is shared with other rooms' tests"
)]

#[path = "../../processes/tests/house/mod.rs"]
mod house;

use std::sync::LazyLock;

use house::{LANGUAGES, env, file, main_of, page, report, report_with, staff};
use kapok_acts::{ActError, Actor, Env, Kind, Role, log};
use kapok_cases::model::{self, furthest};
use kapok_cases::{
    NewCase, NewText, Section, Stage, StageFact, Topic, import_cases, make_from_matter, put_topics_in,
    revise, store,
};
use kapok_processes::{Files, ImportError};
use kapok_store::ids::MatterId;
use kapok_store::{Migration, StoreError};
use kapok_testkit::both;

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [
        kapok_store::SCHEMA.migrations,
        kapok_acts::tree::SCHEMA.migrations,
        kapok_cases::SCHEMA.migrations,
    ]
    .concat()
});

/// The twelve topics of the report with two aliases, as programmes imports them.
async fn topics(env: &Env, engagement_alias: &str) {
    let ids = [
        "waste",
        "energy",
        "resilient",
        "smart",
        "engagement",
        "inclusive",
        "capacity",
        "services",
        "economy",
        "renewal",
        "youth",
        "environment",
    ];
    let t = kapok_i18n::T(kapok_i18n::Lang::En);
    let topics: Vec<Topic> = (1i64..)
        .zip(ids)
        .map(|(position, id)| Topic {
            id: id.into(),
            position,
            name: t.topic(id).to_owned(),
            description: String::new(),
            aliases: if id == "engagement" {
                vec![engagement_alias.to_owned()]
            } else {
                Vec::new()
            },
        })
        .collect();
    let mut tx = env.db.change().await.unwrap();
    put_topics_in(&mut tx, &topics).await.unwrap();
    let about = kapok_acts::About::new("file", [0; 16]);
    tx.commit(
        env.act(&Actor::System, Kind::ProgrammeImported, about, "", &[])
            .unwrap(),
    )
    .await
    .unwrap();
}

async fn library(env: &Env) {
    topics(env, "Citizen participation").await;
    import_cases(env, &Actor::System, &report()).await.unwrap();
}

/// Keys of the cases on a page of the library.
fn keys(page: &str) -> Vec<&str> {
    let parts = main_of(page).split("name=\"k\" value=\"").skip(1);
    parts.map(|rest| rest.split('"').next().unwrap()).collect()
}

async fn search(env: &Env, query: &str) -> Vec<String> {
    let path = format!("/cases{}", kapok_web::url::query(&[("q", query)]));
    keys(&page(env, kapok_cases::routes(), &path).await)
        .into_iter()
        .map(str::to_owned)
        .collect()
}

fn lights(matter: u8) -> NewCase {
    NewCase {
        matter: MatterId([matter; 16]),
        text: NewText {
            title: "Lights on the river path".into(),
            summary: "The unlit path between Mill Bridge and Eastgate got eight lamps.".into(),
            sections: vec![
                (
                    Section::Outcomes,
                    "Falls after dark went from nine to one.".into(),
                ),
                (Section::Risk, "  ".into()),
            ],
        },
        lang: "en".into(),
        topic: "renewal".into(),
        city: "Riverton".into(),
        country: String::new(),
        country_code: String::new(),
        region: String::new(),
    }
}

both! { MIGRATIONS;
    async fn what_goes_out_as_csv_comes_in_again_without_loss(kit) {
        let env = env(&kit);
        library(&env).await;
        let csv = page(&env, kapok_cases::routes(), "/cases.csv").await;
        let records = |text: &str| -> Vec<Vec<String>> {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
            reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
        };
        let (ours, theirs) = (records(&csv), records(&file("cases.csv")));
        // The columns stand in another order in the transcription; compare by head.
        let column = |table: &[Vec<String>], head: &str, row: usize| {
            let at = table[0].iter().position(|h| h == head).unwrap();
            table[row][at].clone()
        };
        assert_eq!((ours.len(), ours[0].len()), (68, 17));
        for row in 1..68 {
            for head in &theirs[0] {
                assert_eq!(column(&ours, head, row), column(&theirs, head, row), "row {row}, {head}");
            }
        }
        let mut files = report();
        files.put("cases.csv", &csv);
        assert_eq!(import_cases(&env, &Actor::System, &files).await.unwrap().changed, 0);
    }

    async fn an_import_is_one_act_and_the_same_again_is_none(kit) {
        let env = env(&kit);
        library(&env).await;
        let again = import_cases(&env, &staff(Role::Administrator), &report()).await.unwrap();
        assert_eq!((again.rows, again.changed), (67, 0));
        let mut conn = env.db.read().await.unwrap();
        assert_eq!(store::count(&mut conn).await.unwrap(), 67);
        let acts = log::page(&mut conn, vec![("kind", "case.imported".into())], 9).await.unwrap();
        assert_eq!(acts.len(), 1);
        assert_eq!(acts[0].text("rows").as_deref(), Some("67"));
    }

    async fn a_changed_case_keeps_its_address_and_its_old_words(kit) {
        let env = env(&kit);
        library(&env).await;
        let mut conn = env.db.read().await.unwrap();
        let old = store::by_key(&mut conn, "bari-res-novae").await.unwrap().unwrap();
        drop(conn);
        let files = report_with("cases.csv", "Technology project promoting urban energy saving.", "Smart grid and saving of energy.");
        assert_eq!(import_cases(&env, &Actor::System, &files).await.unwrap().changed, 1);
        let mut conn = env.db.read().await.unwrap();
        let new = store::by_key(&mut conn, "bari-res-novae").await.unwrap().unwrap();
        assert_eq!((new.id, new.number, new.version), (old.id, old.number, 2));
        drop(conn);
        let page = page(&env, kapok_cases::routes(), "/cases/bari-res-novae").await;
        assert!(page.contains("Smart grid") && page.contains("Technology project promoting"));
        assert_eq!(search(&env, "grid").await, ["bari-res-novae"]);
        assert!(!search(&env, "promoting urban energy").await.contains(&"bari-res-novae".to_owned()));
    }

    async fn a_search_finds_cases_in_four_languages(kit) {
        let env = env(&kit);
        library(&env).await;
        for (query, key, n) in [
            // Words of the case, accents and beginnings of words
            ("zebras", "la-paz-zebras", 1), ("Agueda", "agueda-joint-decisions", 1), ("Águeda", "agueda-joint-decisions", 1),
            ("youth budgeting", "boston-youth-lead-the-change", 1), ("firefig", "konya-volunteer-firefighting", 1),
            // Chinese: topic, city, country, two words together, one character
            ("垃圾", "wuhan-waste-dump", 7), ("广州", "guangzhou-elevators", 2), ("参与", "la-paz-zebras", 16),
            ("墨西哥", "merida-linear-park", 5), ("武汉 垃圾", "wuhan-waste-dump", 1), ("釜", "busan-pink-light", 1), ("亚洲 智慧", "", 0),
            // Spanish: topic, country, city
            ("residuos", "qalyubeya-waste", 7), ("Turquía", "istanbul-ismek", 8), ("estambul", "istanbul-ismek", 2),
            // Arabic: topic with and without the article, country, city
            ("النفايات", "tampere-circular-waste", 7), ("نفايات", "tampere-circular-waste", 7), ("مصر", "qalyubeya-waste", 1), ("إسطنبول", "istanbul-ismek", 2),
            // Other titles, and other names of topics
            ("DigiTel", "tel-aviv-resident-club", 1), ("Return of Plurality", "wuhan-waste-dump", 1), ("Citizen participation", "la-paz-zebras", 16),
            // Nothing there, and no words at all
            ("zeppelin", "", 0), ("!!!", "", 0), ("\" OR 1=1 --", "", 0),
        ] {
            let path = format!("/cases{}", kapok_web::url::query(&[("q", query)]));
            let page = page(&env, kapok_cases::routes(), &path).await;
            let all = format!("{n} case{}", if n == 1 { "" } else { "s" });
            assert!(page.contains(&format!("<span role=\"status\">{all}</span>")), "{query}");
            assert_eq!(keys(&page).len(), n, "{query}");
            assert!(key.is_empty() || keys(&page).contains(&key), "{query} does not find {key}");
        }
    }

    async fn a_new_alias_of_a_topic_is_found_at_once(kit) {
        let env = env(&kit);
        library(&env).await;
        assert!(search(&env, "Mitsprache").await.is_empty());
        let before = search(&env, "engagement").await;
        topics(&env, "Mitsprache").await;
        assert_eq!(search(&env, "Mitsprache").await.len(), 16);
        assert_eq!(search(&env, "engagement").await, before);
    }

    async fn facets_count_what_they_would_show(kit) {
        let env = env(&kit);
        library(&env).await;
        let all = page(&env, kapok_cases::routes(), "/cases").await;
        for option in [
            ">Asia (31)<", ">Europe (13)<", ">North America (11)<", ">Africa (6)<", ">South America (6)<", ">Resident engagement (16)<",
            ">Urban waste management (7)<", ">China (7)<", ">Winner (10)<", ">Shortlisted (3)<", ">Recommended by experts (1)<",
            ">2018 (5)<", ">Year not stated (", ">Named for comparison (1)<",
        ] {
            assert!(all.contains(option), "{option}");
        }
        assert!(!all.contains("Oceania ("), "a value without cases is no choice");
        let winners = page(&env, kapok_cases::routes(), "/cases?stage=winner&year=2016").await;
        assert_eq!(keys(&winners), ["songpa-solar-nanum", "qalyubeya-waste", "la-paz-zebras", "copenhagen-climate-neighbourhood", "boston-youth-lead-the-change"]);
        assert!(winners.contains(">2018 (5)<") && winners.contains(">2016 (5)<"), "a facet is counted without itself");
        assert!(winners.contains("value=\"winner\" selected>Winner (5)<"));
        let asia = page(&env, kapok_cases::routes(), "/cases?region=Asia&country=TR").await;
        assert!(asia.contains("value=\"TR\" selected>Turkey (8)<") && asia.contains(">China (7)<") && !asia.contains(">Egypt ("));
        let unknown = page(&env, kapok_cases::routes(), "/cases?topic=nonsense").await;
        assert!(unknown.contains("No case fits") && unknown.contains("nonsense (0)"));
    }

    async fn the_pager_shows_every_case_once_with_the_furthest_first(kit) {
        let env = env(&kit);
        library(&env).await;
        let mut path = "/cases".to_owned();
        let mut seen = Vec::new();
        loop {
            let page = page(&env, kapok_cases::routes(), &path).await;
            seen.extend(keys(&page).into_iter().map(str::to_owned));
            let Some(next) = page.split("rel=\"next\" href=\"").nth(1) else { break };
            path = next.split('"').next().unwrap().replace("&#38;", "&");
        }
        assert_eq!(seen.len(), 67);
        assert_eq!(seen.last().unwrap(), "onenyc-2015");
        let unique: std::collections::BTreeSet<_> = seen.iter().collect();
        assert_eq!(unique.len(), 67);
    }

    async fn a_case_shows_every_stage_with_its_source(kit) {
        let env = env(&kit);
        library(&env).await;
        let boston = page(&env, kapok_cases::routes(), "/cases/boston-youth-lead-the-change").await;
        let boston = main_of(&boston);
        let order: Vec<_> = ["shortlisted 2014", "Ch.III(III)1", "winner 2016"].iter().map(|w| boston.find(w).unwrap()).collect();
        assert!(order.is_sorted(), "oldest first");
        assert_eq!(boston.matches("href=\"http://www.guangzhouaward.org/a/653.html?lang=en\" rel=\"noopener noreferrer\"").count(), 3);
        assert!(boston.contains("concluded from the source"), "an inferred topic says so");
        let rio = page(&env, kapok_cases::routes(), "/cases/rio-operations-center").await;
        assert!(main_of(&rio).contains("the city, not this project"));
        assert!(main_of(&rio).contains("Took part"), "what a source says of the city is not said of the project");
        assert!(boston.contains("Boston, United States (2016). Youth Lead the Change"));
        assert!(boston.contains("@misc{boston-youth-lead-the-change,"));
        assert!(boston.contains("https://riverton.example/cases/boston-youth-lead-the-change"));
    }

    async fn up_to_three_cases_stand_side_by_side(kit) {
        let env = env(&kit);
        library(&env).await;
        let three = "/cases/compare?k=la-paz-zebras&k=milan-food-policy&k=kunming-haidong-wetlands&k=bari-res-novae";
        let text = page(&env, kapok_cases::routes(), three).await;
        assert_eq!(main_of(&text).matches("<th scope=\"col\">").count(), 3);
        assert!(text.contains("Only the first three") && !main_of(&text).contains("RES NOVAE"));
        assert!(text.contains("La Paz, Bolivia") && text.contains("concluded from very little"));
        for few in ["/cases/compare", "/cases/compare?k=la-paz-zebras", "/cases/compare?k=la-paz-zebras&k=nothing&k=la-paz-zebras"] {
            assert!(page(&env, kapok_cases::routes(), few).await.contains("at least two cases"), "{few}");
        }
    }

    async fn every_page_speaks_four_languages(kit) {
        let env = env(&kit);
        library(&env).await;
        make_from_matter(&env, &staff(Role::LeadOfficer), lights(1)).await.unwrap();
        for lang in LANGUAGES {
            for path in ["/cases?", "/cases/milan-food-policy?", "/cases/lights-on-the-river-path?", "/cases/compare?k=la-paz-zebras&k=lights-on-the-river-path&"] {
                let text = page(&env, kapok_cases::routes(), &format!("{path}lang={lang}")).await;
                assert!(text.contains("<h1"), "{path} {lang}");
            }
        }
        let zh = page(&env, kapok_cases::routes(), "/cases/guangzhou-elevators?lang=zh").await;
        for word in ["广州", "中国", "亚洲", "城市更新与基础设施建设"] {
            assert!(main_of(&zh).contains(word), "{word}");
        }
        let (status, _) = house::get(&env, kapok_cases::routes(), "/cases/none-such").await;
        assert_eq!(status, 404);
    }

    async fn a_matter_becomes_one_case_of_this_city(kit) {
        let env = env(&kit);
        library(&env).await;
        let lead = staff(Role::LeadOfficer);
        let made = make_from_matter(&env, &lead, lights(1)).await.unwrap();
        assert_eq!((made.key.as_str(), made.version), ("lights-on-the-river-path", 1));
        assert!(matches!(make_from_matter(&env, &lead, lights(1)).await, Err(ActError::NotNow("cases-already-made"))));
        let second = make_from_matter(&env, &lead, lights(2)).await.unwrap();
        assert_eq!(second.key, "lights-on-the-river-path-69", "a taken name gets the number of the case");
        let mut conn = env.db.read().await.unwrap();
        assert_eq!((store::count(&mut conn).await.unwrap(), store::shared_count(&mut conn).await.unwrap()), (69, 2));
        let entry = store::by_matter(&mut conn, MatterId([1; 16])).await.unwrap().unwrap();
        assert_eq!((entry.origin.as_str(), entry.stage.as_str(), entry.year), ("matter", "shared", Some(2026)));
        let acts = log::of_matter(&mut conn, MatterId([1; 16]), 9).await.unwrap();
        assert_eq!((acts.len(), acts[0].kind.as_str(), acts[0].text("version")), (1, "case.made", Some("1".into())));
        assert!(!acts[0].detail.contains("lamps"), "an act holds no words of the case");
        drop(conn);
        let list = page(&env, kapok_cases::routes(), "/cases?stage=shared").await;
        assert!(list.contains("From this city") && list.contains("Shared by this city (2)"));
        assert_eq!(search(&env, "lamps").await.len(), 2);
        assert_eq!(search(&env, "nine to one").await.len(), 2, "parts of the write-up are searched too");
        let one = page(&env, kapok_cases::routes(), "/cases/lights-on-the-river-path").await;
        assert!(one.contains("/m/01010101010101010101010101010101") && one.contains("Falls after dark") && !one.contains("<h2>Risks"));
    }

    async fn who_may_not_share_or_leaves_words_out_makes_no_case(kit) {
        let env = env(&kit);
        for role in [Role::Officer, Role::Auditor, Role::Administrator, Role::Moderator] {
            assert!(matches!(make_from_matter(&env, &staff(role), lights(1)).await, Err(ActError::Forbidden)));
        }
        let mut bad = lights(1);
        bad.text = NewText { title: " ".into(), summary: "x".repeat(2001), sections: vec![(Section::Lessons, "y".repeat(20_001))] };
        bad.topic = "astrology".into();
        let Err(ActError::Fields(fields)) = make_from_matter(&env, &staff(Role::LeadOfficer), bad).await else { panic!("it was taken") };
        assert_eq!(fields.get("title"), Some("form-missing"));
        assert_eq!(fields.get("summary"), Some("form-too-long"));
        assert_eq!(fields.get("lessons"), Some("form-too-long"));
        assert_eq!(fields.get("topic"), Some("form-unknown"));
        assert_eq!(store::count(&mut env.db.read().await.unwrap()).await.unwrap(), 0);
    }

    async fn a_revision_keeps_the_old_words_and_loses_no_other_revision(kit) {
        let env = env(&kit);
        let lead = staff(Role::LeadOfficer);
        make_from_matter(&env, &lead, lights(1)).await.unwrap();
        let text = |summary: &str| NewText { title: "Lamps by the river".into(), summary: summary.into(), sections: vec![] };
        let key = "lights-on-the-river-path";
        let made = revise(&env, &lead, key, 1, text("Eight lamps, and two more at the bridge."), "Two more lamps").await.unwrap();
        assert_eq!((made.key.as_str(), made.version), (key, 2));
        assert!(matches!(revise(&env, &lead, key, 1, text("Late."), "Why not").await, Err(ActError::Stale)));
        assert!(matches!(revise(&env, &lead, key, 2, text("No reason."), " ").await, Err(ActError::Fields(_))));
        assert!(matches!(revise(&env, &lead, "none", 1, text("x"), "y").await, Err(ActError::NotFound)));
        let page = page(&env, kapok_cases::routes(), "/cases/lights-on-the-river-path").await;
        assert!(page.contains("Version 1, 2 March 2026") && page.contains("got eight lamps"));
        assert_eq!(search(&env, "bridge lamps").await, [key]);
        assert!(search(&env, "Eastgate").await.is_empty());
        // An export that holds the case does not bring the old words back.
        let csv = house::page(&env, kapok_cases::routes(), "/cases.csv").await.replace("Lamps by", "Lights by").replace(",,matter", ",XX,matter");
        assert!(csv.contains("Lights by the river"));
    }

    async fn a_file_with_a_fault_is_refused_with_its_place(kit) {
        let env = env(&kit);
        topics(&env, "Citizen participation").await;
        for (from, to, row, column) in [
            ("KR,Asia,energy,Energy saving", "KR,Asia,energie,Energy saving", 2, "topic_id"),
            ("KR,Asia,energy,Energy saving and", "KR,Asia,energy,Saving and", 2, "topic"),
            ("EG,Africa", "EG,Afrika", 3, "region"),
            ("EG,Africa", "EGY,Africa", 3, "iso3166"),
            ("inferred,2016,winner", "inferred,,winner", 4, "session_year"),
            ("inferred,2016,winner", "guessed,2016,winner", 4, "topic_basis"),
            ("winner 2016; online popular city 2016", "crowned 2016", 4, "external_stage"),
            ("winner 2016,http://www.guangzhouaward.org/a/489.html?lang=en", "winner 2016,", 3, "external_source"),
            ("winner 2016,http://www", "winner 2016,javascript://www", 3, "external_source"),
            ("qalyubeya-waste,", "Qalyubeya Waste,", 3, "id"),
            ("qalyubeya-waste,", "songpa-solar-nanum,", 3, "id"),
        ] {
            let error = import_cases(&env, &Actor::System, &report_with("cases.csv", from, to)).await.unwrap_err();
            match &error {
                ImportError::Value { file, row: r, column: c, .. } => assert_eq!((file.as_str(), *r, c.as_str()), ("cases.csv", row, column), "{error}"),
                other => panic!("{other}"),
            }
        }
        assert_eq!(store::count(&mut env.db.read().await.unwrap()).await.unwrap(), 0);
        let error = import_cases(&env, &Actor::Resident, &Files::default()).await.unwrap_err();
        assert!(matches!(error, ImportError::Act(ActError::Forbidden)));
    }

    async fn two_topics_cannot_share_an_alias_or_a_place(kit) {
        let env = env(&kit);
        let topic = |id: &str, position: i64, alias: &str| Topic { id: id.into(), position, name: id.into(), description: String::new(), aliases: vec![alias.into()] };
        for pair in [[topic("a", 1, "x"), topic("b", 1, "y")], [topic("a", 1, "x"), topic("b", 2, "x")]] {
            let mut tx = env.db.change().await.unwrap();
            assert!(matches!(put_topics_in(&mut tx, &pair).await, Err(StoreError::Duplicate(_))));
        }
    }

    async fn every_statement_runs_here(kit) {
        // Every combination of conditions of every list is accepted by the database.
        for list in kapok_cases::SCHEMA.lists {
            assert_eq!(list.variants(kit.db.dialect()).len(), 256, "{}", list.name());
        }
        let env = env(&kit);
        library(&env).await;
        let all = "/cases?q=waste&topic=waste&region=Asia&country=CN&year=2018&stage=winner&after=9999999999999";
        assert_eq!(keys(&page(&env, kapok_cases::routes(), all).await), ["wuhan-waste-dump"]);
        assert!(page(&env, kapok_cases::routes(), "/cases?year=none&q=cafes").await.contains("korea-disabled-cafes"));
    }
}

fn fact(stage: Stage, of_project: bool, year: Option<i64>) -> StageFact {
    StageFact {
        stage,
        of_project,
        year,
        words: String::new(),
        source: String::new(),
        url: String::new(),
    }
}

#[test]
fn the_furthest_stage_is_computed_from_what_sources_say_of_the_project() {
    use Stage::*;
    for (facts, expected) in [
        (
            vec![
                fact(Participating, true, None),
                fact(Shortlisted, true, Some(2016)),
            ],
            (Shortlisted, Some(2016)),
        ),
        (
            vec![
                fact(Winner, true, Some(2016)),
                fact(Shortlisted, true, Some(2014)),
            ],
            (Winner, Some(2016)),
        ),
        (
            vec![fact(Participating, true, None), fact(Winner, false, Some(2014))],
            (Participating, None),
        ),
        (
            vec![
                fact(Participating, true, None),
                fact(SpecialMention, true, Some(2016)),
            ],
            (Participating, Some(2016)),
        ),
        (vec![], (Participating, None)),
    ] {
        assert_eq!(furthest(&facts), expected, "{facts:?}");
    }
}

#[test]
fn what_another_source_says_is_read_part_by_part() {
    let read = |words: &str| -> Vec<(Stage, bool, Option<i64>)> {
        StageFact::parse_all(words, "https://a")
            .unwrap()
            .into_iter()
            .map(|f| (f.stage, f.of_project, f.year))
            .collect()
    };
    assert_eq!(
        read("shortlisted 2014; winner 2016"),
        [
            (Stage::Shortlisted, true, Some(2014)),
            (Stage::Winner, true, Some(2016))
        ]
    );
    assert_eq!(
        read("expert-recommended (45) 2016"),
        [(Stage::Recommended, true, Some(2016))]
    );
    assert_eq!(
        read("city won 2014 (project match not verified)"),
        [(Stage::Winner, false, Some(2014))]
    );
    assert_eq!(
        read("winner 2016; online popular city 2016")[1],
        (Stage::PopularCity, true, Some(2016))
    );
    assert_eq!(StageFact::parse_all("winner", ""), Err("winner".into()));
    assert!(read("").is_empty());
}

#[test]
fn a_title_becomes_an_address() {
    for (title, slug) in [
        ("Lights on the river path", "lights-on-the-river-path"),
        ("Águeda: ¿qué?", "agueda-que"),
        ("广州", ""),
        ("--", ""),
    ] {
        assert_eq!(model::slug(title), slug);
    }
    assert!(model::slug(&"long ".repeat(40)).len() <= 60);
}

#[test]
fn every_city_and_country_of_the_library_has_its_names() {
    let text = file("cases.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let at = |head: &str| heads.iter().position(|h| h == head).unwrap();
    for row in reader.records().map(Result::unwrap) {
        let (city, country, code) = (&row[at("city")], &row[at("country")], &row[at("iso3166")]);
        for lang in [kapok_i18n::Lang::Zh, kapok_i18n::Lang::Ar] {
            let t = kapok_i18n::T(lang);
            assert!(
                city.is_empty() || kapok_cases::city_name(t, city, code) != city,
                "{city}"
            );
            assert_ne!(kapok_cases::country_name(t, code, country), country);
        }
    }
}
