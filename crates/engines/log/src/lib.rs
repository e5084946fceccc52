//! The log's pure half: what an act is, its one canonical serialisation and its leaf hash.
//!
//! - [`Act::canonical`]: the bytes of an act, from which everything else follows.
//! - [`tree`], [`tiles`]: the Merkle tree over them and the pieces in which it is published.
//! - [`note`]: signed checkpoints of the tree.
//! - [`file`], [`proof`]: the whole log, and one act of it, as files that anyone can verify.
//!
//! Nothing official changes in Kapok without an *act*: who, when, what, why. Everything that later proves
//! something about the log (a tree, a signed checkpoint, a verifier in another language) starts from the bytes
//! that [`Act::canonical`] gives, so those bytes are defined here, once, and never change for an old act.
//!
//! Free text may have to be taken out of the record later (an officer typed a phone number into a reason).
//! Therefore the canonical form holds only a salted SHA-256 of the reason: text and salt can be removed while
//! the act still verifies. `detail` must hold facts that may stay public for ever: codes, counts, dates, names
//! of offices; never a resident's words, name or address.

mod canonical;
pub mod file;
pub mod note;
pub mod proof;
pub mod tiles;
pub mod tree;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// Version of the canonical form; part of the bytes, so that a later form cannot be confused with this one.
pub const FORM: i64 = 1;

/// One fact in the detail of an act. Only types with one obvious spelling in JSON: no floats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// Text, as written.
    Text(String),
    /// A whole number; must lie within ±(2^53 − 1) so that every JSON reader gets it right (RFC 8259, section 6).
    Int(i64),
    /// Yes or no.
    Flag(bool),
}

impl From<&str> for Fact {
    fn from(v: &str) -> Self {
        Fact::Text(v.to_owned())
    }
}
impl From<String> for Fact {
    fn from(v: String) -> Self {
        Fact::Text(v)
    }
}
impl From<i64> for Fact {
    fn from(v: i64) -> Self {
        Fact::Int(v)
    }
}
impl From<bool> for Fact {
    fn from(v: bool) -> Self {
        Fact::Flag(v)
    }
}

/// Why something was done, in the words of whoever did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The words. Empty only when they were taken out later.
    pub text: String,
    /// 16 random bytes that keep a removed text from being guessed back out of its hash.
    pub salt: [u8; 16],
}

impl Reason {
    /// SHA-256 over salt and text: what the canonical form holds in place of the words.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(self.salt);
        hash.update(self.text.as_bytes());
        hash.finalize().into()
    }
}

/// An official change: who, when, what, about what, why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// UUIDv7 of the act.
    pub id: [u8; 16],
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub at_ms: i64,
    /// What was done, as `concept.past-participle`, for example `voice.heard`.
    pub kind: String,
    /// `resident`, `officer` or `system`.
    pub actor_kind: String,
    /// The account that acted; none for residents without an account and for the system.
    pub actor_id: Option<[u8; 16]>,
    /// The name shown in public: an officer acts under name and office, a resident is never named.
    pub actor_name: String,
    /// Name of the office acted for.
    pub actor_office: String,
    /// Concept of the thing acted upon, for example `voice`.
    pub subject_kind: String,
    /// Its id.
    pub subject_id: [u8; 16],
    /// The matter whose timeline shows this act.
    pub matter_id: Option<[u8; 16]>,
    /// The place it concerns.
    pub place_id: Option<[u8; 16]>,
    /// SHA-256 of salt and reason, see [`Reason::digest`].
    pub reason_digest: Option<[u8; 32]>,
    /// Facts that make up the act, by name (`[a-z_]+`).
    pub detail: BTreeMap<String, Fact>,
}

impl Act {
    /// The one canonical serialisation: JSON as RFC 8785 (JCS) prescribes, restricted to the types of [`Fact`].
    /// Keys are ASCII and sorted; ids and digests are lower-case hexadecimal; absent values are left out.
    #[must_use]
    pub fn canonical(&self) -> String {
        canonical::write(self)
    }

    /// Leaf hash for the Merkle tree over the log: SHA-256(0x00 || canonical bytes) (RFC 6962, section 2.1).
    #[must_use]
    pub fn leaf_hash(&self) -> [u8; 32] {
        tree::leaf(self.canonical().as_bytes())
    }
}

/// The detail as canonical JSON, as stored beside the act.
#[must_use]
pub fn detail_json(detail: &BTreeMap<String, Fact>) -> String {
    canonical::object(detail)
}

/// Reads what [`detail_json`] wrote.
///
/// # Errors
/// Says where the text stops being a flat object of strings, whole numbers and booleans.
pub fn parse_detail(json: &str) -> Result<BTreeMap<String, Fact>, canonical::ParseError> {
    canonical::parse(json)
}

pub use canonical::ParseError;

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(bytes.len() * 2);
    for b in bytes {
        out.push(char::from(DIGITS[usize::from(b >> 4)]));
        out.push(char::from(DIGITS[usize::from(b & 15)]));
    }
    out
}

/// Reads what [`hex`] wrote, and no other spelling.
#[must_use]
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |b: u8| match b {
        b'0'..=b'9' => Some(b - b'0'),
        b'a'..=b'f' => Some(b - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let bytes = pairs
        .iter()
        .map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?));
    rest.is_empty().then(|| bytes.collect())?
}
