//! The demo city on both databases: what it must show, and that its log and counts hold.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use kapok_acts::log::Entry;
use kapok_acts::{City, Env, Keys};
use kapok_commitments::Filter;
use kapok_demo::crowd::Size;
use kapok_demo::{LOGINS, Made, PASSWORD, build};
use kapok_matters::State;
use kapok_store::{Migration, Schema, statements};
use kapok_testkit::{Kit, On, block_on, both};

const SCHEMAS: [Schema; 14] = [
    kapok_store::SCHEMA,
    kapok_acts::SCHEMA,
    kapok_acts::tree::SCHEMA,
    kapok_jobs::SCHEMA,
    kapok_places::SCHEMA,
    kapok_parties::SCHEMA,
    kapok_voices::SCHEMA,
    kapok_matters::SCHEMA,
    kapok_processes::SCHEMA,
    kapok_decisions::SCHEMA,
    kapok_commitments::SCHEMA,
    kapok_outcomes::SCHEMA,
    kapok_cases::SCHEMA,
    kapok_programmes::SCHEMA,
];

fn migrations() -> Vec<Migration> {
    SCHEMAS
        .iter()
        .flat_map(|s| s.migrations.iter().copied())
        .collect()
}

fn city(kit: &Kit) -> Env {
    let zone = jiff::tz::TimeZone::get("Europe/London").unwrap();
    let city = City::new("Riverton", "http://127.0.0.1:8080", zone);
    Env::new(
        kit.db.clone(),
        kit.clock(),
        kit.entropy(),
        Keys::new([7; 32]),
        city,
    )
}

// What the counters say must be what counting says; each of these gives the rows on which they differ.
statements! {
    read VOICES_BY_STATE: (String, i64, i64) = "SELECT state, count(*), CAST(sum(CASE WHEN matter_id IS NULL THEN 1 ELSE 0 END) AS BIGINT) \
        FROM voice GROUP BY state ORDER BY state";
    read LANGS: String = "SELECT DISTINCT lang FROM voice ORDER BY lang";
    read CHANNELS: String = "SELECT DISTINCT channel FROM voice ORDER BY channel";
    read CONTACTS: i64 = "SELECT count(*) FROM voice_contact";
    read SIZES: i64 = "SELECT m.number FROM matter m WHERE m.voice_count <> (SELECT count(*) FROM voice v WHERE v.matter_id = m.id)";
    read FIRSTS: i64 = "SELECT m.number FROM matter m WHERE m.voice_count > 0 AND m.first_heard_ms <> (SELECT min(v.heard_ms) FROM voice v WHERE v.matter_id = m.id)";
    read BY_CHANNEL: String = "SELECT c.channel FROM matter_channel c WHERE c.n <> (SELECT count(*) FROM voice v WHERE v.matter_id = c.matter_id AND v.channel = c.channel)";
    read BY_LANG: String = "SELECT c.lang FROM matter_lang c WHERE c.n <> (SELECT count(*) FROM voice v WHERE v.matter_id = c.matter_id AND v.lang = c.lang)";
    read BY_PLACE: i64 = "SELECT c.n FROM matter_place c WHERE c.n <> (SELECT count(*) FROM voice v WHERE v.matter_id = c.matter_id AND v.place_id = c.place_id)";
    read SUMS: (i64, i64, i64) = "SELECT (SELECT count(*) FROM voice WHERE matter_id IS NOT NULL), \
        CAST((SELECT sum(n) FROM matter_channel) AS BIGINT), CAST((SELECT sum(n) FROM matter_lang) AS BIGINT)";
    read HEARD: (i64, i64, i64) = "SELECT (SELECT count(*) FROM voice), CAST((SELECT sum(n) FROM voice_year) AS BIGINT), \
        CAST((SELECT sum(n) FROM voice_place) AS BIGINT)";
    read STATES: (String, i64) = "SELECT state, count(*) FROM matter GROUP BY state ORDER BY state";
    read CHECKS: i64 = "SELECT count(*) FROM outcome_check";
}

async fn acts(env: &Env) -> Vec<Entry> {
    let mut conn = env.db.read().await.unwrap();
    let mut acts = kapok_acts::log::page(&mut conn, Vec::new(), 1_000_000)
        .await
        .unwrap();
    acts.reverse();
    acts
}

/// What is counted on the rows is what counting the rows gives.
async fn counters_agree(conn: &mut kapok_store::Conn) {
    for wrong in [&SIZES, &FIRSTS, &BY_PLACE] {
        assert_eq!(conn.all(wrong, &[]).await.unwrap(), [0i64; 0]);
    }
    for wrong in [&BY_CHANNEL, &BY_LANG] {
        assert_eq!(conn.all(wrong, &[]).await.unwrap(), [""; 0]);
    }
    let (joined, channels, langs) = conn.one(&SUMS, &[]).await.unwrap();
    assert_eq!((joined, joined), (channels, langs));
}

