//! Addresses that may stand in a page.

use std::fmt;

/// An address within the site (`/…`, `?…`, `#…`) or of the web (`https://…`, `http://…`). Nothing
/// else can become a link, so that no record can carry a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// The link for an address, or nothing if it is of another kind.
    #[must_use]
    pub fn new(address: &str) -> Option<Self> {
        // Two slashes, or a slash and a backslash, would lead to another site unseen.
        let local = address.starts_with('/') && !address.starts_with("//") && !address.starts_with("/\\");
        let kinds = ["?", "#", "https://", "http://"];
        let clean = !address.chars().any(|c| c.is_control() || c == ' ');
        (clean && (local || kinds.iter().any(|kind| address.starts_with(kind))))
            .then(|| Self(address.to_owned()))
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
