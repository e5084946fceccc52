//! What operators rely on: health, numbers, logs that name nobody, faults that mend themselves, several processes.

use std::collections::BTreeSet;
use std::io::Write;

use kapok_testkit::{Kit, On};

use crate::served::{Answer, Scratch, Served, code_in, form, kapok, until};
use crate::wire::Wire;

/// A database in the cluster of the tests, empty; none without one.
fn postgres() -> Option<(Kit, String)> {
    let kit = kapok_testkit::block_on(Kit::new(On::Postgres, &[]))?;
    let url = kit.postgres_url()?;
    Some((kit, url))
}

fn administrator(data: &std::path::Path, settings: &[(&str, &str)]) {
    let mut child = kapok(settings)
        .env("KAPOK_DATA", data)
        .args([
            "admin",
            "create",
            "--email",
            "ada@city.example",
            "--name",
            "Ada Quimby",
        ])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"a long password of hers\n")
        .unwrap();
    assert!(child.wait().unwrap().success());
}

/// Words, contact, name, password: what must be in no line of a log.
const SAID: [&str; 7] = [
    "Zanzibarstrasse",
    "marigold@resident.example",
    "marigold%40resident.example",
    "Marigold Featherstone",
    "ada@city.example",
    "Ada Quimby",
    "a long password of hers",
];

fn journey(server: &Served) -> Vec<String> {
    let token = server.get("/").token();
    let sent = [
        ("token", token.as_str()),
        (
            "text",
            "The lamp in Zanzibarstrasse is broken, says Marigold Featherstone",
        ),
        ("contact", "marigold@resident.example"),
    ];
    let code = code_in(&server.post("/say", &sent)).expect("a code");
    assert_eq!(server.get(&format!("/follow/{code}")).status, 200);
    assert_eq!(server.get(&format!("/follow/{code}/receipt")).status, 200);
    assert_eq!(server.get("/say/like?text=Zanzibarstrasse").status, 200);
    assert_eq!(server.get("/follow/WRONG-CODE-1").status, 404);
    assert_eq!(server.get("/no/such/Zanzibarstrasse").status, 404);
    assert_eq!(
        server
            .post("/say", &[("token", "x"), ("text", "Zanzibarstrasse")])
            .status,
        422
    );
    let token = server.get("/sign-in").token();
    let who = [
        ("token", token.as_str()),
        ("email", "ada@city.example"),
        ("password", "a long password of hers"),
    ];
    let signed = server.post("/sign-in", &who);
    assert_eq!(signed.status, 303, "{}", signed.body);
    let cookie = signed
        .head
        .lines()
        .find_map(|line| line.split_once("kapok_session=")?.1.split(';').next())
        .expect("a session")
        .to_owned();
    let staff = format!("Cookie: kapok_session={cookie}\r\n");
    assert_eq!(server.try_ask("GET", "/inbox", &staff, "").unwrap().status, 200);
    let mut secret: Vec<String> = SAID.map(str::to_owned).into();
    secret.extend([
        code.clone(),
        code.replace('-', ""),
        cookie,
        "WRONG-CODE-1".into(),
        token,
    ]);
    secret
}

