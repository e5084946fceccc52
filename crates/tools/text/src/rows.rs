//! The sorted voices as CSV and JSON.

use std::collections::BTreeMap;
use std::io::Write;

use kapok_meaning::{Group, Groups, Settings, Text, Voice, Voices};
use serde::Serialize;

use crate::advice::{Advice, Adviser};
use crate::suggest::{AdviceJson, Learned, cells, place_names};

/// Voices, their groups and how they were made: what all outputs show.
pub(crate) struct Sorted<'a> {
    pub file: &'a str,
    pub input: &'a Voices,
    /// The language of each voice: as in the file, or recognised; empty if neither.
    pub languages: Vec<String>,
    pub groups: &'a Groups,
    /// What is suggested for each group.
    pub advice: Vec<Advice>,
    pub adviser: &'a Adviser<'a>,
    pub settings: Settings,
    pub model: Option<&'a str>,
}

impl Sorted<'_> {
    pub(crate) fn voice(&self, at: usize) -> &Voice {
        &self.input.voices[at]
    }

    /// The group's name: its key words, or the beginning of its first text.
    pub(crate) fn name(&self, group: &Group) -> String {
        if group.keywords.is_empty() {
            return group.texts.first().map_or_else(String::new, |t| {
                kapok_text::excerpt(&self.voice(t.shown).text, 60)
            });
        }
        group
            .keywords
            .iter()
            .take(4)
            .map(|k| k.word.as_str())
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// How many voices of some texts have each value, most first.
    pub(crate) fn tally(&self, texts: &[Text], of: impl Fn(usize) -> Option<String>) -> Vec<(String, usize)> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for voice in texts.iter().flat_map(|t| &t.voices) {
            *counts.entry(of(*voice).unwrap_or_default()).or_default() += 1;
        }
        let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
        counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        counts
    }

    pub(crate) fn languages_of(&self, texts: &[Text]) -> Vec<(String, usize)> {
        self.tally(texts, |v| Some(self.languages[v].clone()))
    }

    pub(crate) fn places_of(&self, texts: &[Text]) -> Vec<(String, usize)> {
        self.tally(texts, |v| self.voice(v).place.clone())
    }

    /// Different texts, copies taken together.
    pub(crate) fn different(&self) -> usize {
        self.groups.groups.iter().map(|g| g.texts.len()).sum::<usize>() + self.groups.alone.len()
    }

    /// Writes one row for each voice, in the order of the file; group 0 means that it fits none.
    pub(crate) fn write_csv(&self, out: impl Write) -> csv::Result<()> {
        #[derive(Clone, Default)]
        struct Row<'a> {
            group: usize,
            name: &'a str,
            size: usize,
            rank: usize,
            closeness: f64,
            copy_of: Option<usize>,
        }
        let names: Vec<String> = self.groups.groups.iter().map(|g| self.name(g)).collect();
        let mut rows = vec![Row::default(); self.input.voices.len()];
        for (number, group) in self.groups.groups.iter().enumerate() {
            for (rank, text) in group.texts.iter().enumerate() {
                for &voice in &text.voices {
                    rows[voice] = Row {
                        group: number + 1,
                        name: &names[number],
                        size: group.voices,
                        rank: rank + 1,
                        closeness: text.closeness,
                        copy_of: (voice != text.shown).then_some(text.shown),
                    };
                }
            }
        }
        let mut csv = csv::Writer::from_writer(out);
        csv.write_record([
            "id",
            "group",
            "name",
            "size",
            "rank",
            "closeness",
            "copy_of",
            "language",
            "place",
            "topic",
            "topic_probability",
            "topic_words",
            "department",
            "department_probability",
            "department_words",
            "named_places",
            "text",
        ])?;
        let advised: Vec<[String; 7]> = self.advice.iter().map(columns).collect();
        let nothing = [const { String::new() }; 7];
        for (at, row) in rows.iter().enumerate() {
            let voice = self.voice(at);
            let number = |n: usize| {
                if row.group == 0 {
                    String::new()
                } else {
                    n.to_string()
                }
            };
            let advised = row.group.checked_sub(1).map_or(&nothing, |group| &advised[group]);
            let own = [
                voice.id.as_str(),
                &row.group.to_string(),
                row.name,
                &number(row.size),
                &number(row.rank),
                &if row.group == 0 {
                    String::new()
                } else {
                    format!("{:.3}", row.closeness)
                },
                row.copy_of.map_or("", |c| self.voice(c).id.as_str()),
                &self.languages[at],
                voice.place.as_deref().unwrap_or_default(),
            ];
            let advised = advised.iter().map(String::as_str);
            csv.write_record(own.into_iter().chain(advised).chain([voice.text.as_str()]))?;
        }
        csv.flush()?;
        Ok(())
    }

    /// Writes everything as JSON.
    pub(crate) fn write_json(&self, out: impl Write) -> serde_json::Result<()> {
        let ids = |voices: &[usize]| {
            voices
                .iter()
                .map(|&v| self.voice(v).id.as_str())
                .collect::<Vec<_>>()
        };
        let text = |t: &Text| TextJson {
            text: self.voice(t.shown).text.clone(),
            id: self.voice(t.shown).id.clone(),
            voices: t.voices.len(),
            ids: ids(&t.voices).into_iter().map(str::to_owned).collect(),
            closeness: rounded(t.closeness),
        };
        let groups = self
            .groups
            .groups
            .iter()
            .enumerate()
            .zip(&self.advice)
            .map(|((at, group), advice)| GroupJson {
                suggested: AdviceJson::of(advice),
                group: at + 1,
                name: self.name(group),
                voices: group.voices,
                different_texts: group.texts.len(),
                tightness: rounded(group.tightness),
                keywords: group.keywords.iter().map(|k| k.word.clone()).collect(),
                languages: self.languages_of(&group.texts).into_iter().collect(),
                places: self.places_of(&group.texts).into_iter().collect(),
                texts: group.texts.iter().map(text).collect(),
            });
        let report = ReportJson {
            voices: self.groups.voices(),
            different_texts: self.different(),
            method: self.groups.method.name(),
            model: self.model,
            detail: self.settings.detail,
            copy_threshold: self.settings.copy,
            learned_from: Learned::of(self.adviser),
            notes: self
                .input
                .notes
                .iter()
                .map(|n| NoteJson {
                    rows: n.rows,
                    first_line: n.first_line,
                    what: n.kind.words(),
                })
                .collect(),
            groups: groups.collect(),
            alone: self.groups.alone.iter().map(text).collect(),
            wordless: ids(&self.groups.wordless),
        };
        serde_json::to_writer_pretty(out, &report)
    }
}

