//! `/robots.txt` and the sitemap (sitemaps.org, protocol 0.9): an index, and parts of at most 50,000 addresses. A part holds the
//! pages whose numbers fall into its range, so that it stays the same part for ever.

use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::routing::get;
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use kapok_acts::{ActError, Env};
use kapok_store::Value;
use kapok_tables::{Kind, Rows, Table, cell};
use kapok_web::{App, Outcome, Visit};

use crate::feeds::xml;
use crate::pages::answer;

/// Addresses of one part: the protocol's limit.
const PART: i64 = 50_000;
const XML: &str = "application/xml; charset=utf-8";
/// Pages that stand alone.
const PAGES: [&str; 16] = [
    "/",
    "/matters",
    "/matters/map",
    "/priority",
    "/promises",
    "/voices",
    "/cases",
    "/log",
    "/silent",
    "/places",
    "/statistics",
    "/about/words",
    "/about/your-data",
    "/about/open-data",
    "/about/accessibility",
    "/about/channels",
];
/// What robots need not read: pages of staff, of one person, and lists in every order.
const NOT: [&str; 8] = [
    "/inbox", "/late", "/desk", "/admin/", "/account", "/sign-in", "/follow", "/design",
];

/// Pages of one kind.
struct Sort {
    name: &'static str,
    table: &'static Table,
    number: &'static str,
    /// Column that is the last part of the address.
    address: &'static str,
    /// Column with the day of the last change, as far as one is known.
    changed: &'static str,
    /// Table that holds the last number given.
    last: &'static Table,
}

static SORTS: [Sort; 4] = [
    Sort {
        name: "matters",
        table: &kapok_matters::open::MATTERS,
        number: "number",
        address: "number",
        changed: "state_at",
        last: &kapok_matters::open::KEPT_NUMBER,
    },
    Sort {
        name: "voices",
        table: &kapok_voices::open::VOICES,
        number: "number",
        address: "number",
        changed: "heard_at",
        last: &kapok_voices::open::KEPT_NUMBER,
    },
    Sort {
        name: "promises",
        table: &kapok_commitments::open::PROMISES,
        number: "number",
        address: "number",
        changed: "made_at",
        last: &kapok_commitments::open::KEPT_NUMBER,
    },
    Sort {
        name: "cases",
        table: &kapok_cases::open::CASES,
        number: "number",
        address: "key",
        changed: "at",
        last: &kapok_cases::open::KEPT_NUMBER,
    },
];

/// The routes of sitemap and robots.txt.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/robots.txt", get(robots))
        .route("/sitemap.xml", get(index))
        .route("/sitemap/{part}", get(part))
}

async fn robots(visit: Visit) -> Outcome {
    let mut text = String::from("User-agent: *\n");
    NOT.iter()
        .for_each(|path| text.push_str(&format!("Disallow: {path}\n")));
    text.push_str(&format!(
        "Sitemap: {}/sitemap.xml\n",
        visit.app.env.city.public_url
    ));
    Ok(answer("text/plain; charset=utf-8", text))
}

const OPEN: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

async fn index(visit: Visit) -> Outcome {
    let base = xml(&visit.app.env.city.public_url);
    let mut text = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex {OPEN}");
    let mut add = |part: &str| {
        text.push_str(&format!(
            "<sitemap><loc>{base}/sitemap/{part}.xml</loc></sitemap>\n"
        ))
    };
    add("pages");
    for sort in &SORTS {
        let last = last_number(&visit.app.env, sort)
            .await
            .map_err(|e| visit.problem(e))?;
        (0..(last + PART - 1) / PART).for_each(|part| add(&format!("{}-{part}", sort.name)));
    }
    text.push_str("</sitemapindex>\n");
    Ok(answer(XML, text))
}

async fn last_number(env: &Env, sort: &Sort) -> Result<i64, ActError> {
    let mut conn = env.db.read().await?;
    let rows = Rows::of(sort.last).next(&mut conn).await?.unwrap_or_default();
    let number = sort.last.position("n").and_then(|n| rows.first()?.get(n));
    Ok(match number {
        Some(Value::Int(n)) => *n,
        _ => 0,
    })
}

async fn part(visit: Visit, Path(part): Path<String>) -> Outcome {
    let name = part.strip_suffix(".xml").unwrap_or_default();
    let base = xml(&visit.app.env.city.public_url);
    let head = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset {OPEN}");
    if name == "pages" {
        let mut text = head;
        PAGES
            .iter()
            .for_each(|path| text.push_str(&format!("<url><loc>{base}{path}</loc></url>\n")));
        text.push_str("</urlset>\n");
        return Ok(answer(XML, text));
    }
    let found = name.rsplit_once('-').and_then(|(sort, part)| {
        let sort = SORTS.iter().find(|s| s.name == sort)?;
        Some((
            sort,
            part.parse::<i64>().ok().filter(|p| (0..1_000_000).contains(p))?,
        ))
    });
    let (sort, part) = found.ok_or_else(|| visit.not_found())?;
    let env = visit.app.env.clone();
    let start = (Rows::after(sort.table, vec![Value::Int(part * PART)]), env, base);
    let rows = stream::try_unfold(start, move |(mut rows, env, base)| async move {
        let mut conn = env.db.read().await?;
        let Some(chunk) = rows.next(&mut conn).await? else {
            return Ok::<_, kapok_store::StoreError>(None);
        };
        drop(conn);
        let text: String = chunk
            .iter()
            .filter_map(|row| line(sort, row, (part + 1) * PART, &env, &base))
            .collect();
        // The first chunk beyond the range ends the part.
        Ok((!text.is_empty()).then(|| (Bytes::from(text), (rows, env, base))))
    });
    let whole = stream::iter([Ok(Bytes::from(head))])
        .chain(rows)
        .chain(stream::iter([Ok(Bytes::from_static(b"</urlset>\n"))]));
    Ok(answer(XML, Body::from_stream(whole)))
}

/// One address; none beyond the part's last number.
fn line(sort: &Sort, row: &[Value], last: i64, env: &Env, base: &str) -> Option<String> {
    let value = |name| sort.table.position(name).and_then(|i| row.get(i));
    if !matches!(value(sort.number), Some(Value::Int(n)) if *n <= last) {
        return None;
    }
    let zone = &env.city.time_zone;
    let address = cell(Kind::Id, value(sort.address)?, zone);
    let changed = cell(Kind::Time, value(sort.changed)?, zone);
    Some(format!(
        "<url><loc>{base}/{}/{}</loc><lastmod>{changed}</lastmod></url>\n",
        sort.name,
        xml(&address)
    ))
}
