//! The public pages.

use axum::http::StatusCode;
use kapok_acts::{Actor, Role};
use kapok_testkit::both;
use kapok_voices::{Channel, NewVoice, actions};

use crate::stage::{MATTER, MIGRATIONS, Stage, said};

const ALL_PAGES: [&str; 5] = [
    "/voices",
    "/voices?unanswered=1",
    "/voices/1",
    "/desk",
    "/desk/cards",
];

both! { MIGRATIONS;
    async fn the_list_is_narrowed_by_place_channel_and_language(kit) {
        let s = Stage::new(kit).await;
        let (station, ridge) = (s.place("station").await, s.place("ridge").await);
        s.hear(NewVoice { place: Some(station), channel: Channel::Radio, ..said("Radio words at the station.") }).await;
        s.hear(NewVoice { place: Some(ridge), lang: Some("ar".into()), ..said("كلمات من التل") }).await;
        let browser = s.browser(Actor::Resident);
        let shows = async |query: &str| {
            let (status, _, page) = browser.get(&format!("/voices{query}")).await;
            assert_eq!(status, StatusCode::OK);
            (page.contains("Radio words"), page.contains("كلمات من التل"))
        };
        assert_eq!(shows("").await, (true, true));
        assert_eq!(shows("?place=eastgate").await, (true, false), "a district holds its neighbourhoods");
        assert_eq!(shows("?place=ridge").await, (false, true));
        assert_eq!(shows("?channel=radio").await, (true, false));
        assert_eq!(shows("?lang-said=ar").await, (false, true));
        assert_eq!(shows("?unanswered=1").await, (false, false), "the time to answer is not over");
        s.kit.clock.advance_ms(20 * 24 * 3_600_000);
        assert_eq!(shows("?unanswered=1").await, (true, true));
        assert_eq!(shows("?unanswered=1&channel=radio&place=eastgate&lang-said=en").await, (true, false));
        let (_, _, page) = browser.get("/voices?unanswered=1&lang=en").await;
        assert!(page.contains("waiting for 20 days"));
    }

    async fn pages_follow_each_other_without_gap_or_repeat(kit) {
        let s = Stage::new(kit).await;
        for i in 0..120 {
            // Many at the same moment: the number keeps them in order.
            s.hear(said(&format!("Voice of test {i}."))).await;
        }
        s.kit.clock.advance_ms(30 * 24 * 3_600_000);
        let browser = s.browser(Actor::Resident);
        for start in ["/voices?lang=en", "/voices?unanswered=1&lang=en"] {
            let (mut path, mut seen) = (start.to_owned(), Vec::new());
            loop {
                let (_, _, page) = browser.get(&path).await;
                seen.extend(page.split("<a href=\"/voices/").skip(1).filter_map(|p| p.split('"').next()?.parse::<i64>().ok()));
                let Some(next) = page.split("rel=\"next\" href=\"").nth(1) else { break };
                path = next.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
            }
            seen.sort_unstable();
            assert_eq!(seen, (1..=120).collect::<Vec<i64>>(), "{start}");
        }
    }

    async fn a_page_shows_a_voice_and_never_its_code_or_contact(kit) {
        let s = Stage::new(kit).await;
        let party = Some(s.party("river-friends").await);
        let heard = s.hear(NewVoice { party, contact: Some("ana@home.example".into()), place_words: "The Ridge".into(), ..said("Two\nlines <b>here</b>.") }).await;
        let browser = s.browser(Actor::Resident);
        let (status, _, page) = browser.get("/voices/1?lang=en").await;
        assert_eq!(status, StatusCode::OK);
        for shown in ["Friends of the River", "The Ridge", "<p class=\"wrap-anywhere\">Two</p>", "A voice was heard"] {
            assert!(page.contains(shown), "{shown}");
        }
        for secret in ["<b>here", "ana@home", &heard.code, &heard.code.replace('-', ""), "name=\"reason\""] {
            assert!(!page.contains(secret), "{secret}");
        }
        s.join(&[heard.id], MATTER).await;
        let (_, _, page) = browser.get("/voices/1?lang=en").await;
        assert!(page.contains(&format!("href=\"/m/{MATTER}\"")));
        for path in ["/voices/2", "/voices/x", "/voices/-1", "/voices/99999999999999999999"] {
            assert_eq!(browser.get(path).await.0, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn a_moderator_hides_and_shows_again_with_a_public_reason(kit) {
        let s = Stage::new(kit).await;
        s.hear(said("Words against the rules.")).await;
        let desk = s.browser(s.staff(Role::Moderator).await);
        let (status, _, page) = desk.post("/voices/1/hide", &[("reason", " ")]).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("href=\"#reason\""));
        assert_eq!(desk.post("/voices/1/hide", &[("reason", "Names a neighbour.")]).await.1, "/voices/1");
        let (_, _, page) = s.browser(Actor::Resident).get("/voices/1?lang=en").await;
        assert!(page.contains("Names a neighbour.") && !page.contains("Words against"));
        assert_eq!(desk.post("/voices/1/restore", &[("reason", "The name is public.")]).await.1, "/voices/1");
        assert!(s.browser(Actor::Resident).get("/voices/1").await.2.contains("Words against"));
        let officer = s.browser(s.staff(Role::Officer).await);
        assert_eq!(officer.post("/voices/1/hide", &[("reason", "x")]).await.0, StatusCode::FORBIDDEN);
    }

    async fn a_withdrawn_voice_stays_as_an_empty_place(kit) {
        let s = Stage::new(kit).await;
        let heard = s.hear(said("Taken back.")).await;
        actions::withdraw(&s.env, &heard.code, "private reason").await.unwrap();
        let browser = s.browser(Actor::Resident);
        for path in ["/voices?lang=en", "/voices/1?lang=en"] {
            let (status, _, page) = browser.get(path).await;
            assert_eq!(status, StatusCode::OK);
            assert!(page.contains("Withdrawn by its author") && !page.contains("Taken back."));
            assert!(!page.contains("private reason"));
        }
    }

    async fn a_page_costs_the_same_few_queries_for_one_voice_and_for_many(kit) {
        let s = Stage::new(kit).await;
        s.hear(said("The first.")).await;
        let desk = s.browser(s.staff(Role::Officer).await);
        let mut few = Vec::new();
        for path in ALL_PAGES {
            desk.get(path).await; // places and parties are kept from here on
            few.push(desk.queries(path).await);
        }
        for i in 0..60 {
            let place_words = if i % 2 == 0 { "The Ridge" } else { "" }.into();
            s.hear(NewVoice { place_words, ..said(&format!("Number {i}.")) }).await;
        }
        for (path, n) in ALL_PAGES.into_iter().zip(few) {
            assert_eq!(desk.queries(path).await, n, "{path}");
            assert!(n <= 3, "{path}: {n}");
        }
    }

    async fn every_page_speaks_every_language(kit) {
        let s = Stage::new(kit).await;
        s.hear(said("The first.")).await;
        let desk = s.browser(s.staff(Role::Officer).await);
        for lang in ["en", "zh", "es", "ar"] {
            for path in ALL_PAGES {
                let mark = if path.contains('?') { '&' } else { '?' };
                let (status, _, page) = desk.get(&format!("{path}{mark}lang={lang}")).await;
                assert_eq!(status, StatusCode::OK);
                let dir = if lang == "ar" { "dir=\"rtl\"" } else { "dir=\"ltr\"" };
                assert!(page.contains(dir), "{path} {lang}");
                assert!(!page.contains("voices-") && !page.contains("log-act-"), "{path} {lang}: a name instead of words");
            }
        }
    }
}
