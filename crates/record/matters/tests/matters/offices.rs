//! Several offices: who may do what, asking, handing over.

use kapok_acts::{ActError, Actor, Right, Role};
use kapok_matters::{Asked, Describe, PartnerState, actions, reads};
use kapok_testkit::both;

use crate::world::{MIGRATIONS, World};

both! { MIGRATIONS;
    async fn only_the_offices_of_a_matter_describe_and_answer_it(kit) {
        let w = World::new(kit).await;
        let matter = w.sorted("Lamp", "streets").await;
        let own = w.staff("streets", Role::LeadOfficer).await;
        let other = w.staff("lighting", Role::LeadOfficer).await;
        let mayor = w.staff("mayor", Role::MayorsOffice).await;
        let new = Describe { urgency: 3, version: None, ..Describe::of(&matter) };
        let refused = actions::describe(&w.env, &other, matter.id, new.clone(), "").await;
        assert!(matches!(refused, Err(ActError::Forbidden)), "{refused:?}");
        let refused = actions::answer(&w.env, &other, matter.id, "We come on Monday.", "").await;
        assert!(matches!(refused, Err(ActError::Forbidden)), "{refused:?}");
        actions::describe(&w.env, &own, matter.id, new.clone(), "").await.unwrap();
        actions::describe(&w.env, &mayor, matter.id, new.clone(), "").await.unwrap();

        actions::ask_partner(&w.env, &own, matter.id, w.office("lighting").await, "the lamps are yours").await.unwrap();
        let early = actions::describe(&w.env, &other, matter.id, new.clone(), "").await;
        assert!(matches!(early, Err(ActError::Forbidden)), "asked is not accepted: {early:?}");
        let waiting = reads::asked_of(&mut w.conn().await, w.office("lighting").await, 9).await.unwrap();
        assert_eq!((waiting.len(), waiting[0].0.id, waiting[0].1.note.as_str()), (1, matter.id, "the lamps are yours"));
        actions::accept(&w.env, &other, matter.id, w.office("lighting").await).await.unwrap();
        actions::describe(&w.env, &other, matter.id, new, "").await.unwrap();
        actions::answer(&w.env, &other, matter.id, "We come on Monday.", "").await.unwrap();
        assert!(reads::asked_of(&mut w.conn().await, w.office("lighting").await, 9).await.unwrap().is_empty());
    }

    async fn an_office_accepts_and_refuses_for_itself_only(kit) {
        let w = World::new(kit).await;
        let matter = w.sorted("Lamp", "streets").await;
        let lighting = w.office("lighting").await;
        let own = w.staff("lighting", Role::Officer).await;
        let other = w.staff("streets", Role::Officer).await;
        let unasked = actions::accept(&w.env, &own, matter.id, lighting).await;
        assert!(matches!(unasked, Err(ActError::NotNow("matters-not-asked"))), "{unasked:?}");
        actions::ask_partner(&w.env, &other, matter.id, lighting, "").await.unwrap();
        let twice = actions::ask_partner(&w.env, &other, matter.id, lighting, "").await;
        assert!(matches!(twice, Err(ActError::NotNow("matters-asked-already"))), "{twice:?}");
        let theirs = actions::accept(&w.env, &other, matter.id, lighting).await;
        assert!(matches!(theirs, Err(ActError::Forbidden)), "{theirs:?}");
        let silent = actions::refuse(&w.env, &own, matter.id, lighting, "  ").await;
        let Err(ActError::Fields(fields)) = silent else { panic!("{silent:?}") };
        assert_eq!(fields.get("reason"), Some("form-reason-missing"));
        actions::refuse(&w.env, &own, matter.id, lighting, "no lamp stands there").await.unwrap();
        let partners = reads::partners(&mut w.conn().await, matter.id).await.unwrap();
        assert_eq!((partners[0].state, partners[0].note.as_str()), (PartnerState::Refused, "no lamp stands there"));
        actions::ask_partner(&w.env, &other, matter.id, lighting, "look again").await.unwrap();
        actions::accept(&w.env, &own, matter.id, lighting).await.unwrap();
        let partners = reads::partners(&mut w.conn().await, matter.id).await.unwrap();
        assert_eq!((partners.len(), partners[0].state), (1, PartnerState::Accepted), "asked again in the same row");
    }

    async fn handing_over_keeps_the_clock_running_until_it_is_accepted_and_after(kit) {
        let w = World::new(kit).await;
        let matter = w.open("Lamp", "streets").await;
        let (streets, lighting) = (w.office("streets").await, w.office("lighting").await);
        let own = w.staff("streets", Role::Officer).await;
        let other = w.staff("lighting", Role::Officer).await;
        let silent = actions::hand_over(&w.env, &own, matter.id, lighting, "").await;
        assert!(matches!(silent, Err(ActError::Fields(_))), "{silent:?}");
        w.days_pass(5);
        actions::hand_over(&w.env, &own, matter.id, lighting, "it is the lamp, not the path").await.unwrap();
        let waiting = w.matter(matter.id).await;
        assert_eq!((waiting.lead, waiting.reply_by), (Some(streets), matter.reply_by), "nothing moves yet");
        let second = actions::hand_over(&w.env, &own, matter.id, w.office("mayor").await, "or them").await;
        assert!(matches!(second, Err(ActError::NotNow("matters-hand-over-waits"))), "{second:?}");
        w.days_pass(10);
        let today = w.env.today();
        let late = reads::late_counts(&mut w.conn().await, today).await.unwrap();
        assert_eq!(late, [(Some(streets), 1)], "late while nobody accepts");
        actions::accept(&w.env, &other, matter.id, lighting).await.unwrap();
        let moved = w.matter(matter.id).await;
        assert_eq!((moved.lead, moved.reply_by, moved.opened), (Some(lighting), matter.reply_by, matter.opened));
        let late = reads::late(&mut w.conn().await, today, Some(lighting), 9).await.unwrap();
        assert_eq!(late.len(), 1, "the new office takes the lateness over");
        let former = actions::describe(&w.env, &own, matter.id, Describe::of(&moved), "").await;
        assert!(matches!(former, Err(ActError::Forbidden)), "{former:?}");
        let partners = reads::partners(&mut w.conn().await, matter.id).await.unwrap();
        assert_eq!((partners[0].asked, partners[0].state), (Asked::Lead, PartnerState::Accepted));
        let back = actions::hand_over(&w.env, &other, matter.id, streets, "it is the path after all").await;
        assert!(back.is_ok(), "{back:?}");
        actions::refuse(&w.env, &own, matter.id, streets, "it is the lamp").await.unwrap();
        assert_eq!(w.matter(matter.id).await.lead, Some(lighting), "refused: the lead stays");
    }

    async fn a_matter_without_a_lead_may_be_sorted_by_any_officer_and_nobody_else(kit) {
        let w = World::new(kit).await;
        let matter = w.begun("Lamp", 1).await.matter;
        for (role, may) in [(Role::Officer, true), (Role::Moderator, false), (Role::Administrator, false)] {
            let actor = w.staff("lighting", role).await;
            let allowed = actions::may(&mut w.conn().await, &actor, Right::Describe, &matter).await;
            assert_eq!(allowed.is_ok(), may, "{role:?}");
        }
        assert!(actions::may(&mut w.conn().await, &Actor::Resident, Right::Describe, &matter).await.is_err());
        let officer = w.staff("lighting", Role::Officer).await;
        let new = w.description(&matter, "streets").await;
        let sorted = actions::sort(&w.env, &officer, matter.id, new, "theirs").await.unwrap();
        assert_eq!(sorted.lead, Some(w.office("streets").await));
    }
}
