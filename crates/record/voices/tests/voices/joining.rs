//! What the room of matters does to voices in its own transactions.

use kapok_acts::{ActError, Role};
use kapok_store::ids::VoiceId;
use kapok_testkit::both;
use kapok_voices::{NewVoice, actions, due_mails, reads};

use crate::stage::{MATTER, MIGRATIONS, OTHER, Stage, said};

async fn three(s: &Stage) -> Vec<VoiceId> {
    let mut ids = Vec::new();
    for (text, contact) in [
        ("One.", Some("a@b.example")),
        ("Two.", None),
        ("Three.", Some("c@d.example")),
    ] {
        let voice = NewVoice {
            contact: contact.map(str::to_owned),
            ..said(text)
        };
        ids.push(s.hear(voice).await.id);
    }
    ids
}

both! { MIGRATIONS;
    async fn a_voice_is_part_of_one_matter_at_a_time(kit) {
        let s = Stage::new(kit).await;
        let ids = three(&s).await;
        let facts = s.join(&ids, MATTER).await;
        assert_eq!(facts.iter().map(|f| f.id).collect::<Vec<_>>(), ids);
        assert!(facts.iter().all(|f| f.matter == Some(MATTER) && f.answered.is_none()));
        let mut tx = s.env.db.change().await.unwrap();
        let again = kapok_voices::join_in(&mut tx, &ids[..1], OTHER, s.env.now()).await;
        assert!(matches!(again, Err(ActError::Stale)));
        drop(tx);
        let mut conn = s.env.db.read().await.unwrap();
        assert_eq!(reads::ids_of_matter(&mut conn, MATTER).await.unwrap(), ids);
        assert_eq!(reads::words_of_matter(&mut conn, MATTER, 2).await.unwrap(), ["One.", "Two."]);
        assert_eq!(reads::first_heard(&mut conn, MATTER).await.unwrap(), Some(s.env.now()));
        assert_eq!(reads::first_heard(&mut conn, OTHER).await.unwrap(), None);
        assert_eq!(reads::first_of_matter(&mut conn, MATTER).await.unwrap().unwrap().text, "One.");
        let page = reads::of_matter(&mut conn, MATTER, Some(1), 9).await.unwrap();
        assert_eq!(page.iter().map(|v| v.number).collect::<Vec<_>>(), [2, 3]);
        let known = reads::facts(&mut conn, &[ids[2], VoiceId([0; 16]), ids[0]]).await.unwrap();
        assert_eq!(known.iter().map(|f| (f.number, f.matter)).collect::<Vec<_>>(), [(1, Some(MATTER)), (3, Some(MATTER))]);
    }

    async fn the_matters_answer_is_every_voices_answer_until_it_leaves(kit) {
        let s = Stage::new(kit).await;
        let ids = three(&s).await;
        s.join(&ids, MATTER).await;
        let lead = s.staff(Role::LeadOfficer).await;
        actions::answer(&s.env, &lead, ids[1], "To you alone.").await.unwrap();
        s.kit.clock.advance_ms(5_000);
        let at = s.env.now();
        let answered = s.in_tx(async |tx| kapok_voices::mark_answered_in(tx, MATTER, at, at).await.unwrap()).await;
        assert_eq!(answered.iter().map(|f| f.id).collect::<Vec<_>>(), [ids[0], ids[2]]);
        let again = s.in_tx(async |tx| kapok_voices::mark_answered_in(tx, MATTER, at, at).await.unwrap()).await;
        assert!(again.is_empty());
        assert_eq!(due_mails(&mut s.env.db.read().await.unwrap(), 9).await.unwrap().len(), 2);
        let left = s.in_tx(async |tx| kapok_voices::leave_in(tx, &ids[..2]).await.unwrap()).await;
        assert_eq!(left[0].answered, None, "what answered it was the matter's answer");
        assert!(left[1].answered.is_some(), "it has an answer of its own");
        assert!(left.iter().all(|f| f.matter.is_none()));
        let mut tx = s.env.db.change().await.unwrap();
        assert!(matches!(kapok_voices::leave_in(&mut tx, &ids[..1]).await, Err(ActError::Stale)));
    }

    async fn a_voice_that_joins_late_gets_a_mail_and_the_others_none_again(kit) {
        let s = Stage::new(kit).await;
        let ids = three(&s).await;
        s.join(&ids[..2], MATTER).await;
        let at = s.env.now();
        s.in_tx(async |tx| kapok_voices::mark_answered_in(tx, MATTER, at, at).await.unwrap()).await;
        let mails = due_mails(&mut s.env.db.read().await.unwrap(), 9).await.unwrap();
        assert_eq!(mails.len(), 1);
        kapok_voices::mark_mailed(&s.env, &mails[0]).await.unwrap();
        s.join(&ids[2..], MATTER).await;
        s.in_tx(async |tx| kapok_voices::mark_answered_in(tx, MATTER, at, at).await.unwrap()).await;
        let mails = due_mails(&mut s.env.db.read().await.unwrap(), 9).await.unwrap();
        assert_eq!(mails.iter().map(|m| m.voice).collect::<Vec<_>>(), [ids[2]]);
        assert_eq!(s.in_tx(async |tx| kapok_voices::tell_in(tx, MATTER, at).await.unwrap()).await, 2);
        assert_eq!(due_mails(&mut s.env.db.read().await.unwrap(), 9).await.unwrap().len(), 2);
    }

    async fn a_merge_moves_every_voice_also_those_that_are_not_shown(kit) {
        let s = Stage::new(kit).await;
        let ids = three(&s).await;
        s.join(&ids, MATTER).await;
        let code = actions::code_of(&s.env, ids[0]).to_string();
        let moderator = s.staff(Role::Moderator).await;
        actions::withdraw(&s.env, &code, "").await.unwrap();
        actions::hide(&s.env, &moderator, ids[1], "Names a person.").await.unwrap();
        let at = s.env.now();
        let moved = s.in_tx(async |tx| kapok_voices::merge_in(tx, MATTER, OTHER, at).await.unwrap()).await;
        assert_eq!(moved.len(), 3);
        let mut conn = s.env.db.read().await.unwrap();
        assert_eq!(reads::ids_of_matter(&mut conn, OTHER).await.unwrap(), ids);
        assert!(reads::ids_of_matter(&mut conn, MATTER).await.unwrap().is_empty());
        let rows = reads::of_matter(&mut conn, OTHER, None, 9).await.unwrap();
        assert_eq!(rows.iter().map(|v| v.text.as_str()).collect::<Vec<_>>(), ["", "", "Three."]);
        assert_eq!(reads::words_of_matter(&mut conn, OTHER, 9).await.unwrap(), ["Three."]);
        assert_eq!(reads::first_of_matter(&mut conn, OTHER).await.unwrap().unwrap().number, 3);
    }
}
