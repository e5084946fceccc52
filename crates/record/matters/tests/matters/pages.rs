//! The pages, in every language, for residents and staff, and what they cost.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use axum::body::Body;
use axum::http::Request;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use kapok_acts::{ActError, Actor, Env, Role};
use kapok_i18n::Lang;
use kapok_matters::{Describe, NewMatter, Weights, actions, reads};
use kapok_testkit::both;
use kapok_voices::Channel;
use kapok_web::{App, FormToken, Limits, Session, Sessions};
use tower::ServiceExt;

use crate::world::{MIGRATIONS, World};

/// Everybody who brings a session cookie is this person.
struct Always(Option<Actor>);

impl Sessions for Always {
    fn find<'a>(
        &'a self,
        _: &'a Env,
        _: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Session>, ActError>> + Send + 'a>> {
        let session = self.0.clone().map(|actor| Session {
            actor,
            digest: [3; 32],
        });
        Box::pin(async { Ok(session) })
    }
}

pub struct Answer {
    pub status: u16,
    pub body: String,
    pub to: String,
    pub queries: u64,
}

pub async fn send(
    w: &World,
    actor: Option<Actor>,
    request: axum::http::request::Builder,
    body: String,
) -> Answer {
    let app = App {
        env: w.env.clone(),
        files: kapok_files::Files::open(std::env::temp_dir().join("kapok-matters-test")).unwrap(),
        sessions: Arc::new(Always(actor)),
        limits: Arc::new(Limits::none()),
        watch: std::sync::Arc::default(),
        behind_proxy: false,
        secure_cookies: true,
    };
    let request = request
        .header("cookie", "kapok_session=x")
        .body(Body::from(body))
        .unwrap();
    let before = w.env.db.queries();
    let response = kapok_web::secure(kapok_matters::routes(), app)
        .oneshot(request)
        .await
        .unwrap();
    let status = response.status().as_u16();
    let to = response
        .headers()
        .get(LOCATION)
        .and_then(|v| v.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 22).await.unwrap();
    let body = String::from_utf8(bytes.to_vec()).unwrap();
    Answer {
        status,
        body,
        to,
        queries: w.env.db.queries() - before,
    }
}

async fn get(w: &World, path: &str) -> Answer {
    send(w, None, Request::get(path), String::new()).await
}

pub async fn post(w: &World, actor: Option<Actor>, path: &str, fields: &[(&str, &str)]) -> Answer {
    let session = if actor.is_some() { [3; 32] } else { [0; 32] };
    let token = FormToken::make(&w.env, &session);
    let mut body = format!("token={token}");
    for (name, value) in fields {
        body.push_str(&format!("&{name}={}", kapok_web::url::escape(value)));
    }
    let request = Request::post(path).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    send(w, actor, request, body).await
}

/// Two matters, one with a place and a topic.
async fn filled(w: &World) {
    let voice = w
        .hear_as("The lamps on the path are dark", Channel::Phone, None)
        .await;
    let new = NewMatter {
        title: "Lamps <on> the path".into(),
        topic: "renewal".into(),
        place: Some(w.place("mill-bridge").await),
        ..NewMatter::default()
    };
    actions::begin(&w.env, &Actor::System, new, &[voice], "")
        .await
        .unwrap();
    w.begun("=cmd|' /C calc'!A0", 3).await;
}

