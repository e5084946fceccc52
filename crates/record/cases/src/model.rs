//! What a case is: its stages as facts with sources, how sure its topic is, and the parts of a write-up.

/// Regions as the report counts them: English names, which are also their ids.
pub const REGIONS: [&str; 6] = [
    "Asia",
    "Africa",
    "Europe",
    "North America",
    "South America",
    "Oceania",
];

/// How far a case came, or an honour beside that. The order is that of the award: later is further.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Named for comparison; not an entry of an award.
    Reference,
    /// An entry, or named as a case; nothing further is known.
    Participating,
    /// Written in this city from a matter that was evaluated.
    Shared,
    /// On the long list of the technical committee.
    Recommended,
    /// On the short list.
    Shortlisted,
    /// Chosen by the jury.
    Winner,
    /// An honour beside the stages: a special mention of the jury.
    SpecialMention,
    /// An honour beside the stages: chosen in an online vote.
    PopularCity,
}

impl Stage {
    /// All of them.
    pub const ALL: [Stage; 8] = [
        Stage::Winner,
        Stage::Shortlisted,
        Stage::Recommended,
        Stage::Shared,
        Stage::Participating,
        Stage::Reference,
        Stage::SpecialMention,
        Stage::PopularCity,
    ];

    /// Name in the database, files and addresses.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Stage::Reference => "reference",
            Stage::Participating => "participating",
            Stage::Shared => "shared",
            Stage::Recommended => "expert-recommended",
            Stage::Shortlisted => "shortlisted",
            Stage::Winner => "winner",
            Stage::SpecialMention => "special-mention",
            Stage::PopularCity => "popular-city",
        }
    }

    /// Reads [`Stage::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.id() == id)
    }

    /// Whether it is an honour beside the stages.
    #[must_use]
    pub fn is_honour(self) -> bool {
        matches!(self, Stage::SpecialMention | Stage::PopularCity)
    }

    /// Place in the order of lists; the furthest has the highest.
    #[must_use]
    pub fn rank(self) -> i64 {
        match self {
            Stage::Reference | Stage::SpecialMention | Stage::PopularCity => 0,
            Stage::Participating => 1,
            Stage::Shared => 2,
            Stage::Recommended => 3,
            Stage::Shortlisted => 4,
            Stage::Winner => 5,
        }
    }
}

/// One thing that a source says about a case in an award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageFact {
    /// What.
    pub stage: Stage,
    /// Whether the source speaks of this project; otherwise of its city, and nothing is concluded for the project.
    pub of_project: bool,
    /// Year of the award session.
    pub year: Option<i64>,
    /// The source's wording.
    pub words: String,
    /// Where it stands.
    pub source: String,
    /// Address of the source, empty for print.
    pub url: String,
}

impl StageFact {
    /// Reads what another source says about a case: parts separated by `;`, each a stage and a year. A part that begins
    /// with "city" speaks of the city, not of the project. Gives the part that cannot be read as an error.
    ///
    /// # Errors
    /// The part that names no known stage or no year.
    pub fn parse_all(words: &str, url: &str) -> Result<Vec<Self>, String> {
        let parts = words.split(';').map(str::trim).filter(|part| !part.is_empty());
        parts
            .map(|part| Self::parse(part, url).ok_or_else(|| part.to_owned()))
            .collect()
    }

    fn parse(part: &str, url: &str) -> Option<Self> {
        let stage = [
            ("online popular city", Stage::PopularCity),
            ("special mention", Stage::SpecialMention),
            ("expert-recommended", Stage::Recommended),
            ("shortlisted", Stage::Shortlisted),
            ("winner", Stage::Winner),
            ("won", Stage::Winner),
        ]
        .into_iter()
        .find(|(word, _)| part.contains(word))?
        .1;
        let year = part
            .split(|c: char| !c.is_ascii_digit())
            .find(|digits| digits.len() == 4)?;
        Some(Self {
            stage,
            of_project: !part.starts_with("city "),
            year: year.parse().ok(),
            words: part.to_owned(),
            source: String::new(),
            url: url.to_owned(),
        })
    }

    /// Place of the fact in the story of the case: by year, then by stage; without a year first.
    #[must_use]
    pub fn order(&self) -> (i64, i64) {
        (self.year.unwrap_or_default(), self.stage.rank())
    }
}

/// The furthest stage that any source gives the project, and its year. Honours do not move the stage, but tell the year
/// of a session where nothing else does.
#[must_use]
pub fn furthest(facts: &[StageFact]) -> (Stage, Option<i64>) {
    let of_project = || facts.iter().filter(|f| f.of_project);
    let best = of_project()
        .filter(|f| !f.stage.is_honour())
        .max_by_key(|f| (f.stage.rank(), f.year));
    let stage = best.map_or(Stage::Participating, |f| f.stage);
    let year = best
        .and_then(|f| f.year)
        .or_else(|| of_project().filter_map(|f| f.year).max());
    (stage, year)
}

/// The value by which lists are ordered: furthest stage first, then the order of the record.
#[must_use]
pub fn sort_value(stage: Stage, number: i64) -> i64 {
    const ROOM: i64 = 1_000_000_000; // more cases than any library will have
    stage.rank() * ROOM + (ROOM - 1 - number.clamp(0, ROOM - 1))
}

/// How sure the topic of a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The source states it.
    Stated,
    /// Concluded from what the source says.
    Inferred,
    /// Concluded from very little.
    InferredLow,
    /// Chosen by the office that wrote the case.
    Chosen,
}

impl Basis {
    /// All of them.
    pub const ALL: [Basis; 4] = [Basis::Stated, Basis::Inferred, Basis::InferredLow, Basis::Chosen];

    /// Name in the database and files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Basis::Stated => "stated",
            Basis::Inferred => "inferred",
            Basis::InferredLow => "inferred-low",
            Basis::Chosen => "chosen",
        }
    }

    /// Reads [`Basis::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|b| b.id() == id)
    }
}

/// The parts of a write-up, in the order in which they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each name is the heading of a part; the catalogues say it to people"
)]
pub enum Section {
    Context,
    Actors,
    Resources,
    Innovation,
    Obstacles,
    Outcomes,
    Lessons,
    Replicability,
    Sustainability,
    Risk,
}

impl Section {
    /// All of them, in order.
    pub const ALL: [Section; 10] = [
        Section::Context,
        Section::Actors,
        Section::Resources,
        Section::Innovation,
        Section::Obstacles,
        Section::Outcomes,
        Section::Lessons,
        Section::Replicability,
        Section::Sustainability,
        Section::Risk,
    ];

    /// Name in the database and forms.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Section::Context => "context",
            Section::Actors => "actors",
            Section::Resources => "resources",
            Section::Innovation => "innovation",
            Section::Obstacles => "obstacles",
            Section::Outcomes => "outcomes",
            Section::Lessons => "lessons",
            Section::Replicability => "replicability",
            Section::Sustainability => "sustainability",
            Section::Risk => "risk",
        }
    }

    /// Reads [`Section::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.id() == id)
    }
}

/// A name for an address from words: small letters, digits and hyphens, at most 60; empty where the words have no
/// letters of the Latin alphabet.
#[must_use]
pub fn slug(words: &str) -> String {
    let mut out = String::new();
    for c in kapok_text::fold(words).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() >= 60 {
            break;
        }
    }
    out.trim_end_matches('-').to_owned()
}

/// Whether a text can stand in an address as a key.
#[must_use]
pub fn is_key(text: &str) -> bool {
    (1..=80).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
