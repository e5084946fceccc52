//! Arrays in NumPy's `.npy` format (versions 1 and 2): bytes and floats of 32 and 64 bits, rows first.

use super::ModelError;
use super::archive::Archive;

fn wrong(name: &str, what: &'static str) -> ModelError {
    ModelError::Form {
        name: name.to_owned(),
        what,
    }
}

/// The kind of numbers, the shape and the content of an array.
fn parts<'a>(name: &str, bytes: &'a [u8]) -> Result<(String, Vec<usize>, &'a [u8]), ModelError> {
    let rest = bytes
        .strip_prefix(b"\x93NUMPY")
        .ok_or_else(|| wrong(name, "no array"))?;
    let (length, header) = match rest {
        [1, _, a, b, header @ ..] => (usize::from(u16::from_le_bytes([*a, *b])), header),
        [2, _, a, b, c, d, header @ ..] => (u32::from_le_bytes([*a, *b, *c, *d]) as usize, header),
        _ => return Err(wrong(name, "an unknown version")),
    };
    let (header, content) = header
        .split_at_checked(length)
        .ok_or_else(|| wrong(name, "cut off"))?;
    let header = String::from_utf8_lossy(header);
    if !header.contains("'fortran_order': False") {
        return Err(wrong(name, "columns first"));
    }
    let between = |from: &str, to: char| {
        let rest = &header[header.find(from)? + from.len()..];
        Some(&rest[..rest.find(to)?])
    };
    let kind = between("'descr': '", '\'').ok_or_else(|| wrong(name, "no kind of numbers"))?;
    let shape = between("'shape': (", ')').ok_or_else(|| wrong(name, "no shape"))?;
    let shape = shape.split(',').map(str::trim).filter(|n| !n.is_empty());
    let shape = shape
        .map(|n| n.parse().map_err(|_| wrong(name, "no shape")))
        .collect::<Result<_, _>>()?;
    Ok((kind.to_owned(), shape, content))
}

/// Floats of the shape wanted.
pub(super) fn floats(archive: &Archive<'_>, name: &str, shape: &[usize]) -> Result<Vec<f32>, ModelError> {
    let bytes = archive.file(&format!("{name}.npy"))?;
    let (kind, found, content) = parts(name, &bytes)?;
    let count: usize = shape.iter().product();
    if found != shape || kind != "<f4" || content.len() != 4 * count {
        return Err(wrong(name, "another shape or kind of numbers"));
    }
    let (numbers, _) = content.as_chunks::<4>();
    let numbers: Vec<f32> = numbers.iter().map(|&n| f32::from_le_bytes(n)).collect();
    if numbers.iter().all(|n| n.is_finite()) {
        Ok(numbers)
    } else {
        Err(wrong(name, "not all are numbers"))
    }
}

/// Bytes of the shape wanted.
pub(super) fn bytes(archive: &Archive<'_>, name: &str, shape: &[usize]) -> Result<Vec<u8>, ModelError> {
    let bytes = archive.file(&format!("{name}.npy"))?;
    let (kind, found, content) = parts(name, &bytes)?;
    if found != shape || kind != "|u1" || content.len() != shape.iter().product::<usize>() {
        return Err(wrong(name, "another shape or kind of numbers"));
    }
    Ok(content.to_vec())
}
