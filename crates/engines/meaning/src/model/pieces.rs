//! Cuts a text into the pieces of a SentencePiece unigram vocabulary (Kudo, "Subword regularization", ACL 2018).
//!
//! The file is a message of Protocol Buffers in an old layout: the pieces with their scores in field 1, and the map of
//! characters (a double-array trie after Aoe 1989, with the replacements behind it) in field 2 of field 3.

use super::ModelError;
use crate::mix::{HashedMap, mix};

const UNKNOWN: u32 = 0;
const BEGIN: u32 = 1;
const END: u32 = 2;
/// Stands for a space.
const SPACE: char = '\u{2581}';
/// How much worse than the worst piece an unknown character is.
const UNKNOWN_PENALTY: f32 = 10.0;

/// The vocabulary.
pub(super) struct Pieces {
    /// The hash of every piece and of every beginning of one, with the piece's number plus one or 0.
    beginnings: HashedMap<u32>,
    scores: Vec<f32>,
    unknown_score: f32,
    map: CharacterMap,
}

fn wrong(what: &'static str) -> ModelError {
    ModelError::Form {
        name: "sp.model".to_owned(),
        what,
    }
}

/// The fields of a message whose content is bytes, with their numbers; four-byte fields count as bytes.
fn fields(mut message: &[u8]) -> Result<Vec<(u64, &[u8])>, ModelError> {
    let short = || wrong("cut off");
    let mut found = Vec::new();
    while !message.is_empty() {
        let tag = varint(&mut message)?;
        let length = match tag & 7 {
            0 => {
                varint(&mut message)?;
                continue;
            }
            1 => 8,
            2 => usize::try_from(varint(&mut message)?).map_err(|_| short())?,
            5 => 4,
            _ => return Err(wrong("an unknown kind of field")),
        };
        let (content, rest) = message.split_at_checked(length).ok_or_else(short)?;
        found.push((tag >> 3, content));
        message = rest;
    }
    Ok(found)
}

fn varint(message: &mut &[u8]) -> Result<u64, ModelError> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = message.split_first().ok_or_else(|| wrong("cut off"))?;
        *message = rest;
        number |= u64::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Ok(number);
        }
    }
    Err(wrong("a number that does not end"))
}

fn step(hash: u64, c: char) -> u64 {
    mix(hash ^ u64::from(u32::from(c)))
}

/// Where the hash of a piece begins.
const ROOT: u64 = 0x70_6965_6365;

impl Pieces {
    pub(super) fn read(file: &[u8]) -> Result<Self, ModelError> {
        let mut beginnings: HashedMap<u32> = HashedMap::default();
        let (mut scores, mut map) = (Vec::new(), None);
        for (field, content) in fields(file)? {
            match field {
                1 => {
                    let (mut piece, mut score) = ("", 0.0);
                    for (field, content) in fields(content)? {
                        match (field, content) {
                            (1, text) => {
                                piece =
                                    std::str::from_utf8(text).map_err(|_| wrong("a piece that is no text"))?
                            }
                            (2, &[a, b, c, d]) => score = f32::from_le_bytes([a, b, c, d]),
                            _ => {}
                        }
                    }
                    let hash = piece.chars().fold(ROOT, |hash, c| {
                        let hash = step(hash, c);
                        beginnings.entry(hash).or_default();
                        hash
                    });
                    scores.push(score);
                    beginnings.insert(hash, scores.len() as u32);
                }
                3 => {
                    let inside = fields(content)?.into_iter().find(|&(field, _)| field == 2);
                    map = inside
                        .map(|(_, content)| CharacterMap::read(content))
                        .transpose()?;
                }
                _ => {}
            }
        }
        let worst = scores.iter().copied().fold(f32::INFINITY, f32::min);
        Ok(Self {
            beginnings,
            unknown_score: worst - UNKNOWN_PENALTY,
            map: map
                .filter(|_| !scores.is_empty())
                .ok_or_else(|| wrong("no pieces or no map of characters"))?,
            scores,
        })
    }

    /// How many pieces there are.
    pub(super) fn len(&self) -> usize {
        self.scores.len()
    }

    /// The numbers of the pieces, between the marks of beginning and end.
    pub(super) fn cut(&self, text: &str) -> Vec<u32> {
        let chars: Vec<char> = self.normal(text);
        let mut cut = vec![BEGIN];
        if chars.is_empty() {
            cut.push(UNKNOWN);
        } else {
            cut.extend(self.best(&chars));
        }
        cut.push(END);
        cut
    }