fn nothing_personal_is_logged(settings: &[(&str, &str)]) {
    let place = Scratch::new();
    administrator(&place.0, settings);
    let mut loud = settings.to_vec();
    let mail = format!("file:{}", place.0.join("mail").display());
    loud.extend([
        ("KAPOK_LOG", "trace"),
        ("KAPOK_LOG_FORMAT", "json"),
        ("KAPOK_MAIL", &mail),
    ]);
    let server = Served::start(&place.0, &loud);
    let secret = journey(&server);
    let lost = server.get("/no/such/page");
    let id = lost.header("x-request-id").expect("an id").to_owned();
    assert!(lost.body.contains(&id), "the error page shows the id");
    until("the line of the last request", || server.said().contains(&id));
    let said = server.said();
    for line in said.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        assert!(line["level"].is_string() && line["timestamp"].is_string());
    }
    for word in &secret {
        assert!(!said.contains(word.as_str()), "{word} is in the log:\n{said}");
    }
    for route in ["/follow/{code}", "/say", "/sign-in", "(no route)"] {
        assert!(
            said.contains(&format!("\"route\":\"{route}\"")),
            "{route} is not in the log:\n{said}"
        );
    }
    let numbers = server.get("/metrics").body;
    for word in &secret {
        assert!(!numbers.contains(word.as_str()), "{word} is among the numbers");
    }
    for line in [
        "kapok_http_requests_total{method=\"GET\",route=\"/follow/{code}\",status=\"2xx\"} 1",
        "kapok_db_up 1",
    ] {
        assert!(numbers.contains(line), "{line} is missing:\n{numbers}");
    }
}

#[test]
fn a_journey_leaves_no_word_code_or_address_in_the_loudest_log() {
    nothing_personal_is_logged(&[]);
}

#[test]
fn a_journey_leaves_no_word_code_or_address_in_the_loudest_log_on_postgresql() {
    if let Some((_kit, url)) = postgres() {
        nothing_personal_is_logged(&[("KAPOK_DATABASE", &url)]);
    }
}

#[test]
fn numbers_are_refused_to_whoever_comes_through_a_proxy() {
    let place = Scratch::new();
    let server = Served::start(&place.0, &[]);
    let passed_on = server
        .try_ask("GET", "/metrics", "X-Forwarded-For: 192.0.2.1\r\n", "")
        .unwrap();
    assert_eq!(passed_on.status, 404);
    assert_eq!(server.get("/metrics").status, 200);
    assert_eq!(
        (server.get("/healthz").status, server.get("/readyz").status),
        (200, 200)
    );
}

/// What a resident reads while the database is away: what happened, and their words, to be sent again.
fn kept(answer: &Answer, words: &str) {
    assert_eq!(answer.status, 503, "{}", answer.body);
    assert_eq!(answer.header("retry-after"), Some("30"));
    assert!(
        answer.body.contains(words) && answer.body.contains("Send it again"),
        "{}",
        answer.body
    );
    assert!(answer.body.contains("it counts once"), "{}", answer.body);
}

/// The form of the page for sending again, as a browser sends it.
fn again(answer: &Answer) -> Vec<(String, String)> {
    let hidden = answer.body.split("<input type=\"hidden\" name=\"").skip(1);
    hidden
        .filter_map(|rest| {
            let (name, rest) = rest.split_once("\" value=\"")?;
            Some((name.to_owned(), rest.split('"').next()?.to_owned()))
        })
        .collect()
}

#[test]
fn a_lost_database_gives_a_page_that_keeps_the_words_and_comes_back_by_itself() {
    let Some((_kit, url)) = postgres() else { return };
    let (before, rest) = url.split_once('@').unwrap();
    let (server, name) = rest.split_once('/').unwrap();
    let wire = Wire::to(server.to_owned());
    let url = format!("{before}@127.0.0.1:{}/{name}", wire.port);
    let place = Scratch::new();
    let server = Served::start(&place.0, &[("KAPOK_DATABASE", &url)]);
    let words = "The bridge is closed at night";
    let token = server.get("/").token();
    let code = server.say("said before the database was lost");

    wire.cut();
    let sent = [("token", token.as_str()), ("text", words)];
    let answer = server.post("/say", &sent);
    kept(&answer, words);
    let page = server.get(&format!("/follow/{code}"));
    assert!(
        page.status == 503 && page.body.contains("The database does not answer"),
        "{}",
        page.body
    );
    let ready = server.get("/readyz");
    assert_eq!((ready.status, ready.header("retry-after")), (503, Some("5")));
    assert_eq!(server.get("/healthz").status, 200);
    assert!(server.get("/metrics").body.contains("kapok_db_up 0"));

    wire.mend();
    until("the database to be found again", || {
        server.get("/readyz").status == 200
    });
    let form = again(&answer);
    let pairs: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let first = code_in(&server.post("/say", &pairs)).expect("a code");
    let second = code_in(&server.post("/say", &pairs)).expect("the same code");
    assert_eq!(first, second, "sent twice, it counts once");
    assert_eq!(server.get(&format!("/follow/{code}")).status, 200);
}

