//! Editing, withdrawing, referring, answering, hiding.

use kapok_acts::{ActError, Actor, Role};
use kapok_testkit::both;
use kapok_voices::{InboxFilter, NewVoice, VoiceFilter, VoiceState, actions, reads};

use crate::stage::{MATTER, MIGRATIONS, Stage, not_now, said, wrong};

both! { MIGRATIONS;
    async fn an_edit_keeps_the_earlier_version_for_the_author(kit) {
        let s = Stage::new(kit).await;
        let ridge = s.place("ridge").await;
        let station = s.place("station").await;
        let heard = s.hear(NewVoice { place_words: "The Ridge".into(), ..said("First words.") }).await;
        actions::edit(&s.env, &heard.code, "Second words.", "Eastgate Station").await.unwrap();
        actions::edit(&s.env, &heard.code, "Third words.", "Eastgate Station").await.unwrap();
        actions::edit(&s.env, &heard.code, "Third words.", "Eastgate Station").await.unwrap();
        let own = s.by_code(&heard.code).await;
        assert_eq!((own.voice.text.as_str(), own.voice.version), ("Third words.", 3));
        let texts: Vec<_> = own.versions.iter().map(|v| (v.version, v.text.as_str(), v.place_words.as_str())).collect();
        assert_eq!(texts, [(1, "First words.", "The Ridge"), (2, "Second words.", "Eastgate Station")]);
        assert!(s.by_number(heard.number).await.versions.is_empty(), "earlier words are the author's alone");
        assert_eq!(own.voice.place, Some(station));
        let mut conn = s.env.db.read().await.unwrap();
        let places = reads::heard_by_place(&mut conn, 2026).await.unwrap();
        assert_eq!(places.iter().map(|p| (p.place, p.n)).collect::<Vec<_>>(), [(station, 1)], "{ridge} is empty again");
        assert_eq!(s.acts(heard.id).await, ["voice.heard", "voice.edited", "voice.edited"]);
        assert_eq!(wrong(actions::edit(&s.env, &heard.code, "  ", "").await), [("text", "voices-text-missing")]);
        assert!(matches!(actions::edit(&s.env, "nonsense", "x", "").await, Err(ActError::NotFound)));
    }

    async fn a_place_that_a_matter_has_counted_stays_when_words_change(kit) {
        let s = Stage::new(kit).await;
        let heard = s.hear(NewVoice { place_words: "The Ridge".into(), ..said("First words.") }).await;
        s.join(&[heard.id], MATTER).await;
        actions::edit(&s.env, &heard.code, "First words.", "Eastgate Station").await.unwrap();
        let voice = s.by_code(&heard.code).await.voice;
        assert_eq!((voice.place, voice.place_words.as_str()), (Some(s.place("ridge").await), "Eastgate Station"));
    }

    async fn an_answer_ends_editing_and_takes_the_voice_out_of_the_inbox(kit) {
        let s = Stage::new(kit).await;
        let heard = s.hear(said("When does the pool open?")).await;
        let lead = s.staff(Role::LeadOfficer).await;
        let officer = s.staff(Role::Officer).await;
        assert!(matches!(actions::answer(&s.env, &officer, heard.id, "Soon.").await, Err(ActError::Forbidden)));
        assert_eq!(wrong(actions::answer(&s.env, &lead, heard.id, " ").await), [("text", "voices-answer-missing")]);
        let id = actions::answer(&s.env, &lead, heard.id, "On 1 May, at eight.").await.unwrap();
        let again = actions::answer(&s.env, &lead, heard.id, "On 1 May, at eight.").await.unwrap();
        assert_eq!(id, again, "a double press answers once");
        let view = s.by_number(heard.number).await;
        assert_eq!((view.answers.len(), view.answers[0].author.as_str()), (1, "A. Okafor"));
        assert_eq!(view.answers[0].party, Some(s.party("streets").await));
        assert_eq!(view.voice.answered, Some(s.env.now()));
        assert_eq!(not_now(actions::edit(&s.env, &heard.code, "New", "").await), "voices-answered-already");
        let mut conn = s.env.db.read().await.unwrap();
        assert_eq!(reads::inbox_count(&mut conn, &InboxFilter::default()).await.unwrap(), 0);
    }

    async fn withdrawing_takes_the_words_and_keeps_the_counts(kit) {
        let s = Stage::new(kit).await;
        let heard = s.hear(NewVoice { contact: Some("ana@home.example".into()), ..said("Too angry.") }).await;
        let counted = s.counted().await;
        actions::withdraw(&s.env, &heard.code, "I was angry").await.unwrap();
        actions::withdraw(&s.env, &heard.code, "I was angry").await.unwrap();
        let (public, own) = (s.by_number(heard.number).await.voice, s.by_code(&heard.code).await.voice);
        for voice in [&public, &own] {
            assert_eq!((voice.state, voice.text.as_str(), voice.has_contact), (VoiceState::Withdrawn, "", false));
            assert_eq!(voice.state_reason, "");
        }
        assert_eq!(s.counted().await, counted);
        assert_eq!(s.acts(heard.id).await, ["voice.heard", "voice.withdrawn"]);
        assert_eq!(not_now(actions::edit(&s.env, &heard.code, "New", "").await), "voices-not-shown");
        let lead = s.staff(Role::LeadOfficer).await;
        assert_eq!(not_now(actions::answer(&s.env, &lead, heard.id, "But").await), "voices-not-shown");
        let mut conn = s.env.db.read().await.unwrap();
        assert!(reads::inbox(&mut conn, &InboxFilter::default(), None, 9).await.unwrap().is_empty());
    }

    async fn hidden_words_come_back_as_they_were(kit) {
        let s = Stage::new(kit).await;
        let heard = s.hear(said("Words against the rules.")).await;
        let (moderator, lead) = (s.staff(Role::Moderator).await, s.staff(Role::LeadOfficer).await);
        actions::refer(&s.env, &lead, heard.id, s.party("lighting").await, "It is about lamps.").await.unwrap();
        assert!(matches!(actions::hide(&s.env, &lead, heard.id, "no").await, Err(ActError::Forbidden)));
        assert_eq!(wrong(actions::hide(&s.env, &moderator, heard.id, " ").await), [("reason", "form-reason-missing")]);
        actions::hide(&s.env, &moderator, heard.id, "It names a neighbour.").await.unwrap();
        let hidden = s.by_number(heard.number).await.voice;
        assert_eq!((hidden.state, hidden.text.as_str()), (VoiceState::Hidden, ""));
        assert_eq!(hidden.state_reason, "It names a neighbour.");
        assert_eq!(s.by_code(&heard.code).await.voice.text, "Words against the rules.", "the author still reads it");
        assert_eq!(not_now(actions::hide(&s.env, &moderator, heard.id, "again").await), "voices-not-shown");
        actions::restore(&s.env, &moderator, heard.id, "The name is public.").await.unwrap();
        let shown = s.by_number(heard.number).await.voice;
        assert_eq!((shown.state, shown.text.as_str()), (VoiceState::Referred, "Words against the rules."));
        assert_eq!(shown.state_reason, "It is about lamps.", "the referral still says why");
        assert_eq!(not_now(actions::restore(&s.env, &moderator, heard.id, "x").await), "voices-not-hidden");
        assert_eq!(s.acts(heard.id).await, ["voice.heard", "voice.referred", "voice.hidden", "voice.restored"]);
    }

    async fn a_referred_voice_waits_in_the_other_offices_inbox_and_the_clock_runs_on(kit) {
        let s = Stage::new(kit).await;
        let (office, lead) = (s.party("lighting").await, s.staff(Role::LeadOfficer).await);
        let heard = s.hear(said("The lamp is out.")).await;
        assert_eq!(wrong(actions::refer(&s.env, &lead, heard.id, office, "").await), [("reason", "form-reason-missing")]);
        let nobody = kapok_store::ids::PartyId([8; 16]);
        assert_eq!(wrong(actions::refer(&s.env, &lead, heard.id, nobody, "why").await), [("office", "form-unknown")]);
        actions::refer(&s.env, &lead, heard.id, office, "Lamps are theirs.").await.unwrap();
        let mut conn = s.env.db.read().await.unwrap();
        let theirs = InboxFilter { office: Some(office), ..InboxFilter::default() };
        assert_eq!(reads::inbox_count(&mut conn, &InboxFilter::default()).await.unwrap(), 0);
        assert_eq!(reads::inbox(&mut conn, &theirs, None, 9).await.unwrap()[0].number, heard.number);
        let soon = s.env.now().checked_add(jiff::SignedDuration::from_secs(1)).unwrap();
        assert_eq!(reads::unanswered_count(&mut conn, soon).await.unwrap(), 1);
        let rows = reads::unanswered(&mut conn, &VoiceFilter::default(), soon, None, 9).await.unwrap();
        assert_eq!(rows.len(), 1);
        drop(conn);
        s.join(&[heard.id], MATTER).await;
        let joined = s.by_number(heard.number).await.voice;
        assert_eq!((joined.state, joined.office), (VoiceState::Heard, None));
        let office = s.party("streets").await;
        assert_eq!(not_now(actions::refer(&s.env, &lead, heard.id, office, "no").await), "voices-sorted-already");
    }

    async fn only_staff_with_the_right_may_touch_a_voice(kit) {
        let s = Stage::new(kit).await;
        let (id, office) = (s.hear(said("Hello there.")).await.id, s.party("lighting").await);
        for actor in [Actor::Resident, s.staff(Role::Auditor).await, s.staff(Role::Administrator).await] {
            let refused = [
                actions::refer(&s.env, &actor, id, office, "why").await.is_err(),
                actions::answer(&s.env, &actor, id, "text").await.is_err(),
                actions::hide(&s.env, &actor, id, "why").await.is_err(),
                actions::restore(&s.env, &actor, id, "why").await.is_err(),
                actions::hear_many(&s.env, &actor, vec![said("x")]).await.is_err(),
            ];
            assert_eq!(refused, [true; 5]);
        }
        assert_eq!(s.acts(id).await, ["voice.heard"]);
    }
}
