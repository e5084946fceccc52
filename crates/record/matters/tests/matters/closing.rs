//! Answers, side exits, appeals and rulings, residents' checks.

use kapok_acts::{ActError, Actor, Role};
use kapok_matters::{AppealState, Exit, Says, State, actions, reads};
use kapok_testkit::both;
use kapok_voices::{Channel, NewVoice};

use crate::world::{MIGRATIONS, World};

both! { MIGRATIONS;
    async fn an_answer_holds_for_all_voices_heard_before_it_and_for_none_after(kit) {
        let w = World::new(kit).await;
        let matter = w.open("Lamp", "streets").await;
        w.days_pass(3);
        let lead = w.staff("streets", Role::LeadOfficer).await;
        let officer = w.staff("streets", Role::Officer).await;
        let refused = actions::answer(&w.env, &officer, matter.id, "Yes.", "").await;
        assert!(matches!(refused, Err(ActError::Forbidden)), "{refused:?}");
        let empty = actions::answer(&w.env, &lead, matter.id, "  ", "").await;
        assert!(matches!(empty, Err(ActError::Fields(_))), "{empty:?}");
        actions::answer(&w.env, &lead, matter.id, "We will repair the lamps in the street this month.", "").await.unwrap();
        let answered = w.matter(matter.id).await;
        assert_eq!((answered.answered, answered.days_to_answer()), (Some(w.env.now()), Some(3)));
        let answers = reads::answers(&mut w.conn().await, matter.id).await.unwrap();
        assert_eq!((answers.len(), answers[0].lang.as_str(), answers[0].party), (1, "en", Some(w.office("streets").await)));
        let later = w.voices(1).await;
        actions::join(&w.env, &officer, matter.id, &later, "").await.unwrap();
        let voices = kapok_voices::ids_of_matter(&mut w.conn().await, matter.id).await.unwrap();
        let facts = kapok_voices::facts(&mut w.conn().await, &voices).await.unwrap();
        assert_eq!(facts.len(), 3);
        assert!(facts.iter().all(|v| v.answered.is_some()), "{facts:?}");
        w.days_pass(1);
        let after = w.voices(1).await;
        actions::join(&w.env, &officer, matter.id, &after, "").await.unwrap();
        let waits = async || kapok_voices::facts(&mut w.conn().await, &after).await.unwrap()[0].answered.is_none();
        assert!(waits().await, "what was said before it was heard does not answer it");
        let other = w.open("Lamps", "streets").await;
        actions::merge(&w.env, &lead, matter.id, other.id, "The same.").await.unwrap();
        assert!(waits().await, "nor does it in another matter");
        let matter = other;
        actions::answer(&w.env, &lead, matter.id, "They are repaired.", "").await.unwrap();
        assert!(!waits().await);
        w.days_pass(1);
        let first = w.matter(matter.id).await.answered;
        actions::answer(&w.env, &lead, matter.id, "And painted.", "").await.unwrap();
        assert_eq!(w.matter(matter.id).await.answered, first, "the first answer counts");
    }

    async fn authors_who_left_an_address_are_told(kit) {
        let w = World::new(kit).await;
        let matter = w.open("Lamp", "streets").await;
        let voice = NewVoice { text: "The lamp".into(), channel: Channel::Web, contact: Some("ana@example.org".into()), ..NewVoice::default() };
        actions::hear_into(&w.env, &Actor::Resident, voice, matter.id).await.unwrap();
        assert!(kapok_voices::due_mails(&mut w.conn().await, 9).await.unwrap().is_empty());
        actions::answer(&w.env, &Actor::System, matter.id, "Yes.", "").await.unwrap();
        assert_eq!(kapok_voices::due_mails(&mut w.conn().await, 9).await.unwrap().len(), 1);
    }

    async fn a_side_exit_owes_a_reason_and_an_answer_where_it_says_so(kit) {
        let w = World::new(kit).await;
        let matter = w.open("Lamp", "streets").await;
        let lead = w.staff("streets", Role::LeadOfficer).await;
        let early = actions::close(&w.env, &lead, matter.id, Exit::Answered, "no").await;
        assert!(matches!(early, Err(ActError::NotNow("matters-answer-first"))), "{early:?}");
        let silent = actions::close(&w.env, &lead, matter.id, Exit::Withdrawn, "").await;
        assert!(matches!(silent, Err(ActError::Fields(_))), "{silent:?}");
        let nobody = actions::close(&w.env, &lead, matter.id, Exit::Referred(" ".into()), "why").await;
        assert!(matches!(nobody, Err(ActError::Fields(_))), "{nobody:?}");
        assert_eq!(w.matter(matter.id).await.state, State::Open);
        let gone = actions::close(&w.env, &lead, matter.id, Exit::Referred("River Authority".into()), "their bank").await.unwrap();
        assert_eq!((gone.state, gone.referred_to.as_str()), (State::Referred, "River Authority"));
        let again = actions::close(&w.env, &lead, matter.id, Exit::Withdrawn, "why").await;
        assert!(matches!(again, Err(ActError::NotNow("matters-no-such-move"))), "{again:?}");
        let late = reads::late_counts(&mut w.conn().await, w.env.in_days(99)).await.unwrap();
        assert!(late.is_empty(), "what is closed is not late");
    }

    async fn an_appeal_is_sent_once_ruled_on_once_and_opens_again_when_upheld(kit) {
        let w = World::new(kit).await;
        let matter = w.open("Lamp", "streets").await;
        let early = actions::appeal(&w.env, matter.id, "No.", [1; 16]).await;
        assert!(matches!(early, Err(ActError::NotNow("matters-nothing-to-appeal"))), "{early:?}");
        actions::close(&w.env, &Actor::System, matter.id, Exit::Withdrawn, "no longer wanted").await.unwrap();
        let empty = actions::appeal(&w.env, matter.id, " ", [1; 16]).await;
        assert!(matches!(empty, Err(ActError::Fields(_))), "{empty:?}");
        let first = actions::appeal(&w.env, matter.id, "I still want it.", [1; 16]).await.unwrap();
        assert_eq!(actions::appeal(&w.env, matter.id, "I still want it.", [1; 16]).await.unwrap(), first);
        let second = actions::appeal(&w.env, matter.id, "Me too.", [2; 16]).await;
        assert!(matches!(second, Err(ActError::NotNow("matters-appeal-waits"))), "{second:?}");
        assert_eq!(reads::open_appeals(&mut w.conn().await, 9).await.unwrap().len(), 1);

        let lead = w.staff("streets", Role::LeadOfficer).await;
        let own = actions::rule(&w.env, &lead, first, false, "no").await;
        assert!(matches!(own, Err(ActError::Forbidden)), "{own:?}");
        let mayor = w.staff("mayor", Role::MayorsOffice).await;
        let silent = actions::rule(&w.env, &mayor, first, false, "").await;
        assert!(matches!(silent, Err(ActError::Fields(_))), "{silent:?}");
        let stays = actions::rule(&w.env, &mayor, first, false, "the author withdrew it").await.unwrap();
        assert_eq!(stays.state, State::Withdrawn);
        let twice = actions::rule(&w.env, &mayor, first, true, "or not").await;
        assert!(matches!(twice, Err(ActError::NotNow("matters-appeal-ruled"))), "{twice:?}");

        w.days_pass(30);
        let second = actions::appeal(&w.env, matter.id, "Three of us want it.", [3; 16]).await.unwrap();
        let back = actions::rule(&w.env, &mayor, second, true, "three do").await.unwrap();
        assert_eq!((back.state, back.reply_by), (State::Open, Some(w.env.in_days(14))));
        let appeals = reads::appeals(&mut w.conn().await, matter.id).await.unwrap();
        assert_eq!(appeals.iter().map(|a| a.state).collect::<Vec<_>>(), [AppealState::Rejected, AppealState::Upheld]);
        assert_eq!((appeals[1].ruling.as_str(), appeals[1].against), ("three do", State::Withdrawn));
        let beside = kapok_matters::beside(&mut w.conn().await, &back).await.unwrap();
        assert_eq!(beside.appeals, appeals);
    }

    async fn an_upheld_appeal_against_a_merger_brings_the_voices_back(kit) {
        let w = World::new(kit).await;
        let (one, other) = (w.begun("One", 2).await.matter, w.begun("Other", 3).await.matter);
        actions::merge(&w.env, &Actor::System, one.id, other.id, "the same").await.unwrap();
        let appeal = actions::appeal(&w.env, one.id, "They are different lamps.", [1; 16]).await.unwrap();
        let back = actions::rule(&w.env, &Actor::System, appeal, true, "they are").await.unwrap();
        assert_eq!((back.state, back.voice_count, back.merged_into), (State::Open, 2, None));
        assert_eq!(w.matter(other.id).await.voice_count, 3);
    }

    async fn residents_check_only_what_is_finished_and_each_finish_counts_anew(kit) {
        let w = World::new(kit).await;
        let id = w.open("Lamp", "streets").await.id;
        let check = async |says: Says| {
            let mut tx = w.env.db.change().await.unwrap();
            let matter = actions::hold(&mut tx, id).await.unwrap();
            let counts = actions::count_check_in(&mut tx, &matter, says, false).await?;
            let about = kapok_acts::About::of("matter", id.0, id, None);
            let act = w.env.act(&Actor::Resident, kapok_acts::Kind::OutcomeChecked, about, "", &[]).unwrap();
            tx.commit(act).await.unwrap();
            Ok::<_, ActError>(counts)
        };
        let go = async |to: State| {
            let mut tx = w.env.db.change().await.unwrap();
            let matter = actions::hold(&mut tx, id).await.unwrap();
            let act = actions::move_in(&mut tx, &w.env, &Actor::System, &matter, to, "why", &[]).await.unwrap();
            tx.commit(act).await.unwrap();
        };
        assert!(matches!(check(Says::Done).await, Err(ActError::NotNow("matters-not-finished"))));
        for state in [State::Decided, State::Doing, State::Done] { go(state).await; }
        assert_eq!(check(Says::Done).await.unwrap(), (1, 0));
        assert_eq!(check(Says::NotYet).await.unwrap(), (1, 1));
        assert_eq!(check(Says::NotYet).await.unwrap(), (1, 2));
        go(State::Doing).await;
        let reopened = w.matter(id).await;
        assert_eq!((reopened.done_count, reopened.not_yet_count), (1, 2), "why it was reopened stays to be seen");
        go(State::Done).await;
        let finished = w.matter(id).await;
        assert_eq!((finished.done_count, finished.not_yet_count), (0, 0));
    }
}
