//! Promising, moving, reporting, finishing, on both databases.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop the test")]

#[path = "../../decisions/tests/stage/mod.rs"]
mod stage;

#[path = "commitments/correcting.rs"]
mod correcting;

use axum::body::Body;
use axum::http::Request;
use axum::http::header::CONTENT_TYPE;
use kapok_acts::{ActError, Actor, Role};
use kapok_commitments::actions::{self, Made};
use kapok_commitments::{Filter, NewCommitment, NewDate, NewFinish, NewProgress, State, UpdateKind};
use kapok_decisions::{NewDecision, Verdict};
use kapok_store::Migration;
use kapok_store::ids::MatterId;
use kapok_testkit::both;
use stage::{Answer, Server, Stage, not_now, refused};

fn migrations() -> Vec<Migration> {
    stage::migrations(&[
        kapok_decisions::SCHEMA.migrations,
        kapok_commitments::SCHEMA.migrations,
    ])
}

async fn decided(stage: &Stage, result: Verdict) -> MatterId {
    let matter = stage.answered_matter().await;
    let new = NewDecision {
        result,
        text: "The path is lit.".into(),
        reasons: "It is dark.".into(),
        basis: String::new(),
        lang: "en".into(),
    };
    kapok_decisions::actions::decide(&stage.env, &stage.lead().await, matter, new)
        .await
        .unwrap();
    matter
}

async fn promise(stage: &Stage, due_in: i64) -> NewCommitment {
    NewCommitment {
        title: "The path is lit from the bridge to the station".into(),
        lead: stage.party("streets").await,
        with: vec![stage.party("river-friends").await, stage.party("lighting").await],
        due: stage.env.in_days(due_in),
        money: Some(118_000),
        people: Some(23),
        case: None,
    }
}

async fn promised(stage: &Stage, matter: MatterId, due_in: i64) -> Made {
    let new = promise(stage, due_in).await;
    actions::make(&stage.env, &stage.lead().await, matter, new)
        .await
        .unwrap()
}

fn progress(percent: i64, spent: Option<i64>) -> NewProgress {
    NewProgress {
        percent,
        spent,
        text: "30 lamps stand.".into(),
        ..NewProgress::default()
    }
}

fn evidence() -> NewFinish {
    NewFinish {
        evidence: "Light measured every ten metres.".into(),
        ..NewFinish::default()
    }
}

async fn one(stage: &Stage, number: i64) -> kapok_commitments::Commitment {
    let mut conn = stage.env.db.read().await.unwrap();
    kapok_commitments::by_number(&mut conn, number)
        .await
        .unwrap()
        .unwrap()
}

