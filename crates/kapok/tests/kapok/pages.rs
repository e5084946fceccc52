//! Every public page of the demo city: it answers, costs at most eight queries, and is light.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use kapok::wiring;
use kapok_acts::{City, Env, Keys};
use kapok_files::Files;
use kapok_store::Db;
use kapok_testkit::{Kit, On};
use kapok_web::Limits;
use tower::ServiceExt;

/// Statements that one public page may run, whatever the number of rows.
const MOST_QUERIES: u64 = 8;

pub(crate) struct Town {
    pub(crate) env: Env,
    pub(crate) db: Db,
    pub(crate) service: axum::Router,
    _kit: Kit,
}

/// The token of the first form of a page.
pub(crate) fn token_of(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"token\" value=\"").expect("a form");
    rest.split('"').next().unwrap().to_owned()
}

impl Town {
    pub(crate) async fn new() -> Self {
        let kit = Kit::new(On::Sqlite, &wiring::migrations())
            .await
            .expect("SQLite is always there");
        Self::built(kit, Limits::none(), false).await
    }

    /// The demo city with the limits of a real server, behind a proxy that names addresses.
    pub(crate) async fn limited() -> Self {
        let kit = Kit::new(On::Sqlite, &wiring::migrations())
            .await
            .expect("SQLite is always there");
        Self::built(kit, Limits::default(), true).await
    }

    async fn built(kit: Kit, limits: Limits, behind_proxy: bool) -> Self {
        let town = Self::with(kit, limits, behind_proxy);
        kapok_demo::build(&town.env).await.expect("the demo city");
        kapok_acts::tree::sequence(&town.env)
            .await
            .expect("acts get their places");
        kapok_front::warm(&town.env)
            .await
            .expect("what is kept in memory");
        town
    }

    /// A city with what its database holds.
    pub(crate) fn bare(kit: Kit) -> Self {
        Self::with(kit, Limits::none(), false)
    }

    fn with(kit: Kit, limits: Limits, behind_proxy: bool) -> Self {
        let city = City::new("Riverton", "http://localhost", jiff::tz::TimeZone::UTC);
        let env = Env::new(
            kit.db.clone(),
            kit.clock(),
            kit.entropy(),
            Keys::new([7; 32]),
            city,
        );
        let files =
            Files::open(std::env::temp_dir().join(format!("kapok-pages-{}", std::process::id()))).unwrap();
        let app = wiring::app(env.clone(), files, limits, behind_proxy);
        Self {
            env,
            db: kit.db.clone(),
            service: wiring::service(app),
            _kit: kit,
        }
    }

    pub(crate) fn env(&self) -> &Env {
        &self.env
    }

    pub(crate) fn service(&self) -> axum::Router {
        self.service.clone()
    }

    pub(crate) async fn get(&self, path: &str) -> (StatusCode, String) {
        let request = Request::get(path)
            .header("accept-language", "en")
            .body(Body::empty())
            .unwrap();
        self.send(request).await
    }

    /// Status, content type and body of what is no page.
    pub(crate) async fn bytes(&self, path: &str) -> (StatusCode, String, Vec<u8>) {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = self.service.clone().oneshot(request).await.unwrap();
        let kind = response.headers()["content-type"].to_str().unwrap().to_owned();
        let status = response.status();
        let body = to_bytes(response.into_body(), 16 << 20).await.unwrap();
        (status, kind, body.to_vec())
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> (StatusCode, String) {
        let response = self.service.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), 16 << 20).await.unwrap();
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    /// How many acts there are.
    pub(crate) async fn acts(&self) -> i64 {
        kapok_acts::log::count(&mut self.db.read().await.unwrap())
            .await
            .unwrap()
    }

    /// Status, queries and page of a first visit. What nearly every page needs is in memory, as the running server sees to every
    /// two seconds.
    async fn visit(&self, path: &str) -> (StatusCode, u64, String) {
        let before = self.db.queries();
        let (status, page) = self.get(path).await;
        (status, self.db.queries() - before, page)
    }
}

