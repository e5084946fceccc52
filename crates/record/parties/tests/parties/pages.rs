//! The pages as a browser meets them.

use kapok_acts::{Keys, Role, log};
use kapok_parties::actions;
use kapok_testkit::both;

use crate::browser::Browser;
use crate::{MIGRATIONS, PASSWORD, actor_of, add, city, code};

both! { MIGRATIONS;
    async fn a_browser_signs_in_works_and_signs_out(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        let mut browser = Browser::new(&env);
        let asked = browser.get("/account").await;
        assert_eq!((asked.status, asked.location.as_str()), (303, "/sign-in?to=/account"));
        let page = browser.get("/sign-in?to=/account").await;
        assert_eq!(page.status, 200);
        let wrong = browser.post("/sign-in", &[("email", "o@city.example"), ("password", "no"), ("to", "/account")]).await;
        assert_eq!(wrong.status, 422);
        let unknown = browser.post("/sign-in", &[("email", "x@city.example"), ("password", "no")]).await;
        let same = |page: &str, email: &str| page.replace(email, "").split("class=\"errors\"").nth(1).unwrap()[..300].to_owned();
        assert_eq!(same(&wrong.body, "o@city.example"), same(&unknown.body, "x@city.example"));
        assert!(wrong.body.contains("value=\"o@city.example\"") && !wrong.body.contains("value=\"no\""));
        let good = [("email", "o@city.example"), ("password", PASSWORD), ("to", "/account")];
        let done = browser.post("/sign-in", &good).await;
        assert_eq!((done.status, done.location.as_str()), (303, "/account"));
        let cookie = done.cookies.iter().find(|c| c.starts_with("kapok_session=")).unwrap();
        for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Secure"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        let before = env.db.queries();
        let page = browser.get("/account").await;
        assert!(page.status == 200 && page.body.contains("Streets Department"));
        assert!(env.db.queries() - before <= 8);
        assert_eq!(page.cache, "no-store");
        assert_eq!(browser.get("/admin/accounts").await.status, 403);
        let out = browser.post("/sign-out", &[]).await;
        assert_eq!((out.status, out.location.as_str()), (303, "/"));
        assert_eq!(browser.get("/account").await.status, 303);
    }

    async fn signing_in_leads_nowhere_else_and_needs_the_form(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        for to in ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"] {
            let mut browser = Browser::new(&env);
            let page = browser.get(&format!("/sign-in?to={}", kapok_web::url::escape(to))).await;
            assert!(page.body.contains("name=\"to\" value=\"\""));
            let done = browser.post("/sign-in", &[("email", "o@city.example"), ("password", PASSWORD), ("to", to)]).await;
            assert_eq!((done.status, done.location.as_str()), (303, "/inbox"));
        }
        let mut browser = Browser::new(&env);
        let forged = browser.post("/sign-in", &[("email", "o@city.example"), ("password", PASSWORD)]).await;
        assert_eq!(forged.status, 422);
        assert!(forged.cookies.iter().all(|c| !c.starts_with("kapok_session=")));
    }

    async fn signing_in_again_gives_a_new_token_and_ends_the_old(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        let mut browser = Browser::new(&env);
        browser.get("/sign-in").await;
        let good = [("email", "o@city.example"), ("password", PASSWORD)];
        browser.post("/sign-in", &good).await;
        let first = browser.session().unwrap();
        browser.get("/account").await;
        browser.post("/sign-in", &good).await;
        let second = browser.session().unwrap();
        assert_ne!(first, second);
        assert!(actor_of(&env, &first).await.is_none() && actor_of(&env, &second).await.is_some());
    }

    async fn wrong_guesses_at_one_account_wait_and_its_owner_gets_in_elsewhere(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        let limits = std::sync::Arc::new(kapok_web::Limits::default());
        let guess = [("email", "O@city.example"), ("password", "guess guess guess")];
        let mut browser = Browser::with(&env, limits.clone(), 1);
        browser.get("/sign-in?to=/account").await;
        for _ in 0..10 {
            assert_eq!(browser.post("/sign-in", &guess).await.status, 422);
        }
        let told = browser.post("/sign-in", &guess).await;
        assert_eq!(told.status, 429);
        assert!(told.body.contains("Wait one minute") && told.body.contains("value=\"O@city.example\""), "{}", told.body);
        let good = [("email", "o@city.example"), ("password", PASSWORD)];
        assert_eq!(browser.post("/sign-in", &good).await.status, 429);
        let mut owner = Browser::with(&env, limits.clone(), 2);
        owner.get("/sign-in").await;
        assert_eq!(owner.post("/sign-in", &good).await.status, 303);
        kit.clock.advance_ms(60_000);
        assert_eq!(browser.post("/sign-in", &good).await.status, 303);
    }

    async fn an_office_behind_one_address_signs_in_all_morning(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        let limits = std::sync::Arc::new(kapok_web::Limits::default());
        for _ in 0..15 {
            let mut browser = Browser::with(&env, limits.clone(), 1);
            browser.get("/sign-in").await;
            let good = [("email", "o@city.example"), ("password", PASSWORD)];
            assert_eq!(browser.post("/sign-in", &good).await.status, 303);
        }
    }

    async fn what_was_typed_when_the_session_had_ended_waits_behind_signing_in(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        let mut browser = Browser::new(&env);
        let sent = browser.post("/account?from=1&lang=en", &[("do", "end")]).await;
        assert_eq!((sent.status, sent.location.as_str()), (307, "/sign-in/kept?to=/account%3Ffrom%3D1"));
        let typed = [("text", "A long call,\nwritten \"down\""), ("x", "1"), ("x", "2"), ("password", "never shown"), ("do", "save")];
        let asked = browser.post("/sign-in/kept?to=/desk", &typed).await;
        assert_eq!(asked.status, 401);
        for kept in ["name=\"to\" value=\"/desk\"", "value=\"A long call,\nwritten &#34;down&#34;\"", "name=\"kept-name\" value=\"do\""] {
            assert!(asked.body.contains(kept), "{kept}: {}", asked.body);
        }
        assert!(!asked.body.contains("never shown"));
        let carried = [
            ("to", "/desk"), ("kept-name", "text"), ("kept-value", "A long call,\r\nwritten \"down\""),
            ("kept-name", "x"), ("kept-value", "1"), ("kept-name", "x"), ("kept-value", "2"),
            ("email", "o@city.example"),
        ];
        let wrong: Vec<_> = carried.into_iter().chain([("password", "no")]).collect();
        let again = browser.post("/sign-in", &wrong).await;
        assert!(again.status == 422 && again.body.contains("A long call"), "a slip of the hand loses nothing");
        let right: Vec<_> = carried.into_iter().chain([("password", PASSWORD)]).collect();
        let waits = browser.post("/sign-in", &right).await;
        assert_eq!(waits.status, 200);
        for part in ["action=\"/desk\"", "name=\"text\" value=\"A long call,", "name=\"x\" value=\"1\"", "name=\"x\" value=\"2\"", "One step is left"] {
            assert!(waits.body.contains(part), "{part}: {}", waits.body);
        }
        // The token on that page is good for the new session.
        assert_eq!(browser.post("/account", &[("do", "password"), ("old", "wrong"), ("password", "another sentence")]).await.status, 422);
        let signed_in = browser.post("/sign-in/kept?to=/desk", &typed).await;
        assert!(signed_in.status == 200 && signed_in.body.contains("One step is left"));
        assert_eq!(browser.get("/sign-in/kept?to=/desk").await.location, "/sign-in?to=/desk");
    }

    async fn a_right_password_with_a_wrong_code_says_that_it_is_the_code(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        let mut browser = Browser::signed_in(&env, "o@city.example", PASSWORD).await;
        let page = browser.get("/account").await.body;
        let secret: String = page.split("secret=").nth(1).unwrap().chars().take(32).collect();
        let now = code(&secret, env.now());
        browser.post("/account", &[("do", "totp"), ("code", &now)]).await;
        let mut other = Browser::new(&env);
        other.get("/sign-in").await;
        let with = async |other: &mut Browser, password| {
            other.post("/sign-in", &[("email", "o@city.example"), ("password", password), ("code", "000000")]).await.body
        };
        assert!(with(&mut other, PASSWORD).await.contains("href=\"#code\""));
        assert!(!with(&mut other, "guess guess guess").await.contains("href=\"#code\""));
    }

    async fn a_second_factor_is_proved_used_once_and_taken_off(kit) {
        let env = city(&kit).await;
        let id = add(&env, "o@city.example", "streets", Role::Officer).await;
        let mut browser = Browser::signed_in(&env, "o@city.example", PASSWORD).await;
        let page = browser.get("/account").await.body;
        let secret: String = page.split("secret=").nth(1).unwrap().chars().take(32).collect();
        assert_eq!(browser.post("/account", &[("do", "totp"), ("code", "000000")]).await.status, 422);
        let now = code(&secret, env.now());
        assert_eq!(browser.post("/account", &[("do", "totp"), ("code", &now)]).await.status, 303);
        let sign_in = async |code: &str| actions::sign_in(&env, "o@city.example", PASSWORD, code).await.unwrap();
        assert!(sign_in("").await.is_none());
        // The code that proved the app cannot be used to sign in.
        assert!(sign_in(&now).await.is_none());
        kit.clock.advance_ms(60_000);
        let next = code(&secret, env.now());
        assert!(sign_in(&next).await.is_some());
        assert!(sign_in(&next).await.is_none());
        assert!(!browser.get("/account").await.body.contains(&secret));
        let off = browser.post("/account", &[("do", "totp-off"), ("totp-password", "wrong wrong wrong")]).await;
        assert_eq!(off.status, 422);
        let off = browser.post("/account", &[("do", "totp-off"), ("totp-password", PASSWORD)]).await;
        assert_eq!(off.status, 303);
        assert!(sign_in("").await.is_some());
        let acts = log::of_subject(&mut env.db.read().await.unwrap(), id.0, 9).await.unwrap();
        let what: Vec<_> = acts.iter().filter_map(|a| a.text("what")).collect();
        assert_eq!(what, ["sign-in", "sign-in"]);
    }

    async fn changing_the_password_signs_out_elsewhere_and_sessions_can_be_ended(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        let mut here = Browser::signed_in(&env, "o@city.example", PASSWORD).await;
        let mut there = Browser::signed_in(&env, "o@city.example", PASSWORD).await;
        let page = here.get("/account").await.body;
        let other = page.split("name=\"session\" value=\"").nth(1).unwrap()[..64].to_owned();
        assert_eq!(here.post("/account", &[("do", "end"), ("session", &other)]).await.status, 303);
        assert_eq!(there.get("/account").await.status, 303);
        let mut there = Browser::signed_in(&env, "o@city.example", PASSWORD).await;
        for (old, new) in [("wrong wrong wrong", "another sentence"), (PASSWORD, "short"), (PASSWORD, PASSWORD)] {
            let refused = here.post("/account", &[("do", "password"), ("old", old), ("password", new)]).await;
            assert_eq!(refused.status, 422);
            assert!(!refused.body.contains(&format!("value=\"{old}\"")));
        }
        let change = [("do", "password"), ("old", PASSWORD), ("password", "another sentence")];
        assert_eq!(here.post("/account", &change).await.status, 303);
        assert_eq!(here.get("/account").await.status, 200);
        assert_eq!(there.get("/account").await.status, 303);
        assert!(actions::sign_in(&env, "o@city.example", PASSWORD, "").await.unwrap().is_none());
        assert!(actions::sign_in(&env, "o@city.example", "another sentence", "").await.unwrap().is_some());
    }

    async fn somebody_elses_session_cannot_be_ended(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        add(&env, "m@city.example", "digital", Role::Moderator).await;
        let mut other = Browser::signed_in(&env, "m@city.example", PASSWORD).await;
        let digest = Keys::digest(other.session().unwrap().as_bytes());
        let digest: String = digest.iter().map(|b| format!("{b:02x}")).collect();
        let mut here = Browser::signed_in(&env, "o@city.example", PASSWORD).await;
        here.get("/account").await;
        here.post("/account", &[("do", "end"), ("session", &digest)]).await;
        assert_eq!(other.get("/account").await.status, 200);
    }

    async fn an_administrator_makes_and_changes_accounts_in_the_browser(kit) {
        let env = city(&kit).await;
        add(&env, "admin@city.example", "digital", Role::Administrator).await;
        let mut browser = Browser::signed_in(&env, "admin@city.example", PASSWORD).await;
        browser.get("/admin/accounts").await;
        let office = kapok_parties::directory(&env).await.unwrap().by_key("streets").unwrap().id.to_string();
        let mut new = vec![("name", "Marta Lindqvist"), ("email", "m@city.example"), ("office", office.as_str())];
        let refused = browser.post("/admin/accounts", &new).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("value=\"Marta Lindqvist\"") && refused.body.contains(&format!("value=\"{office}\" selected")));
        new.extend([("roles", "officer"), ("roles", "moderator"), ("password", PASSWORD)]);
        assert_eq!(browser.post("/admin/accounts", &new).await.status, 303);
        let list = browser.get("/admin/accounts").await.body;
        assert!(list.contains("Marta Lindqvist"));
        let path = list.split("href=\"").find(|l| l.contains("Marta Lindqvist")).unwrap();
        let path = path.split('"').next().unwrap().to_owned();
        let mut marta = Browser::signed_in(&env, "m@city.example", PASSWORD).await;
        assert_eq!(marta.get("/account").await.status, 200);
        assert_eq!(browser.get(&path).await.status, 200);
        assert_eq!(browser.post(&path, &[("do", "roles"), ("active", "1")]).await.status, 422);
        assert_eq!(browser.post(&path, &[("do", "roles"), ("roles", "auditor"), ("reason", "Audits from now on.")]).await.status, 303);
        assert_eq!(marta.get("/account").await.status, 303);
        assert_eq!(browser.post(&path, &[("do", "password"), ("password", "another sentence")]).await.status, 303);
        assert_eq!(browser.get("/admin/accounts/nonsense").await.status, 404);
    }

    async fn the_page_of_roles_is_public_and_costs_no_query_once_kept(kit) {
        let env = city(&kit).await;
        let mut browser = Browser::new(&env);
        browser.get("/about/roles").await;
        let before = env.db.queries();
        let page = browser.get("/about/roles").await;
        assert!(page.status == 200 && page.body.contains("Mends streets, steps and crossings."));
        assert_eq!(env.db.queries(), before);
    }
}
