//! `kapok opinion export`: the five files of a Polis export, with the groups of our map.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use kapok_opinion::export::FILES;
use kapok_opinion::import::{self, Options as Import};
use kapok_opinion::map::{self, Options};

use crate::folder::Disk;

/// Write a conversation as the five files that Polis exports, with the groups found here.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// Folder with the votes.
    folder: PathBuf,
    /// Folder to write to; made if it is not there.
    out: PathBuf,
    /// Keep the groups that the folder gives, instead of looking for groups.
    #[arg(long)]
    keep_groups: bool,
}

/// Writes the files. Every vote that was read is written, changed ones included.
pub fn run(args: &Export) -> anyhow::Result<ExitCode> {
    let disk = Disk::new(&args.folder);
    let conversation = import::read_folder(
        &disk,
        Import {
            keep_log: true,
            ..Import::default()
        },
    )?;
    let map = (!args.keep_groups).then(|| map::kapok(&conversation, &Options::default()));
    fs::create_dir_all(&args.out).with_context(|| format!("{} cannot be made", args.out.display()))?;
    for (name, write) in FILES {
        let path = args.out.join(name);
        let cannot = || format!("{} cannot be written", path.display());
        let mut out = BufWriter::new(File::create(&path).with_context(cannot)?);
        write(&conversation, map.as_ref(), &mut out).with_context(cannot)?;
        println!("{}", path.display());
    }
    Ok(ExitCode::SUCCESS)
}
