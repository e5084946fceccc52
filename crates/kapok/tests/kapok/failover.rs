//! The primary of a synchronous pair is killed while residents speak: every acknowledged voice is on the standby, and the
//! server goes on without being started again.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::served::{Scratch, Served, code_in, form, kapok, until};

/// Folder with the programs of the newest PostgreSQL.
fn programs() -> PathBuf {
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .expect("a PostgreSQL server is installed")
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|path| path.join("initdb").exists())
        .collect();
    found.sort();
    found.pop().expect("a PostgreSQL server is installed")
}

/// A program of PostgreSQL, which refuses to run as root.
fn program(name: &str) -> Command {
    let path = programs().join(name);
    let root = Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|o| o.stdout == b"0\n");
    let mut command = if root {
        Command::new("runuser")
    } else {
        Command::new(&path)
    };
    if root {
        command.args(["-u", "postgres", "--"]).arg(&path);
    }
    command.current_dir("/");
    command
}

fn done(command: &mut Command) -> String {
    let out = command.output().unwrap();
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(
        out.status.success(),
        "{command:?}: {said}{}",
        String::from_utf8_lossy(&out.stderr)
    );
    said
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

struct Node {
    folder: PathBuf,
    port: u16,
}

impl Node {
    fn start(&self) {
        let options = format!(
            "-p {} -k {} -c listen_addresses=127.0.0.1",
            self.port,
            self.folder.parent().unwrap().display()
        );
        let log = self.folder.with_extension("log");
        // What pg_ctl starts must not hold on to our pipes.
        let status = program("pg_ctl")
            .args([
                "-D",
                self.folder.to_str().unwrap(),
                "-w",
                "-t",
                "60",
                "-l",
                log.to_str().unwrap(),
                "-o",
                &options,
                "start",
            ])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .status()
            .unwrap();
        assert!(
            status.success(),
            "{}",
            std::fs::read_to_string(log).unwrap_or_default()
        );
    }

    fn ask(&self, sql: &str) -> String {
        done(program("psql").args([
            "-h",
            "127.0.0.1",
            "-p",
            &self.port.to_string(),
            "-U",
            "kapok",
            "-Atc",
            sql,
            "postgres",
        ]))
        .trim()
        .to_owned()
    }

    /// Kills the server and all its processes, as a power cut would.
    fn kill(&self) {
        let pid = std::fs::read_to_string(self.folder.join("postmaster.pid")).unwrap();
        let pid = pid.lines().next().unwrap().to_owned();
        let children = done(Command::new("pgrep").args(["-P", &pid]));
        done(
            Command::new("kill")
                .arg("-9")
                .arg(&pid)
                .args(children.split_whitespace()),
        );
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = program("pg_ctl")
            .args(["-D", self.folder.to_str().unwrap(), "-m", "immediate", "stop"])
            .output();
    }
}

/// A primary, and a standby that must have each commit before it is acknowledged.
fn pair(folder: &Path) -> (Node, Node) {
    done(Command::new("chmod").arg("777").arg(folder));
    let primary = Node {
        folder: folder.join("primary"),
        port: free_port(),
    };
    let standby = Node {
        folder: folder.join("standby"),
        port: free_port(),
    };
    done(program("initdb").args([
        "-D",
        primary.folder.to_str().unwrap(),
        "-U",
        "kapok",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
    ]));
    primary.start();
    done(
        program("pg_basebackup")
            .args([
                "-h",
                "127.0.0.1",
                "-p",
                &primary.port.to_string(),
                "-U",
                "kapok",
                "-R",
                "-X",
                "stream",
                "-c",
                "fast",
            ])
            .args(["-D", standby.folder.to_str().unwrap()]),
    );
    let link = format!(
        "primary_conninfo = 'host=127.0.0.1 port={} user=kapok application_name=standby'",
        primary.port
    );
    let settings = standby.folder.join("postgresql.auto.conf");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, format!("{text}{link}\n")).unwrap();
    standby.start();
    primary.ask("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
    primary.ask("SELECT pg_reload_conf()");
    until("the standby to be synchronous", || {
        primary.ask("SELECT sync_state FROM pg_stat_replication") == "sync"
    });
    (primary, standby)
}

/// A voice that was acknowledged: its code, its words, when.
type Heard = (String, String, Instant);

/// Speaks until told to stop; a voice that was not acknowledged is sent again until it is.
#[expect(clippy::disallowed_methods, reason = "what is measured is another process")]
fn speak(server: &Served, writer: usize, stop: &AtomicBool, heard: &Mutex<Vec<Heard>>, again: &Mutex<u64>) {
    let mut n = 0;
    while !stop.load(Ordering::SeqCst) {
        n += 1;
        let words = format!("Writer {writer} says number {n} while the database fails");
        let from = format!("X-Forwarded-For: 10.{writer}.{}.{}\r\n", n / 200 % 200, n % 200);
        let token = loop {
            match server.try_ask("GET", "/", &from, "") {
                Ok(page) if page.status == 200 => break page.token(),
                _ if stop.load(Ordering::SeqCst) => return,
                _ => std::thread::sleep(Duration::from_millis(20)),
            }
        };
        let body = form(&[("token", &token), ("text", &words)]);
        loop {
            let answer = server.try_ask("POST", "/say", &from, &body);
            if let Some(code) = answer.as_ref().ok().and_then(code_in) {
                heard.lock().unwrap().push((code, words, Instant::now()));
                break;
            }
            *again.lock().unwrap() += 1;
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

#[test]
#[ignore = "starts two PostgreSQL servers and takes half a minute: cargo test -p kapok --test kapok -- --ignored --nocapture failover"]
#[expect(clippy::disallowed_methods, reason = "what is measured is another process")]
fn failover_of_a_synchronous_primary_loses_no_acknowledged_voice() {
    let seconds: u64 = std::env::var("KAPOK_TEST_SECONDS")
        .ok()
        .and_then(|s| s.parse().ok())
        .unwrap_or(5);
    let place = Scratch::new();
    let (primary, standby) = pair(&place.0);
    primary.ask("CREATE DATABASE city TEMPLATE template0 ENCODING 'UTF8'");
    let url = format!(
        "postgres://kapok@127.0.0.1:{},127.0.0.1:{}/city?target_session_attrs=read-write",
        primary.port, standby.port
    );
    let data = place.0.join("data");
    let server = Served::start(&data, &[("KAPOK_DATABASE", &url)]);
    let (heard, again, stop) = (Mutex::default(), Mutex::new(0), AtomicBool::new(false));
    let killed = std::thread::scope(|scope| {
        for writer in 0..8 {
            let (server, heard, again, stop) = (&server, &heard, &again, &stop);
            scope.spawn(move || speak(server, writer, stop, heard, again));
        }
        std::thread::sleep(Duration::from_secs(seconds));
        let killed = Instant::now();
        primary.kill();
        done(program("pg_ctl").args(["-D", standby.folder.to_str().unwrap(), "-w", "promote"]));
        println!("promoted {} ms after the kill", killed.elapsed().as_millis());
        std::thread::sleep(Duration::from_secs(seconds));
        until("a voice to be heard by the new primary", || {
            heard
                .lock()
                .unwrap()
                .iter()
                .any(|(_, _, at): &Heard| *at > killed + Duration::from_millis(500))
        });
        stop.store(true, Ordering::SeqCst);
        killed
    });
    let heard = heard.into_inner().unwrap();
    let before = heard.iter().filter(|(_, _, at)| *at < killed).count();
    let mut times: Vec<Instant> = heard.iter().map(|(_, _, at)| *at).collect();
    times.sort();
    let gap = times
        .windows(2)
        .map(|pair| pair[1] - pair[0])
        .max()
        .unwrap_or_default();
    // From many networks: whoever asks for many codes is stopped.
    let there = |(n, (code, words, _)): &(usize, &Heard)| {
        let from = format!("X-Forwarded-For: 10.9.{}.{}\r\n", n / 200, n % 200);
        let page = server
            .try_ask("GET", &format!("/follow/{code}"), &from, "")
            .unwrap();
        page.status == 200 && page.body.contains(words.as_str())
    };
    let lost = heard.iter().enumerate().filter(|voice| !there(voice)).count();
    println!(
        "{} voices acknowledged, {before} before the kill; {} tries without an answer; longest time without a voice {} ms; lost {}",
        heard.len(),
        again.into_inner().unwrap(),
        gap.as_millis(),
        lost
    );
    assert_eq!(lost, 0);
    let voices: i64 = done(program("psql").args([
        "-h",
        "127.0.0.1",
        "-p",
        &standby.port.to_string(),
        "-U",
        "kapok",
        "-Atc",
        "SELECT count(*) FROM voice",
        "city",
    ]))
    .trim()
    .parse()
    .unwrap();
    assert_eq!(
        voices,
        i64::try_from(heard.len()).unwrap(),
        "what was sent again counts once"
    );
    let check = kapok(&[("KAPOK_DATABASE", url.as_str())])
        .env("KAPOK_DATA", &data)
        .args(["log", "check"])
        .output()
        .unwrap();
    assert!(
        check.status.success(),
        "{}",
        String::from_utf8_lossy(&check.stdout)
    );
    assert!(server.get("/readyz").status == 200);
}
