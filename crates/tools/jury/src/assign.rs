//! `kapok jury assign`.

mod report;

use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use kapok_jury::assign::{
    Assignment, Entry, Match, Refusal, Reviewer, Rules, Shortage, assign, check_conflicts, read_conflicts,
    read_entries, read_reviewers,
};
use serde_json::{Map, Value, json};

use crate::output::{Output, csv, read};

/// Say who reviews what.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Entries: id, and if known title, country, city, employer, region, languages, fields, authors, conflicts.
    #[arg(long, value_name = "FILE", visible_alias = "submissions")]
    entries: PathBuf,
    /// Reviewers: id, and if known name, country, city, employer, region, languages, fields, max_load, conflicts.
    #[arg(long, value_name = "FILE")]
    reviewers: PathBuf,
    /// Declared conflicts of interest: columns entry and reviewer.
    #[arg(long, value_name = "FILE")]
    conflicts: Option<PathBuf>,
    /// Reviewers for each entry.
    #[arg(long, default_value_t = 3, visible_aliases = ["reviews", "per-submission"], value_name = "N")]
    per_entry: u32,
    /// Most entries for a reviewer without a max_load of their own.
    #[arg(long, visible_alias = "cap", value_name = "N")]
    max_load: Option<u32>,
    /// At most one reviewer of an entry is of the entry's own region.
    #[arg(long, visible_alias = "one-of-region")]
    one_per_region: bool,
    /// What is no conflict here, though it is the same: country, city, employer.
    #[arg(long, value_delimiter = ',', value_name = "WHAT")]
    allow_same: Vec<Same>,
    /// What a language that does not match means.
    #[arg(long, default_value = "require", value_enum)]
    language: Matching,
    /// What a field that does not match means.
    #[arg(long, default_value = "prefer", value_enum)]
    field: Matching,
    /// Decides between assignments that are equally good.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Same {
    Country,
    City,
    Employer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Matching {
    Require,
    Prefer,
    Ignore,
}

impl Matching {
    fn rule(self) -> Match {
        match self {
            Matching::Require => Match::Require,
            Matching::Prefer => Match::Prefer,
            Matching::Ignore => Match::Ignore,
        }
    }
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode> {
    let (entries_file, reviewers_file) = (read(&args.entries)?, read(&args.reviewers)?);
    let mut entries = read_entries(&entries_file.name, &*entries_file.bytes)?;
    let reviewers = read_reviewers(&reviewers_file.name, &*reviewers_file.bytes)?;
    check_conflicts((&entries_file.name, &entries), (&reviewers_file.name, &reviewers))?;
    if let Some(path) = &args.conflicts {
        let file = read(path)?;
        read_conflicts(&file.name, &*file.bytes, &mut entries, &reviewers)?;
    }
    let rules = Rules {
        max_load: args.max_load,
        country: !args.allow_same.contains(&Same::Country),
        city: !args.allow_same.contains(&Same::City),
        employer: !args.allow_same.contains(&Same::Employer),
        language: args.language.rule(),
        field: args.field.rule(),
        one_of_region: args.one_per_region,
        seed: args.seed,
        ..Rules::new(args.per_entry)
    };
    let result = assign(&entries, &reviewers, &rules)?;
    let all = Whole {
        entries: &entries,
        reviewers: &reviewers,
        rules: &rules,
        result: &result,
    };
    let json = all.json();
    args.output.write(
        &all.summary(),
        || all.csv(),
        &json,
        || report::page(&all, args.output.lang).html(),
    )?;
    Ok(ExitCode::SUCCESS)
}

/// An assignment with what it was made from.
pub struct Whole<'a> {
    entries: &'a [Entry],
    reviewers: &'a [Reviewer],
    rules: &'a Rules,
    result: &'a Assignment,
}

