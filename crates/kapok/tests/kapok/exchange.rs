//! Open data, the recount and imports, with the whole house.

use std::path::{Path, PathBuf};

use kapok::wiring::migrations;
use kapok_acts::{Actor, City, Env, Keys};
use kapok_exchange::import::{self, Mapping};
use kapok_exchange::{export, recount};
use kapok_testkit::{Kit, both};
use kapok_voices::{Channel, NewVoice};

kapok_store::statements! {
    chore DAMAGE_YEAR = "UPDATE voice_year SET n = n + 1 WHERE channel = 'phone'";
    chore DAMAGE_MATTER = "UPDATE matter SET voice_count = voice_count - 1 WHERE number = 1";
}

const PLACES: &str = "key,parent,kind,name,population,deprivation,wkt\n\
    riverton,,city,Riverton,1000,,\nhill,riverton,neighbourhood,Lantern Hill,500,,\n";
const OFFICES: &str = "key,kind,name,about,place\nstreets,office,Streets Department,,riverton\n";

/// A city with two places and an office.
async fn city(kit: &Kit) -> Env {
    let city = City::new("Riverton", "http://localhost", jiff::tz::TimeZone::UTC);
    let env = Env::new(
        kit.db.clone(),
        kit.clock(),
        kit.entropy(),
        Keys::new([7; 32]),
        city,
    );
    kapok_places::actions::import(&env, &Actor::System, PLACES)
        .await
        .unwrap();
    kapok_parties::actions::import_parties(&env, &Actor::System, OFFICES)
        .await
        .unwrap();
    env
}

async fn acts(env: &Env) -> i64 {
    kapok_acts::log::count(&mut env.db.read().await.unwrap())
        .await
        .unwrap()
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../record/exchange/tests/exchange")
}

fn mapping(file: &str) -> Mapping {
    let text = std::fs::read_to_string(fixtures().join(file)).unwrap();
    Mapping::parse(file, &text).unwrap()
}

