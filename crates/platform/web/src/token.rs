//! The hidden token of every form that posts.
//!
//! It is 16 random bytes, the time and a tag by our key over both and the session: proof that the form came from us and
//! from this session (CSRF, beside the check of Origin and Sec-Fetch-Site), and a key that makes sending twice
//! harmless, because the random bytes are kept with what the form created.

use kapok_acts::{Env, Keys};

/// How long a form may stay open before it is sent.
const GOOD_FOR_MS: i64 = 7 * 24 * 3600 * 1000;

/// A token that was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormToken {
    /// The random bytes: the same for every sending of one form.
    pub key: [u8; 16],
}

fn tag(env: &Env, key: &[u8; 16], ms: i64, session: &[u8; 32]) -> [u8; 32] {
    env.keys
        .tag("form", &[key.as_slice(), &ms.to_be_bytes(), session].concat())
}

impl FormToken {
    /// A new token as text.
    #[must_use]
    pub fn make(env: &Env, session: &[u8; 32]) -> String {
        let key: [u8; 16] = env.random();
        let ms = env.now().as_millisecond();
        let tag = tag(env, &key, ms, session);
        hex(&[key.as_slice(), &ms.to_be_bytes(), &tag[..16]].concat())
    }

    /// Checks a token that came back; `None` when it is forged, of another session, or too old.
    #[must_use]
    pub fn check(env: &Env, session: &[u8; 32], text: &str) -> Option<Self> {
        let bytes = unhex(text)?;
        let key: [u8; 16] = bytes.get(..16)?.try_into().ok()?;
        let ms = i64::from_be_bytes(bytes.get(16..24)?.try_into().ok()?);
        let fits = Keys::same(&tag(env, &key, ms, session)[..16], bytes.get(24..)?);
        let age = env.now().as_millisecond().checked_sub(ms)?;
        (fits && (-60_000..GOOD_FOR_MS).contains(&age)).then_some(Self { key })
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || text.len() > 256 || !text.is_ascii() {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|i| u8::from_str_radix(text.get(i..i + 2)?, 16).ok())
        .collect()
}
