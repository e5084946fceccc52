//! `kapok log` and the checker in Python on the same files: both accept what is whole, both find what was changed.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use kapok::wiring;
use kapok_acts::{About, Actor, City, Env, Keys, Kind, log, tree};
use kapok_log::file;
use kapok_log::note::Key;
use kapok_log::tiles::{TilePath, WIDTH};
use kapok_log::tree::Frontier;
use kapok_testkit::{Kit, On, block_on};

use crate::pages::Town;

/// Tries every byte of a file in one process, each with one bit changed; prints the places that went unnoticed.
const EVERY_BYTE: &str = r#"
import contextlib, io, sys
sys.path.insert(0, sys.argv[1])
import kapok_log
path, key = sys.argv[2], kapok_log.Key(sys.argv[3])
data = open(path, "rb").read()
def holds(data):
    try:
        text = data.decode()
        with contextlib.redirect_stdout(io.StringIO()):
            if text.startswith("c2sp.org"):
                kapok_log.verify_proof(text, key)
            else:
                lines = io.StringIO(text, newline="\n")
                kapok_log.verify_log(lines.readline(), lines, key, None)
        return True
    except (kapok_log.Broken, ValueError):
        return False
assert holds(data)
for at in range(len(data)):
    changed = bytearray(data)
    changed[at] ^= 1 << at % 8
    if holds(bytes(changed)):
        print(at)
"#;

struct Files {
    folder: PathBuf,
    key: String,
    log: PathBuf,
    proof: PathBuf,
    checkpoint: PathBuf,
}

async fn write(env: &Env, n: i64) {
    for n in 0..n {
        let about = About::new("matter", env.id());
        let reason = "A “reason”\twith\u{1}odd 字";
        let act = env.act(
            &Actor::System,
            Kind::MatterClosed,
            about,
            reason,
            &[("n", n.into())],
        );
        env.db.change().await.unwrap().commit(act.unwrap()).await.unwrap();
    }
    tree::sequence(env).await.unwrap();
}

async fn files(name: &str) -> Files {
    let kit = Kit::new(On::Sqlite, &wiring::migrations()).await.unwrap();
    let city = City::new("Riverton", "https://riverton.example", jiff::tz::TimeZone::UTC);
    let env = Env::new(
        kit.db.clone(),
        kit.clock(),
        kit.entropy(),
        Keys::new([7; 32]),
        city,
    );
    let folder = std::env::temp_dir().join(format!("kapok-log-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| folder.join(name);
    write(&env, 3).await;
    let head = tree::head(&mut env.db.read().await.unwrap())
        .await
        .unwrap()
        .unwrap();
    std::fs::write(path("checkpoint.txt"), head.note).unwrap();
    kit.clock.advance_ms(120_000);
    write(&env, 3).await;
    let (mut export, mut out) = (tree::Export::new(&env).await.unwrap(), Vec::new());
    while let Some(piece) = export.next().await.unwrap() {
        out.extend(piece);
    }
    std::fs::write(path("log.txt"), out).unwrap();
    let mut conn = env.db.read().await.unwrap();
    let entry = log::placed(&mut conn, 2, 3).await.unwrap().remove(0);
    let proof = tree::proof(&mut conn, &entry).await.unwrap().unwrap();
    std::fs::write(path("act.tlog-proof"), proof).unwrap();
    Files {
        key: tree::key(&env).unwrap().to_string(),
        log: path("log.txt"),
        proof: path("act.tlog-proof"),
        checkpoint: path("checkpoint.txt"),
        folder,
    }
}

/// A Python with the package for signatures, if there is one. `./check` brings one.
fn python() -> Option<String> {
    let python = std::env::var("KAPOK_TEST_PYTHON").unwrap_or("python3".into());
    let found = Command::new(&python).args(["-c", "import cryptography"]).output();
    if found.is_ok_and(|out| out.status.success()) {
        return Some(python);
    }
    eprintln!("SKIPPED: the checker in Python, because there is no Python with the package cryptography");
    assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "CI=true asks for it");
    None
}

fn checker() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../verify")
}

fn both(args: &[&Path], key: Option<&str>) -> Vec<Output> {
    let mut rust = Command::new(env!("CARGO_BIN_EXE_kapok"));
    rust.args(["log", "verify"]);
    let mut out = vec![rust];
    if let Some(python) = python() {
        let mut command = Command::new(python);
        command.arg(checker().join("kapok_log.py"));
        out.push(command);
    }
    let key = key.map(|key| ["--key", key]);
    out.iter_mut()
        .map(|command| command.args(args).args(key.iter().flatten()).output().unwrap())
        .collect()
}

