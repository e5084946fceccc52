//! How fast and how large: each row runs in a process of its own, so that its memory is its own.

use std::fmt::Write;

use kapok_meaning::{Copies, Encoder, Matters, Model, Random, Settings, UniversalEncoder, Vectors, group};
use kapok_report::measure;

use super::{BenchArgs, Line, data, dynamic};

/// What is measured: always, and with `--full`.
const ALWAYS: [&str; 4] = ["copies-100000", "groups-10000", "themes-5", "nearest-100000"];
const FULL: [&str; 4] = ["copies-1000000", "groups-100000", "themes-20", "nearest-1000000"];

/// The rows that are asked for.
pub(super) fn rows(args: &BenchArgs, model: bool) -> Vec<&'static str> {
    let full = if args.full { FULL.as_slice() } else { &[] };
    ALWAYS
        .iter()
        .chain(full)
        .copied()
        .chain(model.then_some("encode"))
        .collect()
}

/// Runs one row in a child and says what came out against what should.
pub(super) fn row(name: &str, args: &BenchArgs) -> anyhow::Result<Vec<Line>> {
    let (data, conversations) = (
        args.data.display().to_string(),
        args.conversations.display().to_string(),
    );
    let mut arguments: Vec<String> = std::env::args()
        .skip(1)
        .take_while(|a| !a.starts_with("--"))
        .collect();
    arguments.extend(["--row", name, "--data", &data, "--conversations", &conversations].map(str::to_owned));
    if args.model.no_model {
        arguments.push("--no-model".to_owned());
    }
    if let Some(model) = &args.model.model {
        arguments.extend(["--model".to_owned(), model.display().to_string()]);
    }
    let printed = measure::in_child(&arguments.iter().map(String::as_str).collect::<Vec<_>>())?;
    let figure = |key: &str| {
        let found = printed
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix(' '));
        found.and_then(|n| n.parse::<f64>().ok()).unwrap_or(f64::NAN)
    };
    let million = figure("n") / 1e6;
    Ok(match name.split('-').next().unwrap_or_default() {
        "copies" => vec![
            Line::at_most(format!("{name}: CPU"), figure("cpu"), 10.0 * million, "s"),
            Line::at_most(
                format!("{name}: peak memory"),
                figure("peak"),
                100.0 + 400.0 * million,
                "MB",
            ),
            Line::at_least(format!("{name}: recall of pairs"), figure("recall"), 0.99),
            Line::known(
                format!("{name}: precision of pairs"),
                format!("{:.3}", figure("precision")),
            ),
        ],
        "groups" => vec![
            Line::at_most(
                format!("{name}: CPU"),
                figure("cpu"),
                if million < 0.05 { 60.0 } else { 600.0 },
                "s",
            ),
            Line::known(
                format!("{name}: peak memory"),
                format!("{:.0} MB", figure("peak")),
            ),
            Line::known(
                format!("{name}: different texts / groups / alone"),
                format!(
                    "{} / {} / {}",
                    figure("different"),
                    figure("groups"),
                    figure("alone")
                ),
            ),
        ],
        "themes" => vec![Line::at_least(
            format!("{name}: share of planted 1 % themes found"),
            figure("found"),
            0.95,
        )],
        "nearest" => vec![
            Line::at_most(format!("{name}: a new voice, CPU"), figure("ms"), 20.0, "ms"),
            Line::known(
                format!("{name}: the nearest of all is found"),
                format!("{:.3}", figure("recall")),
            ),
        ],
        _ => vec![
            Line::at_least("encode: texts per CPU second", figure("speed"), 500.0),
            Line::known("encode: loading, CPU", format!("{:.2} s", figure("load"))),
        ],
    })
}

/// The measurement itself; prints lines of a key and a figure.
pub(super) fn measured(
    name: &str,
    args: &BenchArgs,
    model: Option<&UniversalEncoder>,
) -> anyhow::Result<String> {
    let n: usize = name
        .rsplit('-')
        .next()
        .and_then(|n| n.parse().ok())
        .unwrap_or_default();
    let pool = data::pool(&args.data, &args.conversations)?;
    let mut out = format!("n {n}\n");
    match name.split('-').next().unwrap_or_default() {
        "copies" => copies(&pool, n, &mut out),
        "groups" => {
            let texts = halves(&pool, n, &mut Random::new(11));
            let (groups, cost) = measure::run(|| group(&texts, dynamic(model), Settings::default()));
            cost_lines(cost, &mut out);
            let _ = writeln!(
                out,
                "groups {}\nalone {}\ndifferent {}",
                groups.groups.len(),
                groups.alone.len(),
                groups.groups.iter().map(|g| g.texts.len()).sum::<usize>() + groups.alone.len()
            );
        }
        "themes" => {
            let found = (0..n).filter(|&trial| theme_found(&pool, trial, model)).count();
            let _ = writeln!(out, "found {}", found as f64 / n as f64);
        }
        "nearest" => nearest(&pool, n, model, &mut out),
        _ => {
            let texts: Vec<&str> = pool.iter().map(String::as_str).collect();
            if let Some(model) = model {
                let load = measure::cpu_time().as_secs_f64();
                let (_, cost) = measure::run(|| model.vectors(&texts));
                let _ = writeln!(out, "load {load}\nspeed {}", texts.len() as f64 / cost.cpu);
            }
        }
    }
    Ok(out)
}

