//! What only the database can say.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use kapok_acts::{Env, Keys};
use kapok_store::{Db, Dialect, Options, SystemEntropy};

use super::Report;
use crate::config::Config;
use crate::{keyfile, wiring};

/// An act that lies further ahead than this was written by a wrong clock, or this clock is wrong.
const AHEAD_MS: i64 = 120_000;
/// The oldest PostgreSQL that is tested, as its `server_version_num`.
const OLDEST_POSTGRES: i64 = 140_000;

pub async fn examine(config: &Config, now: Timestamp, report: &mut Report) {
    if let Some(path) = config.database.strip_prefix("sqlite:")
        && !Path::new(path).exists()
    {
        // Opening it would make it.
        return report.warn(
            "database",
            format!("{path} is not there yet"),
            "kapok serve makes it at its first start",
        );
    }
    let options = Options {
        connections: 2,
        ..Options::default()
    };
    let db = match Db::open(&config.database, options) {
        Ok(db) => db,
        Err(error) => {
            return report.wrong(
                "database",
                error.to_string(),
                "look at the setting database and at who may read the file",
            );
        }
    };
    if let Err(error) = look(&db, config, now, report).await {
        report.wrong(
            "database",
            format!("{error:#}"),
            "see that it runs, and that address, user and rights are right",
        );
    }
}

async fn look(db: &Db, config: &Config, now: Timestamp, report: &mut Report) -> anyhow::Result<()> {
    if db.is_empty().await? {
        report.warn(
            "database",
            "it answers and is empty",
            "kapok serve makes the tables at its first start",
        );
        return durability(db, report).await;
    }
    let have = kapok_store::applied(&mut db.read().await?).await?;
    let known = wiring::migrations();
    let missing = known
        .iter()
        .filter(|m| !have.iter().any(|name| name == m.name))
        .count();
    let newer = have.iter().find(|name| known.iter().all(|m| m.name != **name));
    match (missing, newer) {
        (_, Some(newer)) => {
            report.wrong(
                "database",
                format!("a newer version of Kapok changed it ({newer})"),
                "use that version",
            );
            return Ok(());
        }
        (0, None) => report.ok(
            "database",
            format!("it answers, with all {} migrations", known.len()),
        ),
        (n, None) => {
            report.warn(
                "database",
                format!("{n} migrations are missing"),
                "kapok serve applies them at its start; make a backup first",
            );
            return durability(db, report).await;
        }
    }
    durability(db, report).await?;
    let keys = matching_key(db, config, report).await?;
    let clock = Arc::new(kapok_store::FixedClock::new(now));
    let env = Env::new(db.clone(), clock, Arc::new(SystemEntropy), keys, config.city()?);
    city(&env, report).await?;
    record(&env, now, report).await
}

/// What was acknowledged must survive a power cut.
async fn durability(db: &Db, report: &mut Report) -> anyhow::Result<()> {
    match db.dialect() {
        Dialect::Sqlite => {
            let (journal, level) = (
                db.setting("journal_mode").await?,
                db.setting("synchronous").await?,
            );
            if journal == "wal" && level.parse::<u8>().is_ok_and(|n| n >= 2) {
                report.ok("durability", "SQLite runs WAL with synchronous=FULL");
            } else {
                report.wrong(
                    "durability",
                    format!("SQLite runs with journal_mode={journal}, synchronous={level}"),
                    "use a disk of this machine, not a network folder",
                );
            }
        }
        Dialect::Postgres => postgres(db, report).await?,
    }
    Ok(())
}

