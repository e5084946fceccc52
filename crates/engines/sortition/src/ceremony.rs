//! A draw in public: commit first, take chance afterwards, let anyone check.
//!
//! 1. *Freeze.* The pool goes under pseudonyms (a number in a secret-keyed order), with a household number in
//!    place of the address. Pool, quotas and settings determine the numbered panels. All four files have their
//!    SHA-256 in a list; the SHA-256 of the list is the *commitment*, published before the draw.
//! 2. *Chance.* Dice, lottery numbers: words on a line.
//! 3. *Draw.* The panel's number is SHA-256(commitment, line feed, words), as a number, modulo the panels.

use sha2::{Digest as _, Sha256};

use crate::error::ReadError;
use crate::lot::Lot;
use crate::pool::Pool;
use crate::quotas::Quotas;

/// SHA-256 in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// The list of files with their hashes, as `sha256sum` writes it: the thing that is committed to.
pub fn manifest(files: &[(&str, &[u8])]) -> String {
    files
        .iter()
        .map(|(name, bytes)| format!("{}  {name}\n", hash(bytes)))
        .collect()
}

/// The number drawn from `count` panels.
pub fn drawn(commitment: &str, randomness: &str, count: usize) -> usize {
    let digest = Sha256::digest(format!("{commitment}\n{}", randomness.trim()));
    let count = count.max(1) as u64;
    let rest = digest
        .iter()
        .fold(0u64, |rest, byte| (rest * 256 + u64::from(*byte)) % count);
    usize::try_from(rest).unwrap_or(0)
}

/// A short fingerprint of each line, so that a single changed cell can be pointed at.
pub fn lines(file: &str, text: &str) -> String {
    let one = |(line, number): (&str, usize)| format!("{file} {number} {}\n", &hash(line.as_bytes())[..16]);
    text.lines().zip(1..).map(one).collect()
}

/// The pseudonym of each person: places in an order that follows from a secret.
pub fn pseudonyms(pool: &Pool, secret: &str) -> Vec<String> {
    let mut order: Vec<usize> = (0..pool.len()).collect();
    Lot::new(&format!("pseudonyms\n{secret}")).shuffle(&mut order);
    let width = pool.len().to_string().len().max(3);
    let mut names = vec![String::new(); pool.len()];
    order
        .iter()
        .zip(1..)
        .for_each(|(person, number)| names[*person] = format!("K{number:0width$}"));
    names
}

/// The pool as it is published: pseudonym, values as the quotas spell them, household number; sorted by
/// pseudonym.
pub fn public_pool(pool: &Pool, quotas: &Quotas, names: &[String]) -> String {
    let mut rows: Vec<Vec<String>> = Vec::with_capacity(pool.len());
    let groups = crate::household::shared(&pool.addresses);
    let mut order: Vec<usize> = (0..pool.len()).collect();
    order.sort_by(|a, b| names[*a].cmp(&names[*b]));
    let mut homes = vec![String::new(); pool.len()];
    let mut numbered: Vec<&Vec<usize>> = groups.iter().collect();
    numbered.sort_by_key(|g| g.iter().map(|p| &names[*p]).min());
    for (group, number) in numbered.into_iter().zip(1..) {
        group.iter().for_each(|p| homes[*p] = format!("H{number}"));
    }
    for person in order {
        let values = pool.values[person].iter().zip(&quotas.categories);
        let values = values.map(|(v, c)| c.values[usize::from(*v)].name.clone());
        rows.push(
            std::iter::once(names[person].clone())
                .chain(values)
                .chain([homes[person].clone()])
                .collect(),
        );
    }
    let header = std::iter::once("pseudonym".to_string())
        .chain(quotas.categories.iter().map(|c| c.name.clone()))
        .chain(["household number".to_string()]);
    csv_text(std::iter::once(header.collect()).chain(rows))
}

/// The quotas in the one form in which they are published.
pub fn public_quotas(quotas: &Quotas) -> String {
    let row = |(c, v): (usize, usize)| {
        let (category, value) = (&quotas.categories[c], &quotas.categories[c].values[v]);
        vec![
            category.name.clone(),
            value.name.clone(),
            value.min.to_string(),
            value.max.to_string(),
        ]
    };
    let header = ["category", "feature", "min", "max"].map(String::from).to_vec();
    csv_text(std::iter::once(header).chain(quotas.rows().map(row)))
}

/// The numbered panels: a number and the pseudonyms.
pub fn public_panels(panels: &[Vec<String>]) -> String {
    let width = panels.len().saturating_sub(1).to_string().len();
    let rows = panels
        .iter()
        .zip(0..)
        .map(|(ids, number): (&Vec<String>, usize)| vec![format!("{number:0width$}"), ids.join(" ")]);
    csv_text(std::iter::once(vec!["number".to_string(), "ids".to_string()]).chain(rows))
}

fn csv_text(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Writing into memory cannot fail, and all rows have the header's length.
        let _ = out.write_record(row);
    }
    String::from_utf8(out.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// Reads a published pool again.
pub fn read_pool(text: &str, file: &str, quotas: &Quotas) -> Result<Pool, ReadError> {
    let columns = crate::Columns {
        id: Some("pseudonym".into()),
        address: vec!["household number".into()],
    };
    Pool::read(text.as_bytes(), file, quotas, &columns)
}
