//! The inbox, worked as a person works it: by reading the page and sending its forms.

use axum::http::Request;
use kapok_acts::{Actor, Role};
use kapok_i18n::Lang;
use kapok_store::ids::VoiceId;
use kapok_testkit::both;
use kapok_voices::{Channel, InboxFilter};

use crate::pages::{Answer, post, send};
use crate::world::{MIGRATIONS, World};

async fn see(w: &World, actor: &Actor, path: &str) -> Answer {
    // A minute later nothing is kept in memory: the dearest case.
    w.kit.clock.advance_ms(60_000);
    send(w, Some(actor.clone()), Request::get(path), String::new()).await
}

/// The value of the first hidden field of this name.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let from = page
        .find(&format!("name=\"{name}\" value=\""))
        .unwrap_or_else(|| panic!("no {name}"));
    let rest = &page[from + name.len() + 15..];
    &rest[..rest.find('"').unwrap()]
}

/// Sends a form of the page for the voice that it shows, and gives the page that follows.
async fn act(w: &World, actor: &Actor, page: &str, what: &str, more: &[(&str, &str)]) -> Answer {
    let here = hidden_action(page);
    let mut fields = vec![
        ("do", what),
        ("voice", hidden(page, "voice")),
        ("number", hidden(page, "number")),
        ("next", hidden(page, "next")),
    ];
    fields.extend_from_slice(more);
    let answer = post(w, Some(actor.clone()), &here, &fields).await;
    if answer.status != 303 {
        return answer;
    }
    assert!(answer.to.starts_with("/inbox"), "{}", answer.to);
    see(w, actor, &answer.to).await
}

