//! The files a draw begins with.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use kapok_sortition::{Columns, Pool, Quotas};
use sha2::{Digest as _, Sha256};

/// Pool, quotas and seats, as every task takes them.
#[derive(clap::Args, Debug, Clone)]
pub struct Input {
    /// The volunteers: a CSV with an id and a column for each category.
    #[arg(long, value_name = "CSV")]
    pub pool: PathBuf,
    /// The quotas: category,feature,min,max or feature,value,min,max[,min_flex,max_flex].
    #[arg(
        long,
        value_name = "CSV",
        visible_alias = "targets",
        visible_alias = "categories"
    )]
    pub quotas: PathBuf,
    /// Seats on the panel.
    #[arg(long)]
    pub seats: u32,
    /// The column with the ids; without it "id", or a column that ends in "id", or the first.
    #[arg(long, value_name = "COLUMN")]
    pub id_column: Option<String>,
    /// Columns that together are an address: at most one person per address is chosen.
    #[arg(
        long,
        value_name = "COLUMNS",
        value_delimiter = ',',
        visible_alias = "address-columns"
    )]
    pub address: Vec<String>,
}

/// What was read.
pub struct Loaded {
    /// The quotas.
    pub quotas: Quotas,
    /// The pool.
    pub pool: Pool,
    /// SHA-256 of the pool's file, in hexadecimal.
    pub pool_hash: String,
    /// SHA-256 of the file of quotas.
    pub quotas_hash: String,
}

impl Input {
    /// Only the seats: for a pool that was read otherwise.
    pub fn of(seats: u32) -> Self {
        Self {
            pool: PathBuf::new(),
            quotas: PathBuf::new(),
            seats,
            id_column: None,
            address: vec![],
        }
    }

    /// Reads both files.
    pub fn load(&self) -> anyhow::Result<Loaded> {
        let (pool, quotas) = (bytes(&self.pool)?, bytes(&self.quotas)?);
        let (pool_hash, quotas_hash) = (hash(&pool), hash(&quotas));
        let quotas = Quotas::read(quotas.as_slice(), &self.quotas.display().to_string())?;
        let columns = Columns {
            id: self.id_column.clone(),
            address: self.address.clone(),
        };
        let pool = Pool::read(
            pool.as_slice(),
            &self.pool.display().to_string(),
            &quotas,
            &columns,
        )?;
        Ok(Loaded {
            quotas,
            pool,
            pool_hash,
            quotas_hash,
        })
    }
}

/// A whole file.
pub fn bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("{}: cannot be opened", path.display()))
}

/// Writes a file; "-" is standard output.
pub fn write(path: &Path, content: &[u8]) -> anyhow::Result<()> {
    if path == Path::new("-") {
        use std::io::Write as _;
        return std::io::stdout().write_all(content).context("standard output");
    }
    std::fs::write(path, content).with_context(|| format!("{}: cannot be written", path.display()))
}

/// SHA-256 in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}
