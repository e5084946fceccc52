//! The JSON API as a whole: its description, that it leaves nothing out, who may call what, and what every answer carries.

mod calls;
mod cover;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use kapok_acts::{Actor, Scope};
use kapok_parties::{NewToken, actions};
use serde_json::Value;
use tower::ServiceExt;

use crate::pages::Town;

/// One demo city for the tests that run at the same time and do not get in each other's way: making it costs seconds.
pub(crate) fn shared() -> Arc<Town> {
    static TOWN: Mutex<Weak<Town>> = Mutex::new(Weak::new());
    let mut town = TOWN.lock().unwrap_or_else(PoisonError::into_inner);
    town.upgrade().unwrap_or_else(|| {
        let made = Arc::new(kapok_testkit::block_on(Town::new()));
        *town = Arc::downgrade(&made);
        made
    })
}

/// An answer, read to its end.
pub(crate) struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub json: Value,
}

impl Reply {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }

    /// The names of the fields that were refused.
    fn fields(&self) -> Vec<String> {
        let errors = self.json["errors"].as_array().cloned().unwrap_or_default();
        errors
            .iter()
            .map(|e| e["field"].as_str().unwrap().to_owned())
            .collect()
    }
}

/// Calls with headers and maybe a document.
pub(crate) async fn call(
    town: &Town,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
    sent: Option<Value>,
) -> Reply {
    let mut request = Request::builder()
        .method(method)
        .uri(format!("/api/v1{path}"))
        .header("accept-language", "en");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = match sent {
        Some(sent) => request
            .header("content-type", "application/json")
            .body(Body::from(sent.to_string())),
        None => request.body(Body::empty()),
    };
    let response = town.service().oneshot(request.unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, 16 << 20).await.unwrap();
    Reply {
        status: parts.status,
        headers: parts.headers,
        json: serde_json::from_slice(&bytes).unwrap_or(Value::Null),
    }
}

/// A token of a demo account.
pub(crate) async fn token(town: &Town, email: &str, scopes: &[Scope]) -> String {
    let actor = actions::staff_actor(town.env(), email).await.unwrap();
    let Actor::Staff { account, .. } = actor else {
        panic!("{email} is staff");
    };
    let new = NewToken {
        name: "test".into(),
        scopes: scopes.to_vec(),
        days: 30,
    };
    let made = actions::issue_token(town.env(), &Actor::System, account, new).await;
    format!("Bearer {}", made.unwrap())
}

fn description() -> Value {
    serde_json::from_str(&kapok::wiring::api().1.to_json().unwrap()).unwrap()
}

/// Method, path and description of every operation.
fn operations(doc: &Value) -> Vec<(Method, String, Value)> {
    let paths = doc["paths"].as_object().unwrap();
    let each = paths.iter().flat_map(|(path, item)| {
        let methods = item.as_object().unwrap().iter();
        methods.map(move |(method, op)| {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            (method, path.clone(), op.clone())
        })
    });
    each.collect()
}

#[test]
fn the_description_is_the_one_that_was_looked_over() {
    insta::assert_snapshot!("openapi", kapok::wiring::api().1.to_pretty_json().unwrap());
}