    /// The cut with the greatest sum of scores (Viterbi); the piece that begins first wins a tie.
    fn best(&self, chars: &[char]) -> Vec<u32> {
        let n = chars.len();
        let mut best = vec![f32::NEG_INFINITY; n + 1];
        let mut from = vec![(0_usize, UNKNOWN); n + 1];
        best[0] = 0.0;
        for start in 0..n {
            let base = best[start];
            let mut single = false;
            let mut hash = ROOT;
            for (end, &c) in (start + 1..).zip(&chars[start..]) {
                hash = step(hash, c);
                let Some(&piece) = self.beginnings.get(&hash) else {
                    break;
                };
                if let Some(piece) = piece.checked_sub(1) {
                    single |= end == start + 1;
                    let score = base + self.scores[piece as usize];
                    if score > best[end] {
                        best[end] = score;
                        from[end] = (start, piece);
                    }
                }
            }
            if !single && base + self.unknown_score > best[start + 1] {
                best[start + 1] = base + self.unknown_score;
                from[start + 1] = (start, UNKNOWN);
            }
        }
        let mut cut = Vec::new();
        let mut end = n;
        while end > 0 {
            let (start, piece) = from[end];
            cut.push(piece);
            end = start;
        }
        cut.reverse();
        cut
    }

    /// The text with mapped characters, single marks for spaces, one before the first word.
    fn normal(&self, text: &str) -> Vec<char> {
        let mut out: Vec<char> = Vec::with_capacity(text.len());
        let mut after_space = true;
        let mut rest = text;
        while !rest.is_empty() {
            let (mapped, length) = self.map.first(rest);
            rest = &rest[length..];
            let mapped = if after_space {
                mapped.trim_start_matches(' ')
            } else {
                mapped
            };
            if let Some(last) = mapped.chars().next_back() {
                after_space = last == ' ';
                out.extend(mapped.chars().map(|c| if c == ' ' { SPACE } else { c }));
            }
        }
        while out.last() == Some(&SPACE) {
            out.pop();
        }
        if !out.is_empty() {
            out.insert(0, SPACE);
        }
        out
    }
}

/// What characters and sequences of them are replaced by.
struct CharacterMap {
    units: Vec<u32>,
    /// Replacements, each ended by a zero byte.
    replacements: Vec<u8>,
}

impl CharacterMap {
    fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let short = || wrong("a map of characters that is cut off");
        let (size, rest) = bytes.split_first_chunk::<4>().ok_or_else(short)?;
        let (units, replacements) = rest
            .split_at_checked(u32::from_le_bytes(*size) as usize)
            .ok_or_else(short)?;
        let (units, _) = units.as_chunks::<4>();
        Ok(Self {
            units: units.iter().map(|&u| u32::from_le_bytes(u)).collect(),
            replacements: replacements.to_vec(),
        })
    }

    /// The replacement of the longest beginning of the text that has one, else its first character; and how many bytes
    /// of the text it stands for. The text is not empty.
    fn first<'a>(&'a self, text: &'a str) -> (&'a str, usize) {
        let one = text.chars().next().map_or(1, char::len_utf8);
        let (length, value) = self.longest(text.as_bytes());
        let replacement = self
            .replacements
            .get(value as usize..)
            .filter(|_| length > 0 && text.is_char_boundary(length));
        let replacement = replacement.and_then(|bytes| {
            let end = bytes.iter().position(|&b| b == 0)?;
            std::str::from_utf8(&bytes[..end]).ok()
        });
        replacement.map_or((&text[..one], one), |found| (found, length))
    }

    /// The length and the value of the longest key that begins the bytes; 0 for none.
    fn longest(&self, bytes: &[u8]) -> (usize, u32) {
        let offset = |unit: u32| (unit >> 10) << ((unit & 0x200) >> 6);
        let unit = |at: u32| self.units.get(at as usize).copied();
        let mut best = (0, 0);
        let Some(root) = unit(0) else { return best };
        let mut node = offset(root);
        for (length, &byte) in (1..).zip(bytes) {
            node ^= u32::from(byte);
            let Some(found) = unit(node).filter(|u| u & 0x8000_00FF == u32::from(byte)) else {
                break;
            };
            node ^= offset(found);
            if found & 0x100 != 0 {
                let Some(leaf) = unit(node) else { break };
                best = (length, leaf & 0x7FFF_FFFF);
            }
        }
        best
    }
}
