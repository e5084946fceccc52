//! What a place is.

use kapok_store::ids::PlaceId;

use crate::Rings;

/// What sort of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlaceKind {
    /// Part of the world, above countries.
    Region,
    /// A country.
    Country,
    /// The city of this record, or one of another country.
    City,
    /// A part of the city with an administration of its own.
    District,
    /// A part of a district that people call by its name.
    Neighbourhood,
    /// A building or square where people meet.
    Venue,
}

impl PlaceKind {
    /// All of them, from large to small.
    pub const ALL: [PlaceKind; 6] = [
        PlaceKind::Region,
        PlaceKind::Country,
        PlaceKind::City,
        PlaceKind::District,
        PlaceKind::Neighbourhood,
        PlaceKind::Venue,
    ];

    /// Name in the database and in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            PlaceKind::Region => "region",
            PlaceKind::Country => "country",
            PlaceKind::City => "city",
            PlaceKind::District => "district",
            PlaceKind::Neighbourhood => "neighbourhood",
            PlaceKind::Venue => "venue",
        }
    }

    /// Reads [`PlaceKind::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// A place.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its id.
    pub id: PlaceId,
    /// The city's short name for it, as in addresses and files.
    pub key: String,
    /// The place it lies in.
    pub parent: Option<PlaceId>,
    /// What sort of place.
    pub kind: PlaceKind,
    /// Name, as people say it.
    pub name: String,
    /// People who live there; none where unknown.
    pub population: Option<i64>,
    /// How deprived it is, 0 (not at all) to 100, by the city's own index; none where unknown.
    pub deprivation: Option<i64>,
    /// Its borders in degrees; one ring of one point for a venue, empty where unknown.
    pub rings: Rings,
}

impl Place {
    /// A point within its borders that stands for it: the middle of the corners of its outer ring. Longitude first.
    #[must_use]
    pub fn middle(&self) -> Option<(f64, f64)> {
        let ring = self.rings.first().filter(|ring| !ring.is_empty())?;
        #[expect(
            clippy::cast_precision_loss,
            reason = "a border has far fewer than 2^52 corners"
        )]
        let n = ring.len() as f64;
        let (lon, lat) = ring
            .iter()
            .fold((0.0, 0.0), |(x, y), (lon, lat)| (x + lon, y + lat));
        Some((lon / n, lat / n))
    }
}

/// A place as a file brings it. Places name their parent by its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPlace {
    /// See [`Place::key`].
    pub key: String,
    /// Key of the place it lies in.
    pub parent: Option<String>,
    /// What sort of place.
    pub kind: PlaceKind,
    /// Name.
    pub name: String,
    /// People who live there.
    pub population: Option<i64>,
    /// 0 to 100.
    pub deprivation: Option<i64>,
    /// Well-known text, already found readable.
    pub geometry: Option<String>,
}
