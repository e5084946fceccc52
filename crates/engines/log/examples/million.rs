//! How long a large log takes to write and to verify:
//! `cargo run --release -p kapok-log --example million -- FILE [ACTS]`.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::time::Instant;

use kapok_log::note::Signer;
use kapok_log::tree::Frontier;
use kapok_log::{Act, Fact, Reason, file};

/// An act like those of a city: a voice heard, and now and then a decision with its reason.
fn act(n: i64) -> (Act, Option<Reason>) {
    let mut id = [0; 16];
    id[8..].copy_from_slice(&n.to_be_bytes());
    let reason = (n % 10 == 0).then(|| Reason {
        text: "The street was built for four cars a minute and has forty.".into(),
        salt: id,
    });
    let act = Act {
        id,
        at_ms: 1_700_000_000_000 + n * 1000,
        kind: "voice.heard".into(),
        actor_kind: "resident".into(),
        actor_id: None,
        actor_name: String::new(),
        actor_office: String::new(),
        subject_kind: "voice".into(),
        subject_id: id,
        matter_id: Some(id),
        place_id: Some([7; 16]),
        reason_digest: reason.as_ref().map(Reason::digest),
        detail: [
            ("channel", Fact::from("web")),
            ("lang", "es".into()),
            ("number", n.into()),
        ]
        .map(|(name, fact)| (name.to_owned(), fact))
        .into(),
    };
    (act, reason)
}

#[expect(
    clippy::disallowed_methods,
    reason = "an example that measures; nothing depends on it"
)]
fn now() -> Instant {
    Instant::now()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let path = args.next().ok_or("name a file to write")?;
    let acts: i64 = args.next().map_or(Ok(1_000_000), |n| n.parse())?;
    let signer = Signer::new("kapok.city.example/log", &[7; 32]).ok_or("no signer")?;

    let started = now();
    let mut out = BufWriter::new(File::create(&path)?);
    let mut tree = Frontier::default();
    file::write_head(&mut out, signer.key())?;
    for n in 0..acts {
        let (act, reason) = act(n);
        file::write_act(
            &mut out,
            &act.canonical(),
            reason.as_ref().map(|r| (&r.salt, r.text.as_str())),
        )?;
        tree.push(act.leaf_hash(), |_| ());
        if n % 1000 == 999 || n + 1 == acts {
            file::write_checkpoint(&mut out, &signer.checkpoint(tree.size(), &tree.root()))?;
        }
    }
    out.flush()?;
    let megabytes = std::fs::metadata(&path)?.len() / 1_000_000;
    println!(
        "written   {acts} acts, {megabytes} MB, {:.2} s",
        started.elapsed().as_secs_f64()
    );

    let started = now();
    let verified = file::verify(
        BufReader::with_capacity(1 << 20, File::open(&path)?),
        Some(signer.key()),
        None,
    )?;
    println!(
        "verified  {} acts, {} checkpoints, {:.2} s",
        verified.last.size,
        verified.checkpoints,
        started.elapsed().as_secs_f64()
    );
    println!("key       {}", signer.key());
    Ok(())
}
