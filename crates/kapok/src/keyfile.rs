//! The secret key: a file outside the database that only the server may read.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail};
use kapok_acts::Keys;
use kapok_store::Entropy;

/// Reads the key, or makes one where there is none.
///
/// # Errors
/// When the file cannot be read or written, or does not hold 64 hexadecimal digits.
pub fn load(path: &Path, entropy: &dyn Entropy) -> anyhow::Result<Keys> {
    if !path.exists() {
        make(path, entropy).with_context(|| format!("cannot write the key file {}", path.display()))?;
    }
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read the key file {}", path.display()))?;
    let digits = text.trim();
    let half = |i: usize| kapok_store::ids::parse_hex(digits.get(i..i + 32).unwrap_or_default());
    match (digits.len(), half(0), half(32)) {
        (64, Some(a), Some(b)) => {
            let mut root = [0; 32];
            root[..16].copy_from_slice(&a);
            root[16..].copy_from_slice(&b);
            Ok(Keys::new(root))
        }
        _ => bail!(
            "the key file {} does not hold 64 hexadecimal digits. Restore it from the backup: without it, contact data and codes cannot be read",
            path.display()
        ),
    }
}

fn make(path: &Path, entropy: &dyn Entropy) -> std::io::Result<()> {
    let mut bytes = [0u8; 32];
    entropy.fill(&mut bytes);
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    writeln!(file, "{}", kapok_log::hex(&bytes))?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kapok_store::SystemEntropy;

    #[test]
    fn a_key_is_made_once_and_read_again() {
        let path = std::env::temp_dir().join(format!("kapok-key-{}", std::process::id()));
        let _ = std::fs::remove_file(&path);
        let first = load(&path, &SystemEntropy).unwrap().tag("test", b"x");
        assert_eq!(load(&path, &SystemEntropy).unwrap().tag("test", b"x"), first);
        #[cfg(unix)]
        assert_eq!(
            std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&path).unwrap().permissions()) & 0o777,
            0o600
        );
        std::fs::write(&path, "short").unwrap();
        assert!(load(&path, &SystemEntropy).is_err());
    }
}
