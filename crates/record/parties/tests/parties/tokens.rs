//! Tokens of programs: made on the page of one's account, shown once, ended by date, by hand and with the account.

use kapok_acts::{Role, Scope};
use kapok_parties::{StaffSessions, actions};
use kapok_testkit::both;
use kapok_web::Sessions;

use crate::browser::Browser;
use crate::{HOUR, MIGRATIONS, PASSWORD, add, city};

/// The token that stands on a page.
fn token_on(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("<code dir=\"ltr\" translate=\"no\">kapok_")?;
    Some(format!("kapok_{}", rest.split('<').next()?))
}

async fn scopes(env: &kapok_acts::Env, token: &str) -> Option<Vec<Scope>> {
    let found = StaffSessions.bearer(env, token).await.unwrap();
    found.map(|b| b.scopes)
}

const FILLED: [(&str, &str); 5] = [
    ("do", "token"),
    ("token-name", "Statistics"),
    ("scopes", "read"),
    ("scopes", "voices:write"),
    ("days", "30"),
];

both! { MIGRATIONS;
    async fn a_token_is_made_with_the_password_and_shown_once(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        let mut browser = Browser::signed_in(&env, "o@city.example", PASSWORD).await;
        browser.get("/account").await;
        let wrong = [&FILLED[..], &[("token-password", "not mine at all")]].concat();
        let refused = browser.post("/account", &wrong).await;
        assert_eq!((refused.status, token_on(&refused.body)), (422, None));
        assert!(refused.body.contains("value=\"Statistics\""), "what was typed comes back");
        let right = [&FILLED[..], &[("token-password", PASSWORD)]].concat();
        let made = browser.post("/account", &right).await;
        assert_eq!((made.status, made.cache.as_str()), (200, "no-store"));
        let token = token_on(&made.body).unwrap();
        assert_eq!(scopes(&env, &token).await, Some(vec![Scope::Read, Scope::Voices]));
        let later = browser.get("/account").await;
        assert!(token_on(&later.body).is_none() && later.body.contains("Statistics"));
        let mut conn = env.db.read().await.unwrap();
        let kind = kapok_acts::Kind::TokenMade.name().into();
        let acts = kapok_acts::log::page(&mut conn, vec![("kind", kind)], 9).await.unwrap();
        assert_eq!(acts.len(), 1);
        assert!(!acts[0].detail.contains(&token) && !acts[0].detail.contains("Statistics"), "{}", acts[0].detail);
    }

    async fn a_token_ends_on_its_last_day_and_when_it_is_revoked(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        let mut browser = Browser::signed_in(&env, "o@city.example", PASSWORD).await;
        let mut tokens = Vec::new();
        for _ in 0..2 {
            browser.get("/account").await;
            let filled = [&FILLED[..], &[("token-password", PASSWORD)]].concat();
            tokens.push(token_on(&browser.post("/account", &filled).await.body).unwrap());
        }
        assert!(scopes(&env, "kapok_00").await.is_none());
        let page = browser.get("/account").await.body;
        let id = page.split("name=\"token-id\" value=\"").nth(1).unwrap()[..32].to_owned();
        let done = browser.post("/account", &[("do", "revoke"), ("token-id", &id)]).await;
        assert_eq!(done.status, 303);
        let good: Vec<bool> = [scopes(&env, &tokens[0]).await, scopes(&env, &tokens[1]).await].iter().map(Option::is_some).collect();
        assert_eq!(good.iter().filter(|g| **g).count(), 1, "{good:?}");
        let left = if good[0] { &tokens[0] } else { &tokens[1] };
        kit.clock.advance_ms(30 * 24 * HOUR);
        assert!(scopes(&env, left).await.is_some(), "to the end of its last day");
        kit.clock.advance_ms(24 * HOUR);
        assert!(scopes(&env, left).await.is_none());
    }

    async fn nobody_revokes_a_strangers_token_but_an_administrator(kit) {
        let env = city(&kit).await;
        let id = add(&env, "o@city.example", "streets", Role::Officer).await;
        add(&env, "x@city.example", "streets", Role::Officer).await;
        add(&env, "a@city.example", "digital", Role::Administrator).await;
        let mut owner = Browser::signed_in(&env, "o@city.example", PASSWORD).await;
        owner.get("/account").await;
        let filled = [&FILLED[..], &[("token-password", PASSWORD)]].concat();
        let token = token_on(&owner.post("/account", &filled).await.body).unwrap();
        let page = owner.get("/account").await.body;
        let of = page.split("name=\"token-id\" value=\"").nth(1).unwrap()[..32].to_owned();
        let revoke = [("do", "revoke"), ("token-id", of.as_str())];
        let mut stranger = Browser::signed_in(&env, "x@city.example", PASSWORD).await;
        stranger.get("/account").await;
        assert_eq!(stranger.post("/account", &revoke).await.status, 404);
        assert!(scopes(&env, &token).await.is_some());
        let mut admin = Browser::signed_in(&env, "a@city.example", PASSWORD).await;
        let page = admin.get(&format!("/admin/accounts/{id}")).await;
        assert!(page.body.contains("Statistics"));
        assert_eq!(admin.post(&format!("/admin/accounts/{id}"), &revoke).await.status, 303);
        assert!(scopes(&env, &token).await.is_none());
        let actor = actions::staff_actor(&env, "o@city.example").await.unwrap();
        assert!(actions::issue_token(&env, &actor, id, kapok_parties::NewToken::default()).await.is_err());
    }
}