fn cost_lines(cost: measure::Cost, out: &mut String) {
    // Writing to a String cannot fail.
    let _ = writeln!(
        out,
        "cpu {}\npeak {}",
        cost.cpu,
        cost.peak.map_or(f64::NAN, |p| p as f64 / 1e6)
    );
}

/// Three of ten texts are new, made of 8 to 24 words drawn from the pool; seven are copies of one of them with 2 % of the
/// characters changed, but at least one.
fn copies(pool: &[String], n: usize, out: &mut String) {
    let mut random = Random::new(3);
    let words: Vec<&str> = pool
        .iter()
        .flat_map(|text| text.split_whitespace())
        .filter(|word| word.chars().count() < 20)
        .collect();
    let sources = (n * 3 / 10).max(1);
    let mut texts: Vec<String> = Vec::with_capacity(n);
    let mut truth: Vec<usize> = Vec::with_capacity(n);
    for at in 0..n {
        if at < sources {
            let drawn: Vec<&str> = (0..8 + random.below(17))
                .map(|_| words[random.below(words.len())])
                .collect();
            texts.push(drawn.join(" "));
            truth.push(at);
        } else {
            let source = random.below(sources);
            let mut chars: Vec<char> = texts[source].chars().collect();
            for _ in 0..(chars.len() / 50).max(1) {
                let place = random.below(chars.len());
                chars[place] = char::from(b'a' + random.below(26) as u8);
            }
            texts.push(chars.into_iter().collect());
            truth.push(source);
        }
    }
    let (copies, cost) = measure::run(|| Copies::find(&texts, kapok_meaning::COPY));
    cost_lines(cost, out);
    let found: Vec<usize> = (0..n).map(|at| copies.first(at)).collect();
    let pairs = kapok_meaning::yardstick::Pairs::compare(&found, &truth);
    let _ = writeln!(out, "recall {}\nprecision {}", pairs.recall, pairs.precision);
}

const OBJECTS: [&str; 25] = [
    "street lamp",
    "rubbish bin",
    "playground slide",
    "bus shelter",
    "zebra crossing",
    "public toilet",
    "park bench",
    "water fountain",
    "bike rack",
    "swimming pool",
    "library door",
    "flood wall",
    "football pitch",
    "school gate",
    "market stall",
    "parking meter",
    "old theatre",
    "footbridge",
    "dog run",
    "taxi rank",
    "recycling yard",
    "clinic lift",
    "fire hydrant",
    "tram stop",
    "skate bowl",
];
const PLACES: [&str; 12] = [
    "at Mill Bridge",
    "in Weavers",
    "on the quay",
    "near the station",
    "behind the cathedral",
    "in Brickfields",
    "at the harbour",
    "on Orchard Hill",
    "in our street",
    "by the river",
    "next to the school",
    "at the corner",
];
const OPENINGS: [&str; 10] = [
    "I have written about this before.",
    "Good morning.",
    "Please look at this.",
    "As a father of two I must say it.",
    "My neighbours asked me to write.",
    "This is my third letter.",
    "I am 74 years old.",
    "Can someone help?",
    "I pass there every day.",
    "We talked about it at our table.",
];
const COMPLAINTS: [&str; 10] = [
    "has been broken since spring",
    "is dirty and nobody comes",
    "needs to be repaired soon",
    "does not work at night",
    "was damaged again last week",
    "is far too old",
    "should have been fixed long ago",
    "is dangerous for children",
    "cannot be used by old people",
    "is closed without any reason",
];
const DEMANDS: [&str; 10] = [
    "Please do something.",
    "Who is responsible?",
    "When will it be done?",
    "We would even help ourselves.",
    "It cannot be so hard.",
    "Send someone to look.",
    "Thank you for your work.",
    "I want an answer.",
    "Other cities manage that.",
    "It would make all of us happy.",
];

