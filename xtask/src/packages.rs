//! How many packages the default build has. Every package is time in each build, and someone to trust.

use std::collections::BTreeSet;

use crate::workspace;

/// The most packages the binary may be made of, its own crates and what runs while building included.
const MOST: usize = 450;

/// A line where the build has grown too large.
pub fn problems() -> Result<Vec<String>, String> {
    let count = packages()?.len();
    let grown = count > MOST;
    Ok(grown
        .then(|| format!("the default build has {count} packages; {MOST} are allowed"))
        .into_iter()
        .collect())
}

/// Name and version of every package that `cargo build` builds on this machine.
fn packages() -> Result<BTreeSet<String>, String> {
    let tree = workspace::cargo(&[
        "tree",
        "--package=kapok",
        "--edges=normal,build",
        "--prefix=none",
        "--format={p}",
    ])?;
    // A line is "name v1.2.3", then perhaps "(proc-macro)", a path, or "(*)" for one that has been listed before.
    let name = |line: &str| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
    Ok(tree.lines().filter(|line| !line.is_empty()).map(name).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_build_has_at_most_450_packages() {
        let packages = packages().unwrap();
        println!("{} packages of at most {MOST}", packages.len());
        let problems = problems().unwrap();
        assert!(problems.is_empty(), "\n{}", problems.join("\n"));
        assert!(
            packages.len() > 20
                && packages
                    .iter()
                    .any(|package| package.starts_with("kapok-store v"))
        );
        // What only tests need does not count.
        assert!(!packages.iter().any(|package| package.starts_with("proptest ")));
    }
}
