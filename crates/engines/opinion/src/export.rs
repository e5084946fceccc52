//! Writes a conversation as the five files that Polis exports, so that other software reads it: `summary.csv`, `comments.csv`,
//! `votes.csv`, `participants-votes.csv`, `stats-history.csv`. Reading them again gives the same votes.

use std::collections::BTreeMap;
use std::io::Write;

use csv::Writer;

use crate::conversation::Conversation;
use crate::map::Map;
use crate::tally::Tally;
use crate::votes::{Event, Vote};

/// Every file: its name and what writes it.
pub type File = (
    &'static str,
    fn(&Conversation, Option<&Map>, &mut dyn Write) -> csv::Result<()>,
);

/// The files in the order of Polis' documentation.
pub const FILES: [File; 5] = [
    ("summary.csv", summary),
    ("comments.csv", comments),
    ("votes.csv", votes),
    ("participants-votes.csv", participants),
    ("stats-history.csv", history),
];

/// `summary.csv`: what the conversation came with, the counts anew.
fn summary(conversation: &Conversation, map: Option<&Map>, out: &mut dyn Write) -> csv::Result<()> {
    let mut writer = csv::WriterBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_writer(out);
    let counted = [
        ("voters", conversation.votes.participants().len()),
        ("comments", conversation.votes.statements().len()),
        ("groups", map.map_or(0, |map| map.groups.len())),
    ];
    let mut rows = conversation.summary.clone();
    for (key, number) in counted {
        match rows.iter_mut().find(|(name, _)| name == key) {
            Some(row) => row.1 = number.to_string(),
            None => rows.push((key.to_owned(), number.to_string())),
        }
    }
    for (key, value) in rows {
        writer.write_record([key, value])?;
    }
    Ok(writer.flush()?)
}

/// `comments.csv`. Agrees and disagrees count every vote of the log, as Polis does.
fn comments(conversation: &Conversation, map: Option<&Map>, out: &mut dyn Write) -> csv::Result<()> {
    let mut writer = Writer::from_writer(out);
    writer.write_record([
        "timestamp",
        "comment-id",
        "author-id",
        "agrees",
        "disagrees",
        "moderated",
        "is-meta",
        "is-seed",
        "group-informed-consensus",
        "comment-body",
    ])?;
    let mut cast: BTreeMap<u32, Tally> = BTreeMap::new();
    for event in events(conversation) {
        cast.entry(event.statement).or_default().add(event.vote().value());
    }
    let consensus: BTreeMap<u32, f64> = map
        .iter()
        .flat_map(|map| &map.statements)
        .filter_map(|statement| Some((statement.id, statement.bridging?.group_informed_consensus)))
        .collect();
    for statement in &conversation.statements {
        let tally = cast.get(&statement.id).copied().unwrap_or_default();
        writer.write_record([
            statement.time.map_or_else(String::new, |time| time.to_string()),
            statement.id.to_string(),
            statement
                .author
                .map_or_else(String::new, |author| author.to_string()),
            tally.agree.to_string(),
            tally.disagree.to_string(),
            statement.moderated.to_string(),
            statement.meta.to_string(),
            statement.seed.to_string(),
            consensus
                .get(&statement.id)
                .map_or_else(String::new, ToString::to_string),
            statement.text.clone(),
        ])?;
    }
    Ok(writer.flush()?)
}

/// `votes.csv`: the log where there is one, otherwise the latest votes.
fn votes(conversation: &Conversation, _: Option<&Map>, out: &mut dyn Write) -> csv::Result<()> {
    let mut writer = Writer::from_writer(out);
    writer.write_record(["timestamp", "datetime", "comment-id", "voter-id", "vote"])?;
    for event in events(conversation) {
        writer.write_record([
            event.time().to_string(),
            String::new(),
            event.statement.to_string(),
            event.participant.to_string(),
            event.vote().value().to_string(),
        ])?;
    }
    Ok(writer.flush()?)
}