#[test]
fn two_servers_on_one_postgresql_agree() {
    let Some((_kit, url)) = postgres() else { return };
    let place = Scratch::new();
    let settings = [("KAPOK_DATABASE", url.as_str())];
    administrator(&place.0, &settings);
    let servers = [
        Served::start(&place.0, &settings),
        Served::start(&place.0, &settings),
    ];
    // Both write at once; no code is given twice and no voice is lost.
    let codes: Vec<String> = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..4)
            .map(|n| {
                let server = &servers[n % 2];
                scope.spawn(move || -> Vec<String> {
                    (0..10)
                        .map(|i| server.say(&format!("Voice {i} of writer {n}")))
                        .collect()
                })
            })
            .collect();
        writers.into_iter().flat_map(|w| w.join().unwrap()).collect()
    });
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), 40);
    for (i, code) in codes.iter().enumerate() {
        for server in &servers {
            // From many networks: whoever asks for many codes is stopped.
            let from = format!("X-Forwarded-For: 10.0.0.{i}\r\n");
            let page = server
                .try_ask("GET", &format!("/follow/{code}"), &from, "")
                .unwrap();
            assert_eq!(page.status, 200, "{code}");
        }
    }
    // Who signed in at one is signed in at the other, and signed out at both.
    let token = servers[0].get("/sign-in").token();
    let who = [
        ("token", token.as_str()),
        ("email", "ada@city.example"),
        ("password", "a long password of hers"),
    ];
    let signed = servers[0].post("/sign-in", &who);
    let cookie = signed
        .head
        .lines()
        .find_map(|l| l.split_once("kapok_session=")?.1.split(';').next())
        .unwrap();
    let staff = format!("Cookie: kapok_session={cookie}\r\n");
    let inbox = servers[1].try_ask("GET", "/inbox", &staff, "").unwrap();
    assert_eq!(inbox.status, 200);
    let out = form(&[("token", &inbox.token())]);
    assert_eq!(
        servers[1]
            .try_ask("POST", "/sign-out", &staff, &out)
            .unwrap()
            .status,
        303
    );
    assert_ne!(
        servers[0].try_ask("GET", "/inbox", &staff, "").unwrap().status,
        200
    );
    // One log: every act has one place, whichever process gave it.
    until("every act to have its place", || {
        let check = kapok(&settings)
            .env("KAPOK_DATA", &place.0)
            .args(["log", "check"])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&check.stdout).into_owned();
        assert!(check.status.success(), "{said}");
        said.contains("waiting      0")
    });
}

#[test]
fn two_servers_started_at_once_on_an_empty_postgresql_both_serve() {
    let Some((_kit, url)) = postgres() else { return };
    let place = Scratch::new();
    let both = std::thread::scope(|scope| {
        let start =
            || Served::try_start(&place.0, &[("KAPOK_DATABASE", &url)]).map_err(|said| panic!("{said}"));
        let starting = [scope.spawn(start), scope.spawn(start)];
        starting.map(|s| s.join().unwrap())
    });
    assert!(
        both.iter()
            .flatten()
            .all(|server: &Served| server.get("/readyz").status == 200)
    );
}

/// What the doctor says of a check, in the order of its findings.
fn says(found: &str, check: &str) -> Vec<String> {
    let found: serde_json::Value = serde_json::from_str(found).unwrap();
    let all = found.as_array().unwrap().iter();
    all.filter(|f| f["check"] == check)
        .map(|f| format!("{}: {} -> {}", f["state"], f["found"], f["cure"]))
        .collect()
}

