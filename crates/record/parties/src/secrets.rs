//! Passwords and second factors.
//!
//! Passwords are hashed with argon2id at 19 MiB, two passes, one lane: the first choice of OWASP's Password Storage Cheat
//! Sheet. The parameters are written into each hash, so that they can be raised later. The second factor is a
//! time-based code (RFC 6238: SHA-1, six digits, 30 seconds, one step either way).

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use kapok_acts::{ActError, Env, Keys};
use kapok_store::ids::AccountId;
use tokio::sync::Semaphore;

/// Memory in KiB.
const MEMORY: u32 = 19 * 1024;
/// Passes over the memory.
const PASSES: u32 = 2;
/// Lanes.
const LANES: u32 = 1;
/// Hashes computed at once: a flood of sign-ins takes at most 76 MiB, and waits.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// Bytes of a second factor's secret (RFC 4226, section 4, asks for 20).
pub(crate) const TOTP_SECRET: usize = 20;

fn hasher() -> Argon2<'static> {
    // The three numbers lie within what the algorithm allows; its defaults are the same three.
    let params = Params::new(MEMORY, PASSES, LANES, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Runs slow work where it keeps no other request waiting.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, ActError> {
    let lost = |why: String| ActError::Store(kapok_store::StoreError::Pool(why));
    let _turn = AT_ONCE.acquire().await.map_err(|e| lost(e.to_string()))?;
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| lost(e.to_string()))
}

/// The hash of a password with a salt from the random source, in PHC form.
///
/// # Errors
/// When there is not enough memory for it.
pub(crate) async fn hash(env: &Env, password: &str) -> Result<String, ActError> {
    let salt: [u8; 16] = env.random();
    let password = password.to_owned();
    let hash = aside(move || hasher().hash_password_with_salt(password.as_bytes(), &salt)).await?;
    hash.map(|h| h.to_string())
        .map_err(|e| ActError::Store(kapok_store::StoreError::Pool(format!("hashing failed: {e}"))))
}

/// Whether the password fits the hash. Without a hash, the same time is spent, and the answer is no.
///
/// # Errors
/// When the work could not be done.
pub(crate) async fn fits(hash: Option<String>, password: &str) -> Result<bool, ActError> {
    let password = password.to_owned();
    aside(move || match hash {
        Some(hash) => hasher()
            .verify_password(password.as_bytes(), hash.as_str())
            .is_ok(),
        None => {
            let spent = hasher().hash_password_with_salt(password.as_bytes(), &[0; 16]);
            // Kept from being optimised away: the time is what it is for.
            drop(std::hint::black_box(spent));
            false
        }
    })
    .await
}

/// The step whose code this is, near a time; none when the code is wrong.
pub(crate) fn totp_step(secret: &[u8; TOTP_SECRET], code: &str, now: jiff::Timestamp) -> Option<i64> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let seconds = u64::try_from(now.as_second()).ok()?;
    let totp = totp_rs::Builder::new().with_secret(*secret).build().ok()?;
    totp.check(&code, seconds)
        .and_then(|step| i64::try_from(step).ok())
}

/// The secret that is offered to an account while it has none: the same all through a session, so that the page can be
/// loaded again, and never stored before a code proves that it arrived.
pub(crate) fn totp_offer(keys: &Keys, account: AccountId, session: &[u8; 32]) -> [u8; TOTP_SECRET] {
    let tag = keys.tag("totp-offer", &[account.0.as_slice(), session].concat());
    let mut secret = [0; TOTP_SECRET];
    secret.copy_from_slice(&tag[..TOTP_SECRET]);
    secret
}

/// Bytes in base 32 without padding (RFC 4648, section 6), as authenticator apps take them.
pub(crate) fn base32(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bit = |i: usize| bytes.get(i / 8).map_or(0, |b| b >> (7 - i % 8) & 1);
    (0..(bytes.len() * 8).div_ceil(5))
        .map(|group| (0..5).fold(0u8, |value, i| value << 1 | bit(group * 5 + i)))
        .map(|value| char::from(ALPHABET[usize::from(value)]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_32_is_that_of_the_standard() {
        // RFC 4648, section 10, without the padding.
        for (plain, coded) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(base32(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B: at 59 s the SHA-1 code is 94287082, of which six digits are shown.
        let at = |s| jiff::Timestamp::from_second(s).unwrap();
        let secret = *b"12345678901234567890";
        assert_eq!(totp_step(&secret, "287 082", at(59)), Some(1));
        assert_eq!(totp_step(&secret, "287082", at(89)), Some(1));
        assert_eq!(totp_step(&secret, "287082", at(90)), None);
        assert_eq!(totp_step(&secret, "", at(59)), None);
        assert_eq!(totp_step(&secret, "94287082", at(59)), None);
    }

    #[test]
    fn parameters_are_written_into_the_hash() {
        let hash = hasher()
            .hash_password_with_salt(b"twelve chars", &[1; 16])
            .unwrap()
            .to_string();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
    }
}
