//! What a stranger may send: every public form that the pages show, every field of it, with everything that has ever broken a
//! server. Nothing answers with a fault of ours, nothing comes back as markup, nothing is written without a form of ours.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use kapok::wiring;
use kapok_testkit::{Kit, On};

use crate::pages::{Town, kind, links, token_of};

/// Markup that must never come back as it was sent.
const MARKS: [&str; 2] = ["<script>alert(7)</script>", "\"><img src=x onerror=alert(7)>"];

/// A form of a page: where it goes, by which method, and its fields with their values.
#[derive(Debug, Clone)]
struct Seen {
    post: bool,
    action: String,
    fields: Vec<(String, String)>,
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(
        rest.split('"')
            .next()?
            .replace("&amp;", "&")
            .replace("&#38;", "&"),
    )
}

/// The forms of a page, read as a browser would.
fn forms(page: &str, path: &str) -> Vec<Seen> {
    let mut out = Vec::new();
    for piece in page.split("<form").skip(1) {
        let form = piece.split("</form>").next().unwrap();
        let head = form.split('>').next().unwrap();
        let tags = form.split('<').filter(|t| {
            ["input", "textarea", "select", "button"]
                .iter()
                .any(|n| t.starts_with(n))
        });
        let fields = tags.filter_map(|tag| {
            let tag = tag.split('>').next().unwrap();
            Some((
                attribute(tag, "name")?,
                attribute(tag, "value").unwrap_or_default(),
            ))
        });
        out.push(Seen {
            post: head.contains("method=\"post\""),
            action: attribute(head, "action").unwrap_or_else(|| path.split('?').next().unwrap().to_owned()),
            fields: fields.collect(),
        });
    }
    out
}

/// All kinds of forms on all public pages that can be reached by links.
async fn all_forms(town: &Town) -> BTreeMap<String, Seen> {
    let mut waiting: Vec<String> = [
        "/", "/follow", "/sign-in", "/matters", "/voices", "/log", "/cases",
    ]
    .map(str::to_owned)
    .into();
    let (mut seen, mut of_kind, mut out) =
        (BTreeSet::new(), BTreeMap::<String, usize>::new(), BTreeMap::new());
    while let Some(path) = waiting.pop() {
        let n = of_kind.entry(kind(&path)).or_default();
        if path.contains("lang=") || *n >= 2 || !seen.insert(path.clone()) {
            continue;
        }
        *n += 1;
        let (_, page) = town.get(&path).await;
        for form in forms(&page, &path) {
            let names: BTreeSet<&str> = form.fields.iter().map(|(name, _)| name.as_str()).collect();
            out.entry(format!("{} {} {names:?}", form.post, kind(&form.action)))
                .or_insert(form);
        }
        waiting.extend(links(&page));
    }
    out
}

/// Values for a field, as they stand in a body: already encoded.
fn evil() -> Vec<String> {
    let mut all: Vec<String> = [
        "%3Cscript%3Ealert(7)%3C%2Fscript%3E",
        "%22%3E%3Cimg+src%3Dx+onerror%3Dalert(7)%3E",
        "x'%3B+DROP+TABLE+voice%3B+--",
        "1+OR+1%3D1",
        "%00",
        "a%00b",
        "%ff%fe%00d%00",
        "%c0%af%ed%a0%80",
        "%F0%9F%92%A9%E2%80%AE%E2%80%8B%0D%0ASet-Cookie%3A+x%3Dy",
        "-9223372036854775809",
        "99999999999999999999999999",
        "../../../../etc/passwd",
        "%25s%25n%7B%7B7*7%7D%7D",
        "2026-99-99",
        "",
    ]
    .map(str::to_owned)
    .into();
    all.push("%E6%B0%B4".repeat(8_000));
    all
}