#[test]
fn a_log_and_a_proof_are_verified_by_the_command_and_by_the_checker() {
    let files = block_on(files("whole"));
    let key = Some(files.key.as_str());
    let earlier = Path::new("--earlier");
    for args in [
        &[&*files.log, earlier, &files.checkpoint] as &[&Path],
        &[&files.log],
        &[&files.proof],
    ] {
        for out in both(args, key) {
            let said = String::from_utf8_lossy(&out.stdout);
            assert!(
                out.status.success() && said.starts_with("VERIFIED"),
                "{args:?}: {out:?}"
            );
        }
    }
    std::fs::remove_dir_all(files.folder).unwrap();
}

#[test]
fn what_does_not_hold_is_refused_by_both_with_a_reason() {
    let files = block_on(files("refused"));
    let text = std::fs::read_to_string(&files.log).unwrap();
    let wrong = |name: &str, text: &str| {
        let path = files.folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let lines: Vec<&str> = text.lines().collect();
    let cut = wrong("cut", &text[..text.len() - 10]);
    let shorter = wrong("shorter", &format!("{}\n", lines[..6].join("\n")));
    let forged = wrong("forged", &text.replace("A “reason”", "A “season”"));
    let other = "riverton.example/log+00000000+AQ==";
    for (args, key) in [
        (&[&*cut] as &[&Path], None),
        (&[&shorter], None),
        (&[&forged], None),
        (&[&files.log], Some(other)),
        (&[&files.proof], None),
        (&[Path::new("/no/such/file")], None),
    ] {
        for out in both(args, key) {
            let said = [out.stdout, out.stderr].concat();
            assert!(!out.status.success() && !said.is_empty(), "{args:?} {key:?}");
            assert!(
                !String::from_utf8_lossy(&said).contains("Traceback"),
                "{args:?} {key:?}"
            );
        }
    }
    std::fs::remove_dir_all(files.folder).unwrap();
}

#[test]
fn the_checker_finds_one_changed_bit_in_every_byte() {
    let files = block_on(files("bytes"));
    let Some(python) = python() else { return };
    for path in [&files.log, &files.proof] {
        let mut command = Command::new(&python);
        command
            .args(["-c", EVERY_BYTE])
            .arg(checker())
            .arg(path)
            .arg(&files.key);
        let out = command.output().unwrap();
        let said = String::from_utf8_lossy(&out.stdout);
        assert!(
            out.status.success() && said.is_empty(),
            "unnoticed in {path:?}: {said} {out:?}"
        );
    }
    std::fs::remove_dir_all(files.folder).unwrap();
}

/// What a program of somebody else reads, by the paths of tlog-tiles.
#[test]
fn the_log_is_served_in_tiles_that_lead_to_the_signed_root() {
    block_on(async {
        let town = Town::new().await;
        let (_, key) = town.get("/log/key").await;
        let key: Key = key.trim_end().parse().unwrap();
        let (_, note) = town.get("/log/checkpoint").await;
        let signed = key.open(&note).unwrap();
        assert!(signed.size > 1_000, "the demo city has a long log");
        let (mut hashes, mut entries) = (Frontier::default(), 0);
        for number in 0..signed.size.div_ceil(WIDTH) {
            let width = WIDTH.min(signed.size - number * WIDTH);
            for level in [Some(0), None] {
                let path = TilePath { level, number, width }.to_string();
                let (status, kind, bytes) = town.bytes(&format!("/log/tile/{path}")).await;
                assert_eq!(
                    (status.as_u16(), kind.as_str()),
                    (200, "application/octet-stream"),
                    "{path}"
                );
                if level.is_some() {
                    bytes
                        .as_chunks::<32>()
                        .0
                        .iter()
                        .for_each(|hash| hashes.push(*hash, |_| ()));
                } else {
                    entries += bytes_of_entries(&bytes).len() as u64;
                }
            }
        }
        assert_eq!((hashes.root(), entries), (signed.root, signed.size));
        for path in [
            "0/999",
            "0/000.p/300",
            "0/0",
            "entries/999",
            "9/000",
            "x",
            "0/..%2f000",
        ] {
            let (status, ..) = town.bytes(&format!("/log/tile/{path}")).await;
            assert_eq!(status.as_u16(), 404, "{path}");
        }
        let (_, whole) = town.get("/log/acts.txt").await;
        let verified = file::verify(whole.as_bytes(), Some(&key), Some(&signed)).unwrap();
        assert_eq!(verified.last, signed);
    });
}

fn bytes_of_entries(mut bundle: &[u8]) -> Vec<&[u8]> {
    let mut out = Vec::new();
    while let Some((length, rest)) = bundle.split_first_chunk::<2>() {
        let (entry, rest) = rest.split_at(u16::from_be_bytes(*length).into());
        out.push(entry);
        bundle = rest;
    }
    out
}
