//! The tree of all places, in memory.

use std::collections::HashMap;

use kapok_store::ids::PlaceId;
use kapok_text::{Script, fold};

use crate::{Place, PlaceKind};

/// All places and how they lie in each other.
#[derive(Debug, Default)]
pub struct Tree {
    places: Vec<Place>,
    by_id: HashMap<PlaceId, usize>,
    by_key: HashMap<String, usize>,
    children: HashMap<Option<PlaceId>, Vec<usize>>,
    /// Folded names, for [`Tree::guess`].
    folded: Vec<String>,
}

impl Tree {
    /// From places; their order is the order of children.
    #[must_use]
    pub fn new(places: Vec<Place>) -> Self {
        let by_id: HashMap<_, _> = places.iter().enumerate().map(|(i, p)| (p.id, i)).collect();
        let mut children: HashMap<_, Vec<usize>> = HashMap::new();
        for (i, place) in places.iter().enumerate() {
            // A parent that is not there would hide the place from every walk: it counts as a top.
            let parent = place.parent.filter(|p| by_id.contains_key(p));
            children.entry(parent).or_default().push(i);
        }
        Self {
            by_key: places
                .iter()
                .enumerate()
                .map(|(i, p)| (p.key.clone(), i))
                .collect(),
            folded: places.iter().map(|p| fold(&p.name)).collect(),
            by_id,
            children,
            places,
        }
    }

    /// A place.
    #[must_use]
    pub fn get(&self, id: PlaceId) -> Option<&Place> {
        self.by_id.get(&id).and_then(|i| self.places.get(*i))
    }

    /// The place of this key.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Option<&Place> {
        self.by_key.get(key).and_then(|i| self.places.get(*i))
    }

    /// Name of a place; empty for none.
    #[must_use]
    pub fn name(&self, id: impl Into<Option<PlaceId>>) -> &str {
        id.into()
            .and_then(|id| self.get(id))
            .map_or("", |p| p.name.as_str())
    }

    /// The first place that lies in no other; for a city's record, the city.
    #[must_use]
    pub fn root(&self) -> Option<&Place> {
        self.below(None).next()
    }

    /// The places directly in a place.
    pub fn children(&self, id: PlaceId) -> impl Iterator<Item = &Place> {
        self.below(Some(id))
    }

    fn below(&self, parent: Option<PlaceId>) -> impl Iterator<Item = &Place> {
        self.children
            .get(&parent)
            .into_iter()
            .flatten()
            .filter_map(|i| self.places.get(*i))
    }

    /// A place and everything in it; empty when there is no such place.
    #[must_use]
    pub fn within(&self, id: PlaceId) -> Vec<PlaceId> {
        let mut out: Vec<_> = self.get(id).map(|p| p.id).into_iter().collect();
        let mut next = 0;
        // The length is checked too, so that damaged data with a circle cannot run for ever.
        while next < out.len() && out.len() <= self.places.len() {
            out.extend(self.children(out[next]).map(|p| p.id));
            next += 1;
        }
        out
    }

    /// The way from below the city down to a place, itself included: district, neighbourhood, venue. For the city, and for
    /// places above it, only the place itself.
    #[must_use]
    pub fn path(&self, id: PlaceId) -> Vec<&Place> {
        let mut path: Vec<&Place> = self.upwards(id).collect();
        let above_city =
            |p: &Place| matches!(p.kind, PlaceKind::Region | PlaceKind::Country | PlaceKind::City);
        while path.len() > 1 && path.last().is_some_and(|p| above_city(p)) {
            path.pop();
        }
        path.reverse();
        path
    }

    /// A place, then what it lies in, up to the top.
    fn upwards(&self, id: PlaceId) -> impl Iterator<Item = &Place> {
        std::iter::successors(self.get(id), |p| p.parent.and_then(|up| self.get(up))).take(self.places.len())
    }

    /// All neighbourhoods.
    pub fn neighbourhoods(&self) -> impl Iterator<Item = &Place> {
        self.places.iter().filter(|p| p.kind == PlaceKind::Neighbourhood)
    }

    /// The neighbourhood that a place is or lies in, if any.
    #[must_use]
    pub fn neighbourhood_of(&self, id: PlaceId) -> Option<&Place> {
        self.upwards(id).find(|p| p.kind == PlaceKind::Neighbourhood)
    }

    /// How deprived a place is, 0 to 100: its own figure, or that of the nearest place around it that has one.
    #[must_use]
    pub fn deprivation(&self, id: PlaceId) -> Option<i64> {
        self.upwards(id).find_map(|p| p.deprivation)
    }

    /// All places as they lie in each other, each with its depth from 0: for lists to choose from.
    #[must_use]
    pub fn in_order(&self) -> Vec<(usize, &Place)> {
        let mut out = Vec::with_capacity(self.places.len());
        let mut waiting: Vec<(usize, &Place)> = self.below(None).map(|p| (0, p)).collect();
        waiting.reverse();
        while let Some((depth, place)) = waiting.pop() {
            out.push((depth, place));
            let from = waiting.len();
            waiting.extend(self.children(place.id).map(|p| (depth + 1, p)));
            waiting[from..].reverse();
        }
        out
    }

    /// The place that somebody means by these words: one whose name stands in them. A name within the city wins over the
    /// city's own, then the longest.
    #[must_use]
    pub fn guess(&self, words: &str) -> Option<PlaceId> {
        let words = fold(words);
        let within = |p: &Place| !matches!(p.kind, PlaceKind::Region | PlaceKind::Country | PlaceKind::City);
        self.places
            .iter()
            .zip(&self.folded)
            .filter(|(_, name)| stands_in(name, &words))
            .max_by_key(|(place, name)| (within(place), name.chars().count()))
            .map(|(place, _)| place.id)
    }
}

/// Whether a name stands in words as words of its own: "The Ridge" is not in "the ridgeway". Scripts that put no
/// spaces between words have no such borders.
fn stands_in(name: &str, words: &str) -> bool {
    let spaced = |c: char| {
        c.is_alphanumeric() && !matches!(Script::of(c), Some(Script::Han | Script::Kana | Script::Thai))
    };
    let (Some(first), Some(last)) = (name.chars().next(), name.chars().next_back()) else {
        return false;
    };
    words.match_indices(name).any(|(at, _)| {
        let before = words[..at].chars().next_back();
        let after = words[at + name.len()..].chars().next();
        let joined = |a: Option<char>, b: char| a.is_some_and(spaced) && spaced(b);
        !joined(before, first) && !joined(after, last)
    })
}
