//! What many texts say together: near-copies, vectors of meaning, groups of voices, suggested topics.

mod common;
pub mod communities;
pub mod encoder;
pub mod grams;
pub mod group;
pub mod keywords;
pub mod kmeans;
pub mod latent;
mod logistic;
mod matrix;
pub mod matters;
mod mix;
pub mod model;
pub mod near;
pub mod neighbours;
pub mod tongues;
pub mod topic;
pub mod vectors;
pub mod voices;
pub mod yardstick;

pub use encoder::{Encoder, Method, Model};
pub use grams::{Rows, Vocabulary};
pub use group::{Group, Groups, Settings, Text, group};
pub use keywords::{Keyword, WordCounts};
pub use latent::Latent;
pub use matters::{MatterError, Matters};
pub use mix::Random;
pub use model::{ModelError, UniversalEncoder};
pub use near::{COPY, Copies};
pub use topic::{Decided, Suggester, Suggestion, Words};
pub use vectors::Vectors;
pub use voices::{Note, NoteKind, Voice, Voices, VoicesError, read_voices};
