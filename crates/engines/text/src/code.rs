//! Short codes by which a person follows a voice: nine symbols in three groups, easy to read out.
//!
//! **Alphabet.** 29 symbols, `23456789ABCDEFGHJKMNPQRTVWXYZ`. Left out are `0 O 1 I L` (look
//! alike), `U` (looks and, in several languages, sounds like `V`) and `S` (looks like `5`, sounds
//! like `F` on the telephone). 29 is a prime number, which is what makes the check below complete.
//!
//! **Check.** Eight symbols are free, the ninth makes the weighted sum divisible by 29. All weights
//! differ and none is a multiple of 29, so every single wrong symbol and every exchange of two
//! symbols (neighbours or not) is noticed. The method is the one of ISBN-10 (ISO 2108:1992) over
//! another prime.
//!
//! **Guessing.** There are 29^8, about 5 * 10^11, codes. Pages that open by code must still limit
//! how often one caller may try.

use std::fmt;
use std::str::FromStr;

use crate::fold::fold;

const ALPHABET: &[u8; 29] = b"23456789ABCDEFGHJKMNPQRTVWXYZ";
const BASE: u64 = ALPHABET.len() as u64;
/// Symbols that carry the number.
const FREE: usize = 8;
/// Symbols in all, with the check symbol.
const LENGTH: usize = FREE + 1;
/// 29^8, the number of different codes.
const CODES: u64 = BASE.pow(FREE as u32);

/// A code with a correct check symbol. Shown as `XXX-XXX-XXX`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; LENGTH]); // positions in ALPHABET, the last one is the check

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// The text has this many symbols instead of nine.
    Length(usize),
    /// This character does not occur in codes and looks like none that does.
    Symbol(char),
    /// All symbols are possible, but at least one is wrong or two have changed places.
    Check,
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length(found) => write!(f, "a code has {LENGTH} symbols, this has {found}"),
            Self::Symbol(symbol) => write!(f, "{symbol:?} does not occur in codes"),
            Self::Check => {
                write!(
                    f,
                    "the check symbol does not fit: a symbol is wrong or two changed places"
                )
            }
        }
    }
}

impl std::error::Error for CodeError {}

impl Code {
    /// The code for some random bytes. All bytes count; the same bytes give the same code.
    ///
    /// Give 16 bytes from a cryptographic random source: then no code is likelier than another by
    /// more than 2^-89. With eight bytes it is 2^-25; fewer bytes give fewer different codes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        // Horner's rule modulo 29^8 (< 2^39), so that the step never exceeds 2^47.
        let mut number = bytes
            .iter()
            .fold(0, |n, &byte| (n * 256 + u64::from(byte)) % CODES);
        let mut symbols = [0; LENGTH];
        for symbol in symbols[..FREE].iter_mut().rev() {
            *symbol = (number % BASE) as u8;
            number /= BASE;
        }
        symbols[FREE] = check(&symbols[..FREE]);
        Self(symbols)
    }

    /// Reads a code as people write it.
    ///
    /// Lower case, full-width characters, Arabic digits, spaces, dashes, dots and slashes are fine. Symbols
    /// that do not occur in codes are read as the one they were most likely copied from: `S` as
    /// `5`, `U` as `V`, `O` and `0` as `Q`, `I` as `J`, `1` as `7`. The check symbol guards
    /// against a wrong guess. `L` looks like none of ours and is refused.
    ///
    /// # Errors
    /// [`CodeError`] says which symbol, how many symbols, or that the check does not fit.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let mut symbols = [0; LENGTH];
        let mut found = 0;
        for character in fold(text).chars().filter(|&c| !is_separator(c)) {
            let symbol = position(character).ok_or(CodeError::Symbol(character))?;
            if let Some(place) = symbols.get_mut(found) {
                *place = symbol;
            }
            found += 1;
        }
        if found != LENGTH {
            return Err(CodeError::Length(found));
        }
        if symbols[FREE] != check(&symbols[..FREE]) {
            return Err(CodeError::Check);
        }
        Ok(Self(symbols))
    }

    /// The nine symbols without dashes: the form to store and to put into addresses.
    #[must_use]
    pub fn compact(&self) -> String {
        self.0
            .iter()
            .map(|&s| char::from(ALPHABET[usize::from(s)]))
            .collect()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.compact(); // ASCII, so that slices at 3 and 6 are character borders
        write!(f, "{}-{}-{}", &text[..3], &text[3..6], &text[6..])
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({self})")
    }
}

