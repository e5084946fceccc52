//! From a text to its vector: pieces of characters alone, or beside a model of meaning.

use crate::grams::Vocabulary;
use crate::latent::{Latent, normalize};
use crate::vectors::Vectors;

/// Texts that the pieces are learned from; of more, every second, third ... is taken.
const SAMPLE: usize = 30_000;
/// What the pieces count beside the model, which counts 1.
const PIECES: f32 = 0.4;

/// Something that knows the meaning of texts across languages.
pub trait Model {
    /// Numbers in a vector.
    fn dimensions(&self) -> usize;
    /// The vectors of texts, each of length 1, or all zero.
    fn vectors(&self, texts: &[&str]) -> Vec<Vec<f32>>;
}

/// What texts were compared by. Every result says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Pieces of two to four characters, weighted and pressed into a hundred numbers. Languages do not meet.
    Pieces,
    /// A model of meaning with the pieces beside it. The languages of the model meet.
    Model,
}

impl Method {
    /// The name in files: `pieces` or `model`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pieces => "pieces",
            Self::Model => "model",
        }
    }
}

/// Makes vectors of texts.
pub struct Encoder<'m> {
    vocabulary: Vocabulary,
    latent: Latent,
    model: Option<&'m dyn Model>,
}

impl<'m> Encoder<'m> {
    /// Learns the pieces of a collection; the model, if there is one, knows what it knows.
    #[must_use]
    pub fn learn<T: AsRef<str>>(texts: &[T], model: Option<&'m dyn Model>) -> Self {
        let step = texts.len().div_ceil(SAMPLE).max(1);
        let sample: Vec<&str> = texts.iter().step_by(step).map(AsRef::as_ref).collect();
        let vocabulary = Vocabulary::learn(&sample);
        let latent = Latent::learn(&vocabulary.rows(&sample), &vocabulary);
        Self {
            vocabulary,
            latent,
            model,
        }
    }

    /// What it compares by.
    #[must_use]
    pub fn method(&self) -> Method {
        if self.model.is_some() {
            Method::Model
        } else {
            Method::Pieces
        }
    }

    /// Numbers in a vector.
    #[must_use]
    pub fn dimensions(&self) -> usize {
        self.latent.dimensions() + self.model.map_or(0, Model::dimensions)
    }

    /// The vector of a text, of length 1; all zero if nothing in the text is known.
    #[must_use]
    pub fn vector(&self, text: &str) -> Vec<f32> {
        let meant = self.model.and_then(|model| model.vectors(&[text]).pop());
        self.joined(text, meant.unwrap_or_default())
    }

    /// The vectors of several texts.
    #[must_use]
    pub fn vectors<T: AsRef<str>>(&self, texts: &[T]) -> Vectors {
        self.vectors_watched(texts, &|_| {})
    }

    /// The same, telling how many are done.
    #[must_use]
    pub fn vectors_watched<T: AsRef<str>>(&self, texts: &[T], tell: &dyn Fn(usize)) -> Vectors {
        let mut vectors = Vectors::new(self.dimensions());
        for some in texts.chunks(256) {
            let some: Vec<&str> = some.iter().map(AsRef::as_ref).collect();
            let meant = self
                .model
                .map_or_else(|| vec![Vec::new(); some.len()], |model| model.vectors(&some));
            for (text, meant) in some.iter().zip(meant) {
                vectors.push(&self.joined(text, meant));
            }
            tell(vectors.len());
        }
        vectors
    }

    /// What the model says with the pieces behind it.
    fn joined(&self, text: &str, mut vector: Vec<f32>) -> Vec<f32> {
        let weight = if vector.is_empty() { 1.0 } else { PIECES };
        vector.extend(
            self.latent
                .vector(&self.vocabulary.row(text))
                .iter()
                .map(|x| x * weight),
        );
        normalize(&mut vector);
        vector
    }
}
