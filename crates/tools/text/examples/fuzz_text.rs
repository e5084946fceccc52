//! Feeds damaged files to the readers of voices and of the model for a time, and what they read to the engine: no damage
//! may make them panic, and no voice may get lost.
//!
//!     cargo run --release -p kapok-tool-text --example fuzz_text -- --seconds 60

use std::time::Duration;

use clap::Parser;
use kapok_meaning::{
    Decided, Place, Places, Random, Settings, Suggester, UniversalEncoder, Words, group, read_voices,
};
use kapok_report::measure::wall_time;

#[derive(Parser)]
struct Args {
    /// How long.
    #[arg(long, default_value_t = 30)]
    seconds: u64,
    /// Another seed is another run.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Also damage this wheel of the model (slow: it is read whole each time).
    #[arg(long)]
    model: Option<std::path::PathBuf>,
}

const FILES: [&str; 5] = [
    "id,text,language,place\n1,The lamp at Mill Road is out,en,mill\n2,\"Die Lampe, aus\",de,\n3,路灯坏了在皮革巷,zh,\n",
    "text;id\nuna farola rota en la calle del Horno;a\nuna farola rota;b\n;c\n",
    "\u{feff}ID\tText\tTopic\tDepartment\r\n1\tمصباح الشارع مكسور\trenewal\troads\r\n2\tbins are full\twaste\twaste\r\n",
    "id,text,topic,matter\n1,\"two\nlines \"\"quoted\"\"\",waste,m1\n2,bins bins bins,waste,m2\n3,a new school,youth,m3\n4,a skate bowl,youth,m4\n",
    "id,text\n1,\u{e9}\u{301}\u{200d}\u{202e}x\n2,\u{1F3F3}\u{FE0F}\n3,ﬁ Ⅷ ½ ㎏\n4,กข้าว\n",
];
const BITS: [&str; 18] = [
    ",", ";", "\t", "\n", "\r", "\"", "\"\"", "", "\u{feff}", "\0", "\u{1}", "é", "世", "id", "text",
    "topic", "\u{202e}", "x ",
];

fn damaged(random: &mut Random, file: &[u8], most: usize) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for _ in 0..random.below(most + 1) {
        let at = random.below(bytes.len() + 1);
        let to = (at + random.below(16)).min(bytes.len());
        match random.below(6) {
            0 if random.below(4) == 0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] = random.below(256) as u8,
            2 => {
                let part = bytes[at..to].to_vec();
                bytes.splice(at..at, part);
            }
            3 => {
                bytes.drain(at..to);
            }
            4 if random.below(20) == 0 => {
                let wide: Vec<u8> = String::from_utf8_lossy(&bytes)
                    .encode_utf16()
                    .flat_map(u16::to_le_bytes)
                    .collect();
                bytes = [&[0xFF, 0xFE], wide.as_slice()].concat();
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
    let wheel = args.model.map(std::fs::read).transpose()?;
    let end = wall_time() + Duration::from_secs(args.seconds);
    let (mut runs, mut read, mut voices, mut wheels) = (0_u64, 0_u64, 0_u64, 0_u64);
    while wall_time() < end {
        runs += 1;
        let which = random.below(FILES.len());
        let file = damaged(&mut random, FILES[which].as_bytes(), 8);
        if let Ok(found) = read_voices(file.as_slice()) {
            read += 1;
            voices += found.voices.len() as u64;
            used(&found.voices);
        }
        if let Some(wheel) = wheel.as_ref().filter(|_| runs % 200 == 0) {
            wheels += 1;
            let _ = UniversalEncoder::from_wheel(&damaged(&mut random, wheel, 8));
        }
    }
    println!("{runs} files, {read} of them read with {voices} voices, {wheels} damaged models, no panic");
    Ok(())
}

/// What the commands do with voices.
fn used(voices: &[kapok_meaning::Voice]) {
    let texts: Vec<&str> = voices.iter().map(|v| v.text.as_str()).collect();
    let groups = group(&texts, None, Settings::default());
    assert_eq!(groups.voices(), voices.len(), "every voice is counted once");
    let places = Places::new(&[Place {
        key: "mill".to_owned(),
        names: vec!["Mill Road".to_owned(), "皮革巷".to_owned()],
    }]);
    let decided: Vec<Decided<'_>> = voices
        .iter()
        .filter_map(|v| {
            Some(Decided {
                text: &v.text,
                label: v.topic.as_deref()?,
                kin: v.matter.as_deref().unwrap_or(&v.id),
            })
        })
        .collect();
    let suggester = Suggester::learn(&decided, Words::Topics, None);
    for text in texts {
        let _ = places.find(text);
        let _ = kapok_text::language(text);
        if let Some(suggester) = &suggester {
            let sum: f64 = suggester
                .suggest(text, usize::MAX)
                .iter()
                .map(|s| s.probability)
                .sum();
            assert!((sum - 1.0).abs() < 1e-6, "probabilities sum to 1");
        }
    }
}
