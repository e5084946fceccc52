//! Checking, reopening, measuring, evaluating, on both databases.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop the test")]

#[path = "../../decisions/tests/stage/mod.rs"]
mod stage;

use kapok_acts::{ActError, Actor, Role};
use kapok_commitments::{NewCommitment, NewFinish, NewProgress};
use kapok_decisions::{NewDecision, Verdict};
use kapok_matters::{Says, State};
use kapok_outcomes::{Better, Measured, NewIndicator, actions, of_matter};
use kapok_store::Migration;
use kapok_store::ids::{CommitmentId, MatterId};
use kapok_testkit::both;
use stage::{Stage, not_now, refused};

fn migrations() -> Vec<Migration> {
    stage::migrations(&[
        kapok_decisions::SCHEMA.migrations,
        kapok_commitments::SCHEMA.migrations,
        kapok_outcomes::SCHEMA.migrations,
    ])
}

async fn promised(stage: &Stage) -> (MatterId, CommitmentId) {
    let lead = stage.lead().await;
    let matter = stage.answered_matter().await;
    let new = NewDecision {
        result: Verdict::Accepted,
        text: "The path is lit.".into(),
        reasons: "It is dark.".into(),
        basis: String::new(),
        lang: "en".into(),
    };
    kapok_decisions::actions::decide(&stage.env, &lead, matter, new)
        .await
        .unwrap();
    let new = NewCommitment {
        title: "The path is lit from the bridge to the station".into(),
        lead: stage.party("streets").await,
        with: vec![],
        due: stage.env.in_days(30),
        money: None,
        people: None,
        case: None,
    };
    let made = kapok_commitments::actions::make(&stage.env, &lead, matter, new)
        .await
        .unwrap();
    (matter, made.id)
}

async fn finish(stage: &Stage, id: CommitmentId) {
    let evidence = NewFinish {
        evidence: "Measured at dusk.".into(),
        ..NewFinish::default()
    };
    assert!(
        kapok_commitments::actions::finish(&stage.env, &stage.lead().await, id, evidence)
            .await
            .unwrap()
    );
}

async fn done(stage: &Stage) -> (MatterId, CommitmentId) {
    let (matter, commitment) = promised(stage).await;
    finish(stage, commitment).await;
    (matter, commitment)
}

/// Sends so many checks, each from a form of its own; tells whether one of them reopened the matter.
async fn checks(stage: &Stage, matter: MatterId, says: Says, n: usize) -> bool {
    let mut reopened = false;
    for _ in 0..n {
        reopened |= actions::check(&stage.env, matter, says, "", Some(stage.env.random()))
            .await
            .unwrap()
            .reopened;
    }
    reopened
}

fn falls(value: Option<f64>) -> NewIndicator {
    NewIndicator {
        name: "Falls after dark".into(),
        unit: "falls in 120 days".into(),
        baseline: 14.0,
        baseline_source: "Clinic records, counted without names".into(),
        target: Some(5.0),
        value,
        value_source: "The same count, a year later".into(),
        better: Better::Down,
    }
}

