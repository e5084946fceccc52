//! The import as a whole.

use kapok_acts::{ActError, Actor, Role, log};
use kapok_processes::ImportError;
use kapok_programmes::{import_report_files, store};
use kapok_testkit::both;

use crate::house::{self, env, report, report_with, staff};
use crate::{MIGRATIONS, csv, imported};

both! { MIGRATIONS;
    async fn every_file_is_one_act_and_the_same_again_is_none(kit) {
        let env = env(&kit);
        let first = import_report_files(&env, &staff(Role::Administrator), &report()).await.unwrap();
        let names: Vec<(&str, usize)> = first.files.iter().map(|f| (f.file.as_str(), f.rows)).collect();
        assert_eq!(names, [
            ("ladder.csv", 8), ("channels.csv", 57), ("topics.csv", 12), ("cases.csv", 67), ("sessions.csv", 4), ("workshops.csv", 3),
            ("questionnaire.csv", 21), ("discrepancies.csv", 12),
        ]);
        assert_eq!(first.rows(), 184);
        let again = kapok_programmes::import_report(&env, &staff(Role::Administrator), &house::folder()).await.unwrap();
        assert_eq!((again.rows(), again.changed()), (184, 0));
        let mut conn = env.db.read().await.unwrap();
        let acts = log::page(&mut conn, vec![], 99).await.unwrap();
        assert_eq!(acts.len(), 8);
        assert!(acts.iter().all(log::Entry::intact));
        let files: Vec<_> = acts.iter().rev().filter_map(|a| a.text("file")).collect();
        assert_eq!(files[3], "cases.csv");
    }

    async fn a_changed_file_is_one_act_more(kit) {
        let env = imported(&kit).await;
        let files = report_with("workshops.csv", "Jambi (quoted vice mayor)", "Jambi");
        assert_eq!(import_report_files(&env, &Actor::System, &files).await.unwrap().changed(), 1);
        assert_eq!(log::count(&mut env.db.read().await.unwrap()).await.unwrap(), 9);
    }

    async fn only_those_who_may_import_import(kit) {
        let env = env(&kit);
        let refused = import_report_files(&env, &staff(Role::MayorsOffice), &report()).await.unwrap_err();
        assert!(matches!(refused, ImportError::Act(ActError::Forbidden)));
        assert!(store::sessions(&mut env.db.read().await.unwrap()).await.unwrap().is_empty());
    }

    async fn what_does_not_fit_is_refused_with_file_row_column_and_cure(kit) {
        let env = env(&kit);
        for (name, from, to, row, column) in [
            ("sessions.csv", ",301,171", ",302,171", 4, "submissions"),
            ("sessions.csv", ",146,15,51", ",,15,51", 4, "asia"),
            ("sessions.csv", ",146,15,51", ",many,15,51", 4, "asia"),
            ("sessions.csv", ",45,15,4,", ",15,45,4,", 4, "shortlist"),
            ("sessions.csv", ",45,15,4,songpa", ",45,15,3,songpa", 4, "winners_in_report"),
            ("sessions.csv", "4,2018,273", "4,2016,273", 5, "year"),
            ("sessions.csv", "4,2018,273", "4,18,273", 5, "year"),
            ("topics.csv", "|Smart cities,43", "|Smart cities,44", 1, "count_2016_2018"),
            ("workshops.csv", "w2017,2,2017", "w2017,2,2015", 3, "year"),
            ("workshops.csv", ",20,,11", ",20,40,11", 3, "participants_at_least"),
            ("questionnaire.csv", "Very satisfied,82", "Very satisfied,820", 2, "percent"),
            ("discrepancies.csv", "winners-2016,Winners of the 2016 session", "winners-2016,", 2, "what"),
        ] {
            let files = report_with(name, from, to);
            let error = import_report_files(&env, &Actor::System, &files).await.unwrap_err();
            match &error {
                ImportError::Value { file, row: r, column: c, what, cure } => {
                    assert_eq!((file.as_str(), *r, c.as_str()), (name, row, column), "{error}");
                    assert!(what.ends_with('.') && cure.ends_with('.'), "{error}");
                }
                other => panic!("{name} {from}: {other}"),
            }
        }
        assert_eq!(log::count(&mut env.db.read().await.unwrap()).await.unwrap(), 0, "all is read before anything is written");
    }

    async fn a_winner_that_no_case_is_is_refused(kit) {
        let env = env(&kit);
        let files = report_with("sessions.csv", "songpa-solar-nanum|", "bari-res-novae|");
        let error = import_report_files(&env, &Actor::System, &files).await.unwrap_err().to_string();
        assert!(error.contains("sessions.csv, row 4, column \"winner_case_ids\"") && error.contains("bari-res-novae"), "{error}");
    }

    async fn an_empty_folder_says_which_file_is_missing(kit) {
        let env = env(&kit);
        let error = import_report_files(&env, &Actor::System, &kapok_processes::Files::default()).await.unwrap_err();
        assert_eq!(error.to_string(), "sessions.csv cannot be read (it is not there). Put the file into the folder, or name another folder.");
        let nowhere = std::env::temp_dir().join("kapok-no-such-folder");
        assert!(matches!(kapok_programmes::import_report(&env, &Actor::System, &nowhere).await, Err(ImportError::File { .. })));
    }

    async fn a_table_as_csv_reads_back_as_it_was(kit) {
        let env = imported(&kit).await;
        for lang in kapok_i18n::Lang::ALL {
            for name in ["sessions", "cases-by-region", "cases-by-topic", "winners-by-topic", "workshops", "satisfaction"] {
                let lines = csv(&env, lang, name).await;
                let text = lines.join("\r\n");
                let table = crate::statistic(&env, lang, name).await.table;
                let mut reader = ::csv::Reader::from_reader(text.as_bytes());
                assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), table.columns, "{name}");
                let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
                assert_eq!(rows.len(), table.rows.len());
                for (row, cells) in rows.iter().zip(&table.rows) {
                    for (value, cell) in row.iter().zip(&cells.cells) {
                        match cell {
                            kapok_stats::Cell::Count(kapok_stats::Known::Known(n)) => assert_eq!(value, n.to_string()),
                            kapok_stats::Cell::Percent(kapok_stats::Known::Known(p)) => assert_eq!(value.parse::<f64>().unwrap(), *p),
                            kapok_stats::Cell::Change(n) => assert_eq!(value, n.to_string()),
                            kapok_stats::Cell::ChangePercent(kapok_stats::Known::Known(p)) => assert_eq!(value.parse::<f64>().unwrap(), *p),
                            kapok_stats::Cell::AtLeast(n) => assert_eq!(value, kapok_i18n::T(lang).base_at_least(&n.to_string())),
                            kapok_stats::Cell::Text(text) => assert_eq!(value, text),
                            _ => assert_eq!(value, kapok_i18n::T(lang).base_unknown(), "never 0"),
                        }
                    }
                }
            }
        }
    }
}