/// `participants-votes.csv`: one row per participant.
fn participants(conversation: &Conversation, map: Option<&Map>, out: &mut dyn Write) -> csv::Result<()> {
    let mut writer = Writer::from_writer(out);
    let votes = &conversation.votes;
    let described = [
        "participant",
        "xid",
        "group-id",
        "n-comments",
        "n-votes",
        "n-agree",
        "n-disagree",
    ];
    let heads = described.iter().map(ToString::to_string);
    writer.write_record(heads.chain(votes.statements().iter().map(ToString::to_string)))?;
    let mut written: BTreeMap<u32, usize> = BTreeMap::new();
    for author in conversation
        .statements
        .iter()
        .filter_map(|statement| statement.author)
    {
        *written.entry(author).or_default() += 1;
    }
    let groups: BTreeMap<u32, u32> = map
        .iter()
        .flat_map(|map| &map.groups)
        .flat_map(|group| group.participants.iter().map(move |person| (*person, group.id)))
        .collect();
    for person in &conversation.people {
        let row = votes.row_of(person.id);
        let (columns, values) = row.map_or((&[][..], &[][..]), |row| votes.row(row));
        let mut tally = Tally::default();
        values.iter().for_each(|value| tally.add(*value));
        let mut cells = vec![String::new(); votes.statements().len()];
        for (column, value) in columns.iter().zip(values) {
            cells[*column as usize] = value.to_string();
        }
        let group = if map.is_some() {
            groups.get(&person.id).copied()
        } else {
            person.group
        };
        let about = [
            person.id.to_string(),
            person.xid.clone().unwrap_or_default(),
            group.map_or_else(String::new, |group| group.to_string()),
            written.get(&person.id).copied().unwrap_or_default().to_string(),
            tally.seen.to_string(),
            tally.agree.to_string(),
            tally.disagree.to_string(),
        ];
        writer.write_record(about.into_iter().chain(cells))?;
    }
    Ok(writer.flush()?)
}

/// `stats-history.csv`: how votes, voters and statements grew, one row per moment; empty where no times are known.
fn history(conversation: &Conversation, _: Option<&Map>, out: &mut dyn Write) -> csv::Result<()> {
    let mut writer = Writer::from_writer(out);
    writer.write_record(["time", "n-votes", "n-comments", "n-voters", "n-commenters"])?;
    let mut moments: BTreeMap<u64, (Vec<u32>, Vec<Option<u32>>)> = BTreeMap::new();
    for event in events(conversation).into_iter().filter(|event| event.time() > 0) {
        moments.entry(event.time()).or_default().0.push(event.participant);
    }
    for statement in &conversation.statements {
        if let Some(time) = statement
            .time
            .and_then(|time| u64::try_from(time).ok())
            .filter(|time| *time > 0)
        {
            moments.entry(time).or_default().1.push(statement.author);
        }
    }
    let (mut votes, mut comments) = (0, 0);
    let (mut voters, mut authors) = (
        std::collections::BTreeSet::new(),
        std::collections::BTreeSet::new(),
    );
    for (time, (cast, written)) in moments {
        votes += cast.len();
        comments += written.len();
        voters.extend(cast);
        authors.extend(written.into_iter().flatten());
        let row = [votes, comments, voters.len(), authors.len()].map(|number| number.to_string());
        writer.write_record(std::iter::once(time.to_string()).chain(row))?;
    }
    Ok(writer.flush()?)
}

/// The log, or the latest votes where none was kept.
fn events(conversation: &Conversation) -> Vec<Event> {
    if !conversation.log.is_empty() {
        return conversation.log.clone();
    }
    let votes = &conversation.votes;
    let mut events = Vec::with_capacity(votes.len());
    for (row, person) in votes.participants().iter().enumerate() {
        let (columns, values) = votes.row(row);
        for (column, value) in columns.iter().zip(values) {
            let statement = votes.statements()[*column as usize];
            events.push(Event::new(*person, statement, 0, Vote::from_value(*value)));
        }
    }
    events
}