/// A voice about an object, put together at random.
fn voice(object: usize, random: &mut Random) -> String {
    let [opening, place, complaint, demand] =
        [&OPENINGS[..], &PLACES, &COMPLAINTS, &DEMANDS].map(|list| list[random.below(list.len())]);
    format!("{opening} The {} {place} {complaint}. {demand}", OBJECTS[object])
}

/// Comments of people with one word in six left out; every second is a voice about one of the first `objects` objects, if
/// there are any.
fn background(pool: &[String], n: usize, objects: usize, random: &mut Random) -> Vec<String> {
    (0..n)
        .map(|at| {
            if objects > 0 && at % 2 == 0 {
                return voice(random.below(objects), random);
            }
            let text = &pool[random.below(pool.len())];
            let words: Vec<&str> = text
                .split_inclusive(' ')
                .filter(|_| random.below(6) > 0)
                .collect();
            words.concat()
        })
        .collect()
}

/// Voices of which hardly two are copies: the first half of one comment with the second half of another; every second is
/// about an object.
fn halves(pool: &[String], n: usize, random: &mut Random) -> Vec<String> {
    let mut texts = background(pool, n, OBJECTS.len(), random);
    for text in texts.iter_mut().skip(1).step_by(2) {
        let mut half = |second: bool| {
            let chars: Vec<char> = pool[random.below(pool.len())].chars().collect();
            let (a, b) = chars.split_at(chars.len() / 2);
            (if second { b } else { a }).iter().collect::<String>()
        };
        *text = half(false) + &half(true);
    }
    texts
}

/// Whether one group holds at least half of a planted theme and consists of it by at least half. The theme is one object
/// in 100 of 10,000 voices, in many words; the others are comments of people with one word in six left out.
fn theme_found(pool: &[String], trial: usize, model: Option<&UniversalEncoder>) -> bool {
    const THEME: usize = 100;
    let mut random = Random::new(1_000 + trial as u64);
    let mut texts: Vec<(String, bool)> = background(pool, 9_900, 0, &mut random)
        .into_iter()
        .map(|text| (text, false))
        .collect();
    texts.extend((0..THEME).map(|_| (voice(trial % OBJECTS.len(), &mut random), true)));
    random.shuffle(&mut texts);
    let words: Vec<&str> = texts.iter().map(|(text, _)| text.as_str()).collect();
    let groups = group(&words, dynamic(model), Settings::default());
    groups.groups.iter().any(|group| {
        let planted = group
            .texts
            .iter()
            .flat_map(|t| &t.voices)
            .filter(|&&voice| texts[voice].1)
            .count();
        2 * planted >= THEME && 2 * planted >= group.voices
    })
}

/// A new voice among `n` matters, from its text to its ten nearest.
fn nearest(pool: &[String], n: usize, model: Option<&UniversalEncoder>, out: &mut String) {
    const ASKED: usize = 200;
    let mut random = Random::new(5);
    let encoder = Encoder::learn(pool, dynamic(model));
    let vectors = encoder.vectors(pool);
    // A matter is the vector of a text with some noise of its own.
    let mut centres = Vectors::new(encoder.dimensions());
    let noise = 0.5 / (encoder.dimensions() as f32).sqrt();
    for _ in 0..n {
        let mut vector: Vec<f32> = vectors
            .get(random.below(vectors.len()))
            .iter()
            .map(|x| x + noise * (random.unit() as f32 - 0.5) * 3.4)
            .collect();
        let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
        vector.iter_mut().for_each(|x| *x /= length);
        centres.push(&vector);
    }
    let matters = Matters::new(centres.clone(), (0..n as u64).map(|voice| vec![voice]).collect());
    let asked: Vec<&String> = (0..ASKED).map(|_| &pool[random.below(pool.len())]).collect();
    let (found, cost) = measure::run(|| {
        asked
            .iter()
            .map(|text| matters.nearest(&encoder.vector(text), 10))
            .collect::<Vec<_>>()
    });
    let right = asked.iter().zip(&found).take(20).filter(|(text, found)| {
        let mut one = Vectors::new(encoder.dimensions());
        one.push(&encoder.vector(text));
        let best = (0..n)
            .map(|at| one.cosine_with(0, &centres, at))
            .fold(f64::NEG_INFINITY, f64::max);
        found.first().is_some_and(|&(_, cosine)| cosine >= best)
    });
    let _ = writeln!(
        out,
        "recall {}\nms {}",
        right.count() as f64 / 20.0,
        cost.cpu * 1_000.0 / ASKED as f64
    );
}