both! { MIGRATIONS;
    async fn every_page_is_there_in_every_language_within_eight_queries(kit) {
        let w = World::new(kit).await;
        filled(&w).await;
        for lang in Lang::ALL {
            for path in ["/matters", "/matters?topic=renewal&place=eastgate&state=heard&channel=phone&spoken=en&order=newest&text=lamps", "/matters?order=voices", "/matters/map", "/priority", "/say/like?text=lamps+on+the+path"] {
                // A minute later nothing is kept in memory: the dearest case.
                w.kit.clock.advance_ms(60_000);
                let with = if path.contains('?') { "&" } else { "?" };
                let page = get(&w, &format!("{path}{with}lang={}", lang.code())).await;
                assert_eq!(page.status, 200, "{path}");
                assert!(page.queries <= 8, "{path} took {} queries", page.queries);
                assert!(!page.body.contains("<on>"), "{path} does not escape");
                assert!(!page.body.contains("matters-"), "{path} in {lang} shows the id of a message");
            }
        }
    }

    async fn the_list_shows_what_was_asked_for_and_leads_on(kit) {
        let w = World::new(kit).await;
        for n in 0..27 { w.begun(&format!("Matter number {n}"), 1).await; }
        let first = get(&w, "/matters?order=newest&channel=").await.body;
        assert!(first.contains("27 matters") && first.contains("Matter number 26") && !first.contains("Matter number 1<"), "{first}");
        assert!(first.contains("/matters?order=newest&#38;after=3"), "{}", first.split("pager").nth(1).unwrap_or_default());
        let second = get(&w, "/matters?order=newest&after=3").await.body;
        assert!(second.contains("Matter number 1<") && second.contains("Matter number 0<") && !second.contains("Matter number 5<"));
        assert!(second.contains("rel=\"prev\" href=\"/matters?order=newest\""), "{}", second.split("pager").nth(1).unwrap_or_default());
        let none = get(&w, "/matters?text=nothingofthekind").await.body;
        assert!(none.contains("No matter fits these filters."));
        let odd = get(&w, "/matters?topic=nonsense&state=%00&after=x&after=-9&place=%27&lead=..").await;
        assert_eq!(odd.status, 200);
    }

    async fn the_file_has_the_rows_of_the_list_and_no_formula(kit) {
        let w = World::new(kit).await;
        filled(&w).await;
        let file = get(&w, "/matters.csv").await.body;
        let mut rows = csv::Reader::from_reader(file.as_bytes());
        assert_eq!(rows.headers().unwrap().len(), 20);
        let rows: Vec<_> = rows.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().any(|r| &r[1] == "'=cmd|' /C calc'!A0"), "{rows:?}");
        assert!(rows.iter().any(|r| &r[8] == "Mill Bridge" && &r[5] == "renewal"), "{rows:?}");
        let narrowed = get(&w, "/matters.csv?topic=renewal").await.body;
        assert_eq!(narrowed.lines().count(), 2);
    }

    async fn the_map_and_its_table_agree(kit) {
        let w = World::new(kit).await;
        filled(&w).await;
        let page = get(&w, "/matters/map").await.body;
        assert!(page.contains("<svg") && page.contains("Mill Bridge: 1") && page.contains("Weavers: 0"), "{page}");
        let (_, row) = page.split_once("href=\"/matters?place=mill-bridge\">Mill Bridge</a></th>").unwrap();
        assert!(row.split("</td>").next().unwrap().ends_with(">1"), "{row}");
        assert!(!page.contains("style="), "the policy forbids inline style");
    }

    async fn the_formula_is_shown_term_by_term_and_changed_by_the_mayors_office_only(kit) {
        let w = World::new(kit).await;
        let matter = w.sorted("Lamps", "streets").await;
        actions::describe(&w.env, &Actor::System, matter.id, Describe { safety: 3, ..Describe::of(&matter) }, "").await.unwrap();
        let page = get(&w, "/priority").await.body;
        assert!(page.contains("2 × log₂(1 + 2)") && page.contains("4 × 3"), "{page}");
        assert!(!page.contains("name=\"reason\""), "residents see no form");
        let fields = [("voices", "5"), ("urgency", "3"), ("safety", "4"), ("equity", "2"), ("age", "1"), ("reason", "voices first")];
        let stranger = post(&w, None, "/priority", &fields).await;
        assert!(stranger.to.starts_with("/sign-in"), "{}", stranger.to);
        let officer = w.staff("streets", Role::LeadOfficer).await;
        assert_eq!(post(&w, Some(officer), "/priority", &fields).await.status, 403);
        let mayor = w.staff("mayor", Role::MayorsOffice).await;
        let wrong = post(&w, Some(mayor.clone()), "/priority", &[("voices", "many"), ("urgency", "3"), ("safety", "4"), ("equity", "2"), ("age", "1"), ("reason", "because")]).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("value=\"many\"") && wrong.body.contains("because"), "what was typed stays");
        let silent = post(&w, Some(mayor.clone()), "/priority", &fields[..5]).await;
        assert_eq!(silent.status, 422);
        assert_eq!(*reads::weights(&w.env).await.unwrap(), Weights::default());
        let done = post(&w, Some(mayor), "/priority", &fields).await;
        assert_eq!((done.status, done.to.as_str()), (303, "/priority"));
        assert_eq!(reads::weights(&w.env).await.unwrap().voices, 5);
        let page = get(&w, "/priority").await.body;
        assert!(page.contains("voices first") && page.contains("Voices 5"), "{page}");
    }

    async fn the_link_in_a_mail_changes_nothing_until_the_button_is_pressed(kit) {
        let w = World::new(kit).await;
        let matter = w.begun("Lamps", 1).await.matter;
        actions::follow(&w.env, matter.id, "ana@example.org", Lang::En).await.unwrap();
        let (mailer, sent) = kapok_mail::Mailer::sink();
        kapok_matters::jobs::handlers(kapok_jobs::Handlers::default(), &mailer).run_all_due(&w.env).await.unwrap();
        let text = sent.lock().unwrap()[0].text.clone();
        let path = format!("/matters/following/{}", &text[text.find("following/").unwrap() + 10..][..32]);
        let page = get(&w, &path).await;
        assert_eq!((page.status, w.matter(matter.id).await.followers), (200, 0));
        assert!(page.body.contains("value=\"confirm\""));
        let done = post(&w, None, &path, &[("do", "confirm")]).await;
        assert_eq!((done.to.as_str(), w.matter(matter.id).await.followers), ("/matters/1", 1));
        let page = get(&w, &path).await.body;
        assert!(page.contains("value=\"stop\"") && !page.contains("value=\"confirm\""));
        post(&w, None, &path, &[("do", "stop")]).await;
        assert_eq!(w.matter(matter.id).await.followers, 0);
        assert_eq!(get(&w, &path).await.status, 404);
    }
}
