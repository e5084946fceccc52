//! What many texts say together, without knowing a database or a network.
//!
//! * [`near`]: texts that are the same but for a few characters.
//! * [`encoder`]: from a text to a vector, by [`grams`] pressed together in [`latent`], and by a [`model`] if there is one.
//! * [`mod@group`]: voices that may be one matter, by [`neighbours`] and [`communities`]; with [`keywords`].
//! * [`matters`]: groups that grow voice by voice.
//! * [`topic`], [`places`]: suggestions with the words that speak for them.
//! * [`voices`]: reads voices from CSV. [`yardstick`]: how good a sorting is.
//!
//! All is deterministic: no clock, no random source but seeded ones of a stated recipe, no threads, and where the order
//! of the texts could matter they are put into an order that follows from what they say.

mod common;
pub mod communities;
pub mod encoder;
pub mod grams;
pub mod group;
pub mod keywords;
pub mod kmeans;
mod lanes;
pub mod latent;
mod logistic;
mod matrix;
pub mod matters;
mod mix;
pub mod model;
pub mod near;
pub mod neighbours;
pub mod places;
pub mod tongues;
pub mod topic;
pub mod vectors;
pub mod voices;
pub mod yardstick;

pub use encoder::{Encoder, Method, Model};
pub use grams::{Rows, Vocabulary};
pub use group::{Group, Groups, Settings, Step, Text, group, group_watched};
pub use keywords::{Keyword, WordCounts};
pub use latent::Latent;
pub use matters::{MatterError, Matters};
pub use mix::Random;
pub use model::{ModelError, UniversalEncoder};
pub use near::{COPY, Copies};
pub use places::{Mention, Place, Places};
pub use topic::{Decided, Suggester, Suggestion, Words};
pub use vectors::Vectors;
pub use voices::{Note, NoteKind, Voice, Voices, VoicesError, read_voices};