/// Where the forms of the page are sent: its own address.
fn hidden_action(page: &str) -> String {
    let from = page.find("action=\"/inbox").unwrap() + 8;
    let forms: Vec<&str> = page[from..].split("method=\"post\" action=\"").skip(1).collect();
    let own = forms
        .iter()
        .find(|f| f.starts_with("/inbox"))
        .unwrap_or_else(|| panic!("no form"));
    own[..own.find('"').unwrap()]
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

async fn left(w: &World) -> i64 {
    kapok_voices::inbox_count(&mut w.conn().await, &InboxFilter::default())
        .await
        .unwrap()
}

async fn matter_of(w: &World, voice: VoiceId) -> Option<kapok_store::ids::MatterId> {
    kapok_voices::one(&mut w.conn().await, voice)
        .await
        .unwrap()
        .unwrap()
        .matter
}

both! { MIGRATIONS;
    async fn an_inbox_of_three_hundred_costs_eight_queries_in_every_language(kit) {
        let w = World::new(kit).await;
        w.begun("The lamps on the path are broken", 3).await;
        w.voices(300).await;
        let officer = w.staff("streets", Role::LeadOfficer).await;
        for lang in Lang::ALL {
            for path in ["/inbox", "/inbox?channel=phone&lang-said=es&place=eastgate", "/inbox?box=office", "/inbox?q=lamps", "/inbox?q=1", "/inbox?from=9&at=12&did=hidden-3"] {
                let with = if path.contains('?') { "&" } else { "?" };
                let page = see(&w, &officer, &format!("{path}{with}lang={}", lang.code())).await;
                assert_eq!(page.status, 200, "{path}");
                // One more is the session's.
                assert!(page.queries <= 7, "{path} took {} queries", page.queries);
                assert!(!page.body.contains("inbox-") || !page.body.contains(">inbox-"), "{path} in {lang} shows the id of a message");
                assert!(!page.body.contains("style=") && !page.body.contains("<script>"), "the policy forbids both");
            }
        }
        let odd = see(&w, &officer, "/inbox?at=x&from=-1&x=zz&did=sorted-1-2&place=%27&channel=..&q=%00%22").await;
        assert_eq!(odd.status, 200);
    }

    async fn the_page_suggests_matters_with_the_words_that_led_there(kit) {
        let w = World::new(kit).await;
        w.begun("The lamps on the river path are broken", 1).await;
        let officer = w.staff("streets", Role::Officer).await;
        w.hear_as("Both lamps near the river path are dark! I am afraid.", Channel::Phone, Some(w.place("weavers").await)).await;
        let page = see(&w, &officer, "/inbox").await.body;
        assert!(page.contains("Words in common:") && page.contains("<bdi>lamps</bdi>") && page.contains("<bdi>river</bdi>"), "{page}");
        assert!(page.contains("Alike:") && page.contains("data-key=\"1\""));
        assert!(page.contains("value=\"Both lamps near the river path are dark\""), "the title is made of the first words");
        assert!(page.contains("<option value=\"weavers\" selected>"), "and the place is taken over");
        assert!(!page.contains("value=\"answer\"") && !page.contains("value=\"hide\""), "an officer neither answers nor hides");
    }

    async fn every_voice_that_came_in_is_somewhere_when_the_inbox_is_done(kit) {
        let w = World::new(kit).await;
        w.begun("The lamp is broken", 1).await;
        let before = left(&w).await;
        let voices = w.voices(12).await;
        assert_eq!((before, left(&w).await), (0, 12));
        let lead = w.staff("streets", Role::LeadOfficer).await;
        let moderator = w.staff("mayor", Role::Moderator).await;
        let page = see(&w, &lead, "/inbox").await.body;
        assert!(page.contains("12 voices left"), "{page}");
        let page = act(&w, &lead, &page, "join", &[("matter", "1")]).await.body;
        let page = act(&w, &lead, &page, "new", &[("title", "New lamps"), ("place", "weavers"), ("topic", "renewal")]).await.body;
        let page = act(&w, &lead, &page, "refer", &[("office", "lighting"), ("reason", "their lamps")]).await.body;
        let page = act(&w, &lead, &page, "answer", &[("text", "It is repaired on Monday.")]).await.body;
        assert!(page.contains("8 voices left"), "{page}");
        let page = see(&w, &moderator, &hidden_action(&page)).await.body;
        let page = act(&w, &moderator, &page, "hide", &[("reason", "names a neighbour")]).await.body;
        let page = act(&w, &moderator, &page, "join", &[("matter", "2")]).await.body;
        assert!(page.contains("6 voices left"), "{page}");
        // In = joined + in the inbox + referred + answered alone + hidden.
        let mut conn = w.conn().await;
        let mut joined = 0;
        for v in &voices { joined += i64::from(matter_of(&w, *v).await.is_some()); }
        let lighting = InboxFilter { office: Some(w.office("lighting").await), ..InboxFilter::default() };
        let referred = kapok_voices::inbox_count(&mut conn, &lighting).await.unwrap();
        let mut states = (0, 0);
        for v in &voices {
            let v = kapok_voices::one(&mut conn, *v).await.unwrap().unwrap();
            states.0 += i64::from(v.answered.is_some() && v.matter.is_none());
            states.1 += i64::from(v.state == kapok_voices::VoiceState::Hidden);
        }
        assert_eq!((joined, left(&w).await, referred, states), (3, 6, 1, (1, 1)));
        assert_eq!(joined + left(&w).await + referred + states.0 + states.1, 12);
        let counted: i64 = kapok_matters::reads::by_number(&mut conn, 1).await.unwrap().unwrap().voice_count
            + kapok_matters::reads::by_number(&mut conn, 2).await.unwrap().unwrap().voice_count;
        assert_eq!(counted, joined + 1, "the matters count what joined them, and the voice that began the first");
    }

    async fn undo_brings_a_joining_a_beginning_a_referral_and_a_hiding_back(kit) {
        let w = World::new(kit).await;
        w.begun("The lamp is broken", 1).await;
        w.voices(4).await;
        let lead = w.staff("streets", Role::LeadOfficer).await;
        let moderator = w.staff("mayor", Role::Moderator).await;
        let officer: &Actor = &lead;
        for (who, what, fields) in [
            (officer, "join", vec![("matter", "1")]),
            (officer, "new", vec![("title", "New lamps"), ("place", ""), ("topic", "")]),
            (&moderator, "hide", vec![("reason", "names a neighbour")]),
        ] {
            let page = see(&w, who, "/inbox").await.body;
            let number = hidden(&page, "number").to_owned();
            let page = act(&w, who, &page, what, &fields).await.body;
            assert_eq!(left(&w).await, 3, "{what}");
            assert_ne!(hidden(&page, "number"), number, "{what} goes on to the next voice");
            let undo = [("what", hidden(&page, "what"))];
            let back = act(&w, who, &page, "undo", &undo).await;
            assert_eq!(back.status, 200, "{}", back.body);
            assert_eq!(left(&w).await, 4, "{what} is undone");
            assert_eq!(hidden(&back.body, "number"), number, "{what}: the voice is shown again");
        }
        let page = see(&w, &lead, "/inbox").await.body;
        let number = hidden(&page, "number").to_owned();
        let page = act(&w, &lead, &page, "refer", &[("office", "lighting"), ("reason", "their lamps")]).await.body;
        let back = act(&w, &lead, &page, "undo", &[("what", hidden(&page, "what"))]).await.body;
        assert!(back.contains("Referred to my office (1)") && hidden(&back, "number") == number, "a referral comes back to one's own office");
        let page = see(&w, &lead, "/inbox").await.body;
        let page = act(&w, &lead, &page, "answer", &[("text", "It is repaired.")]).await.body;
        assert!(!page.contains("value=\"undo\""), "an answer stands");
    }

    async fn selected_voices_are_joined_together_with_the_one_shown(kit) {
        let w = World::new(kit).await;
        let voices = w.voices(5).await;
        let officer = w.staff("streets", Role::Officer).await;
        let path = format!("/inbox?at=3&x={}&x={}", voices[0], voices[4]);
        let page = see(&w, &officer, &path).await.body;
        assert!(page.contains("Joined together with 2 other voices"), "{page}");
        let page = act(&w, &officer, &page, "new", &[("title", "Three lamps"), ("place", ""), ("topic", "")]).await.body;
        assert_eq!(left(&w).await, 2);
        assert_eq!(matter_of(&w, voices[0]).await, matter_of(&w, voices[2]).await);
        assert!(matter_of(&w, voices[4]).await.is_some() && matter_of(&w, voices[1]).await.is_none());
        assert!(!page.contains("Joined together with"), "the selection is used up");
    }

    async fn what_was_typed_stays_when_something_is_wrong_and_never_moves_to_another_voice(kit) {
        let w = World::new(kit).await;
        w.voices(3).await;
        let lead = w.staff("streets", Role::LeadOfficer).await;
        let page = see(&w, &lead, "/inbox").await.body;
        let refused = act(&w, &lead, &page, "refer", &[("office", "lighting"), ("reason", " ")]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("<option value=\"lighting\" selected>") && refused.body.contains("id=\"refer-reason-error\""), "{}", refused.body);
        let refused = act(&w, &lead, &page, "new", &[("title", "")]).await;
        assert!(refused.status == 422 && refused.body.contains("id=\"new-title-error\""), "{}", refused.body);
        let refused = act(&w, &lead, &page, "answer", &[("text", " ")]).await;
        assert!(refused.status == 422 && refused.body.contains("id=\"answer-text-error\""));
        let other = w.staff("lighting", Role::LeadOfficer).await;
        act(&w, &other, &page, "new", &[("title", "Faster"), ("place", ""), ("topic", "")]).await;
        let late = act(&w, &lead, &page, "new", &[("title", "Slower title"), ("place", ""), ("topic", "")]).await;
        assert_eq!(late.status, 422);
        assert!(late.body.contains("role=\"alert\"") && !late.body.contains("Slower title"), "{}", late.body);
        let stale = post(&w, Some(lead), "/inbox", &[("token", "wrong"), ("do", "join")]).await;
        assert_ne!(stale.status, 303);
    }

    async fn an_auditor_reads_and_writes_nothing_and_nobody_else_gets_in(kit) {
        let w = World::new(kit).await;
        w.begun("The lamp is broken", 1).await;
        let voices = w.voices(2).await;
        let auditor = w.staff("mayor", Role::Auditor).await;
        let page = see(&w, &auditor, "/inbox").await.body;
        assert!(page.contains("The lamp is broken") || page.contains("路灯坏了") || page.contains("La farola"));
        assert!(!page.contains("name=\"do\""), "no form that does anything");
        let voice = voices[0].to_string();
        for what in ["join", "new", "refer", "answer", "hide", "undo", "nonsense"] {
            let fields = [("do", what), ("voice", voice.as_str()), ("number", "2"), ("matter", "1"), ("title", "x"), ("office", "lighting"), ("reason", "y"), ("text", "z")];
            assert_eq!(post(&w, Some(auditor.clone()), "/inbox", &fields).await.status, 403, "{what}");
            let stranger = post(&w, None, "/inbox", &fields).await;
            assert!(stranger.to.starts_with("/sign-in"), "{what}: {}", stranger.to);
        }
        let officer = w.staff("streets", Role::Officer).await;
        for what in ["answer", "hide"] {
            let fields = [("do", what), ("voice", voice.as_str()), ("number", "2"), ("reason", "y"), ("text", "z")];
            assert_eq!(post(&w, Some(officer.clone()), "/inbox", &fields).await.status, 403, "{what}");
        }
        assert_eq!(left(&w).await, 2);
    }

    async fn a_voice_that_is_not_in_the_list_is_not_replaced_in_silence(kit) {
        let w = World::new(kit).await;
        w.voices(1).await;
        let officer = w.staff("streets", Role::Officer).await;
        let said = "is not in this list";
        assert!(!see(&w, &officer, "/inbox?at=1").await.body.contains(said));
        let page = see(&w, &officer, "/inbox?at=77").await.body;
        assert!(page.contains("Voice 77 is not in this list") && page.contains("href=\"/voices/77\""), "{page}");
        assert!(!page.contains("<kbd>h</kbd>"), "keys of other roles are not listed");
    }

    async fn the_end_of_the_inbox_leads_on(kit) {
        let w = World::new(kit).await;
        let officer = w.staff("streets", Role::Officer).await;
        assert!(see(&w, &officer, "/inbox").await.body.contains("Every voice is sorted."));
        w.voices(1).await;
        let page = see(&w, &officer, "/inbox").await.body;
        let page = act(&w, &officer, &page, "new", &[("title", "Lamp"), ("place", ""), ("topic", "")]).await.body;
        assert!(page.contains("No voice is waiting") && page.contains("data-key=\"u\""), "{page}");
        assert!(see(&w, &officer, "/inbox?channel=letter").await.body.contains("No voice fits these filters."));
    }
}
