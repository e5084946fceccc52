//! Files in and out, the same for all commands on voices.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use kapok_i18n::Lang;
use kapok_meaning::{Voices, read_voices};

/// A language by its code, for clap.
pub(crate) fn language(code: &str) -> Result<Lang, String> {
    Lang::parse(code).ok_or_else(|| "one of en, zh, es, ar".to_owned())
}

/// The voices of a file; what was mended is said on the terminal.
pub(crate) fn open(path: &Path) -> anyhow::Result<Voices> {
    let name = path.display().to_string();
    let file = File::open(path).with_context(|| format!("{name} cannot be opened"))?;
    let input = read_voices(file).with_context(|| name.clone())?;
    for note in &input.notes {
        eprintln!(
            "note: {name}: {} rows {} (the first on line {})",
            note.rows,
            note.kind.words(),
            note.first_line
        );
    }
    Ok(input)
}

/// FILE-ENDING in the folder of the file.
pub(crate) fn beside(file: &Path, ending: &str) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!("{stem}-{ending}"))
}

/// Writes a file whole.
pub(crate) fn write(
    path: &Path,
    flag: &str,
    fill: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let name = path.display();
    let file = File::create(path)
        .with_context(|| format!("{name} cannot be written; name another file with {flag}"))?;
    let mut out = BufWriter::new(file);
    fill(&mut out)
        .and_then(|()| Ok(out.flush()?))
        .with_context(|| format!("{name} could not be written whole"))
}
