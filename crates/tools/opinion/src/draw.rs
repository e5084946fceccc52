//! `kapok opinion map`: from a folder of votes to a summary, a page and JSON.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use kapok_i18n::Lang;
use kapok_opinion::conversation::Conversation;
use kapok_opinion::import::{self, Folder, Options as Import};
use kapok_opinion::map::{self, Map, Options};
use kapok_opinion::polis::given::Given;

use crate::folder::Disk;
use crate::page;

/// Make a map of opinion from a folder of votes.
#[derive(Debug, clap::Args)]
pub struct Draw {
    /// Folder with votes.csv or participants-votes.csv, and comments.csv.
    folder: PathBuf,
    /// Use Polis' rules and the groups that the export gives.
    #[arg(long)]
    compatible: bool,
    /// Write everything as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Write one HTML page that needs nothing beside it.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Language of the summary and the page: en, zh, es or ar.
    #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = language)]
    lang: Lang,
}

/// A language by its code.
fn language(code: &str) -> Result<Lang, String> {
    Lang::parse(code).ok_or_else(|| format!("{code} is not one of en, zh, es, ar"))
}

/// The command as one would type it, for the foot of the page. The folder's own name is enough.
fn command(args: &Draw) -> String {
    let folder = args
        .folder
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    format!(
        "kapok opinion map {folder}{}",
        if args.compatible { " --compatible" } else { "" }
    )
}

/// Makes the map and writes what was asked for.
pub fn run(args: &Draw) -> anyhow::Result<ExitCode> {
    let map = read(&args.folder, args.compatible)?;
    if let Some(path) = &args.json {
        write(path, |out| {
            serde_json::to_writer(&mut *out, &map)?;
            Ok(writeln!(out)?)
        })?;
    }
    if let Some(path) = &args.html {
        let page = page::render(&map, args.lang, &command(args))?;
        write(path, |out| Ok(out.write_all(page.as_bytes())?))?;
    }
    write!(std::io::stdout().lock(), "{}", page::summary(&map, args.lang))?;
    Ok(ExitCode::SUCCESS)
}

/// Reads a folder and makes its map.
pub fn read(folder: &Path, compatible: bool) -> anyhow::Result<Map> {
    let disk = Disk::new(folder);
    let conversation = import::read_folder(&disk, Import::default())?;
    if compatible {
        let given = given(&disk, &conversation)?;
        return Ok(map::compatible(&conversation, given.as_ref()));
    }
    Ok(map::kapok(&conversation, &Options::default()))
}

/// The groups that the folder gives.
fn given(folder: &dyn Folder, conversation: &Conversation) -> anyhow::Result<Option<Given>> {
    let math = import::read_math(folder)?;
    let from_math = math.filter(|math| !math.group_clusters.is_empty());
    Ok(match from_math {
        Some(math) => Some(Given::from_math(&conversation.votes, &math)),
        None => Given::from_people(conversation),
    })
}

fn write(path: &Path, work: impl FnOnce(&mut BufWriter<File>) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let cannot = || format!("{} cannot be written", path.display());
    let mut out = BufWriter::new(File::create(path).with_context(cannot)?);
    work(&mut out).with_context(cannot)?;
    out.flush().with_context(cannot)
}
