//! A small client: kept connections, one thread each, so little of its own that the server is what is measured.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::pages::Kind;
use crate::generate::Watch;

/// What was measured.
pub(crate) struct Figures {
    /// Microseconds of each request, ascending.
    pub times_us: Vec<u32>,
    /// Bytes of all bodies.
    pub bytes: u64,
    /// Requests that were answered with another status than expected.
    pub failed: u64,
}

/// Asks from so many connections for so long.
pub(crate) fn run(address: &str, kind: &Kind, clients: usize, time: Duration) -> Result<Figures> {
    let watch = Watch::start();
    let all = std::thread::scope(|scope| {
        let watch = &watch;
        let threads: Vec<_> = (0..clients)
            .map(|n| scope.spawn(move || one(address, kind, n, watch, time)))
            .collect();
        threads
            .into_iter()
            .map(|t| t.join().unwrap_or_else(|_| bail!("a client failed")))
            .collect::<Result<Vec<_>>>()
    })?;
    let mut sum = Figures {
        times_us: Vec::new(),
        bytes: 0,
        failed: 0,
    };
    for one in all {
        sum.times_us.extend(one.times_us);
        sum.bytes += one.bytes;
        sum.failed += one.failed;
    }
    sum.times_us.sort_unstable();
    Ok(sum)
}

fn one(address: &str, kind: &Kind, n: usize, watch: &Watch, time: Duration) -> Result<Figures> {
    let mut connection = Connection::open(address)?;
    let mut figures = Figures {
        times_us: Vec::new(),
        bytes: 0,
        failed: 0,
    };
    let mut i = 0;
    while watch.elapsed() < time {
        let request = kind.request(n, i);
        i += 1;
        let begin = watch.elapsed();
        let (status, bytes) = connection.ask(&request)?;
        let took = watch.elapsed().saturating_sub(begin).as_micros();
        figures.times_us.push(u32::try_from(took).unwrap_or(u32::MAX));
        figures.bytes += bytes as u64;
        figures.failed += u64::from(status != kind.status());
    }
    Ok(figures)
}

/// A kept connection.
pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
    body: Vec<u8>,
    /// Where the last answer sends the browser.
    pub(crate) location: String,
}

impl Connection {
    pub(crate) fn open(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).with_context(|| format!("nobody answers at {address}"))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        Ok(Self {
            stream: BufReader::with_capacity(64 * 1024, stream),
            body: Vec::new(),
            location: String::new(),
        })
    }

    /// Status and bytes of the body.
    pub(crate) fn ask(&mut self, request: &[u8]) -> Result<(u16, usize)> {
        self.stream.get_mut().write_all(request)?;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let status = line
            .split(' ')
            .nth(1)
            .and_then(|s| s.parse().ok())
            .context("no answer")?;
        let (mut length, mut chunked) = (0, false);
        self.location.clear();
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(':') else {
                break;
            };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse()?;
            }
            if name.eq_ignore_ascii_case("location") {
                value.trim().clone_into(&mut self.location);
            }
            chunked |= name.eq_ignore_ascii_case("transfer-encoding") && value.trim() == "chunked";
        }
        self.body.clear();
        if chunked {
            self.chunks()?;
        } else {
            self.take(length)?;
        }
        Ok((status, self.body.len()))
    }

    /// The last body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    fn take(&mut self, length: usize) -> Result<()> {
        let from = self.body.len();
        self.body.resize(from + length, 0);
        self.stream.read_exact(&mut self.body[from..])?;
        Ok(())
    }

    fn chunks(&mut self) -> Result<()> {
        let mut line = String::new();
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let length = usize::from_str_radix(line.trim(), 16).context("a broken chunk")?;
            self.take(length)?;
            line.clear();
            self.stream.read_line(&mut line)?;
            if length == 0 {
                return Ok(());
            }
        }
    }
}
