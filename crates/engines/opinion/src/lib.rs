//! What people agree on, and in which groups.
pub mod centred;
pub mod conversation;
pub mod error;
pub mod import;
pub mod pca;
pub mod place;
pub mod polis;
pub mod random;
pub mod stats;
pub mod tally;
mod tridiagonal;
pub mod votes;
