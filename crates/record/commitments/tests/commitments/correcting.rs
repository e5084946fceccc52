//! Whose name a promise is made in, withdrawing one, correcting its title; and a form that comes twice.

use kapok_acts::{ActError, Role};
use kapok_commitments::actions;
use kapok_commitments::{Filter, NewCommitment, State, UpdateKind};
use kapok_decisions::Verdict;
use kapok_testkit::both;

use crate::stage::{Stage, refused};
use crate::{decided, evidence, migrations, one, promise, promised};

both! { migrations();
    async fn an_office_promises_in_its_own_name_and_the_mayors_office_in_any(kit) {
        let stage = Stage::new(kit).await;
        let matter = decided(&stage, Verdict::Accepted).await;
        let parks = NewCommitment { lead: stage.party("parks").await, ..promise(&stage, 30).await };
        let other = actions::make(&stage.env, &stage.lead().await, matter, parks.clone()).await;
        assert_eq!(refused(other, "lead"), "commitments-lead-not-yours");
        let mayor = stage.staff("streets", Role::MayorsOffice).await;
        assert_eq!(actions::make(&stage.env, &mayor, matter, parks).await.unwrap().number, 1);
    }

    async fn a_withdrawn_promise_stays_readable_and_no_longer_counts(kit) {
        let stage = Stage::new(kit).await;
        let matter = decided(&stage, Verdict::Accepted).await;
        let (first, second) = (promised(&stage, matter, 5).await, promised(&stage, matter, 60).await);
        let lead = stage.lead().await;
        assert_eq!(refused(actions::withdraw(&stage.env, &lead, first.id, " ").await, "reason"), "form-reason-missing");
        let other = stage.staff("parks", Role::LeadOfficer).await;
        let foreign = actions::withdraw(&stage.env, &other, first.id, "not ours").await;
        assert!(matches!(foreign, Err(ActError::Forbidden)), "{foreign:?}");
        actions::withdraw(&stage.env, &lead, first.id, "It was promised twice.").await.unwrap();
        assert_eq!(one(&stage, 1).await.state, State::Withdrawn);
        let again = actions::withdraw(&stage.env, &lead, first.id, "again").await;
        assert!(matches!(again, Err(ActError::NotNow("commitments-is-withdrawn"))), "{again:?}");
        let mut conn = stage.env.db.read().await.unwrap();
        let reports = kapok_commitments::updates_of(&mut conn, first.id).await.unwrap();
        assert_eq!((reports[0].kind, reports[0].text.as_str()), (UpdateKind::Withdrawn, "It was promised twice."));
        stage.days(20);
        let (lines, late) = kapok_commitments::per_office(&mut conn, stage.env.today()).await.unwrap();
        assert_eq!((lines[0].made, lines[0].finished, late.n), (1, 0, 0), "it is neither counted nor late");
        let listed = Filter { state: Some(State::Withdrawn), ..Filter::default() };
        assert_eq!(kapok_commitments::list(&mut conn, listed, 9).await.unwrap().len(), 1);
        assert_eq!(kapok_commitments::of_matter(&mut conn, matter).await.unwrap().len(), 1);
        drop(conn);
        actions::finish(&stage.env, &lead, second.id, evidence()).await.unwrap();
        assert_eq!(stage.state(matter).await, kapok_matters::State::Done, "what was withdrawn holds nothing up");
        assert!(stage.kinds(matter).await.contains(&"commitment.withdrawn".to_owned()));
    }

    async fn the_title_before_stays_in_the_log_and_on_the_page(kit) {
        let stage = Stage::new(kit).await;
        let matter = decided(&stage, Verdict::Accepted).await;
        let made = promised(&stage, matter, 30).await;
        let lead = stage.lead().await;
        let before = one(&stage, 1).await.title;
        assert_eq!(refused(actions::retitle(&stage.env, &lead, made.id, "Lit", "").await, "reason"), "form-reason-missing");
        let same = actions::retitle(&stage.env, &lead, made.id, &before, "none").await;
        assert_eq!(refused(same, "title"), "commitments-title-same");
        actions::retitle(&stage.env, &lead, made.id, "The path is lit to the quay", "A slip.").await.unwrap();
        assert_eq!(one(&stage, 1).await.title, "The path is lit to the quay");
        let server = stage.server(kapok_commitments::routes(), lead);
        let page = server.get("/promises/1").await.body;
        assert!(page.contains(&before) && page.contains("The title before"), "{page}");
    }

    async fn a_form_that_comes_twice_promises_once(kit) {
        let stage = Stage::new(kit).await;
        let matter = decided(&stage, Verdict::Accepted).await;
        let server = stage.server(kapok_commitments::routes(), stage.lead().await);
        let path = format!("{}/commit", stage.matter(matter).await.path());
        let token = server.token();
        let form = [("title", "Lamps have numbers"), ("lead", "streets"), ("due", "2026-06-01"), ("token", token.as_str())];
        assert_eq!(server.post(&path, &form).await.location, "/promises/1");
        let again = server.post(&path, &form).await;
        assert_eq!((again.status, again.location), (303, stage.matter(matter).await.path()));
        let mut conn = stage.env.db.read().await.unwrap();
        assert_eq!(kapok_commitments::of_matter(&mut conn, matter).await.unwrap().len(), 1);
    }
}
