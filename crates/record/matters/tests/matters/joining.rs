//! Voices are never lost or counted twice, whatever officers do with them.

use std::collections::BTreeMap;

use kapok_acts::{ActError, Actor, Role};
use kapok_matters::{Matter, NewMatter, State, actions, reads};
use kapok_store::ids::{ActId, MatterId, VoiceId};
use kapok_testkit::both;
use kapok_voices::{Channel, InboxFilter, NewVoice};

use crate::world::{MIGRATIONS, World};

/// Every counter agrees with a recount from the voices.
async fn check(w: &World, matters: &[MatterId], total: i64) {
    let mut conn = w.conn().await;
    let mut joined = 0;
    let mut states: BTreeMap<State, i64> = BTreeMap::new();
    for id in matters {
        let matter = reads::by_id(&mut conn, *id).await.unwrap().unwrap();
        let voices = kapok_voices::ids_of_matter(&mut conn, *id).await.unwrap();
        let facts = kapok_voices::facts(&mut conn, &voices).await.unwrap();
        let n = facts.len() as i64;
        assert_eq!(matter.voice_count, n, "matter {}", matter.number);
        if let Some(first) = facts.iter().map(|v| v.heard).min() {
            assert_eq!(matter.first_heard, first, "matter {}", matter.number);
        }
        let mut channels: BTreeMap<String, i64> = BTreeMap::new();
        let mut langs: BTreeMap<String, i64> = BTreeMap::new();
        for voice in &facts {
            *channels.entry(voice.channel.id().to_owned()).or_default() += 1;
            *langs.entry(voice.lang.clone()).or_default() += 1;
        }
        let counted: BTreeMap<_, _> = reads::channels(&mut conn, *id)
            .await
            .unwrap()
            .into_iter()
            .collect();
        assert_eq!(counted, channels, "matter {}", matter.number);
        let counted: BTreeMap<_, _> = reads::languages(&mut conn, *id)
            .await
            .unwrap()
            .into_iter()
            .collect();
        assert_eq!(counted, langs, "matter {}", matter.number);
        let weights = kapok_matters::Weights::default();
        assert_eq!(
            matter.rank_key,
            matter.factors().rank_key(&weights),
            "matter {}",
            matter.number
        );
        joined += n;
        *states.entry(matter.state).or_default() += 1;
    }
    let inbox = kapok_voices::inbox_count(&mut conn, &InboxFilter::default())
        .await
        .unwrap();
    assert_eq!(
        joined + inbox,
        total,
        "every voice is in the inbox or in one matter"
    );
    assert_eq!(reads::counts(&mut conn).await.unwrap(), states);
}

/// Numbers that look random and are the same in every run (Knuth's MMIX generator).
struct Dice(u64);
impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n.max(1)
    }
}

async fn unsorted(w: &World) -> Vec<VoiceId> {
    let all = kapok_voices::inbox(&mut w.conn().await, &InboxFilter::default(), None, 1_000)
        .await
        .unwrap();
    all.into_iter().map(|v| v.id).collect()
}

/// One random thing that an officer does; what is refused changes nothing. Gives the act that could be undone.
async fn act_at_random(
    w: &World,
    officer: &Actor,
    dice: &mut Dice,
    matters: &mut Vec<MatterId>,
) -> Option<ActId> {
    let inbox = unsorted(w).await;
    let some: Vec<VoiceId> = inbox
        .iter()
        .copied()
        .filter(|_| dice.below(3) == 0)
        .take(4)
        .collect();
    let (one, other) = (dice.below(matters.len()), dice.below(matters.len()));
    let env = &w.env;
    let done = match dice.below(6) {
        0 | 1 => {
            let new = NewMatter {
                title: format!("Matter {}", matters.len()),
                ..NewMatter::default()
            };
            let begun = actions::begin(env, officer, new, &some, "").await;
            begun.inspect(|b| matters.push(b.matter.id))
        }
        2 => actions::join(env, officer, *matters.get(one)?, &some, "").await,
        3 | 4 => {
            let from = *matters.get(one)?;
            let all = kapok_voices::ids_of_matter(&mut w.conn().await, from)
                .await
                .unwrap();
            let out: Vec<VoiceId> = all.into_iter().filter(|_| dice.below(2) == 0).collect();
            let into = (dice.below(2) == 0)
                .then(|| matters[other])
                .filter(|into| *into != from);
            actions::split(env, officer, &out, into, "does not belong").await
        }
        _ => actions::merge(env, officer, *matters.get(one)?, matters[other], "the same").await,
    };
    match done {
        Ok(done) => Some(done.act),
        Err(ActError::NotNow(_) | ActError::Fields(_) | ActError::Stale) => None,
        Err(other) => panic!("{other}"),
    }
}

