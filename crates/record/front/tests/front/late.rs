//! What is late, for whom.

use kapok_acts::{Actor, Role};
use kapok_commitments::NewCommitment;
use kapok_decisions::{NewDecision, Verdict};
use kapok_i18n::Lang;
use kapok_matters::{Exit, actions as matters};
use kapok_store::Migration;
use kapok_testkit::both;

use crate::stage::{self, Stage};

fn migrations() -> Vec<Migration> {
    stage::migrations(&[
        kapok_decisions::SCHEMA.migrations,
        kapok_commitments::SCHEMA.migrations,
    ])
}

/// The streets office has one of each: three weeks later all four are late. The parks office has been asked nothing.
async fn filled(stage: &Stage) {
    let (env, lead) = (&stage.env, stage.lead().await);
    let promised = stage.answered_matter().await;
    let decision = NewDecision {
        result: Verdict::Accepted,
        text: "The path is lit.".into(),
        reasons: "It is dark.".into(),
        basis: String::new(),
        lang: "en".into(),
    };
    kapok_decisions::actions::decide(env, &lead, promised, decision)
        .await
        .unwrap();
    let promise = NewCommitment {
        title: "Lamps on the river path".into(),
        lead: stage.party("streets").await,
        with: Vec::new(),
        due: env.in_days(10),
        money: None,
        people: None,
        case: None,
    };
    kapok_commitments::actions::make(env, &lead, promised, promise)
        .await
        .unwrap();
    let silent = stage.open_matter().await;
    matters::ask_partner(env, &lead, silent, stage.party("lighting").await, "the lamps")
        .await
        .unwrap();
    // One voice is referred, one nobody has touched, and one is answered.
    let referred = stage.voice().await;
    kapok_voices::actions::refer(env, &lead, referred, stage.party("lighting").await, "their lamps")
        .await
        .unwrap();
    stage.voice().await;
    let answered = stage.voice().await;
    kapok_voices::actions::answer(env, &lead, answered, "It is repaired.")
        .await
        .unwrap();
}

async fn see(stage: &Stage, actor: &Actor, path: &str) -> String {
    stage.kit.clock.advance_ms(60_000);
    let before = stage.env.db.queries();
    let page = stage.server(kapok_front::routes(), actor.clone()).get(path).await;
    let cost = stage.env.db.queries() - before;
    assert_eq!(page.status, 200, "{path}: {}", page.body);
    // One more is the session's.
    assert!(cost <= 7, "{path} took {cost} queries");
    page.body
}

/// The four numbers at the top: voices, replies, requests, promises.
fn numbers(page: &str) -> Vec<&str> {
    let cards = page.split("class=\"card tell").skip(1);
    cards
        .map(|c| c.split("<b>").nth(1).unwrap().split("</b>").next().unwrap())
        .collect()
}

/// The line of an office in the table, as its numbers.
fn line<'a>(page: &'a str, office: &str) -> Vec<&'a str> {
    let row = page
        .split("<tr>")
        .find(|row| row.contains("scope=\"row\"") && row.contains(office))
        .unwrap();
    let cells = row.split("<td class=\"n\">").skip(1);
    cells
        .map(|c| {
            c.split("</td>")
                .next()
                .unwrap()
                .trim_start_matches("<b>")
                .trim_end_matches("</b>")
        })
        .collect()
}

both! { migrations();
    async fn an_office_sees_what_it_owes_and_nothing_of_others(kit) {
        let stage = Stage::new(kit).await;
        filled(&stage).await;
        let (streets, lighting) = (stage.staff("streets", Role::Officer).await, stage.staff("lighting", Role::Officer).await);
        let parks = stage.staff("parks", Role::Officer).await;
        let page = see(&stage, &streets, "/late").await;
        assert_eq!(numbers(&page), ["0", "0", "0", "0"], "on the first day nothing is late: {page}");
        stage.days(15);
        let page = see(&stage, &streets, "/late").await;
        assert_eq!(numbers(&page), ["1", "0", "0", "1"], "the reply is due after twenty days");
        stage.days(10);
        let page = see(&stage, &streets, "/late").await;
        assert_eq!(numbers(&page), ["1", "1", "0", "1"], "{page}");
        assert!(page.contains("/promises/1/work") && page.contains("15</b> <small>days late") && page.contains("/matters/2/work"), "{page}");
        assert!(!page.contains("scope=\"row\""), "one office sees no table of all");
        let page = see(&stage, &lighting, "/late").await;
        assert_eq!(numbers(&page), ["1", "0", "1", "0"], "a referred voice and a request: {page}");
        assert!(page.contains("/inbox?box=office") && page.contains("asked to take part"), "{page}");
        assert_eq!(numbers(&see(&stage, &parks, "/late?office=streets").await), ["0", "0", "0", "0"], "asking for another office changes nothing");
    }

    async fn the_mayors_office_and_auditors_see_all_offices_and_each(kit) {
        let stage = Stage::new(kit).await;
        filled(&stage).await;
        stage.days(25);
        for role in [Role::MayorsOffice, Role::Auditor] {
            let actor = stage.staff("mayor", role).await;
            let page = see(&stage, &actor, "/late").await;
            assert_eq!(numbers(&page), ["3", "1", "1", "1"], "{page}");
            assert_eq!(line(&page, "Streets Department"), ["1", "1", "0", "1"]);
            assert_eq!(line(&page, "Lighting Office"), ["1", "0", "1", "0"]);
            assert_eq!(line(&page, "Parks Office"), ["0", "0", "0", "0"]);
            assert_eq!(line(&page, "No office yet"), ["1", "0", "0", "0"]);
            let page = see(&stage, &actor, "/late?office=lighting").await;
            assert_eq!(numbers(&page), ["1", "0", "1", "0"]);
            assert!(!page.contains("name=\"do\""));
        }
    }

    async fn appeals_are_shown_to_those_who_rule(kit) {
        let stage = Stage::new(kit).await;
        let matter = stage.open_matter().await;
        matters::close(&stage.env, &stage.lead().await, matter, Exit::Withdrawn, "a mistake").await.unwrap();
        matters::appeal(&stage.env, matter, "It was no mistake.", [4; 16]).await.unwrap();
        let page = see(&stage, &stage.staff("mayor", Role::MayorsOffice).await, "/late").await;
        assert!(page.contains("It was no mistake.") && page.contains(&format!("/m/{matter}")), "{page}");
        assert!(!see(&stage, &stage.lead().await, "/late").await.contains("It was no mistake."));
    }

    async fn the_page_is_there_in_every_language_and_for_staff_only(kit) {
        let stage = Stage::new(kit).await;
        filled(&stage).await;
        stage.days(25);
        let mayor = stage.staff("mayor", Role::MayorsOffice).await;
        for lang in Lang::ALL {
            let page = see(&stage, &mayor, &format!("/late?lang={}", lang.code())).await;
            assert!(!page.contains(">late-") && !page.contains("style="), "{lang}");
            assert!(page.contains(&format!("dir=\"{}\"", lang.dir())));
        }
        let stranger = stage.server(kapok_front::routes(), Actor::Resident).get("/late").await;
        assert!(stranger.location.starts_with("/sign-in"), "{}", stranger.location);
    }
}
