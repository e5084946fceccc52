//! The report's tables, digit for digit, against numbers typed by hand.

use kapok_i18n::Lang;
use kapok_testkit::both;

use crate::house::{LANGUAGES, main_of};
use crate::{MIGRATIONS, csv, imported, page, statistic};

both! { MIGRATIONS;
    async fn table_1_1_comes_out_digit_for_digit(kit) {
        let env = imported(&kit).await;
        assert_eq!(csv(&env, Lang::En, "cases-by-region").await, [
            "Region,Cases 2016,Share 2016,Cases 2018,Share 2018,Change 2016 to 2018,Change in percent",
            "Asia,146,48.5,121,44.3,-25,-17.1",
            "Africa,15,5,16,5.9,1,6.7",
            "Europe,51,16.9,63,23.1,12,23.5",
            "North America,30,10,29,10.6,-1,-3.3",
            "South America,56,18.6,41,15,-15,-26.8",
            "Oceania,3,1,3,1.1,0,0",
            "Total (computed),301,100,273,100,-28,-9.3",
        ]);
        let table = page(&env, "/statistics/cases-by-region").await;
        for cell in ["n = 574 cases", ">48.5%<", ">5.0%<", ">\u{200E}\u{2212}17.1%<", ">\u{200E}+12<", "Source: the report, Ch.I(I), Table 1-1", "href=\"/cases?region=North%20America\""] {
            assert!(main_of(&table).contains(cell), "{cell}");
        }
    }

    async fn figure_1_3_comes_out_digit_for_digit(kit) {
        let env = imported(&kit).await;
        assert_eq!(csv(&env, Lang::En, "cases-by-topic").await, [
            "Topic,Cases 2016,Cases 2018,Cases 2016–2018,Share",
            "Urban waste management,unknown,unknown,26,4.5",
            "Energy saving and emission reduction,unknown,unknown,24,4.2",
            "Resilient city,unknown,unknown,10,1.7",
            "Smart city,unknown,unknown,43,7.5",
            "Resident engagement,unknown,unknown,70,12.2",
            "Inclusive community,unknown,unknown,47,8.2",
            "Government capacity building,unknown,unknown,54,9.4",
            "Urban public service improvement,unknown,unknown,89,15.5",
            "Urban economic development,unknown,unknown,29,5.1",
            "Urban renewal and infrastructure construction,unknown,unknown,83,14.5",
            "Youth development and civic education,unknown,unknown,57,9.9",
            "Environmental protection,unknown,unknown,42,7.3",
        ]);
        let found = statistic(&env, Lang::En, "cases-by-topic").await;
        let said: Vec<String> = found.sentences.iter().map(|s| plain(s)).collect();
        assert_eq!(said, [
            "Most cases: Urban public service improvement (89), Urban renewal and infrastructure construction (83) and Resident engagement (70).",
            "The topics add up to 574 = 301 (2016) + 273 (2018), computed from both tables.",
        ]);
    }

    async fn figure_1_1_is_counted_from_the_facts_about_cases(kit) {
        let env = imported(&kit).await;
        let lines = csv(&env, Lang::En, "winners-by-topic").await;
        assert_eq!(lines[0], "Topic,Winners 2016,Winners 2018,Winners 2016–2018,Of these named in Ch.I(II) of the report");
        for line in [
            "Urban waste management,1,1,2,2",
            "Energy saving and emission reduction,1,0,1,1",
            "Resident engagement,2,2,4,3",
            "Urban economic development,0,1,1,1",
            "Urban renewal and infrastructure construction,1,0,1,1",
            "Environmental protection,0,1,1,1",
            "Smart city,0,0,0,0",
            "Total (computed),5,5,10,9",
        ] {
            assert!(lines.contains(&line.to_owned()), "{line} is not in {lines:#?}");
        }
        let page = page(&env, "/statistics/winners-by-topic").await;
        for source in ["/cases/boston-youth-lead-the-change", "Ch.III(III)1", "http://www.guangzhouaward.org/a/653.html?lang=en"] {
            assert!(main_of(&page).contains(source), "{source}");
        }
    }

    async fn sessions_count_entries_cities_and_countries_apart(kit) {
        let env = imported(&kit).await;
        assert_eq!(csv(&env, Lang::En, "sessions").await, [
            "Session,Entries (cases),Cities,Countries and regions,Recommended by experts,Shortlisted,Winners in this record",
            "2012,201,unknown,unknown,unknown,unknown,unknown",
            "2014,206,unknown,unknown,unknown,unknown,unknown",
            "2016,301,171,59,45,15,5",
            "2018,273,193,66,45,15,5",
        ]);
        let found = statistic(&env, Lang::En, "sessions").await;
        let said: Vec<String> = found.sentences.iter().map(|s| plain(s)).collect();
        assert_eq!(said, [
            "Cases of all sessions, computed: 981 = 201 + 206 + 301 + 273",
            "Entries (cases): 273 in 2018, 72 more than in 2012 (+35.8%)",
            "In 2016 a city sent 1.76 cases on average.",
            "In 2018 a city sent 1.41 cases on average.",
        ]);
    }

    async fn workshops_keep_at_least_apart_from_exactly(kit) {
        let env = imported(&kit).await;
        assert_eq!(csv(&env, Lang::En, "workshops").await.iter().map(|l| plain(l)).collect::<Vec<_>>(), [
            "Workshop,Cities,Countries and regions,Participants",
            "2015,14,12,22",
            "2017,11,9,20",
            "2019,25,19,at least 40",
        ]);
        let found = statistic(&env, Lang::En, "workshops").await;
        assert_eq!(plain(&found.sentences[0]), "3 workshops with at least 82 participants together.");
    }

    async fn questionnaires_print_their_percentages_and_the_smallest_possible_base(kit) {
        let env = imported(&kit).await;
        for (name, lines) in [
            ("satisfaction", ["Very satisfied,82", "Satisfied,18", "Just so so,0", "Not very satisfied,0", "Dissatisfied,0"]),
            ("gov-role", ["Very important,89", "Important,11", "Somewhat important,0", "Not very important,0", "Not important,0"]),
            ("resident-importance", ["Very important,74", "Important,21", "Somewhat important,5", "Not very important,0", "Not important,0"]),
        ] {
            assert_eq!(csv(&env, Lang::En, name).await[1..], lines);
            let found = statistic(&env, Lang::En, name).await;
            let base = plain(&found.sentences[1]);
            assert!(base.contains("does not print how many people answered. At least 38 must have"), "{base}");
            assert!(base.contains("Fig 1-2, Fig 1-6 and Fig 2-1 (computed, not counted)"), "{base}");
            let page = page(&env, &format!("/statistics/{name}")).await;
            assert!(page.contains("number of answers unknown") || plain(&page).contains("number of answers unknown"));
        }
        let future = csv(&env, Lang::En, "future-topics").await;
        assert_eq!(future[1..], ["Government capacity building,20", "Smart city,unknown", "Inclusive community,unknown"]);
        let formats = statistic(&env, Lang::En, "preferred-format").await;
        assert!(formats.svg.is_empty() && plain(&formats.sentences[0]).contains("no percentages"));
        assert!(!plain(&formats.sentences[1]).contains("38"), "no base where nothing is complete");
    }

    async fn every_statistic_is_a_chart_a_table_and_a_file_in_four_languages(kit) {
        let env = imported(&kit).await;
        for lang in LANGUAGES {
            let index = page(&env, &format!("/statistics?lang={lang}")).await;
            let names: Vec<&str> = main_of(&index).split("href=\"/statistics/").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
            assert_eq!(names.len(), 11, "ten statistics and the contradictions");
            for name in names {
                let text = page(&env, &format!("/statistics/{name}?lang={lang}")).await;
                let text = main_of(&text);
                if name == "contradictions" {
                    assert_eq!(text.matches("<tr>").count(), 13);
                    continue;
                }
                assert!(text.contains("<table class=\"facts\">") && text.contains(&format!("/statistics/{name}.csv")), "{name}");
                assert_eq!(text.contains("<svg"), name != "preferred-format", "{name}");
                assert!(page(&env, &format!("/statistics/{name}.csv?lang={lang}")).await.contains("\r\n"));
            }
        }
        let (status, _) = crate::house::get(&env, crate::routes(), "/statistics/nothing").await;
        assert_eq!(status, 404);
        let (status, _) = crate::house::get(&env, crate::routes(), "/statistics/nothing.csv").await;
        assert_eq!(status, 404);
    }

    async fn before_an_import_the_pages_say_so(kit) {
        let env = crate::house::env(&kit);
        for path in ["/statistics", "/statistics/contradictions"] {
            assert!(page(&env, path).await.contains("Nothing has been imported yet."));
        }
    }
}

/// Without the invisible marks that keep a name's direction apart from its sentence's.
pub fn plain(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}
