//! What is heard, counted and refused.

use kapok_acts::{ActError, Actor, Role};
use kapok_testkit::{On, both};
use kapok_voices::{Channel, NewVoice, VoiceKind, actions, reads};
use proptest::prelude::*;

use crate::stage::{MIGRATIONS, Stage, said, wrong};

both! { MIGRATIONS;
    async fn a_form_sent_twice_is_heard_once(kit) {
        let s = Stage::new(kit).await;
        let voice = NewVoice { form_key: Some([5; 16]), ..said("The bridge is dark.") };
        let first = actions::hear(&s.env, &Actor::Resident, voice.clone()).await.unwrap();
        let acts = s.log_size().await;
        let second = actions::hear(&s.env, &Actor::Resident, voice.clone()).await.unwrap();
        assert!(!first.again && second.again);
        assert_eq!((first.id, first.number, &first.code), (second.id, second.number, &second.code));
        assert_eq!((s.log_size().await, s.counted().await), (acts, 1));
        let next = s.hear(said("Another.")).await;
        assert_eq!(next.number, first.number + 1, "a number was lost");
    }

    async fn two_sendings_at_the_same_moment_are_heard_once(kit) {
        let s = Stage::new(kit).await;
        let voice = NewVoice { form_key: Some([6; 16]), ..said("The bridge is dark.") };
        let send = || actions::hear(&s.env, &Actor::Resident, voice.clone());
        let (a, b) = tokio::join!(send(), send());
        let (a, b) = (a.unwrap(), b.unwrap());
        assert_eq!((a.id, a.number), (b.id, b.number));
        assert!(a.again != b.again);
        assert_eq!(s.counted().await, 1);
    }

    async fn a_code_leads_back_to_its_voice_however_it_is_written(kit) {
        let s = Stage::new(kit).await;
        let heard = s.hear(said("More benches, please.")).await;
        let code = &heard.code;
        assert_eq!(code.len(), 11);
        for typed in [code.clone(), code.to_lowercase(), code.replace('-', " "), code.replace('-', "")] {
            assert_eq!(s.by_code(&typed).await.voice.number, heard.number, "{typed}");
        }
        assert_eq!(actions::code_of(&s.env, heard.id).to_string(), *code);
        assert!(reads::by_code(&s.env, "not a code").await.unwrap().is_none());
        let other = kapok_text::Code::from_bytes(&[3; 16]).to_string();
        assert!(reads::by_code(&s.env, &other).await.unwrap().is_none());
    }

    async fn what_is_missing_is_found_out(kit) {
        let s = Stage::new(kit).await;
        let heard = s.hear(NewVoice {
            place_words: "corner by Eastgate Station, near the ramp".into(),
            ..said("路灯坏了三个星期，晚上走路很危险。")
        }).await;
        let voice = s.by_number(heard.number).await.voice;
        assert_eq!((voice.lang.as_str(), voice.kind, voice.channel), ("zh", VoiceKind::Unstated, Channel::Web));
        assert_eq!(voice.place, Some(s.place("station").await));
        assert_eq!(voice.heard, s.env.now());
        let short = s.hear(said("1234")).await;
        assert_eq!(s.by_number(short.number).await.voice.lang, "und");
    }

    async fn what_nobody_sees_is_dropped(kit) {
        let s = Stage::new(kit).await;
        let heard = s.hear(said(" one\u{0}\u{8}\r\ntwo\u{202E} ")).await;
        assert_eq!(s.by_number(heard.number).await.voice.text, "one\ntwo");
    }

    async fn residents_speak_by_web_and_apps_and_staff_enter_the_rest(kit) {
        let s = Stage::new(kit).await;
        let by = |channel| NewVoice { channel, ..said("More light.") };
        for channel in Channel::ALL.iter().copied() {
            let result = actions::hear(&s.env, &Actor::Resident, by(channel)).await;
            assert_eq!(result.is_ok(), channel.is_self_service(), "{channel:?}");
        }
        let auditor = s.staff(Role::Auditor).await;
        assert!(matches!(actions::hear(&s.env, &auditor, by(Channel::Phone)).await, Err(ActError::Forbidden)));
        let officer = s.staff(Role::Officer).await;
        let heard = actions::hear(&s.env, &officer, by(Channel::Phone)).await.unwrap();
        assert!(s.by_number(heard.number).await.voice.entered_by.is_some());
        let own = actions::hear(&s.env, &officer, by(Channel::Web)).await.unwrap();
        assert!(s.by_number(own.number).await.voice.entered_by.is_none(), "staff speak as residents on the web");
        let posing = NewVoice { party: Some(s.party("river-friends").await), ..said("We of the river.") };
        assert!(matches!(actions::hear(&s.env, &Actor::Resident, posing).await, Err(ActError::Forbidden)));
    }

    async fn bad_input_is_refused_field_by_field(kit) {
        let s = Stage::new(kit).await;
        let long = |n: usize| "x".repeat(n);
        let later = s.env.now().checked_add(jiff::SignedDuration::from_hours(1)).unwrap();
        let ancient = "1850-01-01T00:00:00Z".parse().unwrap();
        let ok = || said("More light.");
        let contact = |c: &str| NewVoice { contact: Some(c.into()), ..ok() };
        let cases: Vec<(&str, NewVoice, &str, &str)> = vec![
            ("empty", said(""), "text", "voices-text-missing"),
            ("blank", said(" \n\t "), "text", "voices-text-missing"),
            ("control characters only", said("\u{0}\u{7}\u{1b}"), "text", "voices-text-missing"),
            ("invisible only", said("\u{200b}\u{feff}\u{2060}"), "text", "voices-text-missing"),
            ("too long", said(&long(20_001)), "text", "voices-text-too-long"),
            ("place too long", NewVoice { place_words: long(201), ..ok() }, "place", "form-too-long"),
            ("contact too long", contact(&long(301)), "contact", "form-too-long"),
            ("no domain", contact("ana@home"), "contact", "voices-contact-wrong"),
            ("two at signs", contact("a@b@c.de"), "contact", "voices-contact-wrong"),
            ("later", NewVoice { heard_at: Some(later), ..ok() }, "heard", "voices-heard-later"),
            ("ancient", NewVoice { heard_at: Some(ancient), ..ok() }, "heard", "form-date-wrong"),
            ("no language", NewVoice { lang: Some("not a tag".into()), ..ok() }, "lang", "form-unknown"),
        ];
        let before = s.log_size().await;
        for (name, voice, field, message) in cases {
            let result = actions::hear(&s.env, &Actor::Resident, voice).await;
            assert_eq!(wrong(result), [(field, message)], "{name}");
        }
        assert_eq!((s.log_size().await, s.counted().await), (before, 0));
        s.hear(NewVoice { contact: Some("@ana_on_the_bridge".into()), ..said(&long(20_000)) }).await;
    }

    async fn shuffled_channels_give_equal_totals(kit) {
        let s = Stage::new(kit).await;
        let ridge = s.place("ridge").await;
        let n = Channel::ALL.len();
        // The same twelve channels in another order, twice as often, on days on both sides of New Year.
        for i in 0..2 * n {
            let channel = Channel::ALL[(i * 5) % n];
            let days = i64::try_from(i).unwrap() * 4;
            let heard_at = Some(s.env.days_ago(days));
            s.hear(NewVoice { channel, heard_at, place: Some(ridge), ..said("More light.") }).await;
        }
        let mut conn = s.env.db.read().await.unwrap();
        let this = reads::heard_this_year(&mut conn, 2026).await.unwrap();
        let last = reads::heard_this_year(&mut conn, 2025).await.unwrap();
        let total = |channel: Channel| this.iter().chain(&last).filter(|(c, _)| *c == channel).map(|(_, n)| n).sum::<i64>();
        for channel in Channel::ALL {
            assert_eq!(total(*channel), 2, "{channel:?}");
        }
        let place = reads::heard_by_place(&mut conn, 2026).await.unwrap();
        let year: i64 = this.iter().map(|(_, n)| n).sum();
        assert_eq!((place.len(), place[0].place, place[0].n), (1, ridge, year));
        assert_eq!(place[0].last, s.env.days_ago(0));
        assert!(!last.is_empty());
    }

    async fn the_act_holds_no_word_contact_or_code(kit) {
        let s = Stage::new(kit).await;
        let heard = s.hear(NewVoice { contact: Some("ana@home.example".into()), ..said("Unrepeatable words") }).await;
        let mut conn = s.env.db.read().await.unwrap();
        let acts = kapok_acts::log::of_subject(&mut conn, heard.id.0, 10).await.unwrap();
        assert_eq!(acts.len(), 1);
        let detail = &acts[0].detail;
        assert!(detail.contains("\"channel\"") && detail.contains("\"number\""));
        for secret in ["Unrepeatable", "ana@", &heard.code, &heard.code.replace('-', "")] {
            assert!(!detail.contains(secret), "{secret} in {detail}");
        }
        assert!(acts[0].intact());
    }
}

