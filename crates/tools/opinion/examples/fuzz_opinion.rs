//! Feeds damaged folders to the readers for a time, and what they read to the maps and the check: no damage may make any
//! of them panic.
//!
//!     cargo run --release -p kapok-tool-opinion --example fuzz_opinion -- --seconds 60

use std::collections::BTreeMap;
use std::io::Read;
use std::time::Duration;

use clap::Parser;
use kapok_opinion::import::{self, Folder, Options};
use kapok_opinion::map;
use kapok_opinion::polis::check;
use kapok_opinion::random::Random;
use kapok_report::measure::wall_time;

#[derive(Parser)]
struct Args {
    /// How long.
    #[arg(long, default_value_t = 30)]
    seconds: u64,
    /// Another seed is another run.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// A math-pca2.json of Polis to damage, instead of a small one.
    #[arg(long)]
    math: Option<std::path::PathBuf>,
}

const COMMENTS: &str = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n\
1,x,0,0,2,1,1,\"More, please\"\n2,x,1,1,1,2,0,Less\n3,x,2,1,0,0,-1,No\n";
const MATH: &str = "{\"n\":4,\"n-cmts\":3,\"tids\":[0,1,2],\"in-conv\":[0,1,2,3],\"mod-out\":[2],\"pca\":{\"center\":[0,0,0],\
\"comps\":[[0.1,0.2,0.3],[0.3,0.1,0.2]]},\"base-clusters\":{\"id\":[0,1],\"x\":[0,1],\"y\":[1,0],\"count\":[2,2],\
\"members\":[[0,2],[1,3]]},\"group-clusters\":[{\"id\":0,\"center\":[0,1],\"members\":[0]},\
{\"id\":1,\"center\":[1,0],\"members\":[1]}]}";
const SUMMARY: &str = "topic,Streets\nurl,https://example.org/x\nvoters,3\n";
const BITS: [&str; 20] = [
    ",",
    ";",
    "\n",
    "\r\n",
    "\"",
    "",
    "0",
    "-1",
    "1",
    "2",
    "1e999",
    "nan",
    "99999999999",
    "\u{feff}",
    "\0",
    "é",
    "vote",
    "comment-id",
    "{",
    "]",
];

struct Memory(BTreeMap<&'static str, Vec<u8>>);

impl Folder for Memory {
    fn open(&self, name: &str) -> std::io::Result<Option<Box<dyn Read + '_>>> {
        Ok(self
            .0
            .get(name)
            .map(|bytes| Box::new(bytes.as_slice()) as Box<dyn Read>))
    }

    fn name(&self) -> String {
        "fuzz".to_owned()
    }
}

/// Votes of two camps, small enough to be read often.
fn votes(random: &mut Random) -> (String, String) {
    let mut log = "timestamp,datetime,comment-id,voter-id,vote\n".to_owned();
    let mut table = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2\n".to_owned();
    for person in 0..4 + random.below(20) {
        let cast: Vec<i32> = (0..3)
            .map(|s| if (person + s) % 2 == 0 { 1 } else { -1 })
            .collect();
        for (statement, vote) in cast.iter().enumerate() {
            log.push_str(&format!("{},x,{statement},{person},{vote}\n", 100 + person));
        }
        let count = |wanted: i32| cast.iter().filter(|v| **v == wanted).count();
        table.push_str(&format!(
            "{person},{},0,3,{},{},{},{},{}\n",
            person % 2,
            count(1),
            count(-1),
            cast[0],
            cast[1],
            cast[2]
        ));
    }
    (log, table)
}

fn damaged(random: &mut Random, text: &str) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..random.below(5) {
        let at = random.below(bytes.len() + 1);
        let to = (at + random.below(12)).min(bytes.len());
        match random.below(6) {
            0 if random.below(4) == 0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] = u8::try_from(random.below(256)).unwrap_or(0),
            2 => {
                let part = bytes[at..to].to_vec();
                bytes.splice(at..at, part);
            }
            3 => {
                bytes.drain(at..to);
            }
            _ => {
                let bit = BITS[random.below(BITS.len())];
                bytes.splice(at..at, bit.bytes());
            }
        }
    }
    bytes
}

fn main() -> std::io::Result<()> {
    let args = Args::parse();
    let mut random = Random::new(args.seed);
    let end = wall_time() + Duration::from_secs(args.seconds);
    let math = match &args.math {
        Some(path) => std::fs::read_to_string(path)?,
        None => MATH.to_owned(),
    };
    let (mut runs, mut read, mut checked) = (0_u64, 0_u64, 0_u64);
    while wall_time() < end {
        runs += 1;
        let (log, table) = votes(&mut random);
        let mut files = BTreeMap::new();
        let mut put = |name, text: &str| {
            if random.below(4) > 0 {
                files.insert(name, damaged(&mut random, text));
            }
        };
        put("comments.csv", COMMENTS);
        put("summary.csv", SUMMARY);
        put("votes.csv", &log);
        put("participants-votes.csv", &table);
        put("math-pca2.json", &math);
        let folder = Memory(files);
        if let Ok(conversation) = import::read_folder(&folder, Options::default()) {
            read += 1;
            let found = map::kapok(&conversation, &map::Options::default());
            assert!(serde_json::to_string(&found).is_ok(), "the map can be written");
            if let Ok(Some(math)) = import::read_math(&folder) {
                checked += 1;
                check::check(&conversation.votes, &math);
            }
        }
    }
    println!(
        "{runs} folders, {read} of them read and mapped, {checked} checked against damaged figures, no panic"
    );
    Ok(())
}