both! { migrations();
    async fn the_whole_way_from_an_open_matter_to_an_evaluated_one(kit) {
        let stage = Stage::new(kit).await;
        let lead = stage.lead().await;
        let (matter, commitment) = promised(&stage).await;
        let report = NewProgress { percent: 60, spent: Some(9), text: "30 lamps".into(), ..NewProgress::default() };
        kapok_commitments::actions::progress(&stage.env, &lead, commitment, report).await.unwrap();
        finish(&stage, commitment).await;
        checks(&stage, matter, Says::Done, 3).await;
        actions::measure(&stage.env, &lead, matter, falls(Some(3.0))).await.unwrap();
        actions::evaluate(&stage.env, &lead, matter, "Low lamps, because tall ones blind.").await.unwrap();
        assert_eq!(stage.state(matter).await, State::Evaluated);
        assert_eq!(stage.kinds(matter).await.into_iter().filter(|k| k != "voice.joined").collect::<Vec<_>>(), [
            "matter.voiced", "matter.sorted", "matter.opened", "matter.answered", "matter.decided", "commitment.made",
            "matter.doing", "commitment.progressed", "commitment.finished", "matter.done", "outcome.checked",
            "outcome.checked", "outcome.checked", "outcome.measured", "matter.evaluated",
        ]);
        let mut conn = stage.env.db.read().await.unwrap();
        let before = stage.env.db.queries();
        let outcome = of_matter(&mut conn, matter).await.unwrap();
        assert_eq!(stage.env.db.queries() - before, 1, "one query for all of it");
        assert_eq!(outcome.evaluation.unwrap().text, "Low lamps, because tall ones blind.");
        assert_eq!(outcome.indicators[0].measured(), Some(Measured::Reached));
        assert_eq!(outcome.rechecks.iter().map(|r| (r.years, r.due.to_string())).collect::<Vec<_>>(), [
            (1, "2027-03-02".into()), (3, "2029-03-02".into()), (5, "2031-03-02".into()),
        ]);
    }

    async fn five_who_say_not_yet_reopen_when_they_are_more_than_a_third(kit) {
        // (done first, then not yet): the check at which it reopens.
        for (first, not_yet, reopens) in [(0, 4, None), (0, 5, Some(5)), (8, 4, None), (9, 5, Some(5)), (10, 5, Some(5)), (11, 5, None), (12, 6, Some(6))] {
            let stage = Stage::new(kapok_testkit::Kit::new(on(&kit), &migrations()).await.unwrap()).await;
            let (matter, commitment) = done(&stage).await;
            assert!(!checks(&stage, matter, Says::Done, first).await);
            let mut at = None;
            for n in 1..=not_yet {
                if checks(&stage, matter, Says::NotYet, 1).await { at = Some(n); }
            }
            assert_eq!(at, reopens, "{first} done, {not_yet} not yet");
            let expected = if reopens.is_some() { State::Doing } else { State::Done };
            assert_eq!(stage.state(matter).await, expected);
            let mut conn = stage.env.db.read().await.unwrap();
            let c = kapok_commitments::by_id(&mut conn, commitment).await.unwrap().unwrap();
            assert_eq!(c.state == kapok_commitments::State::Running, reopens.is_some());
            if reopens.is_some() {
                let acts = kapok_acts::log::of_matter(&mut conn, matter, 99).await.unwrap();
                let act = acts.iter().find(|a| a.kind == "matter.reopened").unwrap();
                assert_eq!((act.actor_kind.as_str(), act.text("not_yet"), act.text("done")),
                    ("system", Some(not_yet.to_string()), Some(first.to_string())));
                let reason = format!("rule:not-yet {not_yet} {}", first + not_yet);
                assert_eq!(act.reason.as_deref(), Some(reason.as_str()));
                assert_eq!(acts.last().unwrap().kind, "commitment.reopened");
            }
        }
    }

    async fn the_count_begins_anew_with_every_finish(kit) {
        let stage = Stage::new(kit).await;
        let (matter, commitment) = done(&stage).await;
        assert!(checks(&stage, matter, Says::NotYet, 5).await);
        assert_eq!(not_now(actions::check(&stage.env, matter, Says::NotYet, "still", Some([8; 16])).await), "matters-not-finished");
        finish(&stage, commitment).await;
        assert_eq!(stage.state(matter).await, State::Done);
        assert!(!checks(&stage, matter, Says::NotYet, 4).await, "the five of the first round are not counted again");
        assert!(checks(&stage, matter, Says::NotYet, 1).await);
        finish(&stage, commitment).await;
        actions::evaluate(&stage.env, &stage.lead().await, matter, "Third time.").await.unwrap();
        assert!(checks(&stage, matter, Says::NotYet, 5).await, "an evaluated matter is reopened too");
        assert_eq!(stage.state(matter).await, State::Doing);
        let mut conn = stage.env.db.read().await.unwrap();
        assert_eq!(kapok_outcomes::checks_ever(&mut conn, matter).await.unwrap(), 15);
    }

    async fn fifty_sendings_of_one_form_count_once(kit) {
        let stage = Stage::new(kit).await;
        let (matter, _) = done(&stage).await;
        let all = (0..50).map(|_| actions::check(&stage.env, matter, Says::NotYet, "Two lamps are dark", Some([6; 16])));
        let results: Vec<_> = futures_util::future::join_all(all).await.into_iter().map(Result::unwrap).collect();
        assert_eq!(results.iter().filter(|r| !r.again).count(), 1);
        let counted = stage.matter(matter).await;
        assert_eq!((counted.done_count, counted.not_yet_count), (0, 1));
        let mut conn = stage.env.db.read().await.unwrap();
        assert_eq!(kapok_outcomes::checks_ever(&mut conn, matter).await.unwrap(), 1);
        assert_eq!(stage.kinds(matter).await.iter().filter(|k| *k == "outcome.checked").count(), 1);
    }

    async fn who_changes_what_they_say_counts_once_and_counts_anew_after_the_next_finish(kit) {
        let stage = Stage::new(kit).await;
        let (matter, commitment) = done(&stage).await;
        let says = async |says, browser| actions::check(&stage.env, matter, says, "", Some([browser; 16])).await.unwrap();
        says(Says::Done, 1).await;
        let changed = says(Says::NotYet, 1).await;
        assert_eq!((changed.done, changed.not_yet, changed.changed, changed.again), (0, 1, true, false));
        assert!(says(Says::NotYet, 1).await.again);
        for browser in 2..=5 {
            says(Says::NotYet, browser).await;
        }
        assert_eq!(stage.state(matter).await, State::Doing, "five different browsers reopen it");
        let mut conn = stage.env.db.read().await.unwrap();
        assert_eq!(kapok_outcomes::checks_ever(&mut conn, matter).await.unwrap(), 5, "one row a browser");
        stage.days(1);
        finish(&stage, commitment).await;
        let again = says(Says::Done, 1).await;
        assert_eq!((again.done, again.not_yet, again.again), (1, 0, false), "what was finished now is checked anew");
    }

    async fn fifty_different_forms_at_once_reopen_once_and_lose_none(kit) {
        let stage = Stage::new(kit).await;
        let (matter, _) = done(&stage).await;
        let all = (0..50u8).map(|n| actions::check(&stage.env, matter, Says::NotYet, "", Some([n; 16])));
        let results = futures_util::future::join_all(all).await;
        let counted: Vec<_> = results.iter().filter_map(|r| r.as_ref().ok()).collect();
        assert_eq!((counted.len(), counted.iter().filter(|r| r.reopened).count()), (5, 1), "the others found it reopened");
        assert!(results.iter().filter_map(|r| r.as_ref().err()).all(|e| matches!(e, ActError::NotNow("matters-not-finished"))));
        let mut conn = stage.env.db.read().await.unwrap();
        assert_eq!(kapok_outcomes::checks_ever(&mut conn, matter).await.unwrap(), 5, "what was refused left nothing");
    }

    async fn only_what_is_finished_is_checked_and_words_are_cleaned(kit) {
        let stage = Stage::new(kit).await;
        let (matter, commitment) = promised(&stage).await;
        assert_eq!(not_now(actions::check(&stage.env, matter, Says::Done, "", Some([1; 16])).await), "matters-not-finished");
        finish(&stage, commitment).await;
        assert!(!actions::check(&stage.env, matter, Says::Done, "", Some([1; 16])).await.unwrap().again, "the refused one left nothing");
        let long = "灯".repeat(2_001);
        assert_eq!(refused(actions::check(&stage.env, matter, Says::Done, &long, None).await, "words"), "form-too-long");
        actions::check(&stage.env, matter, Says::NotYet, " 七号楼\u{0}还是黄的，有视频 ", None).await.unwrap();
        let mut conn = stage.env.db.read().await.unwrap();
        let words = of_matter(&mut conn, matter).await.unwrap().words;
        assert_eq!(words.len(), 1, "checks without words are counted, not listed");
        assert_eq!((words[0].words.as_str(), words[0].lang.as_str(), words[0].says), ("七号楼还是黄的，有视频", "zh", Says::NotYet));
        let moderator = stage.staff("parks", Role::Moderator).await;
        assert_eq!(refused(actions::hide_words(&stage.env, &moderator, matter, words[0].id, "").await, "reason"), "form-reason-missing");
        assert!(matches!(actions::hide_words(&stage.env, &stage.lead().await, matter, words[0].id, "x").await, Err(ActError::Forbidden)));
        actions::hide_words(&stage.env, &moderator, matter, words[0].id, "Names a neighbour").await.unwrap();
        assert!(of_matter(&mut conn, matter).await.unwrap().words.is_empty());
        assert_eq!(stage.matter(matter).await.not_yet_count, 1, "hidden words stay counted");
    }

    async fn a_baseline_stays_and_every_value_can_be_read(kit) {
        let stage = Stage::new(kit).await;
        let lead = stage.lead().await;
        let (matter, commitment) = promised(&stage).await;
        let first = actions::measure(&stage.env, &lead, matter, falls(None)).await.unwrap();
        finish(&stage, commitment).await;
        let changed = NewIndicator { baseline: 99.0, unit: "falls a year".into(), target: Some(50.0), ..falls(Some(3.0)) };
        assert_eq!(actions::measure(&stage.env, &lead, matter, changed).await.unwrap(), first);
        stage.days(400);
        actions::measure(&stage.env, &lead, matter, falls(Some(7.5))).await.unwrap();
        let mut conn = stage.env.db.read().await.unwrap();
        let i = of_matter(&mut conn, matter).await.unwrap().indicators.remove(0);
        assert_eq!((i.baseline, i.unit.as_str(), i.target, i.value), (14.0, "falls in 120 days", Some(5.0), Some(7.5)));
        assert_eq!(i.measured(), Some(Measured::Improved));
        let values: Vec<_> = kapok_outcomes::values_of(&mut conn, first).await.unwrap().into_iter().map(|v| v.value).collect();
        assert_eq!(values, [3.0, 7.5]);
        for (new, field, message) in [
            (NewIndicator { baseline_source: " ".into(), ..falls(None) }, "baseline_source", "form-missing"),
            (NewIndicator { value_source: String::new(), ..falls(Some(1.0)) }, "value_source", "outcomes-source-missing"),
            (NewIndicator { baseline: f64::NAN, ..falls(None) }, "baseline", "outcomes-number-wrong"),
            (NewIndicator { target: Some(f64::INFINITY), ..falls(None) }, "target", "outcomes-number-wrong"),
            (NewIndicator { name: "\n".into(), ..falls(None) }, "name", "form-missing"),
        ] {
            assert_eq!(refused(actions::measure(&stage.env, &lead, matter, new).await, field), message);
        }
        for n in 1..20 {
            actions::measure(&stage.env, &lead, matter, NewIndicator { name: format!("n{n}"), ..falls(None) }).await.unwrap();
        }
        assert_eq!(refused(actions::measure(&stage.env, &lead, matter, NewIndicator { name: "n20".into(), ..falls(None) }).await, "name"), "outcomes-too-many");
    }

    async fn who_may_measure_and_evaluate_and_when(kit) {
        let stage = Stage::new(kit).await;
        let (matter, commitment) = promised(&stage).await;
        for actor in [Actor::Resident, stage.staff("parks", Role::LeadOfficer).await, stage.staff("streets", Role::Auditor).await] {
            assert!(matches!(actions::measure(&stage.env, &actor, matter, falls(None)).await, Err(ActError::Forbidden)));
            assert!(matches!(actions::evaluate(&stage.env, &actor, matter, "x").await, Err(ActError::Forbidden)));
        }
        actions::measure(&stage.env, &stage.staff("mayor", Role::MayorsOffice).await, matter, falls(None)).await.unwrap();
        let officer = stage.staff("streets", Role::Officer).await;
        assert_eq!(not_now(actions::evaluate(&stage.env, &officer, matter, "too early").await), "outcomes-not-done");
        finish(&stage, commitment).await;
        assert_eq!(refused(actions::evaluate(&stage.env, &officer, matter, " ").await, "text"), "form-missing");
        actions::evaluate(&stage.env, &officer, matter, "It worked.").await.unwrap();
        assert_eq!(not_now(actions::evaluate(&stage.env, &officer, matter, "twice").await), "outcomes-not-done");
    }

    async fn rechecks_of_a_leap_day_come_due_and_are_done_by_measuring(kit) {
        let stage = Stage::new(kit).await;
        let lead = stage.lead().await;
        stage.kit.clock.set("2028-02-29T12:00:00Z".parse().unwrap());
        let (matter, _) = done(&stage).await;
        actions::evaluate(&stage.env, &lead, matter, "It worked.").await.unwrap();
        let mut conn = stage.env.db.read().await.unwrap();
        let due = async |conn: &mut kapok_store::Conn, day: &str| -> Vec<(i64, i64, String)> {
            let due = kapok_outcomes::rechecks_due(conn, day.parse().unwrap(), 9).await.unwrap();
            due.into_iter().map(|r| (r.matter_number, r.years, r.due.to_string())).collect()
        };
        assert_eq!(due(&mut conn, "2029-02-27").await, []);
        assert_eq!(due(&mut conn, "2029-02-28").await, [(1, 1, "2029-02-28".into())]);
        stage.kit.clock.set("2029-03-05T12:00:00Z".parse().unwrap());
        actions::measure(&stage.env, &lead, matter, falls(Some(4.0))).await.unwrap();
        assert_eq!(due(&mut conn, "2029-03-05").await, []);
        assert_eq!(due(&mut conn, "2033-02-28").await, [(1, 3, "2031-02-28".into()), (1, 5, "2033-02-28".into())]);
        let rechecks = of_matter(&mut conn, matter).await.unwrap().rechecks;
        assert_eq!(rechecks.iter().map(|r| r.done_at.is_some()).collect::<Vec<_>>(), [true, false, false]);
    }

    async fn residents_check_on_a_page_without_an_account(kit) {
        let stage = Stage::new(kit).await;
        let (matter, _) = done(&stage).await;
        let path = format!("{}/check", stage.matter(matter).await.path());
        let server = stage.server(kapok_outcomes::routes(), Actor::Resident);
        let page = server.get(&path).await;
        assert!(page.status == 200 && page.body.contains("value=\"not-yet\""), "{}", page.body);
        let token = server.token();
        let values = [("token", token.as_str()), ("says", "not-yet"), ("words", "Two lamps are dark")];
        for _ in 0..3 {
            let sent = server.post(&path, &values).await;
            assert_eq!((sent.status, sent.location), (303, stage.matter(matter).await.path()));
        }
        assert_eq!(stage.matter(matter).await.not_yet_count, 1);
        let forged = server.post(&path, &[("token", "00"), ("says", "done"), ("words", "kept <words>")]).await;
        assert_eq!(forged.status, 422);
        assert!(forged.body.contains("kept &#60;words&#62;"));
        assert_eq!(server.post(&path, &[("says", "perhaps")]).await.status, 422);
        for _ in 0..4 { server.post(&path, &[("says", "not-yet")]).await; }
        assert_eq!(stage.state(matter).await, State::Doing);
        let closed = server.post(&path, &[("says", "not-yet"), ("words", "still dark")]).await;
        assert_eq!(closed.status, 422);
        assert_eq!(server.get("/matters/1/outcome").await.status, 303, "asked to sign in");
    }

    async fn staff_write_down_measure_and_evaluate_on_one_page(kit) {
        let stage = Stage::new(kit).await;
        let (matter, _) = done(&stage).await;
        checks(&stage, matter, Says::Done, 2).await;
        actions::check(&stage.env, matter, Says::Done, "الضوء دافئ والطريق كله ظاهر", None).await.unwrap();
        let path = format!("{}/outcome", stage.matter(matter).await.path());
        let server = stage.server(kapok_outcomes::routes(), stage.lead().await);
        let empty = server.post(&path, &[("do", "indicator"), ("baseline", "1,234"), ("unit", "falls")]).await;
        assert_eq!(empty.status, 422);
        for field in ["name", "baseline", "baseline_source", "better"] {
            assert!(empty.body.contains(&format!("href=\"#{field}\"")), "{field}: {}", empty.body);
        }
        let new = [("do", "indicator"), ("name", "Walkers"), ("unit", "people a day"), ("baseline", "40"), ("target", "100"),
            ("baseline_source", "Counted by hand"), ("better", "up")];
        assert_eq!(server.post(&path, &new).await.status, 303);
        let value = [("do", "value"), ("indicator", "Walkers"), ("value", "190,5"), ("value_source", "Counted again")];
        assert_eq!(server.post(&path, &value).await.status, 303);
        let before = stage.env.db.queries();
        let page = server.get(&path).await;
        assert!(stage.env.db.queries() - before <= 8);
        assert!(page.body.contains("190.5") && page.body.contains("Target reached") && page.body.contains("3 say done"), "{}", page.body);
        assert!(page.body.contains("lang=\"ar\"") && !page.body.contains("Hide these words"));
        assert_eq!(server.post(&path, &[("do", "evaluate"), ("text", "It worked.")]).await.status, 303);
        assert_eq!(stage.state(matter).await, State::Evaluated);
        assert!(server.get(&format!("{path}?lang=zh")).await.body.contains("5 年后"));
    }
}

