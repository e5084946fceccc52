//! The report says twelve things in two ways (`discrepancies.csv`). One test for each: Kapok cannot show both.

use kapok_acts::Actor;
use kapok_i18n::{Lang, T};
use kapok_programmes::{import_report_files, store};
use kapok_testkit::both;

use crate::house::{LANGUAGES, env, main_of, report_with};
use crate::statistics::plain;
use crate::{MIGRATIONS, csv, data, imported, page, statistic};

both! { MIGRATIONS;
    async fn winners_2016_every_list_is_computed_from_the_same_facts(kit) {
        let env = imported(&kit).await;
        let winners = data(&env).await.winners;
        let of_2016 = winners.iter().filter(|w| w.year == Some(2016)).count();
        assert_eq!(of_2016, 5);
        let boston = winners.iter().find(|w| w.key == "boston-youth-lead-the-change").unwrap();
        assert_eq!(boston.sources, ["Table 2-1 permanent, Ch.III(III)1", "http://www.guangzhouaward.org/a/653.html?lang=en"]);
        // The table of sessions, Fig 1-1 and the library agree, for there is nothing else to count.
        assert!(csv(&env, Lang::En, "sessions").await[3].ends_with(",5"));
        assert!(csv(&env, Lang::En, "winners-by-topic").await.last().unwrap().starts_with("Total (computed),5,"));
        let library = page(&env, "/cases?stage=winner&year=2016").await;
        assert!(library.contains(">5 cases<"));
        // Take the fact away, and every list loses Boston at once.
        let files = report_with("cases.csv", "inferred,2016,winner,case,\"Young people", "inferred,2016,shortlisted,case,\"Young people");
        let mut files = files;
        let text = crate::house::file("cases.csv")
            .replace("inferred,2016,winner,case,\"Young people", "inferred,2016,shortlisted,case,\"Young people")
            .replace("shortlisted 2014; winner 2016", "shortlisted 2014");
        files.put("cases.csv", &text);
        import_report_files(&env, &Actor::System, &files).await.unwrap();
        assert!(csv(&env, Lang::En, "sessions").await[3].ends_with(",4"));
        assert!(csv(&env, Lang::En, "winners-by-topic").await.last().unwrap().starts_with("Total (computed),4,"));
        assert!(page(&env, "/cases?stage=winner&year=2016").await.contains(">4 cases<"));
    }

    async fn cases_total_is_computed_and_never_typed(kit) {
        let env = imported(&kit).await;
        let found = statistic(&env, Lang::En, "sessions").await;
        assert_eq!(found.table.n, kapok_stats::Known::Known(981));
        assert!(plain(&found.sentences[0]).contains("981 = 201 + 206 + 301 + 273"));
        for path in ["/statistics", "/statistics/sessions", "/cases"] {
            let text = page(&env, path).await;
            assert!(!text.contains("1,000") && !text.contains("nearly"), "{path}");
        }
        // One entry less in 2012, and the total follows.
        let files = report_with("sessions.csv", "2012,201", "2012,200");
        import_report_files(&env, &Actor::System, &files).await.unwrap();
        assert!(plain(&statistic(&env, Lang::En, "sessions").await.sentences[0]).contains("980 = 200"));
    }

    async fn workshop_2015_has_one_number_of_participants(kit) {
        let env = imported(&kit).await;
        let found = csv(&env, Lang::En, "workshops").await;
        assert_eq!(found.iter().filter(|line| line.starts_with("2015")).count(), 1);
        assert_eq!(found[1], "2015,14,12,22");
        // A second row for 2015 with the other number is refused.
        let row = "w2015b,4,2015,Changing Cities and Urban Innovation Leadership,20,,14,12,,Ch.I(II),";
        let mut files = crate::house::report();
        files.put("workshops.csv", &format!("{}{row}\n", crate::house::file("workshops.csv")));
        let error = import_report_files(&env, &Actor::System, &files).await.unwrap_err().to_string();
        assert!(error.contains("workshops.csv, row 5, column \"year\""), "{error}");
    }

    async fn table_1_1_says_that_it_counts_cases(kit) {
        let env = imported(&kit).await;
        let found = statistic(&env, Lang::En, "cases-by-region").await;
        assert_eq!((found.table.unit.as_str(), found.table.n), ("cases", kapok_stats::Known::Known(574)));
        assert_eq!(plain(found.table.note.as_deref().unwrap()), "Counted are cases, not cities: 171 cities in 2016 and 193 cities in 2018. The rows lead to the cases of the region that the library holds; they are fewer.");
        // A row of cities (171) cannot pass for the row of cases: it does not add up to the entries.
        let files = report_with("sessions.csv", ",146,15,51,30,56,3,", ",71,10,40,20,28,2,");
        let error = import_report_files(&env, &Actor::System, &files).await.unwrap_err().to_string();
        assert!(error.contains("add up to 171") && error.contains("Regions count entries, not cities"), "{error}");
    }

    async fn region_trends_are_generated_and_name_their_base_year(kit) {
        let env = imported(&kit).await;
        let said: Vec<String> = statistic(&env, Lang::En, "cases-by-region").await.sentences.iter().map(|s| plain(s)).collect();
        assert_eq!(said, [
            "Compared with 2016: more cases from Africa and Europe; fewer from Asia, North America and South America; the same from Oceania.",
            "Asia: 121 in 2018, 25 fewer than in 2016 (−17.1%)",
            "Africa: 16 in 2018, 1 more than in 2016 (+6.7%)",
            "Europe: 63 in 2018, 12 more than in 2016 (+23.5%)",
            "North America: 29 in 2018, 1 fewer than in 2016 (−3.3%)",
            "South America: 41 in 2018, 15 fewer than in 2016 (−26.8%)",
            "Oceania: 3 in 2018, the same as in 2016",
            "The regions of 2012 and 2014 are unknown.",
        ]);
        // Other numbers, other sentence: nobody types it.
        let files = report_with("sessions.csv", ",273,193,66,121,16,", ",303,193,66,151,16,");
        let mut files = files;
        files.put("topics.csv", &crate::house::file("topics.csv").replace("|Smart cities,43", "|Smart cities,73"));
        import_report_files(&env, &Actor::System, &files).await.unwrap();
        let said = statistic(&env, Lang::En, "cases-by-region").await.sentences;
        assert_eq!(plain(&said[1]), "Asia: 151 in 2018, 5 more than in 2016 (+3.4%)");
    }

    async fn workshop_2019_has_one_theme(kit) {
        let env = imported(&kit).await;
        let mut conn = env.db.read().await.unwrap();
        let themes: Vec<String> = store::workshops(&mut conn).await.unwrap().into_iter().map(|w| w.theme).collect();
        drop(conn);
        assert_eq!(themes[2], "Urban Renewal and New Urban Vitality");
        for lang in LANGUAGES {
            let text = page(&env, &format!("/statistics/workshops?lang={lang}")).await;
            assert_eq!(text.matches("Urban Renewal and").count(), 1, "{lang}");
        }
    }

    async fn wuhan_has_one_title_and_the_others_are_aliases(kit) {
        let env = imported(&kit).await;
        let case = page(&env, "/cases/wuhan-waste-dump").await;
        assert_eq!(case.matches("<h1").count(), 1);
        assert!(case.contains(">The Rebirth of Urban Waste Dump</h1>"));
        let also = &case[case.find("Also called").unwrap()..];
        for alias in ["Ecological Restoration Bridging the Social Gaps", "Ecological Treatment and Return of Plurality"] {
            assert!(also.contains(alias), "{alias}");
            let path = format!("/cases{}", kapok_web::url::query(&[("q", alias)]));
            let found = page(&env, &path).await;
            assert!(main_of(&found).contains("The Rebirth of Urban Waste Dump") && found.contains(">1 case<"));
            assert!(!main_of(&found).contains(&format!(">{alias}<")), "a list shows the title only");
        }
    }

    async fn topic_5_has_one_name_and_the_other_finds_it(kit) {
        let env = imported(&kit).await;
        for path in ["/cases", "/cases?topic=engagement", "/cases/la-paz-zebras", "/statistics/cases-by-topic", "/statistics/winners-by-topic"] {
            let text = page(&env, path).await;
            assert!(main_of(&text).contains("Resident engagement"), "{path}");
            assert!(!main_of(&text).contains("Citizen participation<"), "{path}");
        }
        assert!(page(&env, "/cases?q=Citizen%20participation").await.contains(">16 cases<"));
        // A case that names a topic by a word that is none of its names is refused.
        let files = report_with("cases.csv", "engagement,Resident engagement", "engagement,Citizen power");
        let error = import_report_files(&env, &Actor::System, &files).await.unwrap_err().to_string();
        assert!(error.contains("cases.csv, row 4, column \"topic\""), "{error}");
        // By its other name it is the same topic.
        let files = report_with("cases.csv", "engagement,Resident engagement", "engagement,Citizen participation");
        assert_eq!(import_report_files(&env, &Actor::System, &files).await.unwrap().changed(), 0);
    }

    async fn topics_9_and_10_have_stable_ids_and_one_order(kit) {
        let env = imported(&kit).await;
        for name in ["cases-by-topic", "winners-by-topic"] {
            let lines = csv(&env, Lang::En, name).await;
            let at = |label: &str| lines.iter().position(|l| l.starts_with(label)).unwrap();
            assert_eq!((at("Urban economic development"), at("Urban renewal")), (9, 10), "{name}");
        }
        // The rows in another order, the same places: nothing changes. The same place twice: refused.
        let text = crate::house::file("topics.csv");
        let mut lines: Vec<&str> = text.lines().collect();
        lines.swap(9, 10);
        let mut files = crate::house::report();
        files.put("topics.csv", &(lines.join("\n") + "\n"));
        assert_eq!(import_report_files(&env, &Actor::System, &files).await.unwrap().changed(), 0);
        let files = report_with("topics.csv", "renewal,10,", "renewal,9,");
        let error = import_report_files(&env, &Actor::System, &files).await.unwrap_err().to_string();
        assert!(error.contains("topics.csv") && error.contains("same place"), "{error}");
    }

    async fn the_tel_aviv_club_lasts_as_its_dates_say(kit) {
        let env = imported(&kit).await;
        let text = page(&env, "/about/channels").await;
        let row = |id: &str| {
            let from = text.find(&format!("id=\"{id}\"")).unwrap();
            text[from..].split("</li>").next().unwrap().to_owned()
        };
        assert!(row("resident-club").contains("permanent") && !row("resident-club").contains("temporary"));
        // Printed under the same column, but without dates: nothing is said of how long it lasts, least of all what was typed.
        assert!(!row("festivals").contains("Lasts") && !row("festivals").contains("temporary"));
        let mut files = crate::house::report();
        files.put("channel_dates.csv", "id,began,ends,source\nresident-club,2013,2020-12-31,The city\n");
        import_report_files(&env, &Actor::System, &files).await.unwrap();
        assert!(page(&env, "/about/channels").await.contains("temporary"));
    }

    async fn no_city_can_be_called_a_capital(kit) {
        let env = imported(&kit).await;
        let text = page(&env, "/cases/dar-es-salaam-plastic").await;
        let facts = &text[text.find("<dl class=\"facts\">").unwrap()..];
        let facts = &facts[..facts.find("</dl>").unwrap()];
        assert!(facts.contains("<dd>Dar es Salaam</dd>") && facts.contains("<dd>Tanzania</dd>"));
        assert!(!facts.to_lowercase().contains("capital"));
        // The only place where the word stands is the remark, which says that the report is wrong.
        assert_eq!(text.matches("capital").count(), text.matches("the capital is Dodoma").count() + 1);
    }

    async fn every_label_of_a_chart_is_in_the_readers_language(kit) {
        let env = imported(&kit).await;
        let chinese = |text: &str| text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
        for lang in Lang::ALL {
            let t = T(lang);
            for name in ["winners-by-topic", "cases-by-topic", "cases-by-region", "sessions", "satisfaction", "gov-role", "resident-importance"] {
                let found = statistic(&env, lang, name).await;
                assert_eq!(chinese(&found.svg) > 0, lang == Lang::Zh, "{name} in {lang:?}");
                if lang != Lang::En {
                    let english = statistic(&env, Lang::En, name).await;
                    let same: Vec<_> = found.table.columns.iter().filter(|head| english.table.columns.contains(head)).collect();
                    assert!(same.is_empty(), "{name} in {lang:?} has untranslated heads: {same:?}");
                    for (row, of) in found.table.rows.iter().zip(&english.table.rows) {
                        let number = matches!(&of.cells[0], kapok_stats::Cell::Text(label) if label.parse::<i64>().is_ok());
                        let name_in_both = matches!(&of.cells[0], kapok_stats::Cell::Text(label) if label == "Asia" && lang == Lang::Es);
                        assert!(number || name_in_both || row.cells[0] != of.cells[0], "{name} in {lang:?}: {:?}", row.cells[0]);
                    }
                }
            }
            let drawn = statistic(&env, lang, "cases-by-topic").await.svg;
            assert!(drawn.contains(t.topic("waste").split(' ').next().unwrap()));
        }
    }

    async fn all_twelve_are_on_a_page_of_their_own(kit) {
        let env = env(&kit);
        import_report_files(&env, &Actor::System, &crate::house::report()).await.unwrap();
        let ids: Vec<String> = store::discrepancies(&mut env.db.read().await.unwrap()).await.unwrap().into_iter().map(|d| d.id).collect();
        assert_eq!(ids, [
            "winners-2016", "cases-total", "workshop-2015", "table-1-1-unit", "region-trend", "workshop-2019-theme", "wuhan-title", "topic-name",
            "topic-order", "tel-aviv-class", "dar-capital", "local-language",
        ]);
        assert!(page(&env, "/statistics/contradictions").await.contains("Places are taken from a register of places"));
    }
}