both! { MIGRATIONS;
    async fn random_joining_splitting_merging_and_undoing_keeps_every_voice(kit) {
        let w = World::new(kit).await;
        let officer = w.staff("streets", Role::Officer).await;
        let mut matters = Vec::new();
        let mut total = 0;
        let (mut undone, mut done) = (0, 0);
        for seed in 1..=3 {
            let mut dice = Dice(seed);
            for step in 0..40 {
                if step % 4 == 0 {
                    w.voices(3).await;
                    total += 3;
                    w.days_pass(i64::from(dice.below(2) == 0));
                }
                let before = unsorted(&w).await;
                let Some(act) = act_at_random(&w, &officer, &mut dice, &mut matters).await else { continue };
                done += 1;
                if dice.below(3) == 0 {
                    assert_eq!(reads::last_sorting(&w.env, &mut w.conn().await, account(&officer)).await.unwrap(), Some(act));
                    actions::undo(&w.env, &officer, act, "a slip").await.unwrap();
                    assert_eq!(unsorted(&w).await, before, "undone is as before");
                    undone += 1;
                }
                if step % 5 == 0 { check(&w, &matters, total).await; }
            }
            check(&w, &matters, total).await;
        }
        assert!(done > 50 && undone > 10, "{done} done, {undone} undone");
    }

    async fn a_matter_counts_its_voices_by_channel_language_and_place(kit) {
        let w = World::new(kit).await;
        let mill = w.place("mill-bridge").await;
        let mut voices = vec![
            w.hear_as("The lamp at the mill is broken and nobody comes", Channel::Phone, Some(mill)).await,
            w.hear_as("桥头的路灯坏了，晚上很黑", Channel::PaperCard, Some(mill)).await,
        ];
        w.days_pass(2);
        voices.push(w.hear_as("The lamp at the bridge is still broken", Channel::Phone, None).await);
        let new = NewMatter { title: " Lamps  at the\nbridge ".into(), place: Some(mill), ..NewMatter::default() };
        let officer = w.staff("streets", Role::Officer).await;
        let begun = actions::begin(&w.env, &officer, new, &voices, "same place").await.unwrap().matter;
        assert_eq!((begun.title.as_str(), begun.number, begun.voice_count), ("Lamps at the bridge", 1, 3));
        assert_eq!(begun.first_heard, kapok_testkit::start());
        assert_eq!(begun.reply_by, Some(jiff::civil::date(2026, 3, 16)), "two weeks from the first voice");
        assert_eq!(begun.deprived, 2, "80 of 100 is 2 of 3");
        let mut conn = w.conn().await;
        let by = |name: &str, n| (name.to_owned(), n);
        assert_eq!(reads::channels(&mut conn, begun.id).await.unwrap(), [by("phone", 2), by("paper-card", 1)]);
        assert_eq!(reads::languages(&mut conn, begun.id).await.unwrap(), [by("en", 2), by("zh", 1)]);
        assert_eq!(reads::places(&mut conn, begun.id).await.unwrap(), [(mill, 2)]);
        let beside = kapok_matters::beside(&mut conn, &begun).await.unwrap();
        assert_eq!((beside.channels.len(), beside.places.clone(), beside.position), (2, vec![(mill, 2)], Some((1, 1))));
        assert_eq!(w.timeline(begun.id).await, ["matter.voiced", "voice.joined"]);
    }

    async fn no_voice_is_in_two_matters(kit) {
        let w = World::new(kit).await;
        let (one, other) = (w.begun("One", 2).await.matter, w.begun("Other", 1).await.matter);
        let voices = kapok_voices::ids_of_matter(&mut w.conn().await, one.id).await.unwrap();
        let taken = actions::join(&w.env, &Actor::System, other.id, &voices, "").await;
        assert!(matches!(taken, Err(ActError::Stale)), "{taken:?}");
        let both = [voices[0], kapok_voices::ids_of_matter(&mut w.conn().await, other.id).await.unwrap()[0]];
        let mixed = actions::split(&w.env, &Actor::System, &both, None, "why").await;
        assert!(matches!(mixed, Err(ActError::NotNow("matters-not-in-one-matter"))), "{mixed:?}");
        check(&w, &[one.id, other.id], 3).await;
    }

    async fn a_merged_matter_is_left_out_of_lists_and_says_where_it_went(kit) {
        let w = World::new(kit).await;
        let (one, other) = (w.begun("One", 2).await.matter, w.begun("Other", 3).await.matter);
        let no_reason = actions::merge(&w.env, &Actor::System, one.id, other.id, "").await;
        assert!(matches!(no_reason, Err(ActError::Fields(_))), "{no_reason:?}");
        let merged = actions::merge(&w.env, &Actor::System, one.id, other.id, "the same lamp").await.unwrap();
        assert_eq!((merged.matter.id, merged.matter.voice_count), (other.id, 5));
        let one = w.matter(one.id).await;
        assert_eq!((one.state, one.merged_into, one.voice_count), (State::Merged, Some(other.id), 0));
        let listed = reads::list(&mut w.conn().await, &kapok_matters::Filter::default(), Default::default(), None, 9).await.unwrap();
        assert_eq!(listed.iter().map(|m| m.id).collect::<Vec<_>>(), [other.id]);
        let full = actions::join(&w.env, &Actor::System, one.id, &w.voices(1).await, "").await;
        assert!(matches!(full, Err(ActError::NotNow("matters-takes-no-voices"))), "{full:?}");
        let itself = actions::merge(&w.env, &Actor::System, other.id, other.id, "why").await;
        assert!(matches!(itself, Err(ActError::Fields(_))), "{itself:?}");
    }

    async fn only_who_did_it_undoes_it_and_only_in_time(kit) {
        let w = World::new(kit).await;
        let officer = w.staff("streets", Role::Officer).await;
        let other = w.staff("lighting", Role::Officer).await;
        let matter = w.begun("Lamp", 1).await.matter;
        let voices = w.voices(2).await;
        let join = actions::join(&w.env, &officer, matter.id, &voices, "").await.unwrap();
        let theirs = actions::undo(&w.env, &other, join.act, "slip").await;
        assert!(matches!(theirs, Err(ActError::NotFound)), "{theirs:?}");
        let silent = actions::undo(&w.env, &officer, join.act, "").await;
        assert!(matches!(silent, Err(ActError::Fields(_))), "{silent:?}");
        actions::split(&w.env, &officer, &voices[..1], None, "not this").await.unwrap();
        let moved_on = actions::undo(&w.env, &officer, join.act, "slip").await;
        assert!(matches!(moved_on, Err(ActError::NotNow("matters-undo-too-late"))), "{moved_on:?}");
        let again = actions::join(&w.env, &officer, matter.id, &voices[..1], "").await.unwrap();
        w.days_pass(2);
        let late = actions::undo(&w.env, &officer, again.act, "slip").await;
        assert!(matches!(late, Err(ActError::NotNow("matters-undo-too-late"))), "{late:?}");
        assert_eq!(reads::last_sorting(&w.env, &mut w.conn().await, account(&officer)).await.unwrap(), None);
    }

    async fn an_undone_matter_is_withdrawn_and_its_number_is_not_given_again(kit) {
        let w = World::new(kit).await;
        let officer = w.staff("streets", Role::Officer).await;
        let voices = w.voices(2).await;
        let new = NewMatter { title: "Slip".into(), ..NewMatter::default() };
        let begun = actions::begin(&w.env, &officer, new.clone(), &voices, "").await.unwrap();
        let gone = actions::undo(&w.env, &officer, begun.act, "wrong title").await.unwrap();
        assert_eq!((gone.state, gone.voice_count), (State::Withdrawn, 0));
        assert_eq!(reads::count(&mut w.conn().await, &kapok_matters::Filter::default()).await.unwrap(), 0);
        let next = actions::begin(&w.env, &officer, new, &voices, "").await.unwrap();
        assert_eq!(next.matter.number, 2);
        check(&w, &[gone.id, next.matter.id], 2).await;
    }

    async fn a_resident_joins_by_code_once(kit) {
        let w = World::new(kit).await;
        let matter = w.begun("Lamp", 1).await.matter;
        let voice = NewVoice { text: "The lamp again".into(), channel: Channel::Web, ..NewVoice::default() };
        let heard = kapok_voices::actions::hear(&w.env, &Actor::Resident, voice).await.unwrap();
        for _ in 0..2 {
            let joined = actions::join_by_code(&w.env, &heard.code, matter.id).await.unwrap();
            assert_eq!(joined.voice_count, 2);
        }
        let elsewhere = w.begun("Other", 1).await.matter;
        let moved = actions::join_by_code(&w.env, &heard.code, elsewhere.id).await;
        assert!(matches!(moved, Err(ActError::NotNow("matters-joined-elsewhere"))), "{moved:?}");
        let unknown = actions::join_by_code(&w.env, "222-222-222", matter.id).await;
        assert!(matches!(unknown, Err(ActError::NotFound)), "{unknown:?}");
    }

    async fn sending_and_joining_at_once_is_heard_once(kit) {
        let w = World::new(kit).await;
        let matter = w.begun("Lamp", 1).await.matter;
        let voice = NewVoice { text: "The lamp again".into(), channel: Channel::Web, form_key: Some([9; 16]), ..NewVoice::default() };
        let first = actions::hear_into(&w.env, &Actor::Resident, voice.clone(), matter.id).await.unwrap();
        let again = actions::hear_into(&w.env, &Actor::Resident, voice, matter.id).await.unwrap();
        assert_eq!((first.code == again.code, first.again, again.again), (true, false, true));
        let now: Matter = w.matter(matter.id).await;
        assert_eq!(now.voice_count, 2);
        check(&w, &[matter.id], 2).await;
    }

    async fn what_is_sent_to_a_closed_matter_is_heard_all_the_same(kit) {
        let w = World::new(kit).await;
        let (one, other) = (w.begun("One", 1).await.matter, w.begun("Other", 1).await.matter);
        actions::merge(&w.env, &Actor::System, one.id, other.id, "the same").await.unwrap();
        let voice = |text: &str| NewVoice { text: text.into(), channel: Channel::Web, ..NewVoice::default() };
        actions::hear_into(&w.env, &Actor::Resident, voice("The lamp again"), one.id).await.unwrap();
        assert_eq!(w.matter(other.id).await.voice_count, 3, "it went where the matter went");
        actions::close(&w.env, &Actor::System, other.id, kapok_matters::Exit::Withdrawn, "why").await.unwrap();
        actions::hear_into(&w.env, &Actor::Resident, voice("And again"), one.id).await.unwrap();
        check(&w, &[one.id, other.id], 4).await;
        assert_eq!(unsorted(&w).await.len(), 1);
    }

    async fn residents_do_not_sort(kit) {
        let w = World::new(kit).await;
        let matter = w.begun("Lamp", 1).await.matter;
        let voices = w.voices(1).await;
        let joined = actions::join(&w.env, &Actor::Resident, matter.id, &voices, "").await;
        assert!(matches!(joined, Err(ActError::Forbidden)), "{joined:?}");
        let auditor = w.staff("mayor", Role::Auditor).await;
        let begun = actions::begin(&w.env, &auditor, NewMatter { title: "x".into(), ..NewMatter::default() }, &voices, "").await;
        assert!(matches!(begun, Err(ActError::Forbidden)), "{begun:?}");
    }
}

fn account(actor: &Actor) -> kapok_store::ids::AccountId {
    match actor {
        Actor::Staff { account, .. } => *account,
        _ => panic!("not staff"),
    }
}
