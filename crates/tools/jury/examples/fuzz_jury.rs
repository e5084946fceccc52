//! Feeds damaged files to the readers for a time, and what they read to the engine: no damage may make either panic.
//!
//!     cargo run --release -p kapok-tool-jury --example fuzz_jury -- --seconds 60

use std::time::Duration;

use clap::Parser;
use kapok_jury::assign::{Rules, assign, read_conflicts, read_entries, read_reviewers};
use kapok_jury::choose::{read_limits, read_pool};
use kapok_jury::random::SplitMix;
use kapok_jury::rank::{Form, Unlisted, read_ballots};
use kapok_jury::score::{Layout, read_scores, read_weights, statistics};
use kapok_report::measure::wall_time;

#[derive(Parser)]
struct Args {
    /// How long.
    #[arg(long, default_value_t = 30)]
    seconds: u64,
    /// Another seed is another run.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

const FILES: [&str; 8] = [
    "id,title,country,city,region,languages,fields,authors,score,conflicts\nE1,One,Peru,Lima,LA,es;en,water,R1,5,R1;R2\nE2,Two,Chile,,LA,,,,4,\n",
    "id,name,country,region,languages,fields,max_load,conflicts\nR1,Ann,Peru,LA,es;en,water,3,\nR2,Bo,,EU,en,,,E1\nR3,Cy,,,,,,\n",
    "entry,reviewer\nE1,R2\nE2,R1\n",
    "reviewer;entry;criterion;score\nR1;E1;a;5\nR1;E1;b;6\nR2;E1;a;7,5\nR2;E1;b;8\n",
    "\u{feff}Reviewer,Entry,a,b\r\nR1,E1,1,2\r\nR2,E1,3,\r\n",
    "count,ballot\n3,A > B = C\n2,B\n1,C > A\n",
    "voter,A,B\nv1,1,2\nv2,2,1\n",
    "id,score,category,feature,min,max\nE1,5,feature,x,1,2\nE2,4,feature,y,0,1\n",
];
const BITS: [&str; 22] = [
    ",",
    ";",
    "\t",
    "\n",
    "\r",
    "\"",
    "",
    "0",
    "-1",
    "1e999",
    "nan",
    "\u{feff}",
    "é",
    "\0",
    " ",
    ">",
    "=",
    "*",
    "id",
    "E1",
    "R1",
    "99999999999",
];

fn damaged(random: &mut SplitMix, text: &str) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..random.index(6) {
        let at = random.index(bytes.len() + 1);
        let to = (at + random.index(12)).min(bytes.len());
        match random.index(5) {
            0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] = u8::try_from(random.below(256)).unwrap_or(0),
            2 => {
                let part: Vec<u8> = bytes[at..to].to_vec();
                bytes.splice(at..at, part);
            }
            3 => {
                bytes.drain(at..to);
            }
            _ => {
                let bit = BITS[random.index(BITS.len())];
                bytes.splice(at..at, bit.bytes());
            }
        }
    }
    bytes
}

fn main() {
    let args = Args::parse();
    let mut random = SplitMix::new(args.seed);
    let end = wall_time() + Duration::from_secs(args.seconds);
    let (mut runs, mut read) = (0u64, 0u64);
    while wall_time() < end {
        runs += 1;
        let which = random.index(FILES.len());
        let bytes = damaged(&mut random, FILES[which]);
        read += u64::from(all(&mut random, &bytes));
    }
    println!("{runs} files, {read} of them read by at least one reader, no panic");
}

/// Every reader on one file; whether any could read it.
fn all(random: &mut SplitMix, bytes: &[u8]) -> bool {
    let mut any = read_weights("f", bytes).is_ok();
    let by = if random.index(2) == 0 {
        vec![]
    } else {
        vec!["a".to_owned()]
    };
    let layout = Layout {
        allow_missing: random.index(2) == 0,
        by,
        ..Layout::default()
    };
    if let Ok(juries) = read_scores("f", bytes, &layout) {
        any = true;
        for (_, scores) in juries {
            statistics(
                scores.entries.len(),
                scores.reviewers.len(),
                &scores.totals(),
                3.0,
            );
        }
    }
    let reviewers = read_reviewers("f", damaged(random, FILES[1]).as_slice());
    if let (Ok(mut entries), Ok(reviewers)) = (read_entries("f", bytes), reviewers) {
        any = true;
        let _ = read_conflicts(
            "f",
            damaged(random, FILES[2]).as_slice(),
            &mut entries,
            &reviewers,
        );
        let _ = assign(&entries, &reviewers, &Rules::new(2));
    }
    for form in [Form::Ranks, Form::Grades(vec![]), Form::Scores, Form::Approvals] {
        any |= read_ballots("f", bytes, &form, Unlisted::Last).is_ok();
    }
    if let Ok(pool) = read_pool("f", bytes, None, true) {
        any = true;
        let _ = read_limits("f", damaged(random, FILES[7]).as_slice(), &pool, 3);
    }
    any
}
