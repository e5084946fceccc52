//! Pages about the record itself: how words are used, your data, accessibility. The page about open data is in `exchange`.
//!
//! Everything that the city can set is computed here from its settings, so that no page promises another term than the
//! one that is kept.

use askama::Template;
use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use kapok_acts::City;
use kapok_i18n::T;
use kapok_web::{App, Chrome, Outcome, Page, Visit, url};

/// Matters that are offered as looking like a text.
const OFFERED: i64 = 3;
/// Smallest group of people that a statistic shows.
const SMALLEST_GROUP: i64 = 5;

/// What was counted when the automatic functions were tried on the voices of the demo city (`data/riverton`), each voice
/// compared with all matters as if it were new.
struct Trial {
    /// Voices that belong to a matter.
    joined: i64,
    /// Share with the right matter among those offered, in the language of the matter, in percent.
    same_language: f64,
    /// The same for voices in another language than the matter's.
    other_language: f64,
    /// Voices whose language was guessed.
    guessed: i64,
    /// Languages guessed wrongly.
    wrong: i64,
    /// Voices without a guess.
    unsure: i64,
}

/// The share of voices whose matter was among the three shown, by title and summary. The tests below count them again.
const TRIAL: Trial = Trial {
    joined: 739,
    same_language: 58.8,
    other_language: 1.1,
    guessed: 790,
    wrong: 0,
    unsure: 6,
};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/about/words", get(words))
        .route("/about/your-data", get(your_data))
        .route("/about/accessibility", get(accessibility))
}

/// The row of links from one of these pages to the others: address, name, whether it is this page.
#[must_use]
pub fn tabs(t: T, here: &str) -> Vec<(&'static str, &'static str, bool)> {
    [
        ("/about/words", t.base_footer_words()),
        ("/about/your-data", t.base_footer_data()),
        ("/about/roles", t.base_footer_who()),
        ("/about/channels", t.processes_channels_title()),
        ("/about/ladder", t.processes_ladder_title()),
        ("/places", t.places_title()),
        ("/about/open-data", t.base_footer_open_data()),
        ("/about/api", t.api_page_title()),
        ("/about/accessibility", t.base_footer_accessibility()),
    ]
    .map(|(href, name)| (href, name, href == here))
    .to_vec()
}