/// What is suggested for a group, as fields of its rows.
fn columns(advice: &Advice) -> [String; 7] {
    let ([a, b, c], [d, e, f]) = (cells(&advice.topic), cells(&advice.department));
    [a, b, c, d, e, f, place_names(advice)]
}

/// Three decimals: what the figures are worth.
pub(crate) fn rounded(x: f64) -> f64 {
    (x * 1000.0).round() / 1000.0
}

#[derive(Serialize)]
struct ReportJson<'a> {
    voices: usize,
    different_texts: usize,
    method: &'a str,
    model: Option<&'a str>,
    detail: f64,
    copy_threshold: f64,
    learned_from: Learned<'a>,
    notes: Vec<NoteJson>,
    groups: Vec<GroupJson>,
    alone: Vec<TextJson>,
    wordless: Vec<&'a str>,
}

#[derive(Serialize)]
struct NoteJson {
    rows: usize,
    first_line: u64,
    what: &'static str,
}

#[derive(Serialize)]
struct GroupJson {
    group: usize,
    name: String,
    voices: usize,
    different_texts: usize,
    tightness: f64,
    keywords: Vec<String>,
    languages: BTreeMap<String, usize>,
    places: BTreeMap<String, usize>,
    suggested: AdviceJson,
    texts: Vec<TextJson>,
}

#[derive(Serialize)]
struct TextJson {
    text: String,
    id: String,
    voices: usize,
    ids: Vec<String>,
    closeness: f64,
}
