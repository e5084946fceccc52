//! What the words of another platform mean here, as a TOML file.

use std::collections::BTreeMap;

use kapok_decisions::Verdict;
use kapok_matters::model::{FIELDS, LEVELS, TOPICS};
use kapok_voices::Channel;
use serde::Deserialize;

use super::ImportError;

/// The mapping. All of it may be left out for Decidim; plain CSV needs `source`, `columns.id` and `columns.text`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// Name of the other platform; kept with each voice.
    pub source: String,
    /// Channel of voices that say nothing else.
    pub channel: String,
    /// Language to take where a cell is there in several.
    pub lang: String,
    /// Key of the office that is put in the lead of what was decided.
    pub office: String,
    /// Topic of matters that say nothing else.
    pub topic: String,
    /// Level of need of what was decided.
    pub level: String,
    /// Field of need of what was decided.
    pub field: String,
    /// Our columns by name: `id`, `url`, `title`, `text`, `lang`, `place`, `channel`, `date`, `topic`, `answer`, `state`.
    pub columns: BTreeMap<String, String>,
    /// Topics of the other platform, and which of ours they are.
    pub topics: BTreeMap<String, String>,
    /// Channels of the other platform, and which of ours they are.
    pub channels: BTreeMap<String, String>,
    /// States of the other platform that say what was decided: `accepted`, `partly`, `declined`.
    pub states: BTreeMap<String, String>,
}

/// The columns that a mapping may name.
const COLUMNS: [&str; 11] = [
    "id", "url", "title", "text", "lang", "place", "channel", "date", "topic", "answer", "state",
];

impl Mapping {
    /// Reads and checks it.
    ///
    /// # Errors
    /// When a name in it is not one of ours; the text says which and what there is.
    pub fn parse(file: &str, text: &str) -> Result<Self, ImportError> {
        let wrong = |why: String| ImportError::Form(file.to_owned(), why);
        let out: Self = toml::from_str(text).map_err(|e| wrong(e.to_string()))?;
        let known = |what: &str, id: &str, ids: &[&str]| match id.is_empty() || ids.contains(&id) {
            true => Ok(()),
            false => Err(wrong(format!(
                "there is no {what} {id:?}; there is: {}",
                ids.join(", ")
            ))),
        };
        let channels: Vec<&str> = Channel::ALL.iter().map(|c| c.id()).collect();
        let verdicts = Verdict::ALL.map(Verdict::id);
        known("channel", &out.channel, &channels)?;
        known("topic", &out.topic, &TOPICS)?;
        known("level", &out.level, &LEVELS)?;
        known("field", &out.field, &FIELDS)?;
        out.columns
            .keys()
            .try_for_each(|id| known("column", id, &COLUMNS))?;
        out.topics
            .values()
            .try_for_each(|id| known("topic", id, &TOPICS))?;
        out.channels
            .values()
            .try_for_each(|id| known("channel", id, &channels))?;
        out.states
            .values()
            .try_for_each(|id| known("decision", id, &verdicts))?;
        Ok(out)
    }

    /// The topic that a word means; the default for a word that is not mapped.
    pub(super) fn topic(&self, word: &str) -> String {
        let own = TOPICS.contains(&word).then(|| word.to_owned());
        self.topics
            .get(word)
            .cloned()
            .or(own)
            .unwrap_or_else(|| self.topic.clone())
    }

    /// The channel that a word means; none for a word that is not mapped.
    pub(super) fn channel(&self, word: &str) -> Option<Channel> {
        let id = if word.is_empty() {
            self.channel.as_str()
        } else {
            self.channels.get(word).map_or(word, String::as_str)
        };
        if id.is_empty() {
            Some(Channel::Web)
        } else {
            Channel::parse(id)
        }
    }

    /// What a state says was decided.
    pub(super) fn verdict(&self, word: &str) -> Option<Verdict> {
        self.states.get(word).and_then(|id| Verdict::parse(id))
    }
}