both! { migrations();
    async fn the_first_promise_starts_the_work_and_names_everybody(kit) {
        let stage = Stage::new(kit).await;
        let matter = decided(&stage, Verdict::Accepted).await;
        let first = promised(&stage, matter, 30).await;
        assert_eq!(stage.state(matter).await, kapok_matters::State::Doing);
        let second = promised(&stage, matter, 60).await;
        assert_eq!((first.number, second.number), (1, 2));
        let mut conn = stage.env.db.read().await.unwrap();
        let before = stage.env.db.queries();
        let all = kapok_commitments::of_matter(&mut conn, matter).await.unwrap();
        assert_eq!(stage.env.db.queries() - before, 1);
        assert_eq!(all.iter().map(|(c, with)| (c.number, with.len(), c.partners)).collect::<Vec<_>>(), [(1, 2, 2), (2, 2, 2)]);
        let c = &all[0].0;
        assert_eq!((c.money, c.spent, c.people, c.percent), (Some(118_000), 0, Some(23), 0));
        assert_eq!((c.due, c.first_due, c.state), (stage.env.in_days(30), stage.env.in_days(30), State::Running));
        assert!(c.decision_id.is_some() && c.lang == "en");
        let kinds = stage.kinds(matter).await;
        assert_eq!(kinds[kinds.len() - 3..], ["commitment.made", "matter.doing", "commitment.made"]);
        let parties = kapok_commitments::parties_of(&mut conn, c.id).await.unwrap();
        let roles: Vec<_> = parties.iter().map(|(_, role)| role.id()).collect();
        assert_eq!(roles, ["department", "partner"]);
    }

    async fn nothing_is_promised_before_a_decision_or_after_a_refusal(kit) {
        let stage = Stage::new(kit).await;
        let lead = stage.lead().await;
        let open = stage.answered_matter().await;
        let new = promise(&stage, 30).await;
        assert_eq!(not_now(actions::make(&stage.env, &lead, open, new.clone()).await), "commitments-not-decided");
        let declined = decided(&stage, Verdict::Declined).await;
        assert_eq!(not_now(actions::make(&stage.env, &lead, declined, new.clone()).await), "commitments-declined");
        let partly = decided(&stage, Verdict::Partly).await;
        for actor in [Actor::Resident, stage.staff("streets", Role::Officer).await, stage.staff("parks", Role::LeadOfficer).await] {
            let result = actions::make(&stage.env, &actor, partly, new.clone()).await;
            assert!(matches!(result, Err(ActError::Forbidden)), "{actor:?}: {result:?}");
        }
        actions::make(&stage.env, &stage.staff("mayor", Role::MayorsOffice).await, partly, new).await.unwrap();
    }

    async fn what_cannot_be_promised_is_refused_field_by_field(kit) {
        let stage = Stage::new(kit).await;
        let lead = stage.lead().await;
        let matter = decided(&stage, Verdict::Accepted).await;
        let good = promise(&stage, 30).await;
        let nobody = kapok_store::ids::PartyId([0; 16]);
        let friends = stage.party("river-friends").await;
        for (new, field, message) in [
            (NewCommitment { title: " \n ".into(), ..good.clone() }, "title", "form-missing"),
            (NewCommitment { title: "a".repeat(201), ..good.clone() }, "title", "form-too-long"),
            (NewCommitment { money: Some(-1), ..good.clone() }, "money", "form-number-wrong"),
            (NewCommitment { money: Some(i64::MAX), ..good.clone() }, "money", "commitments-too-much"),
            (NewCommitment { people: Some(-1), ..good.clone() }, "people", "form-number-wrong"),
            (NewCommitment { due: stage.env.in_days(-1), ..good.clone() }, "due", "commitments-date-past"),
            (NewCommitment { due: stage.env.in_days(60 * 366), ..good.clone() }, "due", "commitments-date-far"),
            (NewCommitment { lead: friends, ..good.clone() }, "lead", "form-unknown"),
            (NewCommitment { with: vec![nobody], ..good.clone() }, "with", "form-unknown"),
        ] {
            assert_eq!(refused(actions::make(&stage.env, &lead, matter, new).await, field), message);
        }
        assert_eq!(stage.state(matter).await, kapok_matters::State::Decided);
    }

    async fn a_date_moves_only_with_a_reason_and_every_date_stays_readable(kit) {
        let stage = Stage::new(kit).await;
        let lead = stage.lead().await;
        let matter = decided(&stage, Verdict::Accepted).await;
        let made = promised(&stage, matter, 30).await;
        let to = |days: i64, reason: &str| NewDate { due: stage.env.in_days(days), reason: reason.into() };
        let go = |new: NewDate| actions::move_date(&stage.env, &lead, made.id, new);
        assert_eq!(refused(go(to(50, " \t")).await, "reason"), "form-reason-missing");
        assert_eq!(refused(go(to(30, "same")).await, "due"), "commitments-date-same");
        assert_eq!(refused(go(to(-1, "past")).await, "due"), "commitments-date-past");
        let first = day(&stage, 30);
        go(to(50, "The second delivery came late.")).await.unwrap();
        let second = day(&stage, 50);
        stage.days(40);
        go(to(100, "The stone had cracks.")).await.unwrap();
        let mut conn = stage.env.db.read().await.unwrap();
        let moves = kapok_commitments::moves_of(&mut conn, made.id).await.unwrap();
        let dates: Vec<_> = moves.iter().map(|m| (m.from.to_string(), m.to.to_string(), m.reason.as_str())).collect();
        assert_eq!(dates, [
            (first.clone(), second.clone(), "The second delivery came late."),
            (second, day(&stage, 100), "The stone had cracks."),
        ]);
        let c = one(&stage, made.number).await;
        assert_eq!((c.first_due.to_string(), c.due, c.moves), (first, stage.env.in_days(100), 2));
        assert!(matches!(
            actions::move_date(&stage.env, &stage.staff("parks", Role::LeadOfficer).await, made.id, to(110, "no")).await,
            Err(ActError::Forbidden)
        ));
        let acts = kapok_acts::log::of_subject(&mut conn, made.id.0, 9).await.unwrap();
        let moved: Vec<_> = acts.iter().filter(|a| a.kind == "commitment.moved").map(|a| a.reason.clone()).collect();
        assert_eq!(moved.len(), 2);
        assert!(moved.iter().all(Option::is_some));
    }

    async fn overdue_follows_from_dates_alone(kit) {
        let stage = Stage::new(kit).await;
        let lead = stage.lead().await;
        let matter = decided(&stage, Verdict::Accepted).await;
        for due in [1, 1, 10, 59, 90] {
            promised(&stage, matter, due).await;
        }
        let parks = NewCommitment { lead: stage.party("parks").await, with: vec![], ..promise(&stage, 55).await };
        let mayor = stage.staff("mayor", Role::MayorsOffice).await;
        actions::make(&stage.env, &mayor, matter, parks).await.unwrap();
        stage.days(60);
        let today = stage.env.today();
        let mut conn = stage.env.db.read().await.unwrap();
        let late = kapok_commitments::overdue(&mut conn, today).await.unwrap();
        // Late by 59, 59, 50, 1 and 5 days: 174 in all; the middle one is 50; 174 / 5 = 34.8.
        assert_eq!((late.n, late.days, late.median, late.average()), (5, 174, Some(50.0), Some(35)));
        let (lines, all) = kapok_commitments::per_office(&mut conn, today).await.unwrap();
        assert_eq!(all, late);
        let mut seen: Vec<_> = lines.iter().map(|l| (l.made, l.finished, l.late.n, l.late.median)).collect();
        seen.sort_by_key(|l| l.0);
        assert_eq!(seen, [(1, 0, 1, Some(5.0)), (5, 0, 4, Some(54.5))], "(50 + 59) / 2");
        let numbers = async |conn: &mut kapok_store::Conn, filter| -> Vec<i64> {
            kapok_commitments::list(conn, filter, 50).await.unwrap().iter().map(|c| c.number).collect()
        };
        assert_eq!(numbers(&mut conn, Filter::default()).await, [1, 2, 3, 6, 4, 5]);
        let overdue = Filter { overdue_on: Some(today), ..Filter::default() };
        assert_eq!(numbers(&mut conn, overdue).await, [1, 2, 3, 6, 4]);
        actions::finish(&stage.env, &lead, kapok_commitments::by_number(&mut conn, 1).await.unwrap().unwrap().id, evidence()).await.unwrap();
        assert_eq!(numbers(&mut conn, Filter::default()).await, [2, 3, 6, 4, 5, 1]);
        assert_eq!(numbers(&mut conn, Filter { after: Some(6), ..Filter::default() }).await, [4, 5, 1]);
        assert_eq!(numbers(&mut conn, Filter { after: Some(5), ..Filter::default() }).await, [1]);
        let streets = Some(stage.party("streets").await);
        assert_eq!(numbers(&mut conn, Filter { lead: streets, state: Some(State::Finished), ..Filter::default() }).await, [1]);
        let friends = Some(stage.party("river-friends").await);
        assert_eq!(numbers(&mut conn, Filter { party: friends, ..overdue }).await, [2, 3, 4]);
        assert_eq!(kapok_commitments::overdue(&mut conn, today).await.unwrap().n, 4);
        assert!(one(&stage, 1).await.days_late(today) == 0 && one(&stage, 2).await.days_late(today) == 59);
        let on_the_day = one(&stage, 2).await.due;
        assert!(!one(&stage, 2).await.is_overdue(on_the_day), "due today is not late");
    }

    async fn reports_are_counted_once_and_stay_within_bounds(kit) {
        let stage = Stage::new(kit).await;
        let matter = decided(&stage, Verdict::Accepted).await;
        let made = promised(&stage, matter, 30).await;
        let officer = stage.staff("lighting", Role::Officer).await;
        let report = |new: NewProgress| actions::progress(&stage.env, &officer, made.id, new);
        for (new, field, message) in [
            (progress(101, None), "percent", "commitments-percent-wrong"),
            (progress(-1, None), "percent", "commitments-percent-wrong"),
            (progress(5, Some(-1)), "spent", "form-number-wrong"),
            (NewProgress { text: "\u{7}".into(), ..progress(5, None) }, "text", "form-missing"),
        ] {
            assert_eq!(refused(report(new).await, field), message);
        }
        let keyed = NewProgress { form_key: Some([4; 16]), ..progress(40, Some(56_000)) };
        assert!(report(keyed.clone()).await.unwrap());
        assert!(!report(keyed).await.unwrap(), "sent twice, reported once");
        stage.days(1);
        assert!(report(progress(60, None)).await.unwrap());
        let c = one(&stage, made.number).await;
        assert_eq!((c.percent, c.spent), (60, 56_000), "spent stays when it is not given");
        let mut conn = stage.env.db.read().await.unwrap();
        let updates = kapok_commitments::updates_of(&mut conn, made.id).await.unwrap();
        assert_eq!(updates.iter().map(|u| u.percent).collect::<Vec<_>>(), [60, 40], "newest first");
        assert_eq!(updates[0].party_id, Some(stage.party("lighting").await));
        let outsider = stage.staff("parks", Role::Officer).await;
        assert!(matches!(actions::progress(&stage.env, &outsider, made.id, progress(70, None)).await, Err(ActError::Forbidden)));
    }

    async fn the_last_promise_finished_makes_the_matter_done(kit) {
        let stage = Stage::new(kit).await;
        let lead = stage.lead().await;
        let matter = decided(&stage, Verdict::Accepted).await;
        let (a, b) = (promised(&stage, matter, 30).await, promised(&stage, matter, 30).await);
        let without = NewFinish { evidence: " ".into(), ..evidence() };
        assert_eq!(refused(actions::finish(&stage.env, &lead, a.id, without).await, "evidence"), "commitments-evidence-missing");
        stage.days(33);
        assert!(actions::finish(&stage.env, &lead, a.id, NewFinish { spent: Some(118_000), ..evidence() }).await.unwrap());
        assert_eq!(stage.state(matter).await, kapok_matters::State::Doing);
        let c = one(&stage, a.number).await;
        assert_eq!((c.state, c.percent, c.spent, c.evidence.as_str()), (State::Finished, 100, 118_000, "Light measured every ten metres."));
        for result in [
            actions::finish(&stage.env, &lead, a.id, evidence()).await.map(|_| ()),
            actions::progress(&stage.env, &lead, a.id, progress(50, None)).await.map(|_| ()),
            actions::move_date(&stage.env, &lead, a.id, NewDate { due: stage.env.in_days(9), reason: "r".into() }).await,
        ] {
            assert_eq!(not_now(result), "commitments-is-finished");
        }
        let officer = stage.staff("streets", Role::Officer).await;
        actions::finish(&stage.env, &officer, b.id, evidence()).await.unwrap();
        assert_eq!(stage.state(matter).await, kapok_matters::State::Done);
        let kinds = stage.kinds(matter).await;
        assert_eq!(kinds[kinds.len() - 2..], ["commitment.finished", "matter.done"]);
        let mut conn = stage.env.db.read().await.unwrap();
        let acts = kapok_acts::log::of_subject(&mut conn, a.id.0, 9).await.unwrap();
        assert_eq!(acts.last().unwrap().text("days_late").as_deref(), Some("3"));
    }

    async fn the_last_two_finished_at_once_make_it_done_once(kit) {
        let stage = Stage::new(kit).await;
        let lead = stage.lead().await;
        let matter = decided(&stage, Verdict::Accepted).await;
        let mut made = Vec::new();
        for _ in 0..6 { made.push(promised(&stage, matter, 30).await); }
        let all = made.iter().map(|m| actions::finish(&stage.env, &lead, m.id, evidence()));
        for result in futures_util::future::join_all(all).await { assert!(result.unwrap()); }
        let done = stage.kinds(matter).await.into_iter().filter(|k| k == "matter.done").count();
        assert_eq!((stage.state(matter).await, done), (kapok_matters::State::Done, 1));
        let mut conn = stage.env.db.read().await.unwrap();
        let (lines, _) = kapok_commitments::per_office(&mut conn, stage.env.today()).await.unwrap();
        assert_eq!((lines[0].made, lines[0].finished), (6, 6));
    }

    async fn what_is_reopened_runs_again_with_its_old_date(kit) {
        let stage = Stage::new(kit).await;
        let lead = stage.lead().await;
        let matter = decided(&stage, Verdict::Accepted).await;
        let made = promised(&stage, matter, 5).await;
        actions::finish(&stage.env, &lead, made.id, evidence()).await.unwrap();
        stage.days(15);
        let mut tx = stage.env.db.change().await.unwrap();
        let held = kapok_matters::actions::hold(&mut tx, matter).await.unwrap();
        assert_eq!(refused(actions::reopen_in(&mut tx, &stage.env, &Actor::System, &held, " ").await.map(|_| ()), "reason"), "form-reason-missing");
        drop(tx);
        let mut tx = stage.env.db.change().await.unwrap();
        let held = kapok_matters::actions::hold(&mut tx, matter).await.unwrap();
        let acts = actions::reopen_in(&mut tx, &stage.env, &Actor::System, &held, "5 of 9 say not yet").await.unwrap();
        assert_eq!(acts.len(), 1);
        tx.commit(acts.into_iter().next().unwrap()).await.unwrap();
        let c = one(&stage, made.number).await;
        assert_eq!((c.state, c.finished_at, c.evidence.as_str(), c.days_late(stage.env.today())), (State::Running, None, "", 10));
        let mut conn = stage.env.db.read().await.unwrap();
        let kinds: Vec<_> = kapok_commitments::updates_of(&mut conn, made.id).await.unwrap().into_iter().map(|u| u.kind).collect();
        assert_eq!(kinds, [UpdateKind::Reopened, UpdateKind::Finished], "the evidence stays readable among the reports");
        let (lines, _) = kapok_commitments::per_office(&mut conn, stage.env.today()).await.unwrap();
        assert_eq!((lines[0].made, lines[0].finished, lines[0].late.n), (1, 0, 1));
    }

    async fn the_pages_say_what_is_late_and_cost_few_queries(kit) {
        let stage = Stage::new(kit).await;
        let lead = stage.lead().await;
        let matter = decided(&stage, Verdict::Accepted).await;
        for due in 1..=60 { promised(&stage, matter, due).await; }
        stage.days(10);
        let server = stage.server(kapok_commitments::routes(), Actor::Resident);
        for path in ["/promises", "/promises?office=streets&state=overdue", "/promises?state=nonsense&office=none&after=x", "/promises/1", "/promises?lang=ar"] {
            let before = stage.env.db.queries();
            let page = server.get(path).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(stage.env.db.queries() - before <= 8, "{path}: {}", stage.env.db.queries() - before);
        }
        let page = server.get("/promises").await.body;
        assert!(page.contains("9 promises overdue, by 5 days on average"), "{page}");
        assert!(page.contains("9 days late") && page.contains("after=50"));
        assert_eq!(server.get("/promises?after=50").await.body.matches("<li class=\"row-item").count(), 10);
        let csv = server.get("/promises.csv?office=streets&state=overdue").await.body;
        let lines: Vec<_> = csv.lines().collect();
        assert_eq!(lines.len(), 10);
        assert!(lines[0].starts_with("number,matter,title,"));
        assert!(lines[1].contains("The path is lit") && lines[1].contains(",running,2026-03-02,2026-03-03,2026-03-03,0,,9,0,118000,0,23"), "{}", lines[1]);
        assert_eq!(server.get("/promises/999").await.status, 404);
        assert_eq!(server.get("/promises/1/work").await.status, 303, "asked to sign in");

        let staff = stage.server(kapok_commitments::routes(), lead);
        assert_eq!(staff.get("/promises/1/work").await.status, 200);
        let bad = staff.post("/promises/1/work", &[("do", "progress"), ("percent", "140"), ("text", "half <done>"), ("spent", "-5")]).await;
        assert_eq!(bad.status, 422);
        assert!(bad.body.contains("half &#60;done&#62;") && bad.body.contains("href=\"#spent\""), "{}", bad.body);
        let moved = staff.post("/promises/1/work", &[("do", "move"), ("due", "2026-05-01"), ("reason", "Late lamps")]).await;
        assert_eq!((moved.status, moved.location.as_str()), (303, "/promises/1"));
        let one = server.get("/promises/1").await.body;
        assert!(one.contains("Late lamps") && one.contains("2026-05-01") && one.contains("2026-03-03"));
        let made = staff.post(&format!("{}/commit", stage.matter(matter).await.path()), &[
            ("title", "Lamps have numbers"), ("lead", "streets"), ("with", "parks"), ("with", "river-friends"),
            ("due", "2026-06-01"), ("money", "1,200"), ("people", ""),
        ]).await;
        assert_eq!((made.status, made.location.as_str()), (303, "/promises/61"), "{}", made.body);
        let made = self::one(&stage, 61).await;
        assert_eq!((made.money, made.people, made.partners), (Some(1_200), None, 2));
        let form = staff.get(&format!("{}/commit", stage.matter(matter).await.path())).await.body;
        assert!(form.contains("value=\"streets\" selected"), "the lead of the matter is offered first");
        let parks = stage.server(kapok_commitments::routes(), stage.staff("parks", Role::LeadOfficer).await);
        let refused = parks.get(&format!("{}/commit", stage.matter(matter).await.path())).await;
        assert_eq!(refused.status, 403);
        assert!(refused.body.contains("Streets Department is in charge here") && !refused.body.contains("name=\"due\""), "{}", refused.body);
    }

    async fn a_photo_comes_with_the_report_and_a_text_file_does_not(kit) {
        let stage = Stage::new(kit).await;
        let matter = decided(&stage, Verdict::Accepted).await;
        let made = promised(&stage, matter, 30).await;
        let server = stage.server(kapok_commitments::routes(), stage.lead().await);
        let values = [("do", "progress"), ("percent", "40"), ("text", "Nine roots cut back."), ("spent", "")];
        let refused = upload(&server, "/promises/1/work", &values, b"GIF89a not a photo").await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("This photo cannot be taken in") && refused.body.contains("Nine roots cut back."));
        let sent = upload(&server, "/promises/1/work", &values, &png(800, 200)).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let mut conn = stage.env.db.read().await.unwrap();
        let updates = kapok_commitments::updates_of(&mut conn, made.id).await.unwrap();
        let photo = updates[0].photo.clone().unwrap();
        assert_eq!((photo.len(), updates[0].photo_width, updates[0].photo_height), (64, Some(800), Some(200)));
        let page = server.get("/promises/1").await.body;
        assert!(page.contains(&format!("src=\"/photos/{photo}/small\"")) && page.contains("width=\"400\" height=\"100\""), "{page}");
    }
}