/// All voices are joined, in the inbox, or shown no more, and every counter is what counting gives.
async fn counts_hold(env: &Env, made: &Made) {
    let mut conn = env.db.read().await.unwrap();
    let by_state = conn.all(&VOICES_BY_STATE, &[]).await.unwrap();
    let inbox = kapok_voices::inbox_count(&mut conn, &kapok_voices::InboxFilter::default())
        .await
        .unwrap();
    let (joined, channels, langs) = conn.one(&SUMS, &[]).await.unwrap();
    let not_shown: i64 = by_state
        .iter()
        .filter(|(s, ..)| s == "hidden" || s == "withdrawn")
        .map(|(_, _, n)| n)
        .sum();
    assert_eq!(made.voices as i64, joined + inbox + not_shown);
    assert_eq!((joined, joined), (channels, langs));
    assert_eq!(made.joined as i64, joined);
    let (all, by_year, by_place) = conn.one(&HEARD, &[]).await.unwrap();
    assert_eq!((all, all, all), (made.voices as i64, by_year, by_place));
    counters_agree(&mut conn).await;
    let counted = kapok_matters::reads::counts(&mut conn).await.unwrap();
    let real: HashMap<String, i64> = conn.all(&STATES, &[]).await.unwrap().into_iter().collect();
    for state in State::ALL {
        let n = real.get(state.id()).copied().unwrap_or_default();
        assert_eq!(
            counted.get(&state).copied().unwrap_or_default(),
            n,
            "{}",
            state.id()
        );
        assert!(n > 0, "no matter is {}", state.id());
    }
    assert_eq!(conn.one(&CHECKS, &[]).await.unwrap(), made.checks as i64);
}

/// Nobody spoke from three neighbourhoods for a year, and from every other somebody did.
async fn three_are_silent(env: &Env) {
    let tree = kapok_places::tree(env).await.unwrap();
    let mut conn = env.db.read().await.unwrap();
    let heard = kapok_voices::heard_by_place(&mut conn, env.today().year())
        .await
        .unwrap();
    let year_ago = env.days_ago(365);
    let silent: BTreeSet<&str> = tree
        .neighbourhoods()
        .filter(|place| !heard.iter().any(|h| h.place == place.id && h.last >= year_ago))
        .map(|place| place.key.as_str())
        .collect();
    assert_eq!(silent, BTreeSet::from(["allotments", "foundry", "ridge"]));
}

async fn promises_are_many(env: &Env) {
    let mut conn = env.db.read().await.unwrap();
    let all = kapok_commitments::list(&mut conn, Filter::default(), 1_000)
        .await
        .unwrap();
    assert!(all.len() >= 20, "{} commitments", all.len());
    assert!(
        all.iter().filter(|c| c.partners >= 2).count() >= 5,
        "of several departments"
    );
    assert!(
        all.iter().filter(|c| c.is_overdue(env.today())).count() >= 4,
        "overdue"
    );
    assert!(all.iter().filter(|c| c.moves > 0).count() >= 4, "moved");
    assert!(
        all.iter()
            .any(|c| c.spent > 0 && c.money.is_some_and(|m| c.spent > m)),
        "over what was planned"
    );
}

/// Every act is what was hashed, none lies ahead, and their order is that of time.
async fn the_log_holds(env: &Env) {
    let acts = acts(env).await;
    assert!(acts.iter().all(Entry::intact));
    assert!(acts.is_sorted_by_key(|act| (act.at, act.id)));
    assert!(acts.last().unwrap().at <= env.now());
    let mut by_id = acts.clone();
    by_id.sort_by_key(|act| act.id);
    assert!(
        by_id.is_sorted_by_key(|act| act.at),
        "an act was written while the clock stood elsewhere"
    );
    let kinds: BTreeSet<&str> = acts.iter().map(|act| act.kind.as_str()).collect();
    for kind in [
        "voice.heard",
        "voice.joined",
        "matter.voiced",
        "matter.sorted",
        "matter.opened",
        "matter.asked",
        "matter.accepted",
        "matter.refused",
        "matter.handed-over",
        "matter.answered",
        "matter.decided",
        "matter.doing",
        "matter.done",
        "matter.reopened",
        "matter.evaluated",
        "matter.shared",
        "matter.closed",
        "matter.appealed",
        "appeal.ruled",
        "commitment.made",
        "commitment.moved",
        "commitment.progressed",
        "commitment.finished",
        "commitment.reopened",
        "outcome.measured",
        "outcome.checked",
        "case.made",
    ] {
        assert!(kinds.contains(kind), "no act is {kind}");
    }
}

