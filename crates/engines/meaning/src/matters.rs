//! Matters that grow voice by voice: a new voice is shown the nearest, a person joins, founds, merges or splits.
//!
//! No voice is ever lost or counted twice: every change moves voices, and the sum stays (a test tries all changes in any
//! order). The nearest are found through an index of cells ([`crate::neighbours::Index`]) that does not depend on the
//! order in which matters came.

use crate::neighbours::Index;
use crate::vectors::{Vectors, cosine};

/// Matters with their voices.
#[derive(Clone, Debug)]
pub struct Matters {
    centres: Vectors,
    voices: Vec<Vec<u64>>,
    index: Index,
}

/// Why a change cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MatterError {
    /// No matter has this number.
    #[error("there is no matter {0}")]
    Unknown(usize),
    /// A matter is to be merged with itself.
    #[error("matter {0} cannot be merged with itself")]
    Itself(usize),
    /// A voice to be split off is not in the matter.
    #[error("voice {0} is not in this matter")]
    NotThere(u64),
}

impl Matters {
    /// Matters with the centres and voices given, numbered from 0. Cells are learned from these centres.
    ///
    /// # Panics
    /// If there are not as many lists of voices as centres.
    #[must_use]
    pub fn new(centres: Vectors, voices: Vec<Vec<u64>>) -> Self {
        assert_eq!(
            centres.len(),
            voices.len(),
            "each matter has one centre and one list of voices"
        );
        let index = Index::build(&centres);
        Self {
            centres,
            voices,
            index,
        }
    }

    /// How many voices all matters have together.
    #[must_use]
    pub fn total(&self) -> usize {
        self.voices.iter().map(Vec::len).sum()
    }

    /// The voices of a matter, in the order in which they came.
    ///
    /// # Errors
    /// [`MatterError::Unknown`].
    pub fn voices(&self, matter: usize) -> Result<&[u64], MatterError> {
        self.voices
            .get(matter)
            .map(Vec::as_slice)
            .ok_or(MatterError::Unknown(matter))
    }

    /// The matters nearest to a vector with their cosines, best first, at most `count`; those without voices are left out.
    #[must_use]
    pub fn nearest(&self, vector: &[f32], count: usize) -> Vec<(usize, f64)> {
        let mut asked = Vectors::new(self.centres.dimensions());
        asked.push(vector);
        let found = self
            .index
            .nearest(&self.centres, asked.raw(0), count + 16, i32::MIN);
        let living = found
            .into_iter()
            .filter(|&(_, matter)| !self.voices[matter as usize].is_empty());
        living
            .take(count)
            .map(|(product, matter)| (matter as usize, cosine(product)))
            .collect()
    }

    /// A new matter around a voice; its number.
    pub fn found(&mut self, voice: u64, vector: &[f32]) -> usize {
        self.begin(vec![voice], vector)
    }

    /// Adds a voice to a matter.
    ///
    /// # Errors
    /// [`MatterError::Unknown`].
    pub fn join(&mut self, matter: usize, voice: u64) -> Result<(), MatterError> {
        self.voices
            .get_mut(matter)
            .ok_or(MatterError::Unknown(matter))?
            .push(voice);
        Ok(())
    }

    /// Moves all voices of one matter into another; the emptied one stays known by its number.
    ///
    /// # Errors
    /// [`MatterError`]; then nothing has changed.
    pub fn merge(&mut self, into: usize, from: usize) -> Result<(), MatterError> {
        if into == from {
            return Err(MatterError::Itself(into));
        }
        self.voices(into)?;
        let moved = std::mem::take(self.voices.get_mut(from).ok_or(MatterError::Unknown(from))?);
        self.voices[into].extend(moved);
        Ok(())
    }

    /// Moves some voices of a matter into a new one around a vector; its number.
    ///
    /// # Errors
    /// [`MatterError`]; then nothing has changed.
    pub fn split(&mut self, matter: usize, voices: &[u64], vector: &[f32]) -> Result<usize, MatterError> {
        let all = self.voices(matter)?;
        if let Some(&stranger) = voices.iter().find(|voice| !all.contains(voice)) {
            return Err(MatterError::NotThere(stranger));
        }
        let (moved, kept) = all.iter().partition(|voice| voices.contains(voice));
        self.voices[matter] = kept;
        Ok(self.begin(moved, vector))
    }

    fn begin(&mut self, voices: Vec<u64>, vector: &[f32]) -> usize {
        let number = self.voices.len();
        self.centres.push(vector);
        self.voices.push(voices);
        self.index.add(number as u32, self.centres.raw(number));
        number
    }
}