/// The database of a kit, to make others like it.
fn on(kit: &kapok_testkit::Kit) -> kapok_testkit::On {
    match kit.db.dialect() {
        kapok_store::Dialect::Sqlite => kapok_testkit::On::Sqlite,
        kapok_store::Dialect::Postgres => kapok_testkit::On::Postgres,
    }
}

proptest::proptest! {
    #[test]
    fn a_typed_number_is_finite_or_refused(text in "\\PC{0,20}|-?[0-9]{0,25}[.,]?[0-9]{0,9}") {
        proptest::prop_assert!(kapok_outcomes::model::number(&text).is_none_or(f64::is_finite));
    }

    #[test]
    fn a_measurement_that_passes_is_within_bounds_and_has_its_sources(
        baseline in proptest::num::f64::ANY,
        value in proptest::option::of(proptest::num::f64::ANY),
        name in "\\PC{0,20}|[\\x00-\\x20]{0,5}",
        source in "\\PC{0,20}|[\\x00-\\x20]{0,5}",
    ) {
        let new = NewIndicator { name, baseline, value, value_source: source.clone(), baseline_source: source, ..falls(None) };
        if let Ok(new) = new.check() {
            proptest::prop_assert!(new.baseline.abs() <= 1e15 && new.value.is_none_or(|v| v.abs() <= 1e15));
            proptest::prop_assert!(!new.name.is_empty() && !new.name.contains('\n') && !new.baseline_source.is_empty());
            proptest::prop_assert!(new.value.is_none() || !new.value_source.is_empty());
        }
    }
}
