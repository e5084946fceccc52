//! Calls room by room: that they work, that the permission table holds, that what is wrong is named, that sending twice
//! counts once.

use axum::http::{Method, StatusCode};
use kapok_acts::Scope;
use serde_json::{Value, json};

use super::{Reply, call, shared, token};
use crate::pages::Town;

const KEY: (&str, &str) = ("idempotency-key", "a-key-that-is-long-enough");

async fn get(town: &Town, path: &str) -> Reply {
    call(town, Method::GET, path, &[], None).await
}

async fn post(town: &Town, path: &str, token: &str, sent: Value) -> Reply {
    let headers = [("authorization", token)];
    let headers = if token.is_empty() {
        &headers[1..]
    } else {
        &headers[..]
    };
    call(town, Method::POST, path, headers, Some(sent)).await
}

fn email(role: &str) -> &'static str {
    kapok_demo::LOGINS.iter().find(|(r, _)| *r == role).unwrap().1
}

#[test]
fn everybody_reads_the_record() {
    let town = shared();
    kapok_testkit::block_on(async {
        let first = |list: Reply, field: &str| {
            list.json["items"][0][field]
                .to_string()
                .trim_matches('"')
                .to_owned()
        };
        let matter = first(get(&town, "/matters").await, "number");
        let promise = first(get(&town, "/promises").await, "number");
        let voice = first(get(&town, "/voices").await, "number");
        let case = first(get(&town, "/cases").await, "key");
        let act = first(get(&town, "/acts").await, "id");
        let statistic = first(get(&town, "/statistics").await, "name");
        let place = first(get(&town, "/places").await, "key");
        let office = first(get(&town, "/offices").await, "key");
        for path in [
            format!("/matters/{matter}"),
            format!("/matters/{matter}/acts"),
            format!("/matters/{matter}/decisions"),
            format!("/matters/{matter}/promises"),
            format!("/matters/{matter}/result"),
            format!("/promises/{promise}"),
            format!("/voices/{voice}"),
            format!("/cases/{case}"),
            format!("/acts/{act}"),
            format!("/statistics/{statistic}"),
            format!("/places/{place}"),
            format!("/offices/{office}"),
            "/matters/by-place".to_owned(),
            "/matters/like?text=lamps".to_owned(),
            "/promises/by-office".to_owned(),
            "/statistics/contradictions".to_owned(),
            "/priority".to_owned(),
            "/numbers".to_owned(),
            "/silent".to_owned(),
            "/roles".to_owned(),
            "/ladder".to_owned(),
            "/channels".to_owned(),
        ] {
            assert_eq!(get(&town, &path).await.status, StatusCode::OK, "{path}");
        }
        assert_eq!(get(&town, &format!("/acts/{act}")).await.json["intact"], true);
    });
}

