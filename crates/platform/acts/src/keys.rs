//! The keys that lie outside the database.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use kapok_store::Entropy;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Keys derived from one secret of 32 bytes, each for one purpose (HMAC-SHA-256 with the purpose as message).
#[derive(Clone)]
pub struct Keys {
    root: [u8; 32],
}

/// Encrypted bytes: nonce, then ciphertext and tag (XChaCha20-Poly1305, draft-irtf-cfrg-xchacha-03).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed(pub Vec<u8>);

const NONCE: usize = 24;

impl Keys {
    /// From the secret.
    #[must_use]
    pub fn new(root: [u8; 32]) -> Self {
        Self { root }
    }

    fn derive(&self, purpose: &str) -> [u8; 32] {
        self.mac_with(&self.root, purpose.as_bytes())
    }

    #[expect(clippy::unused_self, reason = "keeps raw keys in this impl")]
    fn mac_with(&self, key: &[u8; 32], message: &[u8]) -> [u8; 32] {
        // HMAC takes a key of any length, so this cannot fail; an all-zero tag would never verify.
        <Hmac<Sha256> as KeyInit2>::new_from_slice(key).map_or([0; 32], |mut mac| {
            mac.update(message);
            mac.finalize().into_bytes().into()
        })
    }

    /// A tag over a message for a purpose, for codes, form tokens and cookies.
    #[must_use]
    pub fn tag(&self, purpose: &str, message: &[u8]) -> [u8; 32] {
        self.mac_with(&self.derive(purpose), message)
    }

    /// Whether two tags are the same, in constant time.
    #[must_use]
    pub fn same(a: &[u8], b: &[u8]) -> bool {
        a.ct_eq(b).into()
    }

    /// Encrypts for a purpose. `bound_to` must be the same when opening: the id of the row, so that a sealed value
    /// cannot be moved to another row.
    #[must_use]
    pub fn seal(
        &self,
        purpose: &str,
        bound_to: &[u8],
        plain: &[u8],
        entropy: &dyn Entropy,
    ) -> Option<Sealed> {
        let mut nonce = [0u8; NONCE];
        entropy.fill(&mut nonce);
        let cipher = XChaCha20Poly1305::new_from_slice(&self.derive(purpose)).ok()?;
        let body = cipher
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: plain,
                    aad: bound_to,
                },
            )
            .ok()?;
        Some(Sealed([nonce.as_slice(), &body].concat()))
    }

    /// Opens what [`Keys::seal`] closed; `None` when key, row or bytes do not fit.
    #[must_use]
    pub fn open(&self, purpose: &str, bound_to: &[u8], sealed: &Sealed) -> Option<Vec<u8>> {
        let (nonce, body) = sealed.0.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let cipher = XChaCha20Poly1305::new_from_slice(&self.derive(purpose)).ok()?;
        cipher
            .decrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: body,
                    aad: bound_to,
                },
            )
            .ok()
    }

    /// SHA-256, for tokens that are random enough to need no key.
    #[must_use]
    pub fn digest(token: &[u8]) -> [u8; 32] {
        Sha256::digest(token).into()
    }
}

use hmac::KeyInit as KeyInit2;