fn encode(pairs: &[(String, String)]) -> String {
    let plain = |text: &str| text.bytes().map(|b| format!("%{b:02x}")).collect::<String>();
    let pairs = pairs.iter().map(|(name, value)| {
        // What begins with a mark is encoded already.
        let value = value
            .strip_prefix('\u{1}')
            .map_or_else(|| plain(value), str::to_owned);
        format!("{}={value}", plain(name))
    });
    pairs.collect::<Vec<_>>().join("&")
}

fn request(form: &Seen, pairs: &[(String, String)], headers: &[(&str, &str)]) -> Request<Body> {
    let body = encode(pairs);
    let mut request = if form.post {
        Request::post(&form.action).header("content-type", "application/x-www-form-urlencoded")
    } else {
        let path = form.action.split('?').next().unwrap();
        Request::get(format!("{path}?{body}"))
    };
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request
        .body(if form.post {
            Body::from(body)
        } else {
            Body::empty()
        })
        .unwrap()
}

/// Every field of every form with every value; then the forms without their token, with a forged one, and from elsewhere.
async fn strangers_do_no_harm(town: &Town) {
    let forms = all_forms(town).await;
    assert!(
        forms.len() >= 10,
        "only {} forms were found: {:?}",
        forms.len(),
        forms.keys()
    );
    let mut wrong = Vec::new();
    let mut sent = 0;
    for (name, form) in &forms {
        let token = token_of(&town.get("/").await.1);
        let filled: Vec<(String, String)> = form
            .fields
            .iter()
            .map(|(name, value)| {
                let value = if name == "token" {
                    token.clone()
                } else {
                    value.clone()
                };
                (name.clone(), value)
            })
            .collect();
        for at in 0..filled.len() {
            for value in evil() {
                // A GET with so long an address is no form of ours.
                if !form.post && value.len() > 20_000 {
                    continue;
                }
                let mut pairs = filled.clone();
                pairs[at].1 = format!("\u{1}{value}");
                let (status, page) = town.send(request(form, &pairs, &[])).await;
                sent += 1;
                if status.is_server_error() || MARKS.iter().any(|mark| page.contains(mark)) {
                    wrong.push(format!(
                        "{name}, field {}: {:.40} gives {status}",
                        pairs[at].0, value
                    ));
                }
            }
        }
        if form.post {
            wrong.extend(without_our_form(town, name, form, &filled).await);
        }
    }
    println!("{} forms, {sent} requests", forms.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Nothing is written for a form without its token, with a forged one, or sent by another site's page.
async fn without_our_form(town: &Town, name: &str, form: &Seen, filled: &[(String, String)]) -> Vec<String> {
    let with = |token: Option<&str>| -> Vec<(String, String)> {
        let others = filled
            .iter()
            .filter(|(name, _)| name != "token")
            .map(|(name, value)| {
                let value = if value.is_empty() {
                    "Mill Bridge"
                } else {
                    value.as_str()
                };
                (name.clone(), value.to_owned())
            });
        others
            .chain(token.map(|t| ("token".to_owned(), t.to_owned())))
            .collect()
    };
    let own = token_of(&town.get("/").await.1);
    let forged: String = own.chars().rev().collect();
    let mut wrong = Vec::new();
    let cross: [&[(&str, &str)]; 2] = [
        &[("sec-fetch-site", "cross-site")],
        &[("origin", "https://elsewhere.example"), ("host", "localhost")],
    ];
    let tries = [
        (with(None), &[][..]),
        (with(Some(&forged)), &[][..]),
        (with(Some(&own)), cross[0]),
        (with(Some(&own)), cross[1]),
    ];
    for (n, (pairs, headers)) in tries.into_iter().enumerate() {
        let before = town.acts().await;
        let (status, _) = town.send(request(form, &pairs, headers)).await;
        let after = town.acts().await;
        if before != after || status.is_server_error() || n > 1 && status != StatusCode::FORBIDDEN {
            wrong.push(format!(
                "{name}, try {n} without our form: {status}, {} acts",
                after - before
            ));
        }
    }
    wrong
}

#[test]
fn every_public_form_takes_whatever_strangers_send_on_sqlite() {
    kapok_testkit::block_on(async { strangers_do_no_harm(&Town::new().await).await });
}

#[test]
fn every_public_form_takes_whatever_strangers_send_on_postgresql() {
    kapok_testkit::block_on(async {
        let Some(kit) = Kit::new(On::Postgres, &wiring::migrations()).await else {
            return;
        };
        let town = Town::new().await;
        kapok_store::move_to_postgres(&town.env.db, &kit.db, |_, _| {})
            .await
            .unwrap();
        strangers_do_no_harm(&Town::bare(kit)).await;
    });
}

/// A picture whose header claims a size that would fill the memory, and a file that is two kinds at once.
#[test]
fn uploads_that_are_bombs_are_refused_in_words() {
    kapok_testkit::block_on(async {
        let town = Town::new().await;
        let mut huge = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        huge.extend([0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 6, 0, 0, 0]);
        huge.extend([0; 4]);
        let polyglot = [b"GIF89a/*".as_slice(), b"*/=1;<script>alert(7)</script>"].concat();
        for (kind, bytes) in [
            ("png", huge),
            ("gif", polyglot),
            ("html", b"<html><script>alert(7)</script>".to_vec()),
            ("big", vec![0xff; 9 << 20]),
        ] {
            let token = token_of(&town.get("/").await.1);
            let before = town.acts().await;
            let (status, page) = town.send(with_photo(&token, &bytes)).await;
            assert!(
                status == StatusCode::UNPROCESSABLE_ENTITY || status == StatusCode::PAYLOAD_TOO_LARGE,
                "{kind}: {status}"
            );
            assert!(
                page.contains("<html") && !page.contains("<script>alert"),
                "{kind}"
            );
            assert_eq!(town.acts().await, before, "{kind}");
        }
    });
}

fn with_photo(token: &str, bytes: &[u8]) -> Request<Body> {
    let mut body = Vec::new();
    for (name, value) in [
        ("token", token),
        ("text", "A lamp"),
        ("place", ""),
        ("contact", ""),
    ] {
        body.extend(
            format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    body.extend(b"--b\r\ncontent-disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\ncontent-type: image/png\r\n\r\n");
    body.extend(bytes);
    body.extend(b"\r\n--b--\r\n");
    Request::post("/say")
        .header("content-type", "multipart/form-data; boundary=b")
        .body(Body::from(body))
        .unwrap()
}

/// Thirty people of a library with one address speak within an hour; a flood from one address is told to wait.
#[test]
fn a_library_with_one_address_gets_through_and_a_flood_does_not() {
    kapok_testkit::block_on(async {
        let town = Town::limited().await;
        let say = |token: String, n: usize| {
            let pairs = [
                ("token", token),
                ("text", format!("Person {n} at the library")),
                ("place", String::new()),
            ];
            let form = Seen {
                post: true,
                action: "/say".into(),
                fields: Vec::new(),
            };
            request(
                &form,
                &pairs.map(|(name, value)| (name.to_owned(), value)),
                &[("x-forwarded-for", "198.51.100.7")],
            )
        };
        for n in 0..30 {
            // Each looks at what is like it first, then sends.
            let token = token_of(&town.get("/").await.1);
            assert_eq!(
                town.send(say(token, n)).await.0,
                StatusCode::SEE_OTHER,
                "person {n}"
            );
        }
        let token = token_of(&town.get("/").await.1);
        let mut refused = 0;
        for n in 0..200 {
            let (status, page) = town.send(say(token.clone(), 1_000 + n)).await;
            refused += usize::from(status == StatusCode::TOO_MANY_REQUESTS);
            assert!(
                status != StatusCode::TOO_MANY_REQUESTS || page.contains(&format!("Person {} at", 1_000 + n)),
                "words are lost"
            );
        }
        assert!(refused >= 150, "{refused} of 200 were told to wait");
    });
}
