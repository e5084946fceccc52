//! Ids: UUIDv7 (RFC 9562, section 5.7), so that rows of one day lie together and sort by age.

use std::sync::Mutex;

use crate::{Clock, Entropy};

/// Makes ids that grow: within one millisecond the 12 bits of `rand_a` count up (RFC 9562, section 6.2, method 1).
#[derive(Debug, Default)]
pub struct IdSource(Mutex<(i64, u16)>);

impl IdSource {
    /// The next id.
    pub fn next(&self, clock: &dyn Clock, entropy: &dyn Entropy) -> [u8; 16] {
        let mut bytes = [0u8; 10];
        entropy.fill(&mut bytes);
        let now = clock.now().as_millisecond().max(0);
        let mut last = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if last.0 == now && last.1 < 0x0fff {
            last.1 += 1;
        } else {
            // Starts low so that a millisecond has room to count.
            *last = (now, u16::from(bytes[0]) << 2);
        }
        let counter = last.1.to_be_bytes();
        bytes[0] = counter[0] & 0x0f;
        bytes[1] = counter[1];
        let ms = u64::try_from(now).unwrap_or_default();
        *uuid::Builder::from_unix_timestamp_millis(ms, &bytes)
            .into_uuid()
            .as_bytes()
    }
}

/// Declares an id type: 16 bytes inside, 32 hexadecimal digits for people and links.
#[macro_export]
macro_rules! id {
    ($($(#[$m:meta])* $name:ident),* $(,)?) => { $(
        $(#[$m])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);
        impl $name {
            /// Reads 32 hexadecimal digits.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> { $crate::ids::parse_hex(text).map(Self) }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.iter().try_for_each(|b| write!(f, "{b:02x}"))
            }
        }
        impl From<$name> for $crate::Value { fn from(v: $name) -> Self { $crate::Value::Bytes(v.0.to_vec()) } }
        impl $crate::FromValue for $name {
            const NAME: &'static str = "id";
            fn from_value(v: $crate::Value) -> Option<Self> { <[u8; 16]>::from_value(v).map(Self) }
        }
        impl $crate::FromRow for $name {
            const COLUMNS: usize = 1;
            fn from_row(row: &$crate::Row<'_>) -> $crate::Result<Self> { row.get(0) }
        }
    )* };
}

/// Reads exactly 32 hexadecimal digits.
#[must_use]
pub fn parse_hex(text: &str) -> Option<[u8; 16]> {
    if text.len() != 32 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let mut out = [0; 16];
    for (i, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).ok()?;
    }
    Some(out)
}

id! {
    /// A place.
    PlaceId,
    /// An office, organisation, business, group or person.
    PartyId,
    /// A staff account.
    AccountId,
    /// A voice.
    VoiceId,
    /// A matter.
    MatterId,
    /// An official answer.
    AnswerId,
    /// A decision.
    DecisionId,
    /// An appeal.
    AppealId,
    /// A commitment.
    CommitmentId,
    /// An indicator of an outcome.
    IndicatorId,
    /// A case.
    CaseId,
    /// An act in the log.
    ActId,
}