both! { migrations();
    async fn a_damaged_counter_is_named_and_a_sound_record_has_no_difference(kit) {
        let env = city(&kit).await;
        let mapping = mapping("decidim/map.toml");
        let read = import::read_decidim(&fixtures().join("decidim"), &mapping, &env.city.time_zone).unwrap();
        import::run(&env, &Actor::System, read.items, &mapping, false).await.unwrap();
        let said = NewVoice { text: "By phone".into(), channel: Channel::Phone, ..NewVoice::default() };
        kapok_voices::actions::hear(&env, &Actor::System, said).await.unwrap();
        let sound = recount::all(&env).await.unwrap();
        assert!(sound.differences.is_empty() && sound.counted > 20, "{sound:?}");
        let mut chore = env.db.chore().await.unwrap();
        chore.run(&DAMAGE_YEAR, &[]).await.unwrap();
        chore.run(&DAMAGE_MATTER, &[]).await.unwrap();
        chore.commit().await.unwrap();
        let damaged = recount::all(&env).await.unwrap().differences;
        let named: Vec<String> = damaged.iter().map(ToString::to_string).collect();
        assert_eq!(named.len(), 2, "{named:?}");
        assert!(named[0].starts_with("voice_year.n of ") && named[0].ends_with(" phone: kept 2, counted 1"), "{named:?}");
        assert!(named[1].starts_with("matter.voice_count of ") && named[1].ends_with(": kept 0, counted 1"), "{named:?}");
    }

    async fn an_archive_of_decidim_is_imported_once_and_a_dry_run_writes_nothing(kit) {
        let env = city(&kit).await;
        let mapping = mapping("decidim/map.toml");
        let read = import::read_decidim(&fixtures().join("decidim"), &mapping, &env.city.time_zone).unwrap();
        let import = |dry| import::run(&env, &Actor::System, read.items.clone(), &mapping, dry);
        let before = acts(&env).await;
        let foretold = import(true).await.unwrap();
        assert_eq!(acts(&env).await, before, "a dry run writes nothing");
        let done = import(false).await.unwrap();
        let numbers = |o: &import::Outcome| [o.voices, o.matters, o.answers, o.decisions, o.promises, o.before];
        assert_eq!(numbers(&done), [3, 3, 2, 2, 1, 0]);
        assert_eq!(numbers(&done), numbers(&foretold), "what was foretold happened");
        assert_eq!(done.problems, foretold.problems);
        let after = acts(&env).await;
        let again = import(false).await.unwrap();
        assert_eq!(numbers(&again), [0, 0, 0, 0, 0, 3]);
        assert_eq!(acts(&env).await, after, "importing again writes nothing");

        let voice = kapok_voices::by_number(&env, 2).await.unwrap().unwrap().voice;
        assert_eq!((voice.channel, voice.lang.as_str()), (Channel::Meeting, "es"));
        assert_eq!(voice.heard.to_string(), "2025-05-15T11:30:00Z");
        let benches = kapok_voices::by_number(&env, 1).await.unwrap().unwrap().voice;
        assert_eq!(benches.text, "Older people need a place to rest.\nEvery 200 m would do; thank you.");
        assert!(benches.place.is_some(), "the scope names a place of the city");
        let mut conn = env.db.read().await.unwrap();
        let decided = kapok_matters::reads::by_id(&mut conn, benches.matter.unwrap()).await.unwrap().unwrap();
        assert_eq!(decided.state, kapok_matters::State::Doing);
        let promises = kapok_commitments::of_matter(&mut conn, decided.id).await.unwrap();
        assert_eq!((promises[0].0.title.as_str(), promises[0].0.percent), ("Twelve benches along the river", 25));
    }

    async fn rows_that_cannot_be_imported_are_named_and_stop_nothing(kit) {
        let env = city(&kit).await;
        let mapping = mapping("old.toml");
        let bytes = std::fs::read(fixtures().join("old.csv")).unwrap();
        let read = import::read_csv("old.csv", &bytes, &mapping, &env.city.time_zone).unwrap();
        let named: Vec<String> = read.problems.iter().map(ToString::to_string).collect();
        assert_eq!(named.len(), 2, "{named:?}");
        assert!(named[0].starts_with("old.csv line 4, Weg: "), "{named:?}");
        let done = import::run(&env, &Actor::System, read.items, &mapping, false).await.unwrap();
        assert_eq!([done.voices, done.matters, done.answers], [2, 1, 1]);
        assert_eq!(done.problems.len(), 2, "no words, and a day to come: {:?}", done.problems);
    }

    async fn no_contact_and_no_hidden_word_leaves_with_the_open_data(kit) {
        let env = city(&kit).await;
        let say = |text: &str| NewVoice {
            text: text.into(),
            place_words: "Behind the secretmill".into(),
            contact: Some("somebody@example.org".into()),
            ..NewVoice::default()
        };
        kapok_voices::actions::hear(&env, &Actor::Resident, say("=cmd() is heard")).await.unwrap();
        let hidden = kapok_voices::actions::hear(&env, &Actor::Resident, say("A secretword")).await.unwrap();
        kapok_voices::actions::hide(&env, &Actor::System, hidden.id, "Names a neighbour").await.unwrap();
        let gone = kapok_voices::actions::hear(&env, &Actor::Resident, say("A secretstory")).await.unwrap();
        kapok_matters::actions::withdraw_voice(&env, &gone.code, "").await.unwrap();
        let name = format!("kapok-open-{}-{:?}", std::process::id(), env.db.dialect());
        let folder = std::env::temp_dir().join(name);
        export::folder(&env, &folder).await.unwrap();
        let mut all = String::new();
        for file in std::fs::read_dir(&folder).unwrap() {
            all.push_str(&std::fs::read_to_string(file.unwrap().path()).unwrap());
        }
        std::fs::remove_dir_all(&folder).unwrap();
        for secret in ["somebody@example.org", "secretword", "secretstory", &gone.code, &hidden.code] {
            assert!(!all.contains(secret), "{secret}");
        }
        assert_eq!(all.matches("secretmill").count(), 1, "the place of the voice that is shown");
        assert!(all.contains(",'=cmd() is heard,"), "no cell begins a formula");
        assert!(all.contains("Names a neighbour"), "the reason for hiding is public");
    }
}
