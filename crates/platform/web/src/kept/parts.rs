//! A page cut at the tokens of its forms.
//!
//! For gzip each part is compressed on its own and ends on a whole byte (a full flush, RFC 1951 section 3.2.3 and zlib's
//! `Z_FULL_FLUSH`), so that parts can be joined with a token that stands between them as a stored block (section 3.2.4). The
//! check sum at the end (RFC 1952, section 2.3.1) is put together from those of the parts.

use axum::body::Bytes;
use crc32fast::Hasher;
use flate2::{Compress, Compression, FlushCompress};

/// What stands before a token in a page; no words of people can, because their quotes are escaped.
const BEFORE: &str = "name=\"token\" value=\"";
/// Digits of a token.
const TOKEN: usize = 80;
/// Magic, deflate, no flags, no time, unknown system.
const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
/// An empty last block.
const END: [u8; 2] = [3, 0];
/// Level of compression: fast, because a page is kept for a moment only.
const LEVEL: u32 = 3;

/// The parts between the tokens.
pub(super) struct Parts {
    parts: Vec<Part>,
    gzip: bool,
}

struct Part {
    bytes: Bytes,
    sum: Hasher,
    /// Bytes before compressing.
    length: usize,
}

impl Parts {
    /// Cuts a page, and compresses the parts if it is for gzip.
    pub(super) fn of(page: &Bytes, gzip: bool) -> Self {
        let mut parts = Vec::new();
        let mut at = 0;
        while let Some(found) = next_token(&page[at..]) {
            parts.push(Part::of(&page.slice(at..at + found), gzip));
            at += found + TOKEN;
        }
        parts.push(Part::of(&page.slice(at..), gzip));
        Self { parts, gzip }
    }

    /// Bytes that are kept.
    pub(super) fn size(&self) -> usize {
        self.parts.iter().map(|part| part.bytes.len() + 64).sum()
    }

    /// Whether there is a form.
    pub(super) fn wants_token(&self) -> bool {
        self.parts.len() > 1
    }

    /// The page with a token in its forms.
    pub(super) fn with(&self, token: &str) -> Bytes {
        match (self.parts.as_slice(), self.gzip) {
            ([one], false) => one.bytes.clone(),
            (_, false) => self.plain(token),
            (_, true) => self.compressed(token),
        }
    }

    fn plain(&self, token: &str) -> Bytes {
        let mut out = Vec::with_capacity(self.size() + self.parts.len() * token.len());
        for (i, part) in self.parts.iter().enumerate() {
            if i > 0 {
                out.extend_from_slice(token.as_bytes());
            }
            out.extend_from_slice(&part.bytes);
        }
        out.into()
    }

    fn compressed(&self, token: &str) -> Bytes {
        let mut out = Vec::with_capacity(self.size() + self.parts.len() * (token.len() + 16) + 32);
        let mut sum = Hasher::new();
        let mut stored = Hasher::new();
        stored.update(token.as_bytes());
        out.extend_from_slice(&HEAD);
        let mut length = 0;
        for (i, part) in self.parts.iter().enumerate() {
            if i > 0 {
                store(&mut out, token.as_bytes());
                sum.combine(&stored);
                length += token.len();
            }
            out.extend_from_slice(&part.bytes);
            sum.combine(&part.sum);
            length += part.length;
        }
        out.extend_from_slice(&END);
        out.extend_from_slice(&sum.finalize().to_le_bytes());
        // The length counts modulo 2^32 (RFC 1952); a page is far below.
        out.extend_from_slice(&u32::try_from(length).unwrap_or_default().to_le_bytes());
        out.into()
    }
}

/// A stored block that is not the last: type 0, its length, and the length's complement.
fn store(out: &mut Vec<u8>, bytes: &[u8]) {
    let length = u16::try_from(bytes.len()).unwrap_or_default();
    out.push(0);
    out.extend_from_slice(&length.to_le_bytes());
    out.extend_from_slice(&(!length).to_le_bytes());
    out.extend_from_slice(bytes);
}

impl Part {
    fn of(bytes: &Bytes, gzip: bool) -> Self {
        let mut sum = Hasher::new();
        let length = bytes.len();
        if !gzip {
            return Self {
                bytes: bytes.clone(),
                sum,
                length,
            };
        }
        sum.update(bytes);
        let mut out = Vec::with_capacity(length / 3 + 256);
        let mut deflate = Compress::new(Compression::new(LEVEL), false);
        loop {
            let from = usize::try_from(deflate.total_in()).unwrap_or_default();
            let before = out.len();
            // Compressing from memory into a growing list has no way to fail.
            let _ = deflate.compress_vec(&bytes[from..], &mut out, FlushCompress::Full);
            let all_in = usize::try_from(deflate.total_in()).is_ok_and(|n| n == length);
            if (all_in && out.len() < out.capacity()) || out.len() == before && out.len() < out.capacity() {
                break;
            }
            out.reserve(length / 3 + 256);
        }
        Self {
            bytes: out.into(),
            sum,
            length,
        }
    }
}

/// Where the next token begins.
fn next_token(page: &[u8]) -> Option<usize> {
    let mark = BEFORE.as_bytes();
    let mut from = 0;
    loop {
        let quote = from + page[from..].windows(mark.len()).position(|w| w == mark)? + mark.len();
        let digits = page.get(quote..quote + TOKEN)?;
        if digits.iter().all(u8::is_ascii_hexdigit) && page.get(quote + TOKEN) == Some(&b'"') {
            return Some(quote);
        }
        from = quote;
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn unzip(bytes: &[u8]) -> String {
        let mut out = String::new();
        flate2::read::GzDecoder::new(bytes)
            .read_to_string(&mut out)
            .unwrap();
        out
    }

    #[test]
    fn every_reader_gets_the_same_page_with_a_token_of_their_own() {
        let page = |token: &str| {
            let row = "<p>Lamps in Elm Street &amp; beyond</p>\n".repeat(400);
            format!(
                "<form><input type=\"hidden\" name=\"token\" value=\"{token}\"></form>{row}<input name=\"token\" value=\"{token}\">{row}"
            )
        };
        let (first, second) = ("0a".repeat(40), "f7".repeat(40));
        for gzip in [false, true] {
            let parts = Parts::of(&page(&first).into(), gzip);
            assert!(parts.wants_token());
            for token in [&first, &second] {
                let given = parts.with(token);
                let text = if gzip {
                    unzip(&given)
                } else {
                    String::from_utf8(given.to_vec()).unwrap()
                };
                assert_eq!(text, page(token), "gzip: {gzip}");
            }
        }
    }

    #[test]
    fn a_page_without_a_form_or_without_anything_comes_as_it_is() {
        for text in [
            "",
            "short",
            &"x".repeat(100_000),
            "name=\"token\" value=\"not a token\"",
        ] {
            let bytes = Bytes::from(text.to_owned());
            assert_eq!(Parts::of(&bytes, false).with(""), bytes);
            assert_eq!(unzip(&Parts::of(&bytes, true).with("")), text);
            assert!(!Parts::of(&bytes, true).wants_token());
        }
    }
}
