//! What the engine promises, on small tables worked out by hand, on made-up conversations, and on real ones where they are at hand.

mod exports;
mod files;
mod groups;
mod hand;
mod shared;
