//! One household, one seat: addresses made comparable.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// An address without case, accents, punctuation and superfluous spaces; `None` if nothing is left.
/// Cells are joined in order, so "12 High St" + "AB1" equals "12 High St, AB1" + "".
pub fn normalise<'a>(cells: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut out = String::new();
    for cell in cells {
        out.push(' ');
        for c in cell.nfkd().filter(|c| !is_combining_mark(*c)) {
            match c {
                'ß' => out.push_str("ss"),
                'ø' | 'Ø' => out.push('o'),
                'ł' | 'Ł' => out.push('l'),
                'đ' | 'Đ' => out.push('d'),
                'æ' | 'Æ' => out.push_str("ae"),
                'œ' | 'Œ' => out.push_str("oe"),
                'ı' => out.push('i'),
                '\'' | '’' | '.' => {} // St. = St, O'Neill = ONeill
                c if c.is_alphanumeric() => out.extend(c.to_lowercase()),
                _ => out.push(' '),
            }
        }
    }
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    (!out.is_empty()).then_some(out)
}

/// Groups of people (indexes) who share an address; only groups of two or more, in the order of the pool.
pub fn shared(addresses: &[Option<String>]) -> Vec<Vec<usize>> {
    let mut at: std::collections::BTreeMap<&str, Vec<usize>> = std::collections::BTreeMap::new();
    for (person, address) in addresses.iter().enumerate() {
        if let Some(address) = address {
            at.entry(address).or_default().push(person);
        }
    }
    let mut groups: Vec<Vec<usize>> = at.into_values().filter(|g| g.len() > 1).collect();
    groups.sort();
    groups
}
