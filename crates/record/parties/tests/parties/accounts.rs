//! Files, accounts, signing in and sessions.

use kapok_acts::{ActError, Actor, Right, Role, log};
use kapok_parties::{Directory, NewAccount, PartyKind, actions};
use kapok_places::ImportError;
use kapok_testkit::both;

use crate::{HOUR, MIGRATIONS, PARTIES, PASSWORD, actor_of, add, city, env, fields};

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
            let refused = actions::change_roles(&env, &actor, id, &[Role::Auditor], true, "A change of duties.").await;
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
        actions::change_roles(&env, &Actor::System, id, &[Role::Officer], false, "A change of duties.").await.unwrap();
        assert!(actor_of(&env, &token.0).await.is_none());
        assert!(sign_in("o@city.example", PASSWORD).await.is_none());
        actions::change_roles(&env, &Actor::System, id, &[Role::Officer], true, "A change of duties.").await.unwrap();
        // The old session stays over.
        assert!(actor_of(&env, &token.0).await.is_none());
        let last = actions::change_roles(&env, &Actor::System, admin, &[Role::Officer], true, "A change of duties.").await;
        assert!(matches!(last, Err(ActError::NotNow("parties-last-administrator"))));
        let last = actions::change_roles(&env, &Actor::System, admin, &[Role::Administrator], false, "A change of duties.").await;
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
        actions::change_roles(&env, &Actor::System, id, &[Role::LeadOfficer, Role::Officer], true, "A change of duties.").await.unwrap();
        actions::set_password(&env, &Actor::System, id, "another sentence").await.unwrap();
        let acts = log::of_subject(&mut env.db.read().await.unwrap(), id.0, 9).await.unwrap();
        let kinds: Vec<_> = acts.iter().map(|a| a.kind.as_str()).collect();
        assert_eq!(kinds, ["account.created", "account.changed", "account.changed"]);
        assert_eq!(acts[1].text("roles").as_deref(), Some("officer lead-officer"));
        assert_eq!(acts[2].text("what").as_deref(), Some("sign-in"));
        assert!(acts.iter().all(|a| !a.detail.contains("city.example") && a.intact()));
    }
}

#[test]
fn an_empty_directory_names_nobody() {
    let directory = Directory::default();
    assert_eq!((directory.name(None), directory.all().count()), ("", 0));
}
