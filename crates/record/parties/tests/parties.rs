//! The room of parties, on both databases: files, accounts, signing in, and the pages as a browser meets them.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

mod browser;

use browser::Browser;
use kapok_acts::{ActError, Actor, City, Env, Keys, Right, Role, log};
use kapok_parties::{Directory, NewAccount, PartyKind, actions};
use kapok_places::ImportError;
use kapok_store::Migration;
use kapok_store::ids::AccountId;
use kapok_testkit::{Kit, both};
use kapok_web::Sessions;

const MIGRATIONS: [Migration; 3] = [
    kapok_store::SCHEMA.migrations[0],
    kapok_places::SCHEMA.migrations[0],
    kapok_parties::SCHEMA.migrations[0],
];

const PLACES: &str = "key,parent,kind,name,population,deprivation,wkt\nriverton,,city,Riverton,214000,54,\n";
const PARTIES: &str = "\
key,kind,name,about,place
digital,office,Digital Office,Runs the public record.,riverton
streets,office,Streets Department,\"Mends streets, steps and crossings.\",riverton
river-friends,organisation,River Friends,Volunteers.,
";
const PASSWORD: &str = "a long sentence";
const HOUR: i64 = 3_600_000;

fn env(kit: &Kit) -> Env {
    let city = City::new("Riverton", "http://localhost", jiff::tz::TimeZone::UTC);
    Env::new(
        kit.db.clone(),
        kit.clock(),
        kit.entropy(),
        Keys::new([7; 32]),
        city,
    )
}

/// A city with two offices.
async fn city(kit: &Kit) -> Env {
    let env = env(kit);
    kapok_places::actions::import(&env, &Actor::System, PLACES)
        .await
        .unwrap();
    actions::import_parties(&env, &Actor::System, PARTIES)
        .await
        .unwrap();
    env
}

async fn add(env: &Env, email: &str, office: &str, role: Role) -> AccountId {
    let directory = kapok_parties::directory(env).await.unwrap();
    let office = directory.by_key(office).unwrap().id;
    let account = NewAccount {
        email: email.into(),
        name: format!("Person {}", email.split('@').next().unwrap()),
        office,
        roles: vec![role],
        password: PASSWORD.into(),
    };
    actions::create_account(env, &Actor::System, account)
        .await
        .unwrap()
}

/// Which fields are refused.
fn fields(error: &ActError) -> Vec<&'static str> {
    match error {
        ActError::Fields(fields) => fields.0.iter().map(|f| f.field).collect(),
        other => panic!("{other}"),
    }
}

async fn actor_of(env: &Env, token: &str) -> Option<Actor> {
    kapok_parties::StaffSessions
        .find(env, token)
        .await
        .unwrap()
        .map(|s| s.actor)
}

/// The code that an app shows for a base-32 secret (RFC 4648 turned around, RFC 6238).
fn code(secret: &str, now: jiff::Timestamp) -> String {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits: Vec<u8> = secret
        .chars()
        .flat_map(|c| {
            let value = alphabet.find(c).unwrap();
            (0..5).rev().map(move |i| u8::from(value >> i & 1 == 1))
        })
        .collect();
    let bytes: Vec<u8> = bits
        .chunks_exact(8)
        .map(|b| b.iter().fold(0, |v, bit| v << 1 | bit))
        .collect();
    let bytes: [u8; 20] = bytes.try_into().unwrap();
    let totp = totp_rs::Builder::new().with_secret(bytes).build().unwrap();
    totp.generate(u64::try_from(now.as_second()).unwrap()).to_string()
}

