//! Counts that may be unknown. An unknown count is not zero and does not vanish from a sum.

/// A value, or the fact that nobody recorded it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known<T> {
    /// Recorded.
    Known(T),
    /// Not recorded.
    #[default]
    Unknown,
}

impl<T> Known<T> {
    /// The value, if recorded.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unknown => None,
        }
    }

    /// The value changed by a function; unknown stays unknown.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Known<U> {
        self.value().map(change).into()
    }
}

impl<T> From<Option<T>> for Known<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Unknown, Self::Known)
    }
}

/// What a sum of counts can honestly say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sum {
    /// All parts are known.
    Exact(i64),
    /// Some parts are unknown: the sum is at least this.
    AtLeast {
        /// Sum of the known parts.
        bound: i64,
        /// How many parts are unknown.
        unknown: usize,
    },
    /// No part is known.
    Unknown,
}

impl Sum {
    /// The sum where it is exact, else unknown.
    #[must_use]
    pub fn exact(self) -> Known<i64> {
        match self {
            Self::Exact(sum) => Known::Known(sum),
            Self::AtLeast { .. } | Self::Unknown => Known::Unknown,
        }
    }
}

/// The sum of counts (none negative, else "at least" would be wrong). The sum of no parts is zero.
/// Stops at the largest `i64`.
#[must_use]
pub fn sum(parts: &[Known<i64>]) -> Sum {
    let known: Vec<i64> = parts.iter().filter_map(|part| part.value()).collect();
    let bound = known.iter().fold(0, |sum: i64, &part| sum.saturating_add(part));
    match parts.len() - known.len() {
        0 => Sum::Exact(bound),
        _ if known.is_empty() => Sum::Unknown,
        unknown => Sum::AtLeast { bound, unknown },
    }
}
