//! One line and some counts for each request, without a word of what people said or who they are.
//!
//! A request is named by its route (`/follow/{code}`, never the address that was asked for), and by an id that error pages
//! show and log lines carry, so that a resident can quote it and an operator find it.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::pin::Pin;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::task::{Context, Poll};
use std::time::Instant;

use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use bytes::Bytes;
use kapok_store::{BOUNDS_US, Histogram};

use crate::{App, Form};

/// Route of a request that fits none.
const UNKNOWN: &str = "(no route)";
/// No 0 and O, no 1, I and L: people read it out on the phone.
const LETTERS: &[u8; 31] = b"23456789abcdefghjkmnpqrstuvwxyz";

/// Counts of requests by route. One for each server process.
#[derive(Debug, Default)]
pub struct Watch {
    /// Who shows it may read the counts from elsewhere; empty for nobody.
    pub token: String,
    routes: RwLock<HashMap<(&'static str, String), Arc<Route>>>,
    running: AtomicI64,
    asked: AtomicU64,
}

#[derive(Debug, Default)]
struct Route {
    by_class: [AtomicU64; 5],
    seconds: Histogram,
    bytes: AtomicU64,
}

impl Watch {
    /// Counts that whoever shows the token may read; an empty one for programs on this machine only.
    #[must_use]
    pub fn with_token(token: &str) -> Self {
        Self {
            token: token.to_owned(),
            ..Self::default()
        }
    }

    fn route(&self, method: &'static str, route: &str) -> Arc<Route> {
        let key = (method, route.to_owned());
        if let Some(found) = self
            .routes
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&key)
        {
            return Arc::clone(found);
        }
        let mut routes = self.routes.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(routes.entry(key).or_default())
    }

    /// Everything as text for Prometheus (exposition format 0.0.4).
    #[must_use]
    pub fn text(&self) -> String {
        let routes = self.routes.read().unwrap_or_else(PoisonError::into_inner);
        let mut sorted: Vec<_> = routes.iter().collect();
        sorted.sort_by(|a, b| a.0.cmp(b.0));
        let mut out = String::new();
        head(
            &mut out,
            "kapok_http_requests_running",
            "gauge",
            "Requests being answered now.",
        );
        let _ = writeln!(
            out,
            "kapok_http_requests_running {}",
            self.running.load(Ordering::Relaxed)
        );
        head(
            &mut out,
            "kapok_http_requests_total",
            "counter",
            "Requests answered, by route and class of status.",
        );
        for ((method, route), counts) in &sorted {
            for (class, count) in (1..).zip(&counts.by_class) {
                let n = count.load(Ordering::Relaxed);
                if n > 0 {
                    let _ = writeln!(
                        out,
                        "kapok_http_requests_total{{method=\"{method}\",route=\"{route}\",status=\"{class}xx\"}} {n}"
                    );
                }
            }
        }
        head(
            &mut out,
            "kapok_http_response_bytes_total",
            "counter",
            "Bytes of the bodies sent, as compressed.",
        );
        for ((method, route), counts) in &sorted {
            let n = counts.bytes.load(Ordering::Relaxed);
            let _ = writeln!(
                out,
                "kapok_http_response_bytes_total{{method=\"{method}\",route=\"{route}\"}} {n}"
            );
        }
        let name = "kapok_http_request_seconds";
        head(
            &mut out,
            name,
            "histogram",
            "From the end of the request's headers to the end of the answer.",
        );
        for ((method, route), counts) in &sorted {
            histogram(
                &mut out,
                name,
                &format!("method=\"{method}\",route=\"{route}\""),
                &counts.seconds,
            );
        }
        out
    }
}

/// The two lines that begin a metric.
pub fn head(out: &mut String, name: &str, kind: &str, help: &str) {
    let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}");
}

/// The lines of a histogram; `labels` without braces, empty for none.
pub fn histogram(out: &mut String, name: &str, labels: &str, histogram: &Histogram) {
    let (comma, braces) = if labels.is_empty() {
        ("", String::new())
    } else {
        (",", format!("{{{labels}}}"))
    };
    let counts = histogram.counts();
    let mut sum = 0;
    for (i, count) in counts.iter().enumerate() {
        sum += count;
        let bound = BOUNDS_US.get(i).map_or("+Inf".to_owned(), |us| seconds(*us));
        let _ = writeln!(out, "{name}_bucket{{{labels}{comma}le=\"{bound}\"}} {sum}");
    }
    let _ = writeln!(
        out,
        "{name}_sum{braces} {}\n{name}_count{braces} {sum}",
        seconds(histogram.sum_us())
    );
}

