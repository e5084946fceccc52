//! What is asked for.

use anyhow::{Context, Result};

use super::client::Connection;

type Make = Box<dyn Fn(u64) -> String + Send + Sync>;

/// One kind of request.
pub(crate) struct Kind {
    name: &'static str,
    /// The address of the n-th request.
    address: Make,
    /// The body of the n-th, if something is sent.
    body: Option<Make>,
    gzip: bool,
    status: u16,
}

impl Kind {
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }
    pub(crate) fn status(&self) -> u16 {
        self.status
    }
    pub(crate) fn writes(&self) -> bool {
        self.body.is_some()
    }

    /// The i-th request of the n-th client, as bytes.
    pub(crate) fn request(&self, n: usize, i: u64) -> Vec<u8> {
        let number = (n as u64) << 40 | i;
        let address = (self.address)(number);
        let gzip = if self.gzip {
            "accept-encoding: gzip, deflate, br\r\n"
        } else {
            ""
        };
        let head = format!("{address} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept-language: en\r\n{gzip}");
        match &self.body {
            None => format!("GET {head}\r\n"),
            Some(body) => {
                let body = body(number);
                let kind = "content-type: application/x-www-form-urlencoded\r\n";
                format!("POST {head}{kind}content-length: {}\r\n\r\n{body}", body.len())
            }
        }
        .into_bytes()
    }
}

fn get(name: &'static str, address: impl Fn(u64) -> String + Send + Sync + 'static) -> Kind {
    Kind {
        name,
        address: Box::new(address),
        body: None,
        gzip: false,
        status: 200,
    }
}

/// The bare handler.
pub(crate) fn hello() -> Kind {
    get("bare handler: hello", |_| "/".into())
}

/// A number that looks like chance, from a count (Knuth's multiplicative hashing).
fn mixed(n: u64) -> u64 {
    n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20
}

fn pick(n: u64, of: &[&'static str]) -> &'static str {
    usize::try_from(mixed(n)).map_or("", |at| of[at % of.len()])
}

/// The rows for readers. A further name in the address makes it one that nobody asked for before.
pub(crate) fn reading(address: &str, matters: i64) -> Result<Vec<Kind>> {
    const TOPICS: [&str; 6] = ["energy", "waste", "services", "resilient", "youth", "inclusive"];
    const STEPS: [&str; 4] = ["weighed", "decided", "doing", "done"];
    const PLACES: [&str; 6] = [
        "eastgate",
        "northbank",
        "weavers",
        "brickfields",
        "ridge",
        "foundry",
    ];
    const WORDS: [&str; 6] = [
        "thistlebrook",
        "elmgate",
        "larkhill",
        "ottermill",
        "cedarway",
        "rowanend",
    ];
    let matters = u64::try_from(matters).unwrap_or_default().max(1);
    // The first of a kind finds out early that a page is not there.
    let mut connection = Connection::open(address)?;
    let (status, _) = connection.ask(b"GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n")?;
    (status == 200)
        .then_some(())
        .context("the front page is not there")?;
    let mut kinds = vec![
        get("front page, kept", |_| "/".into()),
        get("front page, new", |n| format!("/?x={n}")),
        get("matters, filter, kept", |_| {
            "/matters?topic=services&step=doing".into()
        }),
        get("matters, new", |n| format!("/matters?x={n}")),
        get("matters, filter, new", |n| {
            format!(
                "/matters?topic={}&step={}&x={n}",
                pick(n, &TOPICS),
                pick(n / 7, &STEPS)
            )
        }),
        get("matters, place, new", |n| {
            format!("/matters?place={}&order=voices&x={n}", pick(n, &PLACES))
        }),
        get("matter", move |n| format!("/matters/{}", 1 + mixed(n) % matters)),
        get("search, rare word", |n| {
            format!("/matters?text={}&x={n}", pick(n, &WORDS))
        }),
        get("search, common word", |n| {
            format!(
                "/matters?text={}&x={n}",
                pick(n, &["lamp", "footpath", "school", "water"])
            )
        }),
        get("search, Chinese", |n| {
            format!(
                "/matters?text={}&x={n}",
                pick(n, &["%E8%B7%AF%E7%81%AF", "%E5%9E%83%E5%9C%BE"])
            )
        }),
        get("voices, filter, new", |n| {
            format!("/voices?place={}&x={n}", pick(n, &PLACES))
        }),
        get("log, new", |n| format!("/log?x={n}")),
        get("log, kind, new", |n| format!("/log?kind=matter.answered&x={n}")),
    ];
    for (name, address) in [
        ("front page, kept, gzip", "/"),
        ("matters, kept, gzip", "/matters"),
    ] {
        kinds.push(Kind {
            gzip: true,
            ..get(name, move |_| address.to_owned())
        });
    }
    kinds.push(Kind {
        gzip: true,
        ..get("matters, new, gzip", |n| format!("/matters?x={n}"))
    });
    Ok(kinds)
}

/// Voices, each with words of its own.
pub(crate) fn writing(address: &str) -> Result<Kind> {
    let token = token(&mut Connection::open(address)?)?;
    let body =
        move |n: u64| format!("token={token}&text=The+lamp+at+number+{n}+is+dark&place=Mill+Bridge&contact=");
    Ok(Kind {
        body: Some(Box::new(body)),
        status: 303,
        ..get("voices sent, kept on disk", |_| "/say".into())
    })
}

/// The token of a form that was asked for.
pub(crate) fn token(connection: &mut Connection) -> Result<String> {
    connection.ask(b"GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n")?;
    let page = connection.text();
    let (_, rest) = page
        .split_once("name=\"token\" value=\"")
        .context("the front page has no form")?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}

/// A form of one voice.
pub(crate) fn form(token: &str, text: &str) -> Vec<u8> {
    let body = format!("token={token}&text={}&place=&contact=", text.replace(' ', "+"));
    let head = "POST /say HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/x-www-form-urlencoded\r\n";
    format!("{head}content-length: {}\r\n\r\n{body}", body.len()).into_bytes()
}