fn the_doctor_finds_what_is_wrong(settings: &[(&str, &str)], durability: &str) {
    use std::os::unix::fs::PermissionsExt;
    let place = Scratch::new();
    administrator(&place.0, settings);
    let ask = |more: &[(&str, &str)]| {
        let out = kapok(settings)
            .env("KAPOK_DATA", &place.0)
            .envs(more.iter().copied())
            .args(["doctor", "--json"])
            .output()
            .unwrap();
        (out.status.success(), String::from_utf8(out.stdout).unwrap())
    };
    let healthy = [
        ("KAPOK_PUBLIC_URL", "https://kapok.city.example"),
        ("KAPOK_BEHIND_PROXY", "true"),
    ];
    let (runs, found) = ask(&healthy);
    assert!(runs, "{found}");
    assert!(
        says(&found, "durability").iter().any(|f| f.contains(durability)),
        "{found}"
    );
    assert!(says(&found, "key").iter().all(|f| f.contains("ok")), "{found}");
    assert!(says(&found, "backup")[0].contains("no folder is set"), "{found}");
    assert!(
        says(&found, "administrators")[0].contains("there is one"),
        "{found}"
    );

    let (_, found) = ask(&[("KAPOK_PUBLIC_URL", "https://kapok.city.example")]);
    assert!(
        says(&found, "proxy")[0].contains("share one rate limit"),
        "{found}"
    );
    let mail = "smtps://kapok:very-secret@127.0.0.1:1";
    let (_, found) = ask(&[("KAPOK_MAIL", mail)]);
    assert!(says(&found, "mail")[0].contains("set mail_from"), "{found}");
    assert!(!found.contains("very-secret"), "{found}");

    let key = place.0.join("key");
    let right = std::fs::read_to_string(&key).unwrap();
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    let (runs, found) = ask(&healthy);
    assert!(!runs && says(&found, "key")[0].contains("chmod 600"), "{found}");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
    std::fs::write(&key, "ab".repeat(32)).unwrap();
    let (runs, found) = ask(&healthy);
    assert!(!runs && found.contains("not the key of this database"), "{found}");
    std::fs::remove_file(&key).unwrap();
    let (runs, found) = ask(&healthy);
    assert!(
        !runs && found.contains("is missing, but the database has data"),
        "{found}"
    );
    assert!(!key.exists(), "the doctor changes nothing");
    std::fs::write(&key, right).unwrap();
}

#[test]
fn the_doctor_finds_what_is_wrong_and_says_how_to_mend_it() {
    the_doctor_finds_what_is_wrong(&[], "WAL with synchronous=FULL");
}

#[test]
fn the_doctor_finds_what_is_wrong_on_postgresql() {
    let Some((_kit, url)) = postgres() else { return };
    // The cluster of the tests waits for no disk, which is wrong for a city.
    let place = Scratch::new();
    let settings = [("KAPOK_DATABASE", url.as_str())];
    administrator(&place.0, &settings);
    let out = kapok(&settings)
        .env("KAPOK_DATA", &place.0)
        .args(["doctor", "--json"])
        .output()
        .unwrap();
    let found = String::from_utf8(out.stdout).unwrap();
    let said = says(&found, "durability");
    assert!(said.iter().any(|f| f.contains("synchronous_commit")), "{found}");
    assert!(
        said.iter().all(|f| !f.contains("is off") || f.contains("error")),
        "{found}"
    );
    let lost = kapok(&[("KAPOK_DATABASE", "postgres://kapok@127.0.0.1:1/kapok")])
        .env("KAPOK_DATA", &place.0)
        .args(["doctor"])
        .output()
        .unwrap();
    let said = String::from_utf8(lost.stdout).unwrap();
    assert!(
        !lost.status.success() && said.contains("ERROR    database"),
        "{said}"
    );
}