#[test]
fn the_description_holds_together() {
    let doc = description();
    assert_eq!(doc["openapi"], "3.1.0");
    let tags: BTreeSet<&str> = doc["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| t["name"].as_str().unwrap())
        .collect();
    let mut ids = BTreeSet::new();
    for (method, path, op) in operations(&doc) {
        let id = op["operationId"].as_str().unwrap().to_owned();
        assert!(ids.insert(id.clone()), "{id} is there twice");
        assert!(
            tags.contains(op["tags"][0].as_str().unwrap()),
            "{id} has a tag of its own"
        );
        assert!(
            op["summary"].as_str().is_some_and(|s| !s.is_empty()),
            "{id} says nothing"
        );
        let declared: BTreeSet<&str> = op["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|p| p["in"] == "path")
            .map(|p| p["name"].as_str().unwrap())
            .collect();
        let in_path: BTreeSet<&str> = path
            .split('/')
            .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
            .collect();
        assert_eq!(declared, in_path, "{method} {path}");
        assert!(op["responses"]["200"].is_object(), "{id} never succeeds");
        assert!(op["responses"]["500"].is_object(), "{id} never fails");
    }
    let text = doc.to_string();
    for reference in text.split("#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(doc["components"]["schemas"][name].is_object(), "no schema {name}");
    }
}

/// Two types of one name would be one in the description, without a word from the compiler.
#[test]
fn no_two_rooms_name_different_things_alike() {
    let rooms = [
        kapok_places::api::api(),
        kapok_parties::api::api(),
        kapok_voices::api::api(),
        kapok_matters::api::api(),
        kapok_processes::api::api(),
        kapok_decisions::api::api(),
        kapok_commitments::api::api(),
        kapok_outcomes::api::api(),
        kapok_cases::api::api(),
        kapok_programmes::api::api(),
        kapok_front::api::api(),
    ];
    let mut known = BTreeMap::new();
    for room in rooms {
        let doc = serde_json::to_value(room.into_openapi()).unwrap();
        for (name, schema) in doc["components"]["schemas"].as_object().unwrap() {
            let before = known.insert(name.clone(), schema.clone());
            assert!(before.is_none_or(|b| b == *schema), "{name} is two things");
        }
    }
}

#[test]
fn whoever_has_no_token_or_not_the_scope_is_turned_away_before_anything_is_read() {
    let town = shared();
    kapok_testkit::block_on(async {
        let mut without = BTreeMap::new();
        for scope in Scope::ALL {
            let others: Vec<Scope> = Scope::ALL.into_iter().filter(|s| *s != scope).collect();
            without.insert(scope.id(), token(&town, kapok_demo::LOGINS[0].1, &others).await);
        }
        for (method, path, op) in operations(&description()) {
            let Some(scope) = op["security"][0]["token"][0].as_str() else {
                continue;
            };
            let path = path.trim_start_matches("/api/v1");
            let with =
                async |headers: &[(&str, &str)]| call(&town, method.clone(), path, headers, None).await;
            let none = with(&[]).await;
            assert_eq!(none.status, StatusCode::UNAUTHORIZED, "{method} {path}");
            assert!(none.header("www-authenticate").starts_with("Bearer"), "{path}");
            let wrong = with(&[("authorization", "Bearer kapok_no")]).await;
            assert_eq!(wrong.status, StatusCode::UNAUTHORIZED, "{method} {path}");
            let refused = with(&[("authorization", &without[scope])]).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{method} {path}");
            assert_eq!(
                refused.json["type"], "tag:kapok,2026:problem/scope",
                "{method} {path}"
            );
        }
    });
}

#[test]
fn answers_carry_a_tag_and_pages_may_be_read_from_everywhere() {
    let town = shared();
    kapok_testkit::block_on(async {
        let first = call(&town, Method::GET, "/cases?limit=2", &[], None).await;
        assert_eq!(first.status, StatusCode::OK);
        assert_eq!(first.header("access-control-allow-origin"), "*");
        assert_eq!(first.header("cross-origin-resource-policy"), "cross-origin");
        assert_eq!(first.header("cache-control"), "no-cache");
        let next = first.json["next"].as_str().unwrap();
        let link = format!("</api/v1/cases?limit=2&cursor={next}>; rel=\"next\"");
        assert_eq!(first.header("link"), link);
        let tag = first.header("etag").to_owned();
        let again = call(
            &town,
            Method::GET,
            "/cases?limit=2",
            &[("if-none-match", &tag)],
            None,
        )
        .await;
        assert_eq!(
            (again.status, again.header("etag")),
            (StatusCode::NOT_MODIFIED, tag.as_str())
        );
        let head = call(&town, Method::HEAD, "/cases?limit=2", &[], None).await;
        assert_eq!((head.status, head.header("etag")), (StatusCode::OK, tag.as_str()));
        let preflight = call(
            &town,
            Method::OPTIONS,
            "/voices",
            &[("origin", "https://else.example")],
            None,
        )
        .await;
        assert_eq!(preflight.header("access-control-allow-methods"), "GET, HEAD");
    });
}

#[test]
fn a_list_goes_on_where_it_stopped_and_leaves_nothing_out() {
    kapok_testkit::block_on(async {
        let town = Town::new().await;
        for list in [
            "/voices",
            "/matters",
            "/matters?order=voices",
            "/promises",
            "/cases",
            "/acts?kind=voice.heard",
            "/voices?unanswered=true",
        ] {
            let and = if list.contains('?') { '&' } else { '?' };
            let whole = call(&town, Method::GET, &format!("{list}{and}limit=40"), &[], None).await;
            let name = |item: &Value| item["id"].as_str().or(item["key"].as_str()).unwrap().to_owned();
            let wanted: Vec<String> = whole.json["items"].as_array().unwrap().iter().map(name).collect();
            let (mut got, mut cursor) = (Vec::new(), String::new());
            while got.len() < wanted.len() {
                let page = call(
                    &town,
                    Method::GET,
                    &format!("{list}{and}limit=7{cursor}"),
                    &[],
                    None,
                )
                .await;
                got.extend(page.json["items"].as_array().unwrap().iter().map(name));
                match page.json["next"].as_str() {
                    Some(next) => cursor = format!("&cursor={next}"),
                    None => break,
                }
            }
            got.truncate(wanted.len());
            assert_eq!(got, wanted, "{list}");
        }
        let other = call(&town, Method::GET, "/voices?limit=1", &[], None).await;
        let cursor = other.json["next"].as_str().unwrap();
        let stale = call(
            &town,
            Method::GET,
            &format!("/matters?cursor={cursor}"),
            &[],
            None,
        )
        .await;
        assert_eq!(
            (stale.status, stale.fields()),
            (StatusCode::UNPROCESSABLE_ENTITY, vec!["cursor".to_owned()])
        );
    });
}

#[test]
fn a_session_cookie_counts_for_nothing_and_pages_elsewhere_cannot_write() {
    let town = shared();
    kapok_testkit::block_on(async {
        let signed_in = actions::sign_in(town.env(), kapok_demo::LOGINS[0].1, kapok_demo::PASSWORD, "").await;
        let cookie = format!("kapok_session={}", signed_in.unwrap().unwrap().0);
        let inbox = call(&town, Method::GET, "/inbox", &[("cookie", &cookie)], None).await;
        assert_eq!(inbox.status, StatusCode::UNAUTHORIZED);
        let sent = serde_json::json!({ "text": "More light" });
        let elsewhere = [
            ("origin", "https://else.example"),
            ("sec-fetch-site", "cross-site"),
        ];
        let refused = call(&town, Method::POST, "/voices", &elsewhere, Some(sent)).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert_eq!(refused.json["type"], "tag:kapok,2026:problem/cross-site");
        assert_eq!(refused.header("access-control-allow-origin"), "");
    });
}

#[test]
fn a_problem_speaks_the_callers_language() {
    let town = shared();
    kapok_testkit::block_on(async {
        let english = call(&town, Method::GET, "/voices/999999", &[], None).await;
        assert_eq!(english.header("content-type"), "application/problem+json");
        assert_eq!(english.json["title"], "There is no such thing here.");
        let request = Request::get("/api/v1/voices/999999").header("accept-language", "es");
        let response = town
            .service()
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap();
        let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        assert!(String::from_utf8_lossy(&bytes).contains("Aquí no hay nada así."));
    });
}
