//! Checkpoints: the size and root of the tree at a moment, signed (C2SP signed-note and tlog-checkpoint, Ed25519).
//!
//! ```text
//! kapok.city.example/log          origin: which log
//! 20852163                        size of the tree
//! CsUYapGGPo4dkMgIAUqom/Xajj…     its root, base64
//!
//! — kapok.city.example/log Az3g…  key name, and base64 of key id and signature
//! ```

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use sha2::{Digest, Sha256};

use crate::hex;
use crate::tree::Hash;

/// Byte that says Ed25519 in key ids and encoded keys (signed-note, "Signature types").
const ED25519_TYPE: u8 = 1;

/// Signs checkpoints of one log.
pub struct Signer {
    key: Key,
    pair: Ed25519KeyPair,
}

/// Verifies checkpoints of one log: its name and public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    name: String,
    public: [u8; 32],
}

/// What a checkpoint says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log.
    pub origin: String,
    /// Entries in its tree.
    pub size: u64,
    /// Root of the tree.
    pub root: Hash,
}

/// Why a checkpoint or a key was not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// Not a key as a log publishes it.
    #[error("the key is not of the form NAME+ID+KEY that the log publishes")]
    Key,
    /// Not a checkpoint.
    #[error("this is not a checkpoint: {0}")]
    Form(&'static str),
    /// Of another log.
    #[error("the checkpoint is of the log {found:?}, the key of {expected:?}")]
    Origin {
        /// Name in the checkpoint.
        found: String,
        /// Name in the key.
        expected: String,
    },
    /// The key did not sign it.
    #[error("no signature in the checkpoint was made by the key {0}")]
    Signature(String),
}

fn key_id(name: &str, public: &[u8; 32]) -> [u8; 4] {
    let hash = Sha256::new()
        .chain_update(name)
        .chain_update([b'\n', ED25519_TYPE])
        .chain_update(public)
        .finalize();
    [hash[0], hash[1], hash[2], hash[3]]
}

/// Base64 in its one spelling.
pub(crate) fn from_base64(text: &str) -> Option<Vec<u8>> {
    let bytes = BASE64.decode(text).ok()?;
    (BASE64.encode(&bytes) == text).then_some(bytes)
}

pub(crate) fn to_base64(bytes: &[u8]) -> String {
    BASE64.encode(bytes)
}

/// A key name must be usable in a note: not empty, no white space, no plus sign (signed-note, "Format").
#[must_use]
pub fn is_name(name: &str) -> bool {
    !name.is_empty()
        && !name
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || c == '+')
}

impl Signer {
    /// From the 32 secret bytes of RFC 8032, section 5.1.5; none when the name cannot stand in a note.
    #[must_use]
    pub fn new(name: &str, secret: &[u8; 32]) -> Option<Self> {
        let pair = Ed25519KeyPair::from_seed_unchecked(secret).ok()?;
        let public = pair.public_key().as_ref().try_into().ok()?;
        let name = name.to_owned();
        is_name(&name).then_some(Self {
            key: Key { name, public },
            pair,
        })
    }

    /// The key that verifies.
    #[must_use]
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// A signed checkpoint of this log.
    #[must_use]
    pub fn checkpoint(&self, size: u64, root: &Hash) -> String {
        let name = &self.key.name;
        let body = format!("{name}\n{size}\n{}\n", to_base64(root));
        let mut signature = key_id(name, &self.key.public).to_vec();
        signature.extend(self.pair.sign(body.as_bytes()).as_ref());
        format!("{body}\n— {name} {}\n", to_base64(&signature))
    }
}

impl std::fmt::Display for Key {
    /// The encoded key of signed-note: name, id in hexadecimal, type and key in base64, with plus signs between.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut typed = vec![ED25519_TYPE];
        typed.extend(self.public);
        let id = hex(&key_id(&self.name, &self.public));
        write!(f, "{}+{id}+{}", self.name, to_base64(&typed))
    }
}

impl std::str::FromStr for Key {
    type Err = NoteError;
    fn from_str(text: &str) -> Result<Self, NoteError> {
        let (name, rest) = text.split_once('+').ok_or(NoteError::Key)?;
        let (_, typed) = rest.split_once('+').ok_or(NoteError::Key)?;
        let typed = from_base64(typed).ok_or(NoteError::Key)?;
        let public = typed
            .strip_prefix(&[ED25519_TYPE])
            .and_then(|key| key.try_into().ok())
            .ok_or(NoteError::Key)?;
        let name = name.to_owned();
        let key = Self { name, public };
        (is_name(&key.name) && key.to_string() == text)
            .then_some(key)
            .ok_or(NoteError::Key)
    }
}

impl Key {
    /// Name of the log.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Reads a checkpoint of this log and verifies its signature. Signatures by others (witnesses) are passed over.
    ///
    /// # Errors
    /// When it is no checkpoint, of another log, or not signed by this key.
    pub fn open(&self, note: &str) -> Result<Checkpoint, NoteError> {
        let (text, signatures) = note
            .split_once("\n\n")
            .ok_or(NoteError::Form("no blank line before the signatures"))?;
        let body = &note[..=text.len()];
        let checkpoint = Checkpoint::parse(text)?;
        if checkpoint.origin != self.name {
            return Err(NoteError::Origin {
                found: checkpoint.origin,
                expected: self.name.clone(),
            });
        }
        let lines = signatures
            .strip_suffix('\n')
            .ok_or(NoteError::Form("the last line does not end"))?;
        let mut signed = false;
        for line in lines.split('\n') {
            let (name, signature) = line
                .strip_prefix("— ")
                .and_then(|line| line.split_once(' '))
                .ok_or(NoteError::Form("a line after the blank one is no signature"))?;
            let bytes = from_base64(signature)
                .filter(|bytes| bytes.len() > 4 && is_name(name))
                .ok_or(NoteError::Form("a signature is not in base64"))?;
            let (id, signature) = bytes.split_at(4);
            if name == self.name && id == key_id(&self.name, &self.public) {
                let key = UnparsedPublicKey::new(&ED25519, self.public);
                if key.verify(body.as_bytes(), signature).is_err() {
                    return Err(NoteError::Signature(self.to_string()));
                }
                signed = true;
            }
        }
        signed
            .then_some(checkpoint)
            .ok_or_else(|| NoteError::Signature(self.to_string()))
    }
}

impl Checkpoint {
    /// The three lines of the text, without the last line's end.
    fn parse(text: &str) -> Result<Self, NoteError> {
        let mut lines = text.split('\n');
        let mut line = || {
            lines
                .next()
                .ok_or(NoteError::Form("it has fewer than three lines"))
        };
        let origin = line()?.to_owned();
        let digits = line()?;
        let size: u64 = digits
            .parse()
            .map_err(|_| NoteError::Form("the size is no number"))?;
        if size.to_string() != digits {
            return Err(NoteError::Form("the size is not written plainly"));
        }
        let root = from_base64(line()?)
            .and_then(|bytes| bytes.try_into().ok())
            .ok_or(NoteError::Form("the root is not 32 bytes in base64"))?;
        if lines.next().is_some() {
            return Err(NoteError::Form("it has lines after the root"));
        }
        Ok(Self { origin, size, root })
    }
}
