//! All parties, in memory.

use std::collections::HashMap;

use kapok_store::ids::PartyId;

use crate::{Party, PartyKind};

/// All parties, in the city's order.
#[derive(Debug, Default)]
pub struct Directory {
    parties: Vec<Party>,
    by_id: HashMap<PartyId, usize>,
    by_key: HashMap<String, usize>,
}

impl Directory {
    /// From parties in their order.
    #[must_use]
    pub fn new(parties: Vec<Party>) -> Self {
        Self {
            by_id: parties.iter().enumerate().map(|(i, p)| (p.id, i)).collect(),
            by_key: parties
                .iter()
                .enumerate()
                .map(|(i, p)| (p.key.clone(), i))
                .collect(),
            parties,
        }
    }

    /// A party.
    #[must_use]
    pub fn get(&self, id: PartyId) -> Option<&Party> {
        self.by_id.get(&id).and_then(|i| self.parties.get(*i))
    }

    /// The party of this key.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Option<&Party> {
        self.by_key.get(key).and_then(|i| self.parties.get(*i))
    }

    /// Name of a party; empty for none.
    #[must_use]
    pub fn name(&self, id: impl Into<Option<PartyId>>) -> &str {
        id.into()
            .and_then(|id| self.get(id))
            .map_or("", |p| p.name.as_str())
    }

    /// The offices of the city.
    pub fn offices(&self) -> impl Iterator<Item = &Party> {
        self.parties.iter().filter(|p| p.kind == PartyKind::Office)
    }

    /// The office of this id; none when it is another sort of party.
    #[must_use]
    pub fn office(&self, id: PartyId) -> Option<&Party> {
        self.get(id).filter(|p| p.kind == PartyKind::Office)
    }

    /// Organisations, groups and businesses.
    pub fn organisations(&self) -> impl Iterator<Item = &Party> {
        self.parties
            .iter()
            .filter(|p| !matches!(p.kind, PartyKind::Office | PartyKind::Person))
    }

    /// Everybody.
    pub fn all(&self) -> impl Iterator<Item = &Party> {
        self.parties.iter()
    }
}
