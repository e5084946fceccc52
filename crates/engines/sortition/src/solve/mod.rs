//! The solvers.

pub mod blend;
pub mod centre;
pub mod compose;
pub mod every;
pub mod inner;
pub mod lp;
pub mod outer;
pub mod price;