/// The public risk sheet of an automatic function.
struct Sheet {
    id: &'static str,
    name: &'static str,
    /// Labels and what is said under them.
    lines: [(&'static str, String); 5],
}

/// The sheets of all automatic functions in use. Whoever adds such a function adds its sheet.
fn sheets(t: T) -> Vec<Sheet> {
    let trial = &TRIAL;
    let similar_errors = t.about_similar_errors(
        &t.number(trial.joined),
        &t.percent(trial.same_language, 0),
        &t.percent(trial.other_language, 0),
    );
    let language_errors = t.about_language_errors(
        &t.number(trial.guessed),
        &t.number(trial.wrong),
        &t.number(trial.unsure),
    );
    let sheet = |id, name, does: String, data: &str, errors: String, who: &str, off: String| Sheet {
        id,
        name,
        lines: [
            (t.about_sheet_does(), does),
            (t.about_sheet_data(), data.to_owned()),
            (t.about_sheet_errors(), errors),
            (t.about_sheet_who(), who.to_owned()),
            (t.about_sheet_off(), off),
        ],
    };
    vec![
        sheet(
            "similar",
            t.about_similar(),
            t.about_similar_does(OFFERED),
            t.about_similar_data(),
            similar_errors,
            t.about_sheet_who_text(),
            t.about_similar_off(t.say_look()),
        ),
        sheet(
            "language",
            t.about_language(),
            t.about_language_does().to_owned(),
            t.about_language_data(),
            language_errors,
            t.about_sheet_who_note(),
            t.about_language_off().to_owned(),
        ),
        sheet(
            "place",
            t.about_place(),
            t.about_place_does(t.say_place()),
            t.about_place_data(),
            t.about_place_errors().to_owned(),
            t.about_sheet_who_note(),
            t.about_place_off().to_owned(),
        ),
    ]
}

#[derive(Template)]
#[template(path = "about_words.html")]
struct WordsPage {
    tabs: Vec<(&'static str, &'static str, bool)>,
    sorted: String,
    answered: String,
    checked: String,
    sheets: Vec<Sheet>,
    c: Chrome,
}

impl WordsPage {
    fn new(c: Chrome, city: &City) -> Self {
        let t = c.t;
        let percent = t.percent(city.reopen_percent as f64, 0);
        Self {
            tabs: tabs(t, "/about/words"),
            sorted: t.about_words_when_sorted(&t.days(city.days_to_sort)),
            answered: t.about_words_when_answered(&t.days(city.days_to_answer)),
            checked: t.about_words_when_checked(city.reopen_at_least, &percent),
            sheets: sheets(t),
            c,
        }
    }
}

#[derive(Template)]
#[template(path = "about_your_data.html")]
struct YourDataPage {
    tabs: Vec<(&'static str, &'static str, bool)>,
    /// What is kept, and how long.
    terms: Vec<(&'static str, String)>,
    /// Rights and how to use them.
    rights: [(&'static str, &'static str); 4],
    smallest_group: i64,
    /// Address of the form with the question begun.
    ask: String,
    c: Chrome,
}

impl YourDataPage {
    fn new(c: Chrome, city: &City) -> Self {
        let t = c.t;
        let contact = t.about_data_keep_contact_long(&t.days(city.days_to_keep_contact));
        let term = |what: &'static str, long: &str| (what, long.to_owned());
        Self {
            tabs: tabs(t, "/about/your-data"),
            terms: vec![
                term(t.about_data_keep_words(), t.about_data_keep_words_long()),
                (t.about_data_keep_contact(), contact),
                term(t.about_data_keep_follow(), t.about_data_keep_follow_long()),
                term(t.about_data_keep_network(), t.about_data_keep_network_long()),
                term(t.about_data_keep_cookie(), t.about_data_keep_cookie_long()),
                term(t.about_data_keep_check(), t.about_data_keep_check_long()),
                term(t.about_data_keep_draft(), t.about_data_keep_draft_long()),
                term(t.about_data_keep_staff(), t.about_data_keep_staff_long()),
            ],
            rights: [
                (t.about_data_see(), t.about_data_see_text()),
                (t.about_data_correct(), t.about_data_correct_text()),
                (t.about_data_withdraw(), t.about_data_withdraw_text()),
                (t.about_data_erase(), t.about_data_erase_text()),
            ],
            smallest_group: SMALLEST_GROUP,
            ask: said(&format!("{}: ", t.about_data_ask())),
            c,
        }
    }
}

#[derive(Template)]
#[template(path = "about_accessibility.html")]
struct AccessibilityPage {
    tabs: Vec<(&'static str, &'static str, bool)>,
    built: [&'static str; 5],
    tested: [&'static str; 2],
    gaps: [&'static str; 6],
    /// Address of the form with the report begun.
    report: String,
    c: Chrome,
}

impl AccessibilityPage {
    fn new(c: Chrome) -> Self {
        let t = c.t;
        Self {
            tabs: tabs(t, "/about/accessibility"),
            built: [
                t.about_access_built_scripts(),
                t.about_access_built_keys(),
                t.about_access_built_tables(),
                t.about_access_built_looks(),
                t.about_access_built_else(),
            ],
            tested: [t.about_access_tested_axe(), t.about_access_tested_ways()],
            gaps: [
                t.about_access_gap_people(),
                t.about_access_gap_audit(),
                t.about_access_gap_easy(),
                t.about_access_gap_languages(),
                t.about_access_gap_photos(),
                t.about_access_gap_maps(),
            ],
            report: said(&format!("{} ", t.about_access_prefill())),
            c,
        }
    }
}

/// The address of the form on the front page with some words in it.
fn said(words: &str) -> String {
    format!("/{}", url::query(&[("text", words)]))
}

async fn words(visit: Visit) -> Outcome {
    let page = WordsPage::new(visit.chrome(""), &visit.app.env.city);
    Ok(Page::public(page).into_response())
}

async fn your_data(visit: Visit) -> Outcome {
    let page = YourDataPage::new(visit.chrome(""), &visit.app.env.city);
    Ok(Page::public(page).into_response())
}

async fn accessibility(visit: Visit) -> Outcome {
    Ok(Page::public(AccessibilityPage::new(visit.chrome(""))).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kapok_i18n::Lang;

    fn city() -> City {
        let mut city = City::new("Riverton", "http://localhost", jiff::tz::TimeZone::UTC);
        (city.days_to_sort, city.days_to_answer, city.days_to_keep_contact) = (4, 19, 77);
        (city.reopen_at_least, city.reopen_percent) = (8, 41);
        city
    }

    #[test]
    fn the_pages_state_the_terms_that_the_city_has_set() {
        let c = || Chrome::sample(Lang::En, false);
        let words = WordsPage::new(c(), &city()).render().unwrap();
        for said in ["Within 4 days", "Within 19 days", "If 8 or more", "more than 41%"] {
            assert!(words.contains(said), "{said}");
        }
        let data = YourDataPage::new(c(), &city()).render().unwrap();
        assert!(data.contains("77 days after the matter has ended"), "{data}");
    }

    #[test]
    fn every_page_renders_in_every_language_with_one_heading() {
        for lang in Lang::ALL {
            let c = || Chrome::sample(lang, false);
            let pages = [
                WordsPage::new(c(), &city()).render(),
                YourDataPage::new(c(), &city()).render(),
                AccessibilityPage::new(c()).render(),
            ];
            for page in pages {
                let html = page.unwrap();
                assert_eq!(html.matches("<h1").count(), 1, "{lang}");
                assert!(!html.contains("about-"), "{lang}: the id of a message is shown");
            }
        }
    }

    #[test]
    fn each_sheet_says_all_five_things() {
        for lang in Lang::ALL {
            for sheet in sheets(T(lang)) {
                assert!(
                    sheet.lines.iter().all(|(_, text)| text.chars().count() > 3),
                    "{lang} {}",
                    sheet.id
                );
            }
        }
    }

    /// The rows of a file of all parts of the demo city, by column.
    fn riverton(file: &str) -> Vec<std::collections::HashMap<String, String>> {
        let parts = ["a", "b", "c", "d"].map(|part| {
            let home = env!("CARGO_MANIFEST_DIR");
            csv::Reader::from_path(format!("{home}/../../../data/riverton/{part}/{file}")).unwrap()
        });
        parts
            .into_iter()
            .flat_map(|file| file.into_deserialize().map(Result::unwrap))
            .collect()
    }

    #[test]
    fn the_errors_of_likeness_are_those_counted() {
        let matters = riverton("matters.csv");
        let about: Vec<String> = matters
            .iter()
            .map(|m| format!("{}\n{}", m["title"], m["summary"]))
            .collect();
        let (mut all, mut same, mut other) = (0, (0.0, 0.0), (0.0, 0.0));
        for voice in riverton("voices.csv").iter().filter(|v| !v["matter"].is_empty()) {
            let at = matters.iter().position(|m| m["key"] == voice["matter"]).unwrap();
            let shown = kapok_matters::reads::compare(&voice["text"], &about);
            let found = shown.iter().take(3).any(|(i, ..)| *i == at);
            let (hits, of) = if matters[at]["lang"] == voice["lang"] {
                &mut same
            } else {
                &mut other
            };
            *hits += f64::from(u8::from(found));
            *of += 1.0;
            all += 1;
        }
        let percent = |(hits, of): (f64, f64)| (1000.0 * hits / of).round() / 10.0;
        assert_eq!(
            (all, percent(same), percent(other)),
            (TRIAL.joined, TRIAL.same_language, TRIAL.other_language),
            "count again and change TRIAL"
        );
    }

    #[test]
    fn the_errors_of_language_detection_are_those_counted() {
        let (mut all, mut wrong, mut unsure) = (0, 0, 0);
        for part in ["a", "b", "c", "d"] {
            let path = format!(
                "{}/../../../data/riverton/{part}/voices.csv",
                env!("CARGO_MANIFEST_DIR")
            );
            let mut file = csv::Reader::from_path(path).unwrap();
            let heads = file.headers().unwrap().clone();
            let at = |name: &str| heads.iter().position(|h| h == name).unwrap();
            for record in file.records() {
                let record = record.unwrap();
                all += 1;
                match kapok_text::language(&record[at("text")]) {
                    Some(lang) if lang.tag() == &record[at("lang")] => {}
                    Some(_) => wrong += 1,
                    None => unsure += 1,
                }
            }
        }
        assert_eq!(
            (all, wrong, unsure),
            (TRIAL.guessed, TRIAL.wrong, TRIAL.unsure),
            "count again and change TRIAL"
        );
    }
}
