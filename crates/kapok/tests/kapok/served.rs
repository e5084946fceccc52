//! The server as its own process, spoken to over a socket: for what only shows between processes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A folder that goes when the test ends.
pub struct Scratch(pub PathBuf);

impl Scratch {
    pub fn new() -> Self {
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let dir = std::env::temp_dir().join(format!("kapok-served-{}-{n}", std::process::id()));
        let _ = std::fs::remove_dir_all(&dir);
        std::fs::create_dir_all(&dir).unwrap();
        Self(dir)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// An answer.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find_map(|(n, v)| n.eq_ignore_ascii_case(name).then_some(v))
    }
    pub fn token(&self) -> String {
        let (_, rest) = self.body.split_once("name=\"token\" value=\"").expect("a form");
        rest.split('"').next().unwrap().to_owned()
    }
}

/// A running server. It is killed when dropped.
pub struct Served {
    child: Child,
    pub address: String,
    pub log: PathBuf,
    pub data: PathBuf,
}

/// The command with settings of its own and none from outside.
pub fn kapok(settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kapok"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("KAPOK_") {
            command.env_remove(name);
        }
    }
    command.envs(settings.iter().copied());
    command
}

impl Served {
    /// Starts it on a free port.
    pub fn start(data: &std::path::Path, settings: &[(&str, &str)]) -> Self {
        Self::try_start(data, settings).unwrap_or_else(|said| panic!("the server did not start: {said}"))
    }

    /// Starts it, or gives what it said on standard error.
    pub fn try_start(data: &std::path::Path, settings: &[(&str, &str)]) -> Result<Self, String> {
        std::fs::create_dir_all(data).unwrap();
        let log = data.join(format!("log-{}", COUNT.fetch_add(1, Ordering::Relaxed)));
        let mut child = kapok(settings)
            .env("KAPOK_DATA", data)
            .env("KAPOK_LISTEN", "127.0.0.1:0")
            .env("KAPOK_BEHIND_PROXY", "true")
            .arg("serve")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(std::fs::File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let _ = BufReader::new(child.stdout.take().unwrap()).read_line(&mut line);
        match line.trim().rsplit_once("http://") {
            Some((_, address)) => Ok(Self {
                child,
                address: address.to_owned(),
                log,
                data: data.to_owned(),
            }),
            None => {
                let _ = child.wait();
                Err(std::fs::read_to_string(&log).unwrap_or_default())
            }
        }
    }

    /// Sends one request over a connection of its own.
    pub fn try_ask(&self, method: &str, path: &str, headers: &str, body: &str) -> std::io::Result<Answer> {
        let mut stream = TcpStream::connect(&self.address)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        let kind = if method == "POST" {
            format!(
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
                body.len()
            )
        } else {
            String::new()
        };
        let host = &self.address;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nAccept-Language: en\r\n{headers}{kind}\r\n{body}"
        )?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text
            .split_once("\r\n\r\n")
            .ok_or(std::io::ErrorKind::UnexpectedEof)?;
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0);
        Ok(Answer {
            status,
            head: head.to_owned(),
            body: body.to_owned(),
        })
    }

    pub fn get(&self, path: &str) -> Answer {
        self.try_ask("GET", path, "", "").unwrap()
    }

    pub fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        self.try_ask("POST", path, "", &form(pairs)).unwrap()
    }

    /// Says something; gives the code.
    pub fn say(&self, words: &str) -> String {
        let token = self.get("/").token();
        let answer = self.post("/say", &[("token", &token), ("text", words)]);
        code_in(&answer).unwrap_or_else(|| panic!("{} {}", answer.status, answer.body))
    }

    /// What it wrote to standard error so far.
    pub fn said(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The code that a voice was given.
pub fn code_in(answer: &Answer) -> Option<String> {
    let place = answer.header("location")?.strip_prefix("/follow/")?;
    (answer.status == 303).then(|| place.split('?').next().unwrap_or_default().to_owned())
}

/// A form as a browser sends it.
pub fn form(pairs: &[(&str, &str)]) -> String {
    let escape = |text: &str| -> String {
        text.bytes()
            .map(|b| {
                if b.is_ascii_alphanumeric() {
                    char::from(b).to_string()
                } else {
                    format!("%{b:02X}")
                }
            })
            .collect()
    };
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(n, v)| format!("{}={}", escape(n), escape(v)))
        .collect();
    pairs.join("&")
}

/// Waits for something that another process does.
#[expect(
    clippy::disallowed_methods,
    reason = "another process cannot be told the time"
)]
pub fn until(what: &str, mut ready: impl FnMut() -> bool) {
    for _ in 0..600 {
        if ready() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("waited 30 s for {what}");
}
