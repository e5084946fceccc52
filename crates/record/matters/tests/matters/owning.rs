//! Whose matter it is: who merges and splits it, how its date moves; and a form that comes twice.

use axum::http::Request;
use axum::http::header::CONTENT_TYPE;
use kapok_acts::{ActError, Actor, Fields, Role};
use kapok_i18n::{Lang, T};
use kapok_matters::{State, actions};
use kapok_testkit::both;
use kapok_web::{FormToken, said};

use crate::pages::send;
use crate::world::{MIGRATIONS, World};

both! { MIGRATIONS;
    async fn a_matter_with_a_lead_is_merged_and_split_by_its_lead_or_the_mayors_office_alone(kit) {
        let w = World::new(kit).await;
        let (led, other) = (w.open("One that is led", "streets").await, w.begun("Another", 2).await.matter);
        let (own, foreign) = (w.staff("streets", Role::Officer).await, w.staff("lighting", Role::Officer).await);
        let merged = actions::merge(&w.env, &foreign, led.id, other.id, "the same").await;
        assert!(matches!(merged, Err(ActError::Forbidden)), "{merged:?}");
        let voices = w.voices(1).await;
        actions::join(&w.env, &foreign, led.id, &voices, "").await.unwrap();
        let split = actions::split(&w.env, &foreign, &voices, None, "elsewhere").await;
        assert!(matches!(split, Err(ActError::Forbidden)), "{split:?}");
        actions::split(&w.env, &own, &voices, None, "elsewhere").await.unwrap();
        actions::merge(&w.env, &foreign, other.id, led.id, "nobody leads it").await.unwrap();
        let more = w.begun("A third", 1).await.matter;
        let mayor = w.staff("mayor", Role::MayorsOffice).await;
        actions::merge(&w.env, &mayor, led.id, more.id, "the same").await.unwrap();
    }

    async fn a_later_day_for_the_answer_needs_a_reason_and_the_log_keeps_the_day_before(kit) {
        let w = World::new(kit).await;
        let matter = w.sorted("Lamps", "streets").await;
        let holds = matter.reply_by.unwrap();
        let later = w.env.in_days(60);
        let refused = actions::open(&w.env, &Actor::System, matter.id, later, " ").await;
        assert!(matches!(&refused, Err(ActError::Fields(Fields(f))) if f[0].field == "reason"), "{refused:?}");
        actions::open(&w.env, &Actor::System, matter.id, later, "The survey takes six weeks.").await.unwrap();
        let acts = kapok_acts::log::of_matter(&mut w.conn().await, matter.id, 50).await.unwrap();
        let opened = acts.iter().find(|a| a.kind == "matter.opened").unwrap();
        assert_eq!((opened.text("reply_by_before"), opened.text("reply_by")), (Some(holds.to_string()), Some(later.to_string())));
        let kept = w.sorted("Benches", "streets").await;
        actions::open(&w.env, &Actor::System, kept.id, kept.reply_by.unwrap(), "").await.unwrap();
    }

    async fn a_form_that_comes_twice_answers_once(kit) {
        let w = World::new(kit).await;
        let matter = w.open("Lamps", "streets").await;
        let lead = w.staff("streets", Role::LeadOfficer).await;
        let token = FormToken::make(&w.env, &[3; 32]);
        let body = format!("token={token}&do=answer&text=The+lamps+come+in+May.");
        for _ in 0..2 {
            let request = Request::post(format!("{}/work", matter.path())).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
            assert_eq!(send(&w, Some(lead.clone()), request, body.clone()).await.status, 303);
        }
        let answers = w.timeline(matter.id).await.into_iter().filter(|kind| kind == "matter.answered");
        assert_eq!(answers.count(), 1);
    }

    async fn a_merger_and_an_undone_beginning_have_sentences_of_their_own_in_every_language(kit) {
        let w = World::new(kit).await;
        let (one, other) = (w.begun("One", 1).await.matter, w.begun("Other", 1).await.matter);
        actions::merge(&w.env, &Actor::System, one.id, other.id, "the same").await.unwrap();
        let begun = w.begun("A slip", 1).await;
        let undone = actions::undo(&w.env, &Actor::System, begun.act, said::UNDONE).await.unwrap();
        assert_eq!(undone.state, State::Withdrawn);
        let mut conn = w.conn().await;
        let (merged, slip) = (
            kapok_acts::log::of_matter(&mut conn, one.id, 50).await.unwrap().pop().unwrap(),
            kapok_acts::log::of_matter(&mut conn, undone.id, 50).await.unwrap().pop().unwrap(),
        );
        let t = T(Lang::En);
        assert_eq!(said::sentence(t, &merged), format!("The matter was merged into matter {}", other.number));
        assert_eq!(said::sentence(t, &slip), "The matter was begun by mistake, and this was undone");
        for lang in [Lang::Zh, Lang::Es, Lang::Ar] {
            assert_ne!(said::reason_of(T(lang), &slip), said::reason_of(t, &slip));
        }
    }
}