async fn postgres(db: &Db, report: &mut Report) -> anyhow::Result<()> {
    let version = db.setting("server_version").await?;
    let number: i64 = db
        .setting("server_version_num")
        .await?
        .parse()
        .unwrap_or_default();
    if number < OLDEST_POSTGRES {
        report.wrong("postgres", format!("version {version}"), "use 14 or newer");
    } else {
        report.ok("postgres", format!("version {version}"));
    }
    if db.setting("server_encoding").await? != "UTF8" {
        report.wrong(
            "postgres",
            "it does not keep text as UTF-8",
            "make the database anew with encoding UTF8",
        );
    }
    for name in ["fsync", "full_page_writes"] {
        if db.setting(name).await? == "off" {
            report.wrong(
                "durability",
                format!("{name} is off: a power cut can destroy the database"),
                format!("set {name} = on"),
            );
        }
    }
    let commit = db.setting("synchronous_commit").await?;
    let standbys = db.setting("synchronous_standby_names").await?;
    match (commit.as_str(), standbys.is_empty()) {
        ("off", _) => report.wrong(
            "durability",
            "synchronous_commit is off: acknowledged voices can be lost",
            "set synchronous_commit = on",
        ),
        ("local", false) => report.warn(
            "durability",
            "synchronous_commit is local: a failover can lose acknowledged voices",
            "set synchronous_commit = on",
        ),
        (_, true) => report.ok(
            "durability",
            format!("synchronous_commit={commit}; no synchronous standby, so a lost disk loses what came after the last backup"),
        ),
        (_, false) => report.ok("durability", format!("synchronous_commit={commit}, standbys: {standbys}")),
    }
    Ok(())
}

async fn matching_key(db: &Db, config: &Config, report: &mut Report) -> anyhow::Result<Keys> {
    let (print, used) = kapok_store::key_print(&mut db.read().await?).await?;
    let path = config.key_path();
    let none = || Keys::new([0; 32]);
    if !path.exists() {
        if used || print.is_some() {
            report.wrong(
                "key",
                format!("{} is missing, but the database has data", path.display()),
                "restore the key from its backup, or set key_file",
            );
        } else {
            report.warn(
                "key",
                "there is none yet",
                "kapok serve makes it at its first start; back it up apart",
            );
        }
        return Ok(none());
    }
    let Ok(keys) = keyfile::load(&path, &SystemEntropy) else {
        return Ok(none()); // said before
    };
    match print {
        Some(print) if !Keys::same(&print, &keys.tag("fingerprint", b"kapok")) => report.wrong(
            "key",
            format!("{} is not the key of this database", path.display()),
            "restore the right key, or set key_file",
        ),
        _ => report.ok("key", "it is the key of this database"),
    }
    Ok(keys)
}

async fn city(env: &Env, report: &mut Report) -> anyhow::Result<()> {
    let places = kapok_places::tree(env).await?.in_order().len();
    if places == 0 {
        report.warn("places", "there is none", "kapok import places FILE.csv");
    } else {
        report.ok("places", format!("{places}"));
    }
    let offices = kapok_parties::directory(env).await?.offices().count();
    if offices == 0 {
        report.warn(
            "offices",
            "there is none, so nobody can answer",
            "kapok import parties FILE.csv",
        );
    } else {
        report.ok("offices", format!("{offices}"));
    }
    let admins = kapok_parties::administrators(env).await?;
    let alone = admins.iter().filter(|a| !a.has_totp).count();
    match (admins.len(), alone) {
        (0, _) => report.wrong(
            "administrators",
            "there is none: nobody can make accounts",
            "kapok admin create --roles administrator …",
        ),
        (1, _) => report.warn(
            "administrators",
            "there is one: without this person nobody can make accounts",
            "make a second",
        ),
        (n, 0) => report.ok("administrators", format!("{n}, each with a second factor")),
        (n, alone) => report.warn(
            "administrators",
            format!("{alone} of {n} sign in without a second factor"),
            "let them add one on the page of their account",
        ),
    }
    Ok(())
}

async fn record(env: &Env, now: Timestamp, report: &mut Report) -> anyhow::Result<()> {
    let mut conn = env.db.read().await?;
    let (jobs, given_up) = kapok_jobs::waiting(&mut conn).await?;
    if given_up > 0 {
        report.warn(
            "jobs",
            format!("{given_up} were given up after 12 tries"),
            "look at the log of the server for why",
        );
    } else {
        report.ok("jobs", format!("{jobs} waiting"));
    }
    let last = kapok_acts::log::page(&mut conn, Vec::new(), 1).await?;
    let ahead = last
        .first()
        .map_or(0, |act| act.at.as_millisecond() - now.as_millisecond());
    if ahead > AHEAD_MS {
        report.wrong(
            "clock",
            format!("the newest act lies {} s in the future", ahead / 1000),
            "set the clock of this machine, and of the one that wrote it, and keep them right with NTP",
        );
    }
    Ok(())
}
