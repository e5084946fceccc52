//! The work page: a matter led through its states by plain forms, and who sees which of them.

use axum::http::Request;
use kapok_acts::{Actor, Role};
use kapok_i18n::Lang;
use kapok_matters::{Matter, State, actions, reads};
use kapok_testkit::both;

use crate::pages::{Answer, post, send};
use crate::world::{MIGRATIONS, World};

async fn see(w: &World, actor: &Actor, path: &str) -> Answer {
    w.kit.clock.advance_ms(60_000);
    send(w, Some(actor.clone()), Request::get(path), String::new()).await
}

fn path(m: &Matter) -> String {
    format!("{}/work", m.path())
}

/// Sends a form; gives the status and the page or the address that follows.
async fn act(w: &World, actor: &Actor, m: &Matter, what: &str, more: &[(&str, &str)]) -> Answer {
    let mut fields = vec![("do", what)];
    fields.extend_from_slice(more);
    post(w, Some(actor.clone()), &path(m), &fields).await
}

const DESCRIPTION: [(&str, &str); 9] = [
    ("title", "Lamps on the river path"),
    ("summary", "They are dark."),
    ("place", "weavers"),
    ("topic", "renewal"),
    ("level", "safety"),
    ("field", "public"),
    ("urgency", "1"),
    ("safety", "2"),
    ("equity", "0"),
];

fn described<'a>(version: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = DESCRIPTION.to_vec();
    fields.push(("version", version));
    fields.extend_from_slice(more);
    fields
}