#[test]
fn no_text_panics_or_is_stored_otherwise_than_it_reads() {
    kapok_testkit::block_on(async {
        let kit = kapok_testkit::Kit::new(On::Sqlite, &MIGRATIONS).await.unwrap();
        let s = Stage::new(kit).await;
        let text = prop_oneof![
            any::<String>(),
            "\\PC{0,60}",
            "[\\x00-\\x1f\\u{200b}-\\u{206f}\\u{feff}a٣路 ]{0,30}",
            proptest::collection::vec(any::<char>(), 0..300).prop_map(|v| v.into_iter().collect()),
        ];
        let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(300));
        let strategy = (
            text,
            any::<String>(),
            proptest::option::of(any::<String>()),
            any::<String>(),
        );
        let result = runner.run(&strategy, |(text, place_words, contact, code)| {
            let voice = NewVoice {
                text,
                place_words,
                contact,
                ..NewVoice::default()
            };
            tokio::task::block_in_place(|| {
                tokio::runtime::Handle::current().block_on(async {
                    match actions::hear(&s.env, &Actor::Resident, voice).await {
                        Ok(heard) => {
                            let kept = s.by_code(&heard.code).await.voice;
                            assert!(!kept.text.chars().any(|c| c.is_control() && c != '\n'));
                            assert!(!kept.place_words.contains('\n'));
                            assert_eq!(kept.text, kept.text.trim());
                        }
                        Err(ActError::Fields(fields)) => assert!(!fields.is_empty()),
                        Err(other) => panic!("{other}"),
                    }
                    assert!(reads::by_code(&s.env, &code).await.is_ok());
                });
            });
            Ok(())
        });
        result.unwrap();
    });
}