/// Microseconds as seconds, exactly.
fn seconds(us: u64) -> String {
    let text = format!("{}.{:06}", us / 1_000_000, us % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What is known of the request that is being answered, for its error page and its log lines.
struct Asked {
    id: String,
    sent: Mutex<Option<Sent>>,
}

/// A form as it came in, so that an error page can offer to send it again.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    pub(crate) path: String,
    pub(crate) pairs: Vec<(String, String)>,
    /// Name of the field of a file that was sent.
    pub(crate) file: Option<String>,
}

tokio::task_local! {
    static ASKED: Asked;
}

/// The id of the request that is being answered; empty outside of one.
#[must_use]
pub fn request_id() -> String {
    ASKED.try_with(|asked| asked.id.clone()).unwrap_or_default()
}

/// Keeps what was sent until the answer is made. A form with a password is not kept.
pub(crate) fn keep(path: &str, form: &Form) {
    if form.pairs.iter().any(|(name, _)| name.contains("password")) {
        return;
    }
    let _ = ASKED.try_with(|asked| {
        *asked.sent.lock().unwrap_or_else(PoisonError::into_inner) = Some(Sent {
            path: path.to_owned(),
            pairs: form.pairs.clone(),
            file: form.upload.as_ref().map(|u| u.field.clone()),
        });
    });
}

/// What was sent with the request that is being answered.
pub(crate) fn sent() -> Option<Sent> {
    ASKED
        .try_with(|asked| asked.sent.lock().unwrap_or_else(PoisonError::into_inner).take())
        .ok()
        .flatten()
}

/// Answers a request, counts it, and writes its line when it has been sent.
pub(crate) async fn observe(State(app): State<App>, request: Request, next: Next) -> Response {
    let watch = Arc::clone(&app.watch);
    let method = known(request.method());
    let route_name = route_of(&request);
    let route = watch.route(method, &route_name);
    let id = new_id(&app);
    watch.running.fetch_add(1, Ordering::Relaxed);
    let mut line = Line {
        watch,
        route,
        method,
        route_name,
        id: id.clone(),
        status: 0,
        bytes: 0,
        started: started(),
    };
    let header = HeaderValue::from_str(&id);
    let asked = Asked {
        id,
        sent: Mutex::default(),
    };
    let mut response = ASKED.scope(asked, next.run(request)).await;
    line.status = response.status().as_u16();
    if let Ok(header) = header {
        response.headers_mut().insert("x-request-id", header);
    }
    response.map(|body| Body::new(Counted { body, line }))
}

fn route_of(request: &Request) -> Arc<str> {
    request
        .extensions()
        .get::<MatchedPath>()
        .map_or(UNKNOWN, MatchedPath::as_str)
        .into()
}

/// Methods that somebody made up would make new rows without end.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// Eight letters: 40 bits, mixed from clock, count and process, so that two processes do not give the same ones.
fn new_id(app: &App) -> String {
    let count = app.watch.asked.fetch_add(1, Ordering::Relaxed);
    let now = app.env.now().as_nanosecond().to_le_bytes();
    let mut low = [0; 8];
    low.copy_from_slice(&now[..8]);
    let mut x = u64::from_le_bytes(low) ^ (count << 44) ^ u64::from(std::process::id()) << 20;
    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^= x >> 31;
    (0..8)
        .map(|i| char::from(LETTERS[usize::from((x >> (i * 8)) as u8) % 31]))
        .collect()
}

#[expect(
    clippy::disallowed_methods,
    reason = "a duration for operators; nothing that is recorded depends on it"
)]
fn started() -> Instant {
    Instant::now()
}

/// One request on its way; counted and written when dropped, which is when its answer was sent or the client went away.
struct Line {
    watch: Arc<Watch>,
    route: Arc<Route>,
    method: &'static str,
    route_name: Arc<str>,
    id: String,
    status: u16,
    bytes: u64,
    started: Instant,
}

impl Drop for Line {
    fn drop(&mut self) {
        let took = self.started.elapsed();
        self.watch.running.fetch_sub(1, Ordering::Relaxed);
        if self.status == 0 {
            self.status = 499; // nobody waited for the answer
        }
        let class = usize::from(self.status / 100).clamp(1, 5) - 1;
        self.route.by_class[class].fetch_add(1, Ordering::Relaxed);
        self.route.seconds.add(took);
        self.route.bytes.fetch_add(self.bytes, Ordering::Relaxed);
        tracing::info!(
            target: "kapok::request",
            id = self.id,
            method = self.method,
            route = &*self.route_name,
            status = self.status,
            us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
            bytes = self.bytes,
            "answered"
        );
    }
}

/// The body of an answer, whose bytes are counted as they go out.
struct Counted {
    body: Body,
    line: Line,
}

impl http_body::Body for Counted {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, axum::Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(cx);
        if let Poll::Ready(Some(Ok(frame))) = &polled
            && let Some(data) = frame.data_ref()
        {
            self.line.bytes += data.len() as u64;
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> http_body::SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_written_exactly() {
        for (us, text) in [(0, "0"), (250, "0.00025"), (1_000_000, "1"), (1_500_000, "1.5")] {
            assert_eq!(seconds(us), text);
        }
    }

    #[test]
    fn the_buckets_of_a_histogram_grow_to_its_count() {
        let h = Histogram::default();
        h.add(std::time::Duration::from_millis(3));
        let mut out = String::new();
        histogram(&mut out, "x", "a=\"b\"", &h);
        assert!(out.contains("x_bucket{a=\"b\",le=\"0.0025\"} 0\n"), "{out}");
        assert!(out.contains("x_bucket{a=\"b\",le=\"0.005\"} 1\n"), "{out}");
        assert!(
            out.ends_with("x_sum{a=\"b\"} 0.003\nx_count{a=\"b\"} 1\n"),
            "{out}"
        );
    }
}
