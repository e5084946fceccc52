//! Turns `locales/<language>/<area>.ftl` into methods, and stops the build on any fault in them.

#[path = "src/generate/mod.rs"]
mod generate;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use generate::{Problem, Source};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let sources = read_sources(&here.join("../../../locales"))?;
    match generate::generate(&sources) {
        Ok(rust) => {
            let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
            fs::write(out.join("messages.rs"), rust)?;
        }
        Err(problems) => report(&problems),
    }
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/generate");
    Ok(())
}

/// Every fault on a line of its own; `cargo::error` makes cargo fail once the script has ended.
fn report(problems: &[Problem]) {
    for problem in problems {
        println!("cargo::error={problem}");
    }
}

/// Reads all catalogues in a fixed order, so that the same catalogues give the same file.
fn read_sources(locales: &Path) -> io::Result<Vec<Source>> {
    println!("cargo::rerun-if-changed={}", locales.display());
    let mut sources = Vec::new();
    for folder in sorted(locales)?.into_iter().filter(|path| path.is_dir()) {
        println!("cargo::rerun-if-changed={}", folder.display());
        for file in sorted(&folder)?
            .into_iter()
            .filter(|path| path.extension().is_some_and(|end| end == "ftl"))
        {
            println!("cargo::rerun-if-changed={}", file.display());
            let (lang, area) = (name(folder.file_name()), name(file.file_stem()));
            let path = format!("locales/{lang}/{area}.ftl");
            // Windows line ends would become part of messages that span lines.
            let text = fs::read_to_string(&file)?.replace("\r\n", "\n");
            sources.push(Source {
                lang,
                area,
                path,
                text,
            });
        }
    }
    Ok(sources)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name(part: Option<&std::ffi::OsStr>) -> String {
    part.unwrap_or_default().to_string_lossy().into_owned()
}
