//! Contact data: sealed, used by the mail job alone, deleted in time.

use kapok_acts::Role;
use kapok_testkit::{Kit, On, both};
use kapok_voices::{ContactKind, NewVoice, actions, due_mails, mark_mailed, open_contact_for_job};

use crate::stage::{MATTER, MIGRATIONS, Stage, said};

const DAY_MS: i64 = 24 * 3_600_000;

fn reachable(contact: &str) -> NewVoice {
    NewVoice {
        contact: Some(contact.into()),
        ..said("Please answer me.")
    }
}

async fn due(s: &Stage) -> Vec<kapok_voices::DueMail> {
    due_mails(&mut s.env.db.read().await.unwrap(), 10).await.unwrap()
}

both! { MIGRATIONS;
    async fn an_answer_makes_a_mail_due_once(kit) {
        let s = Stage::new(kit).await;
        let heard = s.hear(reachable("ana@home.example")).await;
        s.hear(said("Nobody to tell.")).await;
        assert!(due(&s).await.is_empty(), "nothing to tell yet");
        let lead = s.staff(Role::LeadOfficer).await;
        actions::answer(&s.env, &lead, heard.id, "Here it is.").await.unwrap();
        let mails = due(&s).await;
        assert_eq!((mails.len(), mails[0].voice, mails[0].number), (1, heard.id, heard.number));
        assert_eq!(open_contact_for_job(&s.env, &mails[0]).unwrap(), "ana@home.example");
        // Something new comes up while the mail is being sent: it stays due.
        s.kit.clock.advance_ms(1000);
        actions::answer(&s.env, &lead, heard.id, "And more.").await.unwrap();
        mark_mailed(&s.env, &mails[0]).await.unwrap();
        let mails = due(&s).await;
        assert_eq!(mails.len(), 1);
        mark_mailed(&s.env, &mails[0]).await.unwrap();
        assert!(due(&s).await.is_empty());
    }

    async fn a_sealed_contact_opens_for_its_own_voice_only(kit) {
        let s = Stage::new(kit).await;
        let lead = s.staff(Role::LeadOfficer).await;
        for contact in ["ana@home.example", "bo@home.example"] {
            let heard = s.hear(reachable(contact)).await;
            actions::answer(&s.env, &lead, heard.id, "Here it is.").await.unwrap();
        }
        let mut mails = due(&s).await;
        assert_ne!(mails[0].sealed, b"ana@home.example");
        assert!(!String::from_utf8_lossy(&mails[0].sealed).contains("ana"));
        let other = mails[1].sealed.clone();
        mails[0].sealed = other;
        assert_eq!(open_contact_for_job(&s.env, &mails[0]), None);
    }

    async fn contacts_are_deleted_when_their_time_has_come(kit) {
        let s = Stage::new(kit).await;
        let heard = s.hear(reachable("ana@home.example")).await;
        let joined = s.hear(reachable("bo@home.example")).await;
        let lead = s.staff(Role::LeadOfficer).await;
        actions::answer(&s.env, &lead, heard.id, "Here it is.").await.unwrap();
        s.join(&[joined.id], MATTER).await;
        s.kit.clock.advance_ms(89 * DAY_MS);
        assert_eq!(actions::purge_contacts(&s.env).await.unwrap(), 0);
        s.kit.clock.advance_ms(2 * DAY_MS);
        assert_eq!(actions::purge_contacts(&s.env).await.unwrap(), 1);
        assert!(!s.by_code(&heard.code).await.voice.has_contact);
        assert!(s.by_code(&joined.code).await.voice.has_contact, "its matter is still open");
        assert_eq!(s.acts(heard.id).await, ["voice.heard", "voice.answered", "voice.purged"]);
        let at = s.env.now();
        let planned = s.in_tx(async |tx| kapok_voices::schedule_purge_in(tx, MATTER, at).await.unwrap()).await;
        assert_eq!(planned, 1);
        assert_eq!(s.in_tx(async |tx| kapok_voices::schedule_purge_in(tx, MATTER, None).await.unwrap()).await, 1);
        assert_eq!(actions::purge_contacts(&s.env).await.unwrap(), 0, "the matter was taken up again");
        s.in_tx(async |tx| kapok_voices::schedule_purge_in(tx, MATTER, at).await.unwrap()).await;
        assert_eq!(actions::purge_contacts(&s.env).await.unwrap(), 1);
        assert_eq!(s.counted().await, 2);
    }

    async fn joining_a_matter_calls_off_the_purge(kit) {
        let s = Stage::new(kit).await;
        let heard = s.hear(reachable("ana@home.example")).await;
        let lead = s.staff(Role::LeadOfficer).await;
        actions::answer(&s.env, &lead, heard.id, "Here it is.").await.unwrap();
        s.join(&[heard.id], MATTER).await;
        s.kit.clock.advance_ms(400 * DAY_MS);
        assert_eq!(actions::purge_contacts(&s.env).await.unwrap(), 0);
    }

    async fn phone_numbers_and_streets_are_kept_but_no_mail_is_due(kit) {
        let s = Stage::new(kit).await;
        let lead = s.staff(Role::LeadOfficer).await;
        for contact in ["+44 20 7946 0000", "12 Mill Lane, ask for Bo"] {
            let heard = s.hear(reachable(contact)).await;
            actions::answer(&s.env, &lead, heard.id, "Here it is.").await.unwrap();
            assert!(s.by_code(&heard.code).await.voice.has_contact);
        }
        assert!(due(&s).await.is_empty());
    }
}

#[test]
fn no_contact_is_readable_in_the_database_file() {
    kapok_testkit::block_on(async {
        let kit = Kit::new(On::Sqlite, &MIGRATIONS).await.unwrap();
        let s = Stage::new(kit).await;
        let heard = s.hear(reachable("unmistakable-address@home.example")).await;
        let file = s.env.db.path().unwrap();
        let mut bytes = std::fs::read(file).unwrap();
        bytes.extend(std::fs::read(file.with_extension("db-wal")).unwrap_or_default());
        let holds = |text: &str| bytes.windows(text.len()).any(|w| w == text.as_bytes());
        assert!(holds("Please answer me."), "the test looks at the right bytes");
        assert!(!holds("unmistakable-address"));
        assert!(!holds(&heard.code) && !holds(&heard.code.replace('-', "")));
    });
}

#[test]
fn a_contact_is_known_by_its_look() {
    let cases = [
        ("ana@home.example", ContactKind::Email),
        ("+49 (0)30 12 34-56", ContactKind::Phone),
        ("٠١٢٣٤٥٦٧٨", ContactKind::Phone),
        ("1234", ContactKind::Post),
        ("12 Mill Lane", ContactKind::Post),
        ("@ana", ContactKind::Post),
        ("ana@home", ContactKind::Post),
    ];
    for (contact, kind) in cases {
        assert_eq!(ContactKind::of(contact), kind, "{contact}");
    }
}
