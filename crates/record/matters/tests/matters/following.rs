//! Following by e-mail: double opt-in, idempotent, nothing kept after stopping.

use kapok_acts::{ActError, Actor};
use kapok_i18n::Lang;
use kapok_jobs::Handlers;
use kapok_mail::{Mailer, Message};
use kapok_matters::{actions, jobs};
use kapok_testkit::both;

use crate::world::{MIGRATIONS, World};

/// The mails that the due jobs send.
async fn sent(w: &World) -> Vec<Message> {
    let (mailer, list) = Mailer::sink();
    let handlers = jobs::handlers(Handlers::default(), &mailer);
    handlers.run_all_due(&w.env).await.unwrap();
    std::mem::take(&mut *list.lock().unwrap())
}

/// The token in a link of a mail.
fn token(mail: &Message) -> String {
    let at = mail.text.find("/matters/following/").unwrap() + "/matters/following/".len();
    mail.text[at..at + 32].to_owned()
}

both! { MIGRATIONS;
    async fn following_counts_only_when_confirmed_and_asking_twice_is_once(kit) {
        let w = World::new(kit).await;
        let matter = w.begun("Lamps on the path", 1).await.matter;
        actions::follow(&w.env, matter.id, " Ana@Example.org ", Lang::Es).await.unwrap();
        actions::follow(&w.env, matter.id, "ana@example.org", Lang::Es).await.unwrap();
        let mails = sent(&w).await;
        assert_eq!(mails.len(), 1, "one mail, however often it was asked for");
        assert_eq!((mails[0].to.as_str(), mails[0].list_unsubscribe.is_none()), ("Ana@Example.org", true));
        assert!(mails[0].subject.contains("Lamps on the path"));
        assert_eq!(w.matter(matter.id).await.followers, 0, "not yet");
        let token = token(&mails[0]);
        for _ in 0..2 {
            assert_eq!(actions::confirm_follow(&w.env, &token).await.unwrap().followers, 1);
        }
        actions::follow(&w.env, matter.id, "ana@example.org", Lang::Es).await.unwrap();
        assert!(sent(&w).await.is_empty(), "who follows already is not asked again");
        for _ in 0..2 {
            let _ = actions::unfollow(&w.env, &token).await;
            assert_eq!(w.matter(matter.id).await.followers, 0);
        }
        let gone = actions::confirm_follow(&w.env, &token).await;
        assert!(matches!(gone, Err(ActError::NotFound)), "{gone:?}");
        actions::follow(&w.env, matter.id, "ana@example.org", Lang::Es).await.unwrap();
        assert_eq!(sent(&w).await.len(), 1, "they can come back");
    }

    async fn followers_are_told_and_can_stop_from_every_mail(kit) {
        let w = World::new(kit).await;
        let matter = w.sorted("Lamps", "streets").await;
        for (email, lang) in [("ana@example.org", Lang::En), ("li@example.org", Lang::Zh), ("never@example.org", Lang::En)] {
            actions::follow(&w.env, matter.id, email, lang).await.unwrap();
        }
        for mail in sent(&w).await.iter().filter(|m| !m.to.starts_with("never")) {
            actions::confirm_follow(&w.env, &token(mail)).await.unwrap();
        }
        actions::open(&w.env, &Actor::System, matter.id, w.env.in_days(9), "").await.unwrap();
        let mut news = sent(&w).await;
        news.sort_by(|a, b| a.to.cmp(&b.to));
        assert_eq!(news.iter().map(|m| m.to.as_str()).collect::<Vec<_>>(), ["ana@example.org", "li@example.org"]);
        assert!(news[0].text.contains("https://riverton.example/matters/1"), "{}", news[0].text);
        assert_ne!(news[0].text, news[1].text, "each in their language");
        let stop = news[0].list_unsubscribe.clone().unwrap();
        assert!(stop.contains(&token(&news[0])), "{stop}");
        actions::unfollow(&w.env, &token(&news[0])).await.unwrap();
        actions::answer(&w.env, &Actor::System, matter.id, "Yes.", "").await.unwrap();
        assert_eq!(sent(&w).await.len(), 1);
    }

    async fn what_is_no_address_is_refused(kit) {
        let w = World::new(kit).await;
        let matter = w.begun("Lamp", 1).await.matter;
        for wrong in ["", "ana", "ana@", "@example.org", "ana@example", "ana@@example.org", "a na@example.org", "ana@example.org\nBcc: x@y.z"] {
            let refused = actions::follow(&w.env, matter.id, wrong, Lang::En).await;
            assert!(matches!(refused, Err(ActError::Fields(_))), "{wrong:?}: {refused:?}");
        }
        let nothing = actions::follow(&w.env, kapok_store::ids::MatterId([0; 16]), "a@b.cd", Lang::En).await;
        assert!(matches!(nothing, Err(ActError::NotFound)), "{nothing:?}");
    }
}