#[test]
fn what_is_not_there_or_not_understood_is_said_so() {
    let town = shared();
    kapok_testkit::block_on(async {
        let none = "00000000000000000000000000000000";
        for path in [
            "/matters/999999",
            "/voices/999999",
            "/promises/999999",
            "/cases/none",
            "/statistics/none",
            "/places/none",
            "/offices/none",
            "/follow/AAA-AAA-AAA",
            "/following/none",
            &format!("/acts/{none}"),
            "/matters/999999/result",
        ] {
            assert_eq!(get(&town, path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        for (path, field) in [
            ("/matters?nonsense=1", "nonsense"),
            ("/matters?state=nonsense", "state"),
            ("/matters?limit=0", "limit"),
            ("/matters?limit=201", "limit"),
            ("/voices?year=70000", "year"),
            ("/acts?from=2026-13-01", "from"),
        ] {
            let reply = get(&town, path).await;
            assert_eq!(
                (reply.status, reply.fields()),
                (StatusCode::BAD_REQUEST, vec![field.to_owned()]),
                "{path}"
            );
        }
        for (path, field) in [
            ("/matters?place=none", "place"),
            ("/acts?kind=none", "kind"),
            ("/matters?lead=none", "lead"),
        ] {
            let reply = get(&town, path).await;
            assert_eq!(
                (reply.status, reply.fields()),
                (StatusCode::UNPROCESSABLE_ENTITY, vec![field.to_owned()]),
                "{path}"
            );
        }
    });
}

#[test]
fn a_resident_says_something_follows_changes_and_takes_it_back() {
    let town = shared();
    kapok_testkit::block_on(async {
        let sent = json!({ "text": "The lamps on the river path are dark", "place": "Mill Bridge" });
        let first = call(&town, Method::POST, "/voices", &[KEY], Some(sent.clone())).await;
        assert_eq!(
            (first.status, &first.json["again"]),
            (StatusCode::OK, &json!(false))
        );
        let again = call(&town, Method::POST, "/voices", &[KEY], Some(sent.clone())).await;
        assert_eq!(
            (&again.json["code"], &again.json["again"]),
            (&first.json["code"], &json!(true))
        );
        let without = post(&town, "/voices", "", sent).await;
        assert_ne!(without.json["number"], first.json["number"]);

        let code = first.json["code"].as_str().unwrap();
        let shown = get(&town, &format!("/follow/{code}")).await;
        assert_eq!(shown.json["voice"]["place"], "mill-bridge");
        assert_eq!(shown.json["can_edit"], true);
        let words = json!({ "text": "All lamps are dark" });
        let path = format!("/follow/{code}/edit");
        let edited = call(&town, Method::POST, &path, &[KEY], Some(words.clone())).await;
        assert_eq!(edited.json["act"]["kind"], "voice.edited");
        let repeated = call(&town, Method::POST, &path, &[KEY], Some(words)).await;
        assert_eq!(
            repeated.json["act"]["id"], edited.json["act"]["id"],
            "the first receipt"
        );
        let back = post(&town, &format!("/follow/{code}/withdraw"), "", json!({})).await;
        assert_eq!(back.json["act"]["kind"], "voice.withdrawn");
        let twice = post(&town, &format!("/follow/{code}/withdraw"), "", json!({})).await;
        assert_eq!((twice.status, &twice.json["act"]), (StatusCode::OK, &Value::Null));
        let gone = get(&town, &format!("/follow/{code}")).await;
        assert_eq!(gone.json["voice"]["text"], "");
    });
}

#[test]
fn what_is_wrong_with_what_was_sent_is_named_field_by_field() {
    let town = shared();
    kapok_testkit::block_on(async {
        let desk = token(&town, email("officer"), &[Scope::Voices]).await;
        let cards = json!({ "channel": "paper-card", "cards": [{ "text": "Good" }, { "text": " " }] });
        for (path, token, sent, status, field) in [
            ("/voices", "", json!({ "text": "   " }), 422, "text"),
            ("/voices", "", json!({ "text": 7 }), 400, "text"),
            ("/voices", "", json!({}), 400, ""),
            (
                "/voices",
                "",
                json!({ "text": "a", "color": "red" }),
                400,
                "color",
            ),
            ("/voices", "", json!({ "text": "a\u{0}b" }), 422, ""),
            (
                "/voices",
                "",
                json!({ "text": "Light", "contact": "a@" }),
                422,
                "contact",
            ),
            (
                "/voices",
                "",
                json!({ "text": "Light", "photo": "!!" }),
                422,
                "photo",
            ),
            (
                "/desk/voices",
                &desk,
                json!({ "channel": "web", "text": "a" }),
                422,
                "channel",
            ),
            (
                "/desk/voices",
                &desk,
                json!({ "channel": "smoke", "text": "a" }),
                400,
                "channel",
            ),
            ("/desk/cards", &desk, cards, 422, "cards[1].text"),
        ] {
            let reply = post(&town, path, token, sent.clone()).await;
            let got = (reply.status.as_u16(), reply.fields());
            assert_eq!(
                got,
                (status, vec![field.to_owned()]),
                "{path} {sent} {}",
                reply.json
            );
        }
        let form = call(
            &town,
            Method::POST,
            "/voices",
            &[("content-type", "text/plain")],
            None,
        )
        .await;
        assert_eq!(form.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
        let short = call(
            &town,
            Method::POST,
            "/voices",
            &[("idempotency-key", "short")],
            Some(json!({ "text": "a" })),
        )
        .await;
        assert_eq!(
            (short.status, short.fields()),
            (StatusCode::BAD_REQUEST, vec!["Idempotency-Key".to_owned()])
        );
    });
}

#[test]
fn the_permission_table_holds_whatever_the_scopes() {
    let town = shared();
    kapok_testkit::block_on(async {
        let officer = token(&town, email("officer"), &Scope::ALL).await;
        let auditor = token(&town, email("auditor"), &Scope::ALL).await;
        let voice = get(&town, "/voices").await.json["items"][0]["number"].clone();
        let hide = format!("/voices/{voice}/hide");
        let reason = json!({ "reason": "A test" });
        let account = json!({
            "name": "N", "email": "n@riverton.example", "office": "streets", "roles": ["officer"], "password": "a long sentence"
        });
        let weights =
            json!({ "voices": 1, "urgency": 1, "safety": 1, "equity": 1, "age": 1, "reason": "A test" });
        for (who, path, sent) in [
            (&officer, hide.as_str(), reason.clone()),
            (&auditor, hide.as_str(), reason),
            (&officer, "/accounts", account.clone()),
            (&auditor, "/accounts", account),
            (&officer, "/priority", weights),
            (
                &auditor,
                "/desk/voices",
                json!({ "channel": "phone", "text": "a" }),
            ),
        ] {
            assert_eq!(
                post(&town, path, who, sent).await.status,
                StatusCode::FORBIDDEN,
                "{path}"
            );
        }
        let accounts = |who: String| {
            let town = &town;
            async move {
                call(town, Method::GET, "/accounts", &[("authorization", &who)], None)
                    .await
                    .status
            }
        };
        assert_eq!(accounts(officer).await, StatusCode::FORBIDDEN);
        assert_eq!(accounts(auditor).await, StatusCode::OK);
    });
}

#[test]
fn staff_work_through_a_matter_and_a_repeat_gives_the_first_receipt() {
    let town = shared();
    kapok_testkit::block_on(async {
        let mayor = token(&town, email("mayors-office"), &Scope::ALL).await;
        let moderator = token(&town, email("moderator"), &Scope::ALL).await;
        let headers = [("authorization", mayor.as_str())];
        let inbox = call(&town, Method::GET, "/inbox?limit=3", &headers, None).await;
        let voices = inbox.json["items"].as_array().unwrap();
        let ids = [voices[0]["id"].clone(), voices[1]["id"].clone()];
        let begun = post(
            &town,
            "/matters",
            &mayor,
            json!({ "title": "Light", "voices": ids }),
        )
        .await;
        assert_eq!(begun.json["act"]["kind"], "matter.voiced", "{}", begun.json);
        let id = begun.json["act"]["matter_id"].clone();
        let listed = get(&town, "/matters?order=newest&limit=1").await;
        let matter = listed.json["items"][0].clone();
        assert_eq!(matter["id"], id);
        let number = &matter["number"];
        let describe = json!({
            "title": "Light", "topic": "services", "level": "safety", "field": "public", "urgency": 1, "safety": 2,
            "equity": 0, "lead": "mayor", "version": matter["version"], "reason": "Sorted"
        });
        let path = format!("/matters/{number}/describe");
        let keyed = [("authorization", mayor.as_str()), KEY];
        let lead = call(&town, Method::GET, "/token", &headers, None).await;
        assert_eq!(lead.json["scopes"].as_array().unwrap().len(), Scope::ALL.len());
        let mut describe = describe;
        describe["lead"] = get(&town, "/offices").await.json["items"][0]["key"].clone();
        let sorted = call(&town, Method::POST, &path, &keyed, Some(describe.clone())).await;
        assert_eq!(sorted.json["act"]["kind"], "matter.sorted", "{}", sorted.json);
        let repeated = call(&town, Method::POST, &path, &keyed, Some(describe.clone())).await;
        assert_eq!(repeated.json["act"]["id"], sorted.json["act"]["id"]);
        describe["title"] = json!("More light");
        let stale = post(&town, &path, &mayor, describe).await;
        assert_eq!(
            (stale.status, &stale.json["type"]),
            (StatusCode::CONFLICT, &json!("tag:kapok,2026:problem/stale"))
        );

        let voice = &voices[2]["number"];
        let hide = format!("/voices/{voice}/hide");
        let hidden = post(&town, &hide, &moderator, json!({ "reason": "A name" })).await;
        assert_eq!(hidden.json["act"]["reason"], "A name", "{}", hidden.json);
        let public = get(&town, &format!("/voices/{voice}")).await;
        assert_eq!(
            (&public.json["state"], &public.json["text"]),
            (&json!("hidden"), &json!(""))
        );
        let judged = call(
            &town,
            Method::GET,
            &format!("/voices/{voice}"),
            &[("authorization", &moderator)],
            None,
        )
        .await;
        assert_ne!(judged.json["text"], "");
        assert_eq!(judged.header("cache-control"), "no-store");
        let twice = post(&town, &hide, &moderator, json!({ "reason": "A name" })).await;
        assert_eq!(twice.json["type"], "tag:kapok,2026:problem/not-now");
        let late = call(&town, Method::GET, "/late", &headers, None).await;
        assert_eq!(late.status, StatusCode::OK);
    });
}

#[test]
fn a_token_ends_with_its_account_and_when_it_is_revoked() {
    let town = shared();
    kapok_testkit::block_on(async {
        let admin = token(&town, email("administrator"), &[Scope::Read, Scope::Admin]).await;
        let headers = [("authorization", admin.as_str())];
        let officer = token(&town, email("lead-officer"), &[Scope::Read]).await;
        let works = |who: String| {
            let town = &town;
            async move {
                call(town, Method::GET, "/token", &[("authorization", &who)], None)
                    .await
                    .status
            }
        };
        assert_eq!(works(officer.clone()).await, StatusCode::OK);
        let accounts = call(&town, Method::GET, "/accounts", &headers, None).await;
        let of = |email: &str| {
            let all = accounts.json["items"].as_array().unwrap();
            all.iter().find(|a| a["email"] == email).unwrap().clone()
        };
        let account = of(email("lead-officer"));
        assert_eq!(account["tokens"], 1);
        let id = account["id"].as_str().unwrap();
        let off = json!({ "roles": account["roles"], "active": false, "reason": "On leave" });
        let done = post(&town, &format!("/accounts/{id}/roles"), &admin, off).await;
        assert_eq!(done.json["act"]["kind"], "account.changed", "{}", done.json);
        assert_eq!(works(officer.clone()).await, StatusCode::UNAUTHORIZED);
        let on = json!({ "roles": account["roles"], "active": true, "reason": "Back" });
        post(&town, &format!("/accounts/{id}/roles"), &admin, on).await;
        assert_eq!(works(officer.clone()).await, StatusCode::OK);
        let list = call(
            &town,
            Method::GET,
            &format!("/accounts/{id}/tokens"),
            &headers,
            None,
        )
        .await;
        assert!(
            !list
                .json
                .to_string()
                .contains(officer.trim_start_matches("Bearer "))
        );
        let token = list.json["items"][0]["id"].as_str().unwrap();
        let revoked = post(&town, &format!("/tokens/{token}/revoke"), &admin, json!({})).await;
        assert_eq!(revoked.json["act"]["kind"], "token.revoked", "{}", revoked.json);
        assert_eq!(works(officer).await, StatusCode::UNAUTHORIZED);
    });
}