both! { migrations();
    async fn the_city_shows_everything_and_its_counts_and_log_hold(kit) {
        let env = city(&kit);
        let made = build(&env).await.unwrap_or_else(|e| panic!("{e:#}"));
        assert!(made.voices >= 600 && made.matters >= 60, "{made}");
        assert!(made.reopened >= 2 && made.cases >= 2, "{made}");
        counts_hold(&env, &made).await;
        three_are_silent(&env).await;
        promises_are_many(&env).await;
        the_log_holds(&env).await;
        let mut conn = env.db.read().await.unwrap();
        assert_eq!(conn.all(&LANGS, &[]).await.unwrap(), ["ar", "en", "es", "zh"]);
        assert!(conn.all(&CHANNELS, &[]).await.unwrap().len() >= 10);
        assert!(conn.one(&CONTACTS, &[]).await.unwrap() > 20);
        assert_eq!(kapok_cases::shared_count(&mut conn).await.unwrap(), made.cases as i64);
        assert!(kapok_voices::unanswered_count(&mut conn, env.days_ago(14)).await.unwrap() >= 30);
        drop(conn);
        for (role, email) in LOGINS {
            let actor = kapok_parties::actions::staff_actor(&env, email).await.unwrap();
            let kapok_acts::Actor::Staff { roles, .. } = actor else { panic!("{email} is no staff") };
            assert_eq!(roles.iter().map(|r| r.id()).collect::<Vec<_>>(), [*role]);
        }
        let (_, email) = LOGINS[0];
        let token = kapok_parties::actions::sign_in(&env, email, PASSWORD, "").await.unwrap();
        assert!(token.is_some());
    }
}

#[test]
fn two_cities_made_at_the_same_moment_have_the_same_log() {
    // Seconds after midnight, on the day after a leap day: today has hardly begun.
    let now = "2028-03-01T00:00:20Z".parse().unwrap();
    let log = || {
        block_on(async {
            let kit = Kit::new(On::Sqlite, &migrations()).await.unwrap();
            // Whatever the server's own random source gives, the demo does not use it.
            kit.clock.set(now);
            let mut env = city(&kit);
            env.entropy = Arc::new(kapok_store::SystemEntropy);
            build(&env).await.unwrap_or_else(|e| panic!("{e:#}"));
            the_log_holds(&env).await;
            acts(&env)
                .await
                .into_iter()
                .map(|act| act.leaf_hash)
                .collect::<Vec<_>>()
        })
    };
    assert_eq!(log(), log());
}

const SMALL: Size = Size {
    voices: 400,
    matters: 40,
    seed: 5,
};

/// A generated city of the seed, its digest, and the database that it lies in.
async fn crowd(seed: u64) -> (Env, String, Kit) {
    let kit = Kit::new(On::Sqlite, &migrations()).await.unwrap();
    let env = city(&kit);
    let made = kapok_demo::crowd::fill(&env, Size { seed, ..SMALL }, |_| {})
        .await
        .unwrap_or_else(|e| panic!("{e:#}"));
    assert_eq!(made.voices, 400);
    assert!(
        made.matters >= 35 && made.decisions > 10 && made.commitments > 10,
        "{made}"
    );
    let digest = kapok_demo::crowd::digest(&env).await.unwrap();
    (env, digest, kit)
}

/// Counts, log and search of a generated city.
async fn crowd_holds(env: &Env) {
    let mut conn = env.db.read().await.unwrap();
    counters_agree(&mut conn).await;
    let (all, by_year, by_place) = conn.one(&HEARD, &[]).await.unwrap();
    assert!(all == by_year && by_place <= all && by_place > 350);
    let real: HashMap<String, i64> = conn.all(&STATES, &[]).await.unwrap().into_iter().collect();
    for (state, n) in kapok_matters::reads::counts(&mut conn).await.unwrap() {
        assert_eq!(
            n,
            real.get(state.id()).copied().unwrap_or_default(),
            "{}",
            state.id()
        );
    }
    assert!(acts(env).await.iter().all(Entry::intact));
    // A title is found by its own words, in whatever language it is.
    let all = kapok_matters::Filter::default();
    let listed = kapok_matters::reads::list(&mut conn, &all, kapok_matters::Order::Priority, None, 30);
    for matter in listed.await.unwrap() {
        let filter = kapok_matters::Filter {
            text: matter.title.clone(),
            ..Default::default()
        };
        let n = kapok_matters::reads::count(&mut conn, &filter).await.unwrap();
        assert!(n > 0 && n < 40, "{}: {n}", matter.title);
    }
}

#[test]
fn a_generated_city_holds_like_any_other_and_its_seed_makes_it_again() {
    block_on(async {
        let (env, digest, _kit) = crowd(5).await;
        crowd_holds(&env).await;
        assert_eq!(digest, crowd(5).await.1);
        assert_ne!(digest, crowd(6).await.1);
        assert!(
            kapok_demo::crowd::fill(&env, SMALL, |_| {}).await.is_err(),
            "it is not empty any more"
        );
    });
}

#[test]
fn a_city_that_moves_to_postgresql_is_the_same_there() {
    block_on(async {
        let Some(kit) = Kit::new(On::Postgres, &migrations()).await else {
            return;
        };
        let (from, digest, _kit) = crowd(5).await;
        kapok_store::move_to_postgres(&from.db, &kit.db, |_, _| {})
            .await
            .unwrap();
        let to = city(&kit);
        crowd_holds(&to).await;
        assert_eq!(kapok_demo::crowd::digest(&to).await.unwrap(), digest);
        let again = kapok_store::move_to_postgres(&from.db, &kit.db, |_, _| {}).await;
        assert!(again.is_err(), "nothing is written over");
    });
}
