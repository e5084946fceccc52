//! Award sessions, workshops, counts by topic, questionnaires, contradictions: rows as they are kept.

use kapok_store::row;

row! {
    /// A session of the award. `None` is unknown.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Session {
        /// Stable id.
        pub id: String,
        /// 1 is the first session.
        pub number: i64,
        /// Year.
        pub year: i64,
        /// Valid entries (cases).
        pub submissions: Option<i64>,
        /// Cities that sent them.
        pub cities: Option<i64>,
        /// Their countries and regions.
        pub countries: Option<i64>,
        /// Cities on the long list of the technical committee.
        pub longlist: Option<i64>,
        /// Cities on the short list.
        pub shortlist: Option<i64>,
        /// Where the report says so.
        pub report_ref: String,
        /// Remark of the transcribers.
        pub note: String,
        /// What other sources say.
        pub external_note: String,
    }
}

row! {
    /// Entries of a session from a region.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct RegionCount {
        /// Year of the session.
        pub year: i64,
        /// One of [`kapok_cases::model::REGIONS`].
        pub region: String,
        /// Entries.
        pub n: i64,
    }
}

row! {
    /// A workshop. `None` is unknown.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Workshop {
        /// Stable id.
        pub id: String,
        /// 1 is the first.
        pub number: i64,
        /// Year.
        pub year: i64,
        /// Theme, stored once.
        pub theme: String,
        /// Participants, where a source gives a number.
        pub participants: Option<i64>,
        /// A number that the participants are not fewer than, where a source gives only that.
        pub at_least: Option<i64>,
        /// Their cities.
        pub cities: Option<i64>,
        /// Their countries and regions.
        pub countries: Option<i64>,
        /// Cities named, separated by `|`.
        pub named_cities: String,
        /// Where the report says so.
        pub report_ref: String,
        /// Remark of the transcribers.
        pub note: String,
    }
}

row! {
    /// Entries on a topic in one session or in several together.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct TopicCount {
        /// Topic, by id.
        pub topic: String,
        /// Order of the topics.
        pub position: i64,
        /// A year, or first and last year with a hyphen.
        pub years: String,
        /// Entries.
        pub n: Option<i64>,
        /// Where the report says so.
        pub report_ref: String,
        /// How sure it is that this count belongs to this topic, and why.
        pub confidence: String,
    }
}

row! {
    /// A question of a questionnaire.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Question {
        /// Stable id.
        pub id: String,
        /// Order.
        pub position: i64,
        /// Figure of the report.
        pub figure: String,
        /// English wording.
        pub wording: String,
    }
}

row! {
    /// An option of a question with the printed percentage.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Choice {
        /// The question.
        pub question_id: String,
        /// Order within the question.
        pub position: i64,
        /// English wording.
        pub wording: String,
        /// Whole percent as printed.
        pub percent: Option<i64>,
        /// Remark of the transcribers.
        pub note: String,
    }
}

row! {
    /// Something that the report says in two ways.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Discrepancy {
        /// Stable id.
        pub id: String,
        /// Order.
        pub position: i64,
        /// What it is about.
        pub what: String,
        /// One place.
        pub place_a: String,
        /// What stands there.
        pub value_a: String,
        /// Another place.
        pub place_b: String,
        /// What stands there.
        pub value_b: String,
        /// What the record does, so that it cannot say both.
        pub consequence: String,
    }
}

impl TopicCount {
    /// First and last year counted.
    #[must_use]
    pub fn span(&self) -> Option<(i64, i64)> {
        let (first, last) = self.years.split_once('-').unwrap_or((&self.years, &self.years));
        Some((first.parse().ok()?, last.parse().ok()?))
    }
}