pub(crate) fn links(page: &str) -> BTreeSet<String> {
    page.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.starts_with('/') && !href.starts_with("//"))
        .map(|href| href.split('#').next().unwrap_or_default().replace("&amp;", "&"))
        .collect()
}

/// A page's kind: its path with numbers and names taken out, so that a few of each kind are looked at.
pub(crate) fn kind(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let parts: Vec<&str> = path
        .split('/')
        .map(|part| {
            let many = part.len() > 24 || part.parse::<i64>().is_ok();
            if many || path.starts_with("/cases/") && !part.is_empty() && part != "cases" && part != "compare"
            {
                "*"
            } else {
                part
            }
        })
        .collect();
    let names: Vec<&str> = query
        .split('&')
        .filter_map(|pair| pair.split('=').next())
        .collect();
    format!("{}?{}", parts.join("/"), names.join("&"))
}

/// Follows every link from the front page, a few of each kind, and looks at what answers.
#[test]
fn every_public_page_answers_within_eight_queries() {
    kapok_testkit::block_on(async {
        let town = Town::new().await;
        let mut waiting: Vec<String> = [
            "/",
            "/about/ladder",
            "/about/channels",
            "/design",
            "/places",
            "/follow",
            "/sign-in",
            "/silent",
        ]
        .map(str::to_owned)
        .into();
        let mut seen = BTreeSet::new();
        let mut of_kind = std::collections::BTreeMap::<String, usize>::new();
        let (mut wrong, mut dearest) = (Vec::new(), (0, String::new()));
        while let Some(path) = waiting.pop() {
            let n = of_kind.entry(kind(&path)).or_default();
            // Read in pieces while they are sent: as many queries as they are long.
            let whole_log = path == "/log/acts.txt" || path.starts_with("/open-data/");
            if path.contains("lang=") || whole_log || !seen.insert(path.clone()) || *n >= 4 {
                continue;
            }
            *n += 1;
            let (status, queries, page) = town.visit(&path).await;
            if queries > dearest.0 {
                dearest = (queries, path.clone());
            }
            let moved = status == StatusCode::SEE_OTHER;
            if !(status == StatusCode::OK || moved) || queries > MOST_QUERIES {
                wrong.push(format!("{path}: {status}, {queries} queries"));
            }
            waiting.extend(links(&page));
        }
        println!(
            "{} pages of {} kinds; the dearest takes {} queries: {}",
            seen.len(),
            of_kind.len(),
            dearest.0,
            dearest.1
        );
        assert!(
            of_kind.len() >= 30,
            "only {} kinds of page were found: {:?}",
            of_kind.len(),
            of_kind.keys()
        );
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

/// What is counted on the front page is what the lists behind it hold.
#[test]
fn the_numbers_of_the_front_page_are_those_of_the_rows_behind_them() {
    kapok_testkit::block_on(async {
        let town = Town::new().await;
        let (_, front) = town.get("/").await;
        for step in ["weighed", "decided", "doing", "done", "shared"] {
            let href = format!("/matters?step={step}");
            let (_, rest) = front.split_once(&format!("{href}\"><b>")).expect(step);
            let number = rest.split('<').next().unwrap();
            let (_, list) = town.get(&href).await;
            assert!(
                list.contains(&format!("{number} matter")),
                "{step}: the front page says {number}"
            );
        }
    });
}

/// Nothing shared between tests but what the rooms share.
#[test]
fn strangers_are_sent_to_sign_in() {
    kapok_testkit::block_on(async {
        let kit = Kit::new(On::Sqlite, &wiring::migrations())
            .await
            .expect("SQLite is always there");
        let city = City::new("Riverton", "http://localhost", jiff::tz::TimeZone::UTC);
        let env = Env::new(
            kit.db.clone(),
            kit.clock(),
            kit.entropy(),
            Keys::new([7; 32]),
            city,
        );
        let files =
            Files::open(std::env::temp_dir().join(format!("kapok-pages2-{}", std::process::id()))).unwrap();
        let service = wiring::service(wiring::app(env, files, Limits::none(), false));
        for path in [
            "/inbox",
            "/late",
            "/desk",
            "/desk/cards",
            "/account",
            "/admin/accounts",
        ] {
            let response = service
                .clone()
                .oneshot(Request::get(path).body(Body::empty()).unwrap())
                .await
                .unwrap();
            assert_eq!(response.status(), StatusCode::SEE_OTHER, "{path}");
            assert!(
                response.headers()["location"]
                    .to_str()
                    .unwrap()
                    .starts_with("/sign-in"),
                "{path}"
            );
        }
        let _ = Arc::new(kit);
    });
}

/// With every automatic function off, a voice is heard as before: no place guessed, no language told, nothing offered.
#[test]
fn the_platform_works_with_all_automatic_functions_off() {
    kapok_testkit::block_on(async {
        let kit = Kit::new(On::Sqlite, &wiring::migrations())
            .await
            .expect("SQLite is always there");
        let mut city = City::new("Riverton", "http://localhost", jiff::tz::TimeZone::UTC);
        city.automatic = kapok_acts::Automatic {
            similar: false,
            place: false,
            language: false,
        };
        let env = Env::new(
            kit.db.clone(),
            kit.clock(),
            kit.entropy(),
            Keys::new([7; 32]),
            city,
        );
        kapok_demo::build(&env)
            .await
            .expect("the demo city is made all the same");
        let files =
            Files::open(std::env::temp_dir().join(format!("kapok-pages3-{}", std::process::id()))).unwrap();
        let service = wiring::service(wiring::app(env.clone(), files, Limits::none(), false));
        let text = "The lamps on the river path between Mill Bridge and Eastgate Station are dark again";
        let like = Request::get(format!("/say/like?text={}", text.replace(' ', "+")))
            .body(Body::empty())
            .unwrap();
        let piece = to_bytes(service.clone().oneshot(like).await.unwrap().into_body(), 1 << 20)
            .await
            .unwrap();
        assert!(
            !String::from_utf8_lossy(&piece).contains("/matters/"),
            "nothing is offered"
        );
        let new = kapok_voices::NewVoice {
            text: text.into(),
            place_words: "Mill Bridge".into(),
            ..kapok_voices::NewVoice::default()
        };
        let heard = kapok_voices::actions::hear(&env, &kapok_acts::Actor::Resident, new)
            .await
            .unwrap();
        let voice = kapok_voices::by_number(&env, heard.number)
            .await
            .unwrap()
            .unwrap()
            .voice;
        assert_eq!((voice.place, voice.lang.as_str()), (None, "und"));
    });
}

/// What an author takes back is gone: the words from the search, the photo's name, the versions. The count stays.
#[test]
fn withdrawn_words_leave_the_search_and_stay_counted() {
    kapok_testkit::block_on(async {
        let town = Town::new().await;
        let env = &town.env;
        let filter = kapok_matters::Filter {
            text: "quetzalcoatlus".into(),
            ..Default::default()
        };
        let mut conn = env.db.read().await.unwrap();
        let all = kapok_matters::Filter::default();
        let open = kapok_matters::reads::list(&mut conn, &all, kapok_matters::Order::Priority, None, 1);
        let matter = open.await.unwrap().remove(0);
        let new = kapok_voices::NewVoice {
            text: "A quetzalcoatlus on the roof".into(),
            ..kapok_voices::NewVoice::default()
        };
        let heard = kapok_matters::actions::hear_into(env, &kapok_acts::Actor::Resident, new, matter.id)
            .await
            .unwrap();
        assert_eq!(kapok_matters::reads::count(&mut conn, &filter).await.unwrap(), 1);
        kapok_matters::actions::withdraw_voice(env, &heard.code, "")
            .await
            .unwrap();
        assert_eq!(kapok_matters::reads::count(&mut conn, &filter).await.unwrap(), 0);
        let after = kapok_matters::reads::by_id(&mut conn, matter.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(after.voice_count, matter.voice_count + 1);
        assert_eq!(
            kapok_voices::by_code(env, &heard.code)
                .await
                .unwrap()
                .unwrap()
                .voice
                .text,
            ""
        );
    });
}
