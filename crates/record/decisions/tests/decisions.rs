//! Deciding, on both databases.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop the test")]

mod stage;

use kapok_acts::{ActError, Actor, Role};
use kapok_decisions::{NewDecision, Verdict, actions, latest_of, of_matter};
use kapok_matters::{State, actions as matters};
use kapok_store::Migration;
use kapok_testkit::both;
use stage::{Stage, not_now, refused};

fn migrations() -> Vec<Migration> {
    stage::migrations(&[kapok_decisions::SCHEMA.migrations])
}

fn decision(result: Verdict) -> NewDecision {
    NewDecision {
        result,
        text: "The path is lit from the bridge to the station.".into(),
        reasons: "14 falls after dark in 120 days.".into(),
        basis: "Streets Act, section 4".into(),
        lang: "en".into(),
    }
}

both! { migrations();
    async fn an_open_and_answered_matter_is_decided_with_its_reasons_in_the_log(kit) {
        let stage = Stage::new(kit).await;
        let matter = stage.answered_matter().await;
        let id = actions::decide(&stage.env, &stage.lead().await, matter, decision(Verdict::Partly)).await.unwrap();
        assert_eq!(stage.state(matter).await, State::Decided);
        let mut conn = stage.env.db.read().await.unwrap();
        let found = of_matter(&mut conn, matter).await.unwrap();
        assert_eq!((found.len(), found[0].id, found[0].result), (1, id, Verdict::Partly));
        assert_eq!(found[0].author, "A. Okafor");
        assert_eq!(found[0].appeal_until.to_string(), "2026-04-01");
        assert!(found[0].can_be_appealed("2026-04-01".parse().unwrap()));
        assert!(!found[0].can_be_appealed("2026-04-02".parse().unwrap()));
        let acts = kapok_acts::log::of_matter(&mut conn, matter, 99).await.unwrap();
        let last = acts.last().unwrap();
        assert_eq!(last.kind, "matter.decided");
        assert_eq!(last.reason.as_deref(), Some("14 falls after dark in 120 days."));
        assert_eq!(last.text("result").as_deref(), Some("partly"));
    }

    async fn nobody_decides_without_reasons_or_before_the_answer(kit) {
        let stage = Stage::new(kit).await;
        let (env, lead) = (&stage.env, stage.lead().await);
        let matter = stage.open_matter().await;
        let before = stage.kinds(matter).await;
        assert_eq!(not_now(actions::decide(env, &lead, matter, decision(Verdict::Accepted)).await), "decisions-answer-first");
        for reasons in ["", " \n\t ", "\u{202e}\u{0}"] {
            let without = NewDecision { reasons: reasons.into(), ..decision(Verdict::Accepted) };
            assert_eq!(refused(actions::decide(env, &lead, matter, without).await, "reasons"), "decisions-reasons-missing");
        }
        let wordless = NewDecision { text: " ".into(), ..decision(Verdict::Accepted) };
        assert_eq!(refused(actions::decide(env, &lead, matter, wordless).await, "text"), "form-missing");
        let endless = NewDecision { text: "字".repeat(10_001), ..decision(Verdict::Accepted) };
        assert_eq!(refused(actions::decide(env, &lead, matter, endless).await, "text"), "form-too-long");
        assert_eq!((stage.state(matter).await, stage.kinds(matter).await), (State::Open, before));
        assert!(latest_of(&mut env.db.read().await.unwrap(), matter).await.unwrap().is_none());
    }

    async fn only_the_offices_of_the_matter_and_the_mayor_decide_and_only_once(kit) {
        let stage = Stage::new(kit).await;
        let env = &stage.env;
        let matter = stage.answered_matter().await;
        let others = [
            Actor::Resident,
            stage.staff("streets", Role::Officer).await,
            stage.staff("streets", Role::Auditor).await,
            stage.staff("parks", Role::LeadOfficer).await,
        ];
        for actor in others {
            let result = actions::decide(env, &actor, matter, decision(Verdict::Accepted)).await;
            assert!(matches!(result, Err(ActError::Forbidden)), "{actor:?}: {result:?}");
        }
        let mayor = stage.staff("mayor", Role::MayorsOffice).await;
        actions::decide(env, &mayor, matter, decision(Verdict::Accepted)).await.unwrap();
        assert_eq!(not_now(actions::decide(env, &mayor, matter, decision(Verdict::Declined)).await), "decisions-not-open");
    }

    async fn what_was_declined_can_be_closed_and_an_upheld_appeal_leads_to_a_second_decision(kit) {
        let stage = Stage::new(kit).await;
        let (env, lead) = (&stage.env, stage.lead().await);
        let matter = stage.answered_matter().await;
        actions::decide(env, &lead, matter, decision(Verdict::Declined)).await.unwrap();
        assert_eq!(refused(actions::close_declined(env, &lead, matter, " ").await, "reason"), "form-reason-missing");
        actions::close_declined(env, &lead, matter, "Nobody appealed.").await.unwrap();
        assert_eq!(stage.state(matter).await, State::Answered);
        let appeal = matters::appeal(env, matter, "There were two more falls.", [3; 16]).await.unwrap();
        let mayor = stage.staff("mayor", Role::MayorsOffice).await;
        matters::rule(env, &mayor, appeal, true, "New facts").await.unwrap();
        assert_eq!(stage.state(matter).await, State::Open);
        stage.days(3);
        actions::decide(env, &lead, matter, decision(Verdict::Accepted)).await.unwrap();
        assert_eq!(not_now(actions::close_declined(env, &lead, matter, "no").await), "decisions-not-declined");
        let mut conn = env.db.read().await.unwrap();
        let all: Vec<_> = of_matter(&mut conn, matter).await.unwrap().into_iter().map(|d| d.result).collect();
        assert_eq!(all, [Verdict::Declined, Verdict::Accepted], "oldest first");
        assert_eq!(latest_of(&mut conn, matter).await.unwrap().unwrap().result, Verdict::Accepted);
    }

    async fn the_form_comes_back_filled_in_and_then_decides(kit) {
        let stage = Stage::new(kit).await;
        let matter = stage.answered_matter().await;
        let path = format!("{}/decide", stage.matter(matter).await.path());
        let server = stage.server(kapok_decisions::routes(), stage.lead().await);
        let page = server.get(&path).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("Lights on the river path") && page.body.contains("name=\"reasons\""));
        let again = server.post(&path, &[("result", "accepted"), ("text", "We light <it>"), ("reasons", "")]).await;
        assert_eq!(again.status, 422);
        assert!(again.body.contains("We light &#60;it&#62;") && again.body.contains("href=\"#reasons\""), "{}", again.body);
        assert_eq!(server.post(&path, &[("token", "forged")]).await.status, 422);
        let before = stage.env.db.queries();
        assert_eq!(server.get(&path).await.status, 200);
        assert!(stage.env.db.queries() - before <= 8);
        let done = server.post(&path, &[("result", "accepted"), ("text", "We light it"), ("reasons", "It is dark")]).await;
        assert_eq!((done.status, done.location), (303, stage.matter(matter).await.path()));
        assert_eq!(stage.state(matter).await, State::Decided);
        let outsider = stage.server(kapok_decisions::routes(), Actor::Resident);
        assert_eq!(outsider.get(&path).await.status, 303, "asked to sign in");
        assert_eq!(server.get("/matters/999/decide").await.status, 404);
    }
}

proptest::proptest! {
    #[test]
    fn a_form_never_makes_a_decision_without_text_and_reasons(
        result in "accepted|partly|declined|.{0,9}",
        text in "\\PC{0,40}|[\\x00-\\x1f ]{0,9}",
        reasons in "\\PC{0,40}|[\\x00-\\x1f \\u{202e}]{0,9}",
    ) {
        if let Ok(new) = NewDecision::parse(&result, &text, &reasons, "") {
            proptest::prop_assert!(Verdict::parse(&result).is_some());
            for words in [&new.text, &new.reasons] {
                proptest::prop_assert!(!words.trim().is_empty());
                proptest::prop_assert!(!words.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
            }
        }
    }
}
