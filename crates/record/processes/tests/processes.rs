//! The ladder and the catalogue of channels, on both databases.
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

mod house;

use std::sync::LazyLock;

use house::{env, main_of, page, report, report_with, staff};
use kapok_acts::{ActError, Actor, Role, log};
use kapok_processes::actions::{import_channels, import_ladder};
use kapok_processes::{Files, ImportError, Lasting, Sheet, store};
use kapok_store::Migration;
use kapok_testkit::both;

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [
        kapok_store::SCHEMA.migrations,
        kapok_acts::tree::SCHEMA.migrations,
        kapok_processes::SCHEMA.migrations,
    ]
    .concat()
});

/// File, row, column.
fn place(error: &ImportError) -> (&str, u64, &str) {
    match error {
        ImportError::Value {
            file, row, column, ..
        } => (file, *row, column),
        other => panic!("{other}"),
    }
}

both! { MIGRATIONS;
    async fn eight_rungs_and_fifty_seven_channels_come_in_once_with_one_act_each(kit) {
        let env = env(&kit);
        let admin = staff(Role::Administrator);
        for expected in [(8, 57), (0, 0)] {
            let ladder = import_ladder(&env, &admin, &report()).await.unwrap();
            let channels = import_channels(&env, &admin, &report()).await.unwrap();
            assert_eq!((ladder.rows, channels.rows), (8, 57));
            assert_eq!((ladder.changed, channels.changed), expected);
        }
        let mut conn = env.db.read().await.unwrap();
        let rungs = store::rungs(&mut conn).await.unwrap();
        let names: Vec<&str> = rungs.iter().map(|r| r.id.as_str()).collect();
        assert_eq!(names, ["manipulation", "therapy", "informing", "consultation", "placation", "partnership", "delegated", "control"]);
        let channels = store::channels(&mut conn).await.unwrap();
        let count = |class: &str| channels.iter().filter(|c| c.class == class).count();
        assert_eq!((count("formal"), count("informal"), count("case-type")), (18, 18, 21));
        assert_eq!(log::count(&mut conn).await.unwrap(), 2);
    }

    async fn one_changed_row_is_one_change(kit) {
        let env = env(&kit);
        import_channels(&env, &Actor::System, &report()).await.unwrap();
        let changed = report_with("channels.csv", "Writing to the mayor.", "Writing to the mayor by post.");
        assert_eq!(import_channels(&env, &Actor::System, &changed).await.unwrap().changed, 1);
    }

    async fn only_those_who_may_import_import(kit) {
        let env = env(&kit);
        for actor in [Actor::Resident, staff(Role::MayorsOffice), staff(Role::Auditor)] {
            let error = import_ladder(&env, &actor, &report()).await.unwrap_err();
            assert!(matches!(error, ImportError::Act(ActError::Forbidden)));
        }
    }

    async fn an_error_names_file_row_column_and_cure_and_keeps_nothing(kit) {
        let env = env(&kit);
        for (from, to, row, column) in [
            ("rep-meetings,Representative meetings,formal", "rep-meetings,Representative meetings,solemn", 2, "class"),
            ("hearings,Public hearings,formal,official", "hearings,Public hearings,formal,secret", 4, "path"),
            ("councils,Councils", "councils,", 5, "channel"),
            ("radio,Radio", "newspapers,Radio", 15, "id"),
            ("public-committee,Public committee,case-type,,temporary", "public-committee,Public committee,case-type,,forever", 38, "table_2_1"),
        ] {
            let files = report_with("channels.csv", from, to);
            let error = import_channels(&env, &Actor::System, &files).await.unwrap_err();
            assert_eq!(place(&error), ("channels.csv", row, column));
            assert!(error.to_string().ends_with('.'), "{error}");
        }
        let dated = |row: &str| {
            let mut files = report();
            files.put("channel_dates.csv", &format!("id,began,ends,source\n{row}\n"));
            files
        };
        let error = import_channels(&env, &Actor::System, &dated("festivals,soon,,a book")).await.unwrap_err();
        assert_eq!(place(&error), ("channel_dates.csv", 2, "began"));
        let error = import_channels(&env, &Actor::System, &dated("smoke-signals,1999,,a book")).await.unwrap_err();
        assert!(error.to_string().contains("smoke-signals"), "{error}");
        let empty = import_channels(&env, &Actor::System, &Files::default()).await.unwrap_err();
        assert!(matches!(empty, ImportError::File { .. }));
        assert!(store::channels(&mut env.db.read().await.unwrap()).await.unwrap().is_empty());
    }

    async fn both_pages_speak_four_languages(kit) {
        let env = env(&kit);
        assert!(page(&env, kapok_processes::routes(), "/about/ladder").await.contains("Nothing has been imported"));
        import_ladder(&env, &Actor::System, &report()).await.unwrap();
        import_channels(&env, &Actor::System, &report()).await.unwrap();
        for (lang, rung, channel, open) in [
            ("en", "Citizen control", "Public hearings", "57 channels, of which"),
            ("zh", "公民自主", "听证会", "共 57 种渠道"),
            ("es", "Control ciudadano", "Audiencias públicas", "57 canales"),
            ("ar", "سيطرة المواطنين", "جلسات الاستماع العامة", "عدد القنوات"),
        ] {
            let ladder = page(&env, kapok_processes::routes(), &format!("/about/ladder?lang={lang}")).await;
            assert!(main_of(&ladder).contains(rung), "{lang}");
            let channels = page(&env, kapok_processes::routes(), &format!("/about/channels?lang={lang}")).await;
            assert!(main_of(&channels).contains(channel) && main_of(&channels).contains(open), "{lang}");
        }
    }
}

#[test]
fn how_long_a_channel_lasts_follows_from_its_dates_alone() {
    for (began, ends, lasting) in [
        ("2013", "", Lasting::Permanent),
        ("2013-05-01", "", Lasting::Permanent),
        ("2013", "2015", Lasting::Temporary),
        ("", "2026-12-31", Lasting::Temporary),
        ("", "", Lasting::Unknown),
        ("once", "", Lasting::Unknown),
    ] {
        assert_eq!(Lasting::of(began, ends), lasting, "{began} {ends}");
    }
}

#[test]
fn a_sheet_says_what_is_wrong_with_it() {
    let columns = ["id", "n"];
    let missing = Sheet::parse("a.csv", "id\n1\n", &columns).unwrap_err();
    assert_eq!(
        missing.to_string(),
        "a.csv has no column \"n\". Write the heads in its first row: id, n."
    );
    let short = Sheet::parse("a.csv", "id,n\n1\n", &columns).unwrap_err();
    assert_eq!(place(&short), ("a.csv", 2, ""));
    let sheet = Sheet::parse("a.csv", "\u{feff}id,n\n a ,-1\nb,1234\nc,\n", &columns).unwrap();
    let lines: Vec<_> = sheet.lines().collect();
    assert_eq!(lines[0].get("id"), "a");
    assert_eq!(place(&lines[0].count("n").unwrap_err()), ("a.csv", 2, "n"));
    assert_eq!(place(&lines[1].year("n").unwrap_err()), ("a.csv", 3, "n"));
    assert_eq!(lines[2].count("n").unwrap(), None);
}