both! { MIGRATIONS;
    async fn an_import_fills_the_directory_with_one_act_and_again_does_nothing(kit) {
        let env = city(&kit).await;
        let directory = kapok_parties::directory(&env).await.unwrap();
        let names: Vec<_> = directory.offices().map(|o| o.name.as_str()).collect();
        assert_eq!(names, ["Digital Office", "Streets Department"]);
        assert_eq!(directory.organisations().map(|o| o.key.as_str()).collect::<Vec<_>>(), ["river-friends"]);
        let streets = directory.by_key("streets").unwrap();
        assert_eq!((directory.name(streets.id), directory.name(None)), ("Streets Department", ""));
        assert!(streets.place.is_some() && directory.by_key("river-friends").unwrap().place.is_none());
        assert_eq!(actions::import_parties(&env, &Actor::System, PARTIES).await.unwrap(), 0);
        let acts = log::page(&mut env.db.read().await.unwrap(), vec![], 9).await.unwrap();
        assert_eq!(acts.iter().map(|a| a.kind.as_str()).collect::<Vec<_>>(), ["party.added", "place.added"]);
        let renamed = PARTIES.replace("Streets Department", "Streets and Paths");
        assert_eq!(actions::import_parties(&env, &Actor::System, &renamed).await.unwrap(), 1);
        let directory = kapok_parties::directory(&env).await.unwrap();
        assert_eq!(directory.offices().nth(1).unwrap().name, "Streets and Paths");
    }

    async fn a_file_with_a_mistake_is_refused_with_row_and_column(kit) {
        let env = city(&kit).await;
        for (from, to, place) in [
            ("streets,office", "streets,bureau", (3, "kind")),
            ("River Friends", "", (4, "name")),
            (",riverton\nstreets", ",rivertown\nstreets", (2, "place")),
            ("river-friends,", "streets,", (4, "key")),
            ("about,place", "about,home", (1, "place")),
        ] {
            match actions::import_parties(&env, &Actor::System, &PARTIES.replacen(from, to, 1)).await {
                Err(ImportError::Row(row)) => assert_eq!((row.row, row.column), place, "{row}"),
                other => panic!("{other:?}"),
            }
        }
    }

    async fn the_demo_city_comes_in_whole_and_its_staff_can_sign_in(kit) {
        let env = env(&kit);
        let file = |name| {
            let path = format!("{}/../../../data/riverton/{name}.csv", env!("CARGO_MANIFEST_DIR"));
            std::fs::read_to_string(path).unwrap()
        };
        kapok_places::actions::import(&env, &Actor::System, &file("places")).await.unwrap();
        let parties = file("parties");
        let n = actions::import_parties(&env, &Actor::System, &parties).await.unwrap();
        assert_eq!(n, parties.lines().count() - 1);
        let staff = file("staff");
        let n = actions::import_staff(&env, &Actor::System, &staff, PASSWORD).await.unwrap();
        assert_eq!(n, staff.lines().count() - 1);
        assert_eq!(actions::import_staff(&env, &Actor::System, &staff, PASSWORD).await.unwrap(), 0);
        let token = actions::sign_in(&env, "A.Okafor@riverton.example ", PASSWORD, "").await.unwrap().unwrap();
        let actor = actor_of(&env, &token.0).await.unwrap();
        assert_eq!(actor, actions::staff_actor(&env, "a.okafor@riverton.example").await.unwrap());
        assert!(actor.may(Right::Decide) && !actor.may(Right::Weigh));
    }

    async fn the_first_account_of_a_city_makes_its_office(kit) {
        let env = env(&kit);
        let id = actions::office_named(&env, &Actor::System, " Digital Office ").await.unwrap();
        assert_eq!(actions::office_named(&env, &Actor::System, "Digital Office").await.unwrap(), id);
        let directory = kapok_parties::directory(&env).await.unwrap();
        assert_eq!(directory.get(id).unwrap().kind, PartyKind::Office);
        for wrong in ["", "a\u{7}b"] {
            let error = actions::office_named(&env, &Actor::System, wrong).await.unwrap_err();
            assert_eq!(fields(&error), ["office"]);
        }
        let refused = actions::office_named(&env, &Actor::Resident, "Mine").await;
        assert!(matches!(refused, Err(ActError::Forbidden)));
    }

    async fn an_account_is_refused_with_all_that_is_wrong_with_it(kit) {
        let env = city(&kit).await;
        add(&env, "O.Bright@riverton.example", "digital", Role::Administrator).await;
        let office = kapok_parties::directory(&env).await.unwrap().by_key("digital").unwrap().id;
        let good = NewAccount {
            email: "o.bright@riverton.EXAMPLE".into(),
            name: "Oskar Bright".into(),
            office,
            roles: vec![Role::Officer],
            password: PASSWORD.into(),
        };
        let create = async |account| fields(&actions::create_account(&env, &Actor::System, account).await.unwrap_err());
        let bad = NewAccount { email: "no".into(), name: " ".into(), roles: vec![], password: "short".into(), ..good.clone() };
        assert_eq!(create(bad).await, ["email", "name", "roles", "password"]);
        assert_eq!(create(good.clone()).await, ["email"]);
        let friends = kapok_parties::directory(&env).await.unwrap().by_key("river-friends").unwrap().id;
        assert_eq!(create(NewAccount { office: friends, ..good }).await, ["office"]);
    }

    async fn only_an_administrator_manages_accounts(kit) {
        let env = city(&kit).await;
        let id = add(&env, "admin@city.example", "digital", Role::Administrator).await;
        for role in [Role::Officer, Role::LeadOfficer, Role::Moderator, Role::MayorsOffice, Role::Auditor] {
            add(&env, &format!("{}@city.example", role.id()), "streets", role).await;
            let actor = actions::staff_actor(&env, &format!("{}@city.example", role.id())).await.unwrap();
            let refused = actions::change_roles(&env, &actor, id, &[Role::Auditor], true).await;
            assert!(matches!(refused, Err(ActError::Forbidden)));
            let refused = actions::set_password(&env, &actor, id, PASSWORD).await;
            assert!(matches!(refused, Err(ActError::Forbidden)));
            let refused = actions::reset_totp(&env, &actor, id).await;
            assert!(matches!(refused, Err(ActError::Forbidden)));
        }
    }

    async fn signing_in_needs_the_right_password_of_an_active_account(kit) {
        let env = city(&kit).await;
        let admin = add(&env, "admin@city.example", "digital", Role::Administrator).await;
        let id = add(&env, "o@city.example", "streets", Role::Officer).await;
        let sign_in = async |email, password| actions::sign_in(&env, email, password, "").await.unwrap();
        assert!(sign_in("o@city.example", "another sentence").await.is_none());
        assert!(sign_in("nobody@city.example", PASSWORD).await.is_none());
        let token = sign_in("o@city.example", PASSWORD).await.unwrap();
        assert_eq!(token.0.len(), 64);
        assert!(actor_of(&env, &token.0).await.is_some());
        assert!(actor_of(&env, &token.0.replace(&token.0[..1], "x")).await.is_none());
        actions::change_roles(&env, &Actor::System, id, &[Role::Officer], false).await.unwrap();
        assert!(actor_of(&env, &token.0).await.is_none());
        assert!(sign_in("o@city.example", PASSWORD).await.is_none());
        actions::change_roles(&env, &Actor::System, id, &[Role::Officer], true).await.unwrap();
        // The old session stays over.
        assert!(actor_of(&env, &token.0).await.is_none());
        let last = actions::change_roles(&env, &Actor::System, admin, &[Role::Officer], true).await;
        assert!(matches!(last, Err(ActError::NotNow("parties-last-administrator"))));
        let last = actions::change_roles(&env, &Actor::System, admin, &[Role::Administrator], false).await;
        assert!(matches!(last, Err(ActError::NotNow("parties-last-administrator"))));
    }

    async fn a_session_ends_when_idle_and_after_a_day(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        let sign_in = async || actions::sign_in(&env, "o@city.example", PASSWORD, "").await.unwrap().unwrap().0;
        let idle = sign_in().await;
        kit.clock.advance_ms(8 * HOUR - 1);
        assert!(actor_of(&env, &idle).await.is_some());
        kit.clock.advance_ms(8 * HOUR);
        assert!(actor_of(&env, &idle).await.is_none());
        let busy = sign_in().await;
        for _ in 0..23 {
            kit.clock.advance_ms(HOUR);
            assert!(actor_of(&env, &busy).await.is_some());
        }
        kit.clock.advance_ms(HOUR);
        assert!(actor_of(&env, &busy).await.is_none());
    }

    async fn finding_a_session_costs_one_query_and_a_note_once_a_minute(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        let token = actions::sign_in(&env, "o@city.example", PASSWORD, "").await.unwrap().unwrap().0;
        let cost = async || {
            let before = env.db.queries();
            assert!(actor_of(&env, &token).await.is_some());
            env.db.queries() - before
        };
        assert_eq!(cost().await, 1);
        kit.clock.advance_ms(61_000);
        assert_eq!((cost().await, cost().await), (2, 1));
    }

    async fn no_token_and_no_password_is_stored(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        let token = actions::sign_in(&env, "o@city.example", PASSWORD, "").await.unwrap().unwrap().0;
        let Some(path) = env.db.path() else { return };
        let mut bytes = std::fs::read(path).unwrap();
        bytes.extend(std::fs::read(path.with_extension("db-wal")).unwrap_or_default());
        let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|w| w == needle);
        assert!(holds(b"o@city.example") && holds(b"$argon2id$v=19$m=19456,t=2,p=1$"));
        let raw: Vec<u8> = (0..32).map(|i| u8::from_str_radix(&token[2 * i..2 * i + 2], 16).unwrap()).collect();
        assert!(!holds(token.as_bytes()) && !holds(&raw) && !holds(PASSWORD.as_bytes()));
    }

    async fn changes_of_an_account_are_in_the_log_without_its_address(kit) {
        let env = city(&kit).await;
        let id = add(&env, "o@city.example", "streets", Role::Officer).await;
        actions::change_roles(&env, &Actor::System, id, &[Role::LeadOfficer, Role::Officer], true).await.unwrap();
        actions::set_password(&env, &Actor::System, id, "another sentence").await.unwrap();
        let acts = log::of_subject(&mut env.db.read().await.unwrap(), id.0, 9).await.unwrap();
        let kinds: Vec<_> = acts.iter().map(|a| a.kind.as_str()).collect();
        assert_eq!(kinds, ["account.created", "account.changed", "account.changed"]);
        assert_eq!(acts[1].text("roles").as_deref(), Some("officer lead-officer"));
        assert_eq!(acts[2].text("what").as_deref(), Some("password"));
        assert!(acts.iter().all(|a| !a.detail.contains("city.example") && a.intact()));
    }

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

    async fn guesses_are_limited_per_account_too(kit) {
        let env = city(&kit).await;
        add(&env, "o@city.example", "streets", Role::Officer).await;
        let limits = std::sync::Arc::new(kapok_web::Limits::default());
        let mut refused = 0;
        for network in 0..14u8 {
            let mut browser = Browser::with(&env, limits.clone(), network);
            browser.get("/sign-in").await;
            let guess = browser.post("/sign-in", &[("email", "O@city.example"), ("password", "guess guess guess")]).await;
            refused += i32::from(guess.status == 429);
        }
        assert_eq!(refused, 4);
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
        assert_eq!(what, ["second-factor-on", "second-factor-off"]);
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
        for (old, new) in [("wrong wrong wrong", "another sentence"), (PASSWORD, "short")] {
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
        assert_eq!(browser.post(&path, &[("do", "roles"), ("roles", "auditor")]).await.status, 303);
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

#[test]
fn an_empty_directory_names_nobody() {
    let directory = Directory::default();
    assert_eq!((directory.name(None), directory.all().count()), ("", 0));
}