both! { MIGRATIONS;
    async fn the_page_is_there_in_every_language_and_state_within_eight_queries(kit) {
        let w = World::new(kit).await;
        let lead = w.staff("streets", Role::LeadOfficer).await;
        let mayor = w.staff("mayor", Role::MayorsOffice).await;
        let voiced = w.begun("A matter that is <new>", 60).await.matter;
        let sorted = w.sorted("One that is sorted", "streets").await;
        let open = w.open("One that is open", "streets").await;
        actions::answer(&w.env, &Actor::System, open.id, "Soon.", "en").await.unwrap();
        let asked = w.open("One with partners", "lighting").await;
        actions::ask_partner(&w.env, &Actor::System, asked.id, w.office("streets").await, "the poles").await.unwrap();
        let closed = w.open("One that is withdrawn", "streets").await;
        actions::close(&w.env, &Actor::System, closed.id, kapok_matters::Exit::Withdrawn, "a mistake").await.unwrap();
        actions::appeal(&w.env, closed.id, "It was none.", [4; 16]).await.unwrap();
        for lang in Lang::ALL {
            for m in [&voiced, &sorted, &open, &asked, &closed] {
                for actor in [&lead, &mayor] {
                    let page = see(&w, actor, &format!("{}?lang={}", path(m), lang.code())).await;
                    assert_eq!(page.status, 200, "{}", m.title);
                    // One more is the session's.
                    assert!(page.queries <= 7, "{} took {} queries", m.title, page.queries);
                    assert!(!page.body.contains(">work-") && !page.body.contains("<new>"), "{} in {lang}", m.title);
                    assert!(!page.body.contains("style="), "the policy forbids inline style");
                }
            }
        }
        assert_eq!(see(&w, &lead, "/matters/999/work").await.status, 404);
        assert_eq!(see(&w, &lead, "/matters/x/work").await.status, 404);
    }

    async fn a_matter_is_sorted_opened_answered_and_closed_by_forms(kit) {
        let w = World::new(kit).await;
        let lead = w.staff("streets", Role::LeadOfficer).await;
        let m = w.begun("Lamps", 2).await.matter;
        let page = see(&w, &lead, &path(&m)).await.body;
        assert!(page.contains("name=\"lead\"") && !page.contains("value=\"open\"") && !page.contains("/decide"), "{page}");
        let version = m.version.to_string();
        let silent = act(&w, &lead, &m, "describe", &described(&version, &[("lead", "streets"), ("topic", "")])).await;
        assert_eq!(silent.status, 422, "a reason is owed");
        assert!(silent.body.contains("They are dark.") && silent.body.contains("id=\"describe-reason-error\""), "{}", silent.body);
        let done = act(&w, &lead, &m, "describe", &described(&version, &[("lead", "streets"), ("reason", "our path")])).await;
        assert_eq!((done.status, done.to), (303, path(&m)));
        let page = see(&w, &lead, &path(&m)).await.body;
        assert!(page.contains("value=\"open\"") && !page.contains("name=\"lead\""), "the lead changes by hand-over only");
        let wrong = act(&w, &lead, &m, "open", &[("reply_by", "soon")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("value=\"soon\""));
        assert_eq!(act(&w, &lead, &m, "open", &[("reply_by", "2026-03-20"), ("reason", "The survey takes longer.")]).await.status, 303);
        let page = see(&w, &lead, &path(&m)).await.body;
        assert!(page.contains("/decide") && !page.contains("value=\"answered\""), "not answered yet");
        let early = act(&w, &lead, &m, "close", &[("exit", "answered"), ("reason", "told you")]).await;
        assert!(early.status == 422 && early.body.contains("Answer the voices first") && early.body.contains("told you"), "{}", early.body);
        assert_eq!(act(&w, &lead, &m, "answer", &[("text", "The lamps come in May.")]).await.status, 303);
        let none = act(&w, &lead, &m, "close", &[("exit", ""), ("reason", "told you")]).await;
        assert!(none.status == 422 && none.body.contains("id=\"close-exit-error\""));
        let whom = act(&w, &lead, &m, "close", &[("exit", "referred"), ("reason", "the river is theirs")]).await;
        assert!(whom.status == 422 && whom.body.contains("id=\"close-referred_to-error\""), "{}", whom.body);
        assert_eq!(act(&w, &lead, &m, "close", &[("exit", "answered"), ("reason", "it is on the way")]).await.status, 303);
        let m = w.matter(m.id).await;
        assert_eq!((m.state, m.title.as_str(), m.reply_by.map(|d| d.to_string()).as_deref()), (State::Answered, "Lamps on the river path", Some("2026-03-20")));
        let page = see(&w, &lead, &path(&m)).await.body;
        assert!(!page.contains("value=\"close\"") && page.contains("The lamps come in May."));
    }

    async fn a_change_meanwhile_is_said_and_what_was_typed_stays(kit) {
        let w = World::new(kit).await;
        let lead = w.staff("streets", Role::Officer).await;
        let m = w.sorted("Lamps", "streets").await;
        let version = m.version.to_string();
        let first = act(&w, &lead, &m, "describe", &described(&version, &[("title", "First")])).await;
        assert_eq!(first.status, 303);
        let mut second = described(&version, &[]);
        second[1].1 = "My summary";
        let second = act(&w, &lead, &m, "describe", &second).await;
        assert_eq!(second.status, 409);
        assert!(second.body.contains("Somebody changed this matter") && second.body.contains("My summary"), "{}", second.body);
        assert!(second.body.contains("<dd dir=\"auto\">They are dark.</dd>"), "what stands there now is shown: {}", second.body);
        let now = w.matter(m.id).await;
        assert!(second.body.contains(&format!("name=\"version\" value=\"{}\"", now.version)), "sending again replaces it");
        assert_eq!(now.summary, "They are dark.");
    }

    async fn offices_are_asked_and_answer_for_themselves(kit) {
        let w = World::new(kit).await;
        let streets = w.staff("streets", Role::LeadOfficer).await;
        let lighting = w.staff("lighting", Role::Officer).await;
        let m = w.open("Lamps", "streets").await;
        let page = see(&w, &lighting, &path(&m)).await.body;
        assert!(!page.contains("value=\"describe\"") && !page.contains("value=\"answer\""), "not their matter");
        for what in ["describe", "open", "ask", "hand-over", "accept"] {
            let refused = act(&w, &lighting, &m, what, &described("1", &[("office", "streets"), ("reply_by", "2026-03-20"), ("reason", "x")])).await;
            assert_eq!(refused.status, 403, "{what}");
        }
        assert_eq!(act(&w, &streets, &m, "ask", &[("office", "lighting"), ("reason", "the lamps")]).await.status, 303);
        let again = act(&w, &streets, &m, "ask", &[("office", "lighting"), ("reason", "the lamps")]).await;
        assert!(again.status == 422 && again.body.contains("asked and has not replied"), "{}", again.body);
        let nobody = act(&w, &streets, &m, "ask", &[("office", "")]).await;
        assert!(nobody.status == 422 && nobody.body.contains("id=\"ask-office-error\""));
        let page = see(&w, &lighting, &path(&m)).await.body;
        assert!(page.contains("value=\"accept\"") && page.contains("the lamps"));
        assert!(!see(&w, &streets, &path(&m)).await.body.contains("value=\"accept\""), "only the office asked replies");
        assert_eq!(act(&w, &lighting, &m, "accept", &[("office", "lighting")]).await.status, 303);
        assert!(see(&w, &lighting, &path(&m)).await.body.contains("value=\"describe\""), "a partner works on it");
        let due = w.matter(m.id).await.reply_by;
        assert_eq!(act(&w, &streets, &m, "hand-over", &[("office", "lighting"), ("reason", "mostly lamps")]).await.status, 303);
        let silent = act(&w, &lighting, &m, "refuse", &[("office", "lighting"), ("reason", "")]).await;
        assert!(silent.status == 422 && silent.body.contains("id=\"refuse-reason-error\""), "{}", silent.body);
        assert_eq!(act(&w, &lighting, &m, "accept", &[("office", "lighting")]).await.status, 303);
        let now = w.matter(m.id).await;
        assert_eq!((now.lead, now.reply_by), (Some(w.office("lighting").await), due), "the clock runs on");
    }

    async fn voices_are_split_out_matters_merged_and_both_undone(kit) {
        let w = World::new(kit).await;
        let officer = w.staff("streets", Role::Officer).await;
        let (m, other) = (w.begun("Lamps", 3).await.matter, w.begun("Benches", 1).await.matter);
        let voices = kapok_voices::ids_of_matter(&mut w.conn().await, m.id).await.unwrap();
        let (a, b) = (voices[0].to_string(), voices[1].to_string());
        let none = act(&w, &officer, &m, "split", &[("reason", "not about lamps")]).await;
        assert!(none.status == 422 && none.body.contains("Tick at least one voice.") && none.body.contains("not about lamps"), "{}", none.body);
        let silent = act(&w, &officer, &m, "split", &[("voices", &a), ("into", "2")]).await;
        assert!(silent.status == 422 && silent.body.contains(&format!("value=\"{a}\"")), "{}", silent.body);
        let gone = act(&w, &officer, &m, "split", &[("voices", &a), ("into", "77"), ("reason", "x")]).await;
        assert!(gone.status == 422 && gone.body.contains("There is no matter with this number."));
        let split = act(&w, &officer, &m, "split", &[("voices", &a), ("voices", &b), ("into", "2"), ("reason", "benches")]).await;
        assert_eq!((split.status, w.matter(m.id).await.voice_count, w.matter(other.id).await.voice_count), (303, 1, 3), "{}", split.body);
        let page = see(&w, &officer, &split.to).await.body;
        let undo = split.to.rsplit('=').next().unwrap();
        assert!(page.contains(undo), "undo is offered");
        assert_eq!(act(&w, &officer, &m, "undo", &[("act", undo)]).await.status, 303);
        assert_eq!((w.matter(m.id).await.voice_count, w.matter(other.id).await.voice_count), (3, 1));
        let itself = act(&w, &officer, &m, "merge", &[("into", "1"), ("reason", "same")]).await;
        assert!(itself.status == 422 && itself.body.contains("id=\"merge-into-error\""), "{}", itself.body);
        let merged = act(&w, &officer, &m, "merge", &[("into", "2"), ("reason", "same")]).await;
        assert!(merged.to.starts_with("/matters/2/work?undo="), "{}", merged.to);
        assert_eq!((w.matter(m.id).await.state, w.matter(other.id).await.voice_count), (State::Merged, 4));
        let undo = merged.to.rsplit('=').next().unwrap();
        assert_eq!(act(&w, &officer, &other, "undo", &[("act", undo)]).await.status, 303);
        assert_eq!((w.matter(m.id).await.voice_count, w.matter(other.id).await.voice_count), (3, 1));
    }

    async fn a_moderator_hides_voices_of_this_matter_only(kit) {
        let w = World::new(kit).await;
        let moderator = w.staff("mayor", Role::Moderator).await;
        let (m, other) = (w.begun("Lamps", 2).await.matter, w.begun("Benches", 1).await.matter);
        let own = kapok_voices::ids_of_matter(&mut w.conn().await, m.id).await.unwrap()[0].to_string();
        let strange = kapok_voices::ids_of_matter(&mut w.conn().await, other.id).await.unwrap()[0].to_string();
        assert_eq!(act(&w, &moderator, &m, "hide", &[("voices", &strange), ("reason", "insult")]).await.status, 422);
        assert_eq!(act(&w, &moderator, &m, "hide", &[("voices", &own), ("reason", "")]).await.status, 422);
        assert_eq!(act(&w, &moderator, &m, "hide", &[("voices", &own), ("reason", "insult")]).await.status, 303);
        let page = see(&w, &moderator, &path(&m)).await.body;
        assert!(page.contains("Hidden or withdrawn. It stays counted."));
        assert_eq!(w.matter(m.id).await.voice_count, 2);
    }

    async fn the_mayors_office_rules_on_an_appeal(kit) {
        let w = World::new(kit).await;
        let mayor = w.staff("mayor", Role::MayorsOffice).await;
        let lead = w.staff("streets", Role::LeadOfficer).await;
        let m = w.open("Lamps", "streets").await;
        actions::close(&w.env, &Actor::System, m.id, kapok_matters::Exit::Withdrawn, "a mistake").await.unwrap();
        let id = actions::appeal(&w.env, m.id, "It was none.", [4; 16]).await.unwrap().to_string();
        assert!(!see(&w, &lead, &path(&m)).await.body.contains("value=\"uphold\""));
        assert_eq!(act(&w, &lead, &m, "uphold", &[("appeal", &id), ("reason", "x")]).await.status, 403);
        let silent = act(&w, &mayor, &m, "uphold", &[("appeal", &id), ("reason", "")]).await;
        assert!(silent.status == 422 && silent.body.contains("id=\"rule-reason-error\""), "{}", silent.body);
        assert_eq!(act(&w, &mayor, &m, "uphold", &[("appeal", &id), ("reason", "they are right")]).await.status, 303);
        assert_eq!(w.matter(m.id).await.state, State::Open);
        assert!(see(&w, &mayor, &path(&m)).await.body.contains("they are right"));
    }

    async fn an_auditor_sees_all_and_every_form_is_refused(kit) {
        let w = World::new(kit).await;
        let auditor = w.staff("mayor", Role::Auditor).await;
        let m = w.open("Lamps", "streets").await;
        let page = see(&w, &auditor, &path(&m)).await.body;
        assert!(page.contains("The lamp is broken") && !page.contains("name=\"do\""), "{page}");
        let before = w.timeline(m.id).await.len();
        for what in ["describe", "open", "answer", "close", "merge", "ask", "hand-over", "accept", "refuse", "split", "hide", "uphold", "reject", "undo", ""] {
            assert_eq!(act(&w, &auditor, &m, what, &[("reason", "x")]).await.status, 403, "{what}");
            let stranger = post(&w, None, &path(&m), &[("do", what)]).await;
            assert!(stranger.to.starts_with("/sign-in"), "{what}");
        }
        assert_eq!(w.timeline(m.id).await.len(), before);
        assert!(reads::by_number(&mut w.conn().await, m.number).await.unwrap().is_some());
    }
}