impl FromStr for Code {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

/// The check symbol: weights 2 to 9 for the free symbols, 1 for itself, sum divisible by 29.
fn check(free: &[u8]) -> u8 {
    let sum: u64 = (2..)
        .zip(free)
        .map(|(weight, &symbol)| weight * u64::from(symbol))
        .sum();
    ((BASE - sum % BASE) % BASE) as u8
}

/// Where a folded character stands in the alphabet, after the readings documented at `parse`.
fn position(character: char) -> Option<u8> {
    let symbol = match character.to_ascii_uppercase() {
        'S' => '5',
        'U' => 'V',
        'O' | '0' => 'Q',
        'I' => 'J',
        '1' => '7',
        other => other,
    };
    ALPHABET
        .iter()
        .position(|&s| char::from(s) == symbol)
        .map(|p| p as u8)
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '_' | '.' | '/' | ',' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FB}' | '\u{30FC}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn valid(symbols: &[u8; LENGTH]) -> bool {
        let text: String = symbols
            .iter()
            .map(|&s| char::from(ALPHABET[usize::from(s)]))
            .collect();
        Code::parse(&text).is_ok()
    }

    /// A valid code in which the symbols at `at` and `at + 1` are `a` and `b`, made from a number.
    fn with_pair(at: usize, a: u8, b: u8, seed: u64) -> [u8; LENGTH] {
        let mut symbols = Code::from_bytes(&seed.to_be_bytes()).0;
        symbols[at] = a;
        symbols[at + 1] = b;
        // Another free symbol takes up what the pair changed, so that the check symbol stays.
        let filler = if at < 2 { 5 } else { 0 };
        symbols[filler] = (0..29)
            .find(|&s| {
                symbols[filler] = s;
                check(&symbols[..FREE]) == symbols[FREE]
            })
            .expect("29 is prime, so that one value fits");
        symbols
    }

    #[test]
    fn every_single_wrong_symbol_is_noticed() {
        for seed in [0, 1, 0x1234_5678_9abc_def0, u64::MAX] {
            let right = Code::from_bytes(&seed.to_be_bytes()).0;
            for place in 0..LENGTH {
                for original in 0..29 {
                    let mut code = with_pair(place.min(7), original, original, seed);
                    if place == 8 {
                        code = with_pair(7, right[7], original, seed);
                    }
                    assert!(valid(&code));
                    for wrong in (0..29).filter(|&w| w != code[place]) {
                        let mut bad = code;
                        bad[place] = wrong;
                        assert!(!valid(&bad), "{bad:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn every_exchange_of_two_symbols_is_noticed() {
        for seed in [3, 0xfeed_5eed, u64::MAX / 7] {
            for at in 0..LENGTH - 1 {
                for (a, b) in (0..29)
                    .flat_map(|a| (0..29).map(move |b| (a, b)))
                    .filter(|(a, b)| a != b)
                {
                    let code = with_pair(at, a, b, seed);
                    assert!(valid(&code));
                    for other in (0..LENGTH).filter(|&other| code[other] != code[at]) {
                        let mut bad = code;
                        bad.swap(at, other);
                        assert!(!valid(&bad), "{bad:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn known_codes_hold_for_ever() {
        // Printed receipts depend on these: zero is all twos, one ends in 3 with check 29 - 9 = 20.
        assert_eq!(Code::from_bytes(&[]).to_string(), "222-222-222");
        assert_eq!(Code::from_bytes(&[1]).to_string(), "222-222-23P");
        assert_eq!(Code::from_bytes(&[1]), Code::from_bytes(&[0, 1]));
    }
}
