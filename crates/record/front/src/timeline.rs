//! The timeline of a matter: its acts, oldest first, in the reader's words, with what was said at each.

use std::collections::HashMap;

use kapok_acts::log::Entry;
use kapok_acts::{City, Kind};
use kapok_i18n::T;
use kapok_web::said;

use crate::log::{facts_named as facts, who};

/// One moment.
#[derive(Debug, Clone, Default)]
pub struct Moment {
    /// The step whose colour it has.
    pub key: &'static str,
    /// Day for machines.
    pub iso: String,
    /// Day for people, or from which day to which.
    pub date: String,
    /// The first of several days, for people.
    pub since: String,
    /// Who.
    pub who: String,
    /// What happened.
    pub what: String,
    /// Facts beside it.
    pub facts: String,
    /// A resident's own words.
    pub quote: String,
    /// Language of the words that follow.
    pub lang: String,
    /// Words of the city: an answer, a reason.
    pub more: String,
}

/// Words that belong to an act but are not in it, by the id of its subject, and per kind in the order of time.
#[derive(Debug, Default)]
pub struct Words {
    /// Titles of promises by id.
    pub titles: HashMap<[u8; 16], String>,
    /// Answers to all voices, oldest first: (language, text).
    pub answers: Vec<(String, String)>,
    /// Decisions, oldest first: (language, text).
    pub decisions: Vec<(String, String)>,
}

/// The step whose colour an act has.
#[must_use]
pub fn step_of(kind: Kind) -> &'static str {
    use Kind::*;
    match kind {
        VoiceHeard | VoiceEdited | VoiceWithdrawn | VoiceJoined | VoiceSplit | VoiceReferred
        | VoiceAnswered | VoiceHidden | VoiceRestored | VoicePurged | MatterVoiced => "heard",
        MatterDecided => "decided",
        MatterDoing | MatterReopened | CommitmentMade | CommitmentMoved | CommitmentProgressed
        | CommitmentReopened | CommitmentWithdrawn | CommitmentRetitled => "doing",
        MatterDone | CommitmentFinished | OutcomeMeasured | OutcomeChecked | MatterEvaluated => "done",
        MatterShared | CaseMade => "shared",
        _ => "weighed",
    }
}

/// Whether an act is a small step that the story leaves to the log: asking and accepting, corrections, each report of progress.
fn is_small(kind: Kind) -> bool {
    use Kind::*;
    matches!(
        kind,
        MatterDescribed
            | MatterAsked
            | MatterAccepted
            | MatterDoing
            | CommitmentProgressed
            | CommitmentReopened
            | CommitmentRetitled
            | OutcomeMeasured
            | CaseMade
            | VoiceHeard
            | VoiceEdited
            | VoiceAnswered
            | VoiceHidden
            | VoiceRestored
    )
}

/// The moments of a matter, oldest first. All joinings are told once, and all checks between two other moments; small steps
/// are left out. `all` keeps everything, for the history of one voice.
#[must_use]
pub fn moments(t: T, city: &City, acts: &[Entry], words: &Words, all: bool) -> Vec<Moment> {
    let mut out: Vec<(Kind, i64, Moment)> = Vec::new();
    let (mut answers, mut decisions) = (words.answers.iter(), words.decisions.iter());
    for entry in acts {
        let Some(kind) = Kind::parse(&entry.kind) else {
            continue;
        };
        if !all && is_small(kind) {
            continue;
        }
        let n = count(entry);
        let same = match kind {
            Kind::VoiceJoined if !all => out.iter_mut().find(|(k, ..)| *k == kind),
            Kind::OutcomeChecked => out.last_mut().filter(|(k, ..)| *k == kind),
            _ => None,
        };
        if let Some((_, sum, moment)) = same {
            *sum += n;
            moment.facts = counted(t, kind, *sum);
            if kind == Kind::OutcomeChecked {
                t.matter_residents_checked().clone_into(&mut moment.what);
            }
            let until = city.date(entry.at);
            if until.to_string() != moment.iso {
                moment.date = t.matter_from_to(&moment.since, &t.date(until));
            }
            continue;
        }
        let mut moment = plain(t, city, entry, kind);
        let said = match kind {
            Kind::MatterAnswered => answers.next(),
            Kind::MatterDecided => decisions.next(),
            _ => None,
        };
        if let Some((lang, text)) = said {
            (moment.lang, moment.more) = (lang.clone(), text.clone());
        }
        if let Some(title) = words.titles.get(&entry.subject_id) {
            moment.facts.clear();
            moment.more = [title.as_str(), moment.more.as_str()]
                .into_iter()
                .filter(|s| !s.is_empty())
                .collect::<Vec<_>>()
                .join("\n");
        }
        if matches!(kind, Kind::VoiceJoined | Kind::OutcomeChecked) {
            moment.facts = counted(t, kind, n);
        }
        out.push((kind, n, moment));
    }
    out.into_iter().map(|(_, _, moment)| moment).collect()
}

/// That many voices, or residents who checked.
fn counted(t: T, kind: Kind, n: i64) -> String {
    if kind == Kind::OutcomeChecked {
        t.matter_residents(n)
    } else {
        t.matters_voices(n)
    }
}

/// How many voices or checks an act speaks of. Who says something else than before is no further resident.
fn count(entry: &Entry) -> i64 {
    if entry.text("changed").is_some() {
        return 0;
    }
    entry.text("voices").and_then(|n| n.parse().ok()).unwrap_or(1)
}

fn plain(t: T, city: &City, entry: &Entry, kind: Kind) -> Moment {
    let date = city.date(entry.at);
    // The page around says topic, states and numbers already; a date and a sum are news.
    let shown: Vec<String> = ["reply_by", "due", "office", "into"]
        .iter()
        .filter_map(|name| facts(t, entry, name).into_iter().next())
        .map(|(label, value)| format!("{label}{}{value}", t.base_colon()))
        .collect();
    Moment {
        key: step_of(kind),
        iso: date.to_string(),
        date: t.date(date),
        since: t.date(date),
        who: who(t, entry),
        what: said::sentence(t, entry),
        facts: t.beside(shown),
        quote: String::new(),
        lang: String::new(),
        more: said::reason_of(t, entry),
    }
}