impl Whole<'_> {
    fn csv(&self) -> Result<Vec<u8>> {
        let rows = self
            .result
            .reviewers
            .iter()
            .zip(self.entries)
            .flat_map(|(list, entry)| {
                list.iter()
                    .map(|&reviewer| vec![entry.id.as_str(), self.reviewers[reviewer].id.as_str()])
            });
        csv(&["entry", "reviewer"], rows)
    }

    fn ids(&self, reviewers: &[usize]) -> Vec<&str> {
        reviewers
            .iter()
            .map(|&reviewer| self.reviewers[reviewer].id.as_str())
            .collect()
    }

    fn json(&self) -> Value {
        let quality = &self.result.quality;
        let assignments: Vec<Value> = self
            .entries
            .iter()
            .zip(&self.result.reviewers)
            .map(|(entry, list)| json!({"entry": entry.id, "reviewers": self.ids(list)}))
            .collect();
        let loads: Map<String, Value> = self
            .reviewers
            .iter()
            .zip(&self.result.loads)
            .map(|(reviewer, load)| (reviewer.id.clone(), json!(load)))
            .collect();
        let unserved: Vec<Value> = self
            .result
            .shortages
            .iter()
            .map(|shortage| self.shortage_json(shortage))
            .collect();
        let components: Vec<Vec<&str>> = quality
            .components
            .iter()
            .map(|members| self.ids(members))
            .collect();
        json!({
            "command": "jury assign",
            "per_entry": self.rules.per_entry,
            "seed": self.rules.seed,
            "entries": self.entries.len(),
            "reviewers": self.reviewers.len(),
            "wanted": quality.wanted,
            "assigned": quality.assigned,
            "assignments": assignments,
            "loads": loads,
            "min_load": quality.min_load,
            "max_load": quality.max_load,
            "balanced": quality.balanced,
            "as_even_as_possible": quality.as_even_as_possible,
            "field_matches": quality.field_matches,
            "mismatch": quality.mismatch,
            "least_mismatch": quality.least_mismatch,
            "connected": quality.connected,
            "components": components,
            "linked_pairs": quality.linked_pairs,
            "pairs": quality.pairs,
            "unserved": unserved,
        })
    }

    fn shortage_json(&self, shortage: &Shortage) -> Value {
        let refused: Map<String, Value> = shortage
            .refused
            .iter()
            .map(|&(refusal, count)| (reason(refusal).to_owned(), json!(count)))
            .collect();
        json!({
            "entry": self.entries[shortage.entry].id,
            "assigned": shortage.assigned,
            "wanted": shortage.wanted,
            "eligible": shortage.may,
            "full": shortage.full,
            "own_region": shortage.region,
            "refused": refused,
            "why": self.why(shortage),
        })
    }

    /// Why an entry lacks reviewers, as a sentence.
    fn why(&self, shortage: &Shortage) -> String {
        let mut parts: Vec<String> = shortage
            .refused
            .iter()
            .map(|&(refusal, count)| format!("{count} refused ({})", reason(refusal).replace('_', " ")))
            .collect();
        if shortage.full > 0 {
            parts.push(format!("{} at their limit", shortage.full));
        }
        if shortage.region > 0 {
            parts.push(format!(
                "{} held back, one of the own region being enough",
                shortage.region
            ));
        }
        format!(
            "{} of {} reviewers may review it; {}",
            shortage.may,
            self.reviewers.len(),
            parts.join(", ")
        )
    }

    fn summary(&self) -> String {
        let quality = &self.result.quality;
        let mut text = String::new();
        let _ = writeln!(
            text,
            "{} of {} reviews assigned: {} entries, {} reviewers",
            quality.assigned,
            quality.wanted,
            self.entries.len(),
            self.reviewers.len()
        );
        let even = if quality.balanced {
            ""
        } else {
            " (not within 1 of each other: conflicts or limits prevent it)"
        };
        let _ = writeln!(
            text,
            "loads from {} to {}{even}",
            quality.min_load, quality.max_load
        );
        if let Some(matches) = quality.field_matches {
            let _ = writeln!(text, "{matches} reviews by a reviewer of the entry's field");
        }
        if quality.connected {
            let _ = writeln!(
                text,
                "overlap connected; {} of {} pairs of reviewers share an entry",
                quality.linked_pairs, quality.pairs
            );
        } else {
            let _ = writeln!(
                text,
                "warning: the reviewers fall into {} groups that share no entry; severity cannot be told apart between them",
                quality.components.len()
            );
        }
        for shortage in self.result.shortages.iter().take(SHOWN) {
            let id = &self.entries[shortage.entry].id;
            let _ = writeln!(
                text,
                "warning: {id} has {} of {} reviewers: {}",
                shortage.assigned,
                shortage.wanted,
                self.why(shortage)
            );
        }
        if let Some(more) = self
            .result
            .shortages
            .len()
            .checked_sub(SHOWN)
            .filter(|&more| more > 0)
        {
            let _ = writeln!(
                text,
                "warning: {more} more entries lack reviewers; the JSON and the report name them all"
            );
        }
        text
    }
}

/// Shortages that the summary names.
const SHOWN: usize = 8;

/// A short name for a reason.
fn reason(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Author => "author",
        Refusal::Declared => "declared",
        Refusal::Country => "same_country",
        Refusal::City => "same_city",
        Refusal::Employer => "same_employer",
        Refusal::Language => "language",
        Refusal::Field => "field",
    }
}