/// Sends a form with a file.
async fn upload(server: &Server, path: &str, values: &[(&str, &str)], photo: &[u8]) -> Answer {
    let mut body = Vec::new();
    let token = server.token();
    for (name, value) in values.iter().chain([&("token", token.as_str())]) {
        let part = format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    let head = "--cut\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"p\"\r\n\r\n";
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(photo);
    body.extend_from_slice(b"\r\n--cut--\r\n");
    let request = Request::post(path).header(CONTENT_TYPE, "multipart/form-data; boundary=cut");
    server.send(request, Body::from(body)).await
}

/// Day that lies so many days from the clock's today, as text.
fn day(stage: &Stage, days: i64) -> String {
    stage.env.in_days(days).to_string()
}

/// A PNG file of one colour, made here so that no picture has to be kept.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(width, height, image::Rgb([200, 120, 40]));
    picture.write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

proptest::proptest! {
    #[test]
    fn no_input_makes_money_negative_or_leaves_the_bounds(
        percent in proptest::num::i64::ANY,
        spent in proptest::option::of(proptest::num::i64::ANY),
        text in "\\PC{0,30}|[\\x00-\\x20]{0,9}",
        typed in "\\PC{0,20}|-?[0-9, ]{1,25}",
    ) {
        let new = NewProgress { percent, spent, text: text.clone(), ..NewProgress::default() };
        if let Ok(new) = new.check() {
            proptest::prop_assert!((0..=100).contains(&new.percent));
            proptest::prop_assert!(new.spent.is_none_or(|n| (0..=kapok_commitments::forms::MOST_MONEY).contains(&n)));
            proptest::prop_assert!(!new.text.trim().is_empty());
        }
        if let Ok(new) = (NewFinish { spent, evidence: text, ..NewFinish::default() }).check() {
            proptest::prop_assert!(new.spent.is_none_or(|n| n >= 0) && !new.evidence.is_empty());
        }
        proptest::prop_assert!(kapok_decisions::words::whole(&typed).is_none_or(|n| n >= 0));
    }
}
