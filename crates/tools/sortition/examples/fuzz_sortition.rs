//! Feeds damaged files to the readers for a time: no damage may make them panic.
//!
//!     cargo run --release -p kapok-tool-sortition --example fuzz_sortition -- --seconds 60

use std::time::Duration;

use clap::Parser;
use kapok_report::measure::wall_time;
use kapok_sortition::{Columns, Lot, Method, Pool, Problem, Quotas, lottery, relax};

#[derive(Parser)]
struct Args {
    /// How long.
    #[arg(long, default_value_t = 30)]
    seconds: u64,
    /// Another seed is another run.
    #[arg(long, default_value = "1")]
    seed: String,
}

const QUOTAS: [&str; 4] = [
    "category,feature,min,max\nsex,f,1,2\nsex,m,1,2\nage,old,0,3\nage,young,0,3\n",
    "feature,value,min,max,min_flex,max_flex\nsex,f,1,2,0,3\nsex,\"m\",1,2,,\nage,old,0,3,0,3\nage,young,0,3,0,3\n",
    "\u{feff}Category;Name;Min;Max\r\nSex ;F;1;2\r\nsex;m;1;2\r\n",
    "category\tname\tmin\tmax\nsex\tf\t0\t2\nsex\tm\t0\t2\n",
];
const POOLS: [&str; 3] = [
    "id,sex,age,address\n1,f,old,\"1, High St\"\n2,m,young,2\n3,f,young,2\n4,m,old,\n",
    "\u{feff}Sex;Age;nb_id;Address\r\n F;OLD;007;Straße 1\r\nm;young;008;STRASSE 1\r\nf;young;009;é\r\n",
    "id\tsex\tage\taddress\n1\tf\told\ta\n2\tm\told\ta\n3\tm\tyoung\tb\n",
];
const BITS: [&str; 20] = [
    ",",
    ";",
    "\t",
    "\n",
    "\r",
    "\"",
    "\"\"",
    "",
    "0",
    "-1",
    "999999999999",
    "1e9",
    "nan",
    "\u{feff}",
    "é",
    "\0",
    " ",
    "id",
    "sex",
    "f",
];

fn damaged(lot: &mut Lot, text: &str) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..lot.below(6) {
        let at = lot.below(bytes.len() + 1);
        match lot.below(5) {
            0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] = u8::try_from(lot.below(256)).unwrap_or(0),
            2 => {
                let to = (at + lot.below(12)).min(bytes.len());
                let part: Vec<u8> = bytes[at..to].to_vec();
                bytes.splice(at..at, part);
            }
            3 => {
                let to = (at + lot.below(12)).min(bytes.len());
                bytes.drain(at..to);
            }
            _ => {
                bytes.splice(at..at, BITS[lot.below(BITS.len())].bytes());
            }
        }
    }
    bytes
}

fn main() {
    let args = Args::parse();
    let mut lot = Lot::new(&args.seed);
    let end = wall_time() + Duration::from_secs(args.seconds);
    let (mut runs, mut read, mut solved) = (0u64, 0u64, 0u64);
    while wall_time() < end {
        runs += 1;
        let which = (lot.below(QUOTAS.len()), lot.below(POOLS.len()));
        let quotas = damaged(&mut lot, QUOTAS[which.0]);
        let pool = damaged(&mut lot, POOLS[which.1]);
        let columns = Columns {
            id: None,
            address: if lot.below(2) == 0 {
                vec![]
            } else {
                vec!["address".into()]
            },
        };
        let Ok(quotas) = Quotas::read(quotas.as_slice(), "q.csv") else {
            continue;
        };
        let Ok(pool) = Pool::read(pool.as_slice(), "p.csv", &quotas, &columns) else {
            continue;
        };
        read += 1;
        let seats = u32::try_from(lot.below(4)).unwrap_or(0);
        match Problem::new(&pool, &quotas, seats) {
            Ok(problem) => {
                let mut left = 200;
                let mut watch = |_: &kapok_sortition::watch::Progress| {
                    left -= 1;
                    left > 0
                };
                if let Ok(found) = lottery::solve(&problem, Method::Leximin, 1e-6, &mut watch) {
                    solved += 1;
                    for (panel, _) in &found.panels {
                        let mut whole = vec![0; problem.kinds.len()];
                        panel
                            .iter()
                            .for_each(|(kind, count)| whole[*kind as usize] = *count);
                        assert!(problem.allows(&whole), "a panel breaks a quota");
                    }
                }
            }
            Err(_) if seats > 0 => {
                let _ = relax::relax(&pool, &quotas, seats, &[]);
            }
            Err(_) => {}
        }
    }
    println!("{runs} pairs of files, {read} read, {solved} solved, no panic");
}
