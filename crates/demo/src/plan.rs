//! When everything happens: the rows of the files as one list in true order of time.
//!
//! The files say days before today. The time of day comes from a hash of the row, within hours that fit the channel or
//! office: the same day and files give the same list. Joining is not in the files; it follows here from when a voice came
//! and when somebody worked the inbox.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::content::{Content, EventRow, Origin, VoiceRow};
use crate::event::{COMMENTS, Event};

/// One thing to do, and when.
#[derive(Debug, Clone)]
pub struct Happening<'a> {
    /// When.
    pub at: Timestamp,
    /// The row it comes from.
    pub origin: Origin,
    /// What.
    pub what: What<'a>,
}

/// What is to be done. Voices are named by their place in [`Content::voices`].
#[derive(Debug, Clone)]
pub enum What<'a> {
    /// Somebody says something.
    Voice(usize, &'a VoiceRow),
    /// An officer begins a matter with the voices that are there.
    Begin(&'a str, Vec<usize>),
    /// An officer joins the voices that came since.
    Join(&'a str, Vec<usize>),
    /// A row of `events.csv`.
    Event(&'a EventRow),
    /// The office that was asked in this row replies.
    Reply(&'a EventRow),
    /// One resident of this row says whether it is done, perhaps in words.
    Check(&'a EventRow, &'a str),
}

/// Hours of a day, in minutes after midnight.
type Hours = (u64, u64);

/// When an office works the inbox, before anything else that day …
const MORNING: Hours = (480, 570);
/// … decides, asks and answers …
const OFFICE: Hours = (600, 990);
/// … and works the inbox again.
const EVENING: Hours = (990, 1110);
/// When residents are about.
const WAKING: Hours = (450, 1260);

/// The day from which days are counted back.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// Where the city lies.
    pub zone: TimeZone,
    /// Today there.
    pub today: Date,
    /// Nothing happens after this moment.
    pub now: Timestamp,
}

impl Calendar {
    /// The day that lies so many days back; ahead when negative.
    #[must_use]
    pub fn day(&self, days_ago: i64) -> Date {
        let span = jiff::Span::new().try_days(days_ago).unwrap_or_default();
        self.today.checked_sub(span).unwrap_or(self.today)
    }

    /// A moment of that day, `ms` after midnight on the city's clocks. Today ends now: its hours move closer together.
    fn moment(&self, days_ago: i64, ms: u64) -> Timestamp {
        let midnight = self.day(days_ago).at(0, 0, 0, 0);
        let clock = i64::try_from(ms).unwrap_or_default();
        let since = |start: Timestamp, ms: i64| {
            Timestamp::from_millisecond(start.as_millisecond() + ms).unwrap_or(start)
        };
        if days_ago == 0 {
            let start = self.zone.to_timestamp(midnight).unwrap_or(self.now);
            let passed = (self.now.as_millisecond() - start.as_millisecond()).max(0);
            let waking = i64::try_from(WAKING.1 * 60_000).unwrap_or(i64::MAX);
            return since(
                start,
                if passed < waking {
                    clock * passed / waking
                } else {
                    clock
                },
            );
        }
        let wall = midnight
            .checked_add(jiff::Span::new().milliseconds(clock))
            .unwrap_or(midnight);
        self.zone.to_timestamp(wall).unwrap_or(self.now)
    }
}

/// Everything that happened until now, oldest first.
#[must_use]
pub fn plan<'a>(content: &'a Content, calendar: &Calendar) -> Vec<Happening<'a>> {
    let mut all = Vec::new();
    let mut of_matter: BTreeMap<&str, Vec<Arrival>> = BTreeMap::new();
    for (index, (origin, voice)) in content.voices.iter().enumerate() {
        let ms = pick(
            hours_of(&voice.channel),
            &format!("voice {index} {}", voice.matter),
        );
        let at = calendar.moment(voice.days_ago, ms);
        all.push(Happening {
            at,
            origin: *origin,
            what: What::Voice(index, voice),
        });
        let arrival = Arrival {
            index,
            days_ago: voice.days_ago,
            ms,
        };
        of_matter.entry(&voice.matter).or_default().push(arrival);
    }
    for (origin, matter) in &content.matters {
        let events: Vec<_> = content
            .events
            .iter()
            .filter(|(_, e)| e.matter == matter.key)
            .collect();
        let mut arrivals = of_matter.remove(matter.key.as_str()).unwrap_or_default();
        arrivals.sort_by_key(|a| (-a.days_ago, a.ms));
        let mut inbox = joins(&matter.key, &arrivals, &events);
        inbox.retain(|(day, _, _)| *day >= 0);
        all.extend(inbox.into_iter().map(|(day, ms, what)| Happening {
            at: calendar.moment(day, ms),
            origin: *origin,
            what,
        }));
        all.extend(
            events_of(&matter.key, &events)
                .into_iter()
                .map(|(day, ms, origin, what)| Happening {
                    at: calendar.moment(day, ms),
                    origin,
                    what,
                }),
        );
    }
    // Stable: what falls on the same millisecond stays in the order above, voices before what is done with them.
    all.sort_by_key(|h| h.at);
    all
}

/// A voice of a matter: when it came.
#[derive(Debug, Clone, Copy)]
struct Arrival {
    index: usize,
    days_ago: i64,
    ms: u64,
}

/// How voices get into their matter: the first begin it, the later ones join, those of one evening together.
fn joins<'a>(
    key: &'a str,
    arrivals: &[Arrival],
    events: &[&'a (Origin, EventRow)],
) -> Vec<(i64, u64, What<'a>)> {
    let Some(first) = arrivals.first() else {
        return Vec::new();
    };
    let first_event = events.first().map_or(i64::MIN, |(_, e)| e.days_ago);
    let closed = events
        .iter()
        .find(|(_, e)| matches!(e.event, Event::Exit(_)))
        .map(|(_, e)| e.days_ago);
    let begins = (first.days_ago - 1 - below(2, &format!("begin {key}"))).max(first_event);
    let there = arrivals.iter().take_while(|a| a.days_ago > begins).count();
    let number = there.min(1 + usize::try_from(below(3, &format!("first {key}"))).unwrap_or_default());
    let (founding, later) = arrivals.split_at(number);
    let founding = founding.iter().map(|a| a.index).collect();
    let mut out = vec![(
        begins,
        pick(MORNING, &format!("begin {key}")),
        What::Begin(key, founding),
    )];
    let mut evenings: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for voice in later {
        let mut day = (voice.days_ago - below(3, &format!("join {key} {}", voice.index))).min(begins);
        if day == voice.days_ago && voice.ms >= EVENING.0 * 60_000 {
            day -= 1;
        }
        if closed.is_none_or(|closed| day > closed) {
            evenings.entry(-day).or_default().push(voice.index);
        }
    }
    out.extend(evenings.into_iter().map(|(day, voices)| {
        (
            -day,
            pick(EVENING, &format!("join {key} {day}")),
            What::Join(key, voices),
        )
    }));
    out
}

/// The rows of a matter in their order, with the replies of offices between them and checks taken apart.
fn events_of<'a>(key: &str, events: &[&'a (Origin, EventRow)]) -> Vec<(i64, u64, Origin, What<'a>)> {
    let mut days: BTreeMap<i64, Vec<(Origin, What<'a>)>> = BTreeMap::new();
    for (origin, row) in events {
        // A reply comes first on its day: what was agreed is needed by what follows.
        if let Some(day) = reply_day(row).filter(|day| *day < row.days_ago) {
            days.entry(-day).or_default().push((*origin, What::Reply(row)));
        }
    }
    for (origin, row) in events {
        let day = days.entry(-row.days_ago).or_default();
        day.push((*origin, What::Event(row)));
        if reply_day(row) == Some(row.days_ago) {
            day.push((*origin, What::Reply(row)));
        }
    }
    let spread = |(day, items): (i64, Vec<(Origin, What<'a>)>)| in_a_day(key, -day, items);
    days.into_iter().flat_map(spread).collect()
}

fn reply_day(row: &EventRow) -> Option<i64> {
    match &row.event {
        Event::Partner { reply, .. } => reply.map(|r| r.days_ago),
        _ => None,
    }
}

/// Gives each of the day's items its share of the day, one after the other.
fn in_a_day<'a>(key: &str, day: i64, items: Vec<(Origin, What<'a>)>) -> Vec<(i64, u64, Origin, What<'a>)> {
    let check = |what: &What| {
        matches!(
            what,
            What::Event(EventRow {
                event: Event::Check { .. },
                ..
            })
        )
    };
    let (from, to) = if items.iter().all(|(_, what)| check(what)) {
        WAKING
    } else {
        OFFICE
    };
    let (start, share) = (from * 60_000, (to - from) * 60_000 / items.len().max(1) as u64);
    let mut out = Vec::new();
    for (at, (origin, what)) in (0u64..).zip(items) {
        let start = start + at * share;
        match what {
            What::Event(
                row @ EventRow {
                    event: Event::Check { count, .. },
                    ..
                },
            ) => {
                let each = share / (*count).max(1) as u64;
                let mut words = row.text.split(COMMENTS).map(str::trim);
                out.extend((0..*count as u64).map(|n| {
                    let ms = start + n * each + spread(each, &format!("check {key} {day} {at} {n}"));
                    (
                        day,
                        ms,
                        origin,
                        What::Check(row, words.next().unwrap_or_default()),
                    )
                }));
            }
            what => out.push((
                day,
                start + spread(share, &format!("event {key} {day} {at}")),
                origin,
                what,
            )),
        }
    }
    out
}

/// Hours in which something comes in by a channel.
fn hours_of(channel: &str) -> Hours {
    match channel {
        "phone" | "desk" => (540, 990),
        "station" => (600, 1080),
        "letter" => (540, 660),
        "paper-card" => (960, 1140),
        "meeting" | "workshop" => (1080, 1230),
        "radio" => (1020, 1080),
        _ => WAKING,
    }
}

/// Milliseconds after midnight, within these hours.
fn pick((from, to): Hours, of: &str) -> u64 {
    from * 60_000 + spread((to - from) * 60_000, of)
}

fn spread(width: u64, of: &str) -> u64 {
    hash(of) % width.max(1)
}

fn below(n: u64, of: &str) -> i64 {
    i64::try_from(hash(of) % n).unwrap_or_default()
}

/// FNV-1a, 64 bit (G. Fowler, L. C. Noll, K.-P. Vo), with its high bits folded into the low ones: the same in every build, unlike the hashes of
/// the standard library.
#[must_use]
pub fn hash(of: &str) -> u64 {
    let fnv = of.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, byte| {
        (h ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    fnv ^ (fnv >> 32)
}

#[cfg(test)]
mod tests;
