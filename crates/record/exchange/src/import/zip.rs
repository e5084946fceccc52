//! Just enough of the zip format (PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4) to read an archive of CSV files: stored and
//! deflated entries, without encryption and without the 64-bit extension.

/// Bytes of one file, unpacked; more is no open-data archive but a bomb.
const MOST: usize = 1 << 30;
const END: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";

/// The entries whose name is wanted: name without folders, and bytes.
///
/// # Errors
/// When it is no such archive; the text says why.
pub fn entries(bytes: &[u8], wanted: impl Fn(&str) -> bool) -> Result<Vec<(String, Vec<u8>)>, String> {
    let end = bytes
        .windows(4)
        .rposition(|w| w == END)
        .ok_or("is no zip archive; give the archive or its unpacked folder")?;
    let mut at = number(bytes, end + 16, 4)?;
    let mut out = Vec::new();
    for _ in 0..number(bytes, end + 10, 2)? {
        if part(bytes, at, 4)? != ENTRY {
            return Err("its list of files is damaged".into());
        }
        let (flags, method) = (number(bytes, at + 8, 2)?, number(bytes, at + 10, 2)?);
        let (packed, size) = (number(bytes, at + 20, 4)?, number(bytes, at + 24, 4)?);
        let name_len = number(bytes, at + 28, 2)?;
        let name = String::from_utf8_lossy(part(bytes, at + 46, name_len)?).into_owned();
        let local = number(bytes, at + 42, 4)?;
        at += 46 + name_len + number(bytes, at + 30, 2)? + number(bytes, at + 32, 2)?;
        if !wanted(&name) {
            continue;
        }
        if part(bytes, local, 4)? != LOCAL || flags & 1 == 1 || size > MOST {
            return Err(format!("{name} is damaged, encrypted or too large"));
        }
        let data = local + 30 + number(bytes, local + 26, 2)? + number(bytes, local + 28, 2)?;
        let data = part(bytes, data, packed)?;
        let file = match method {
            0 => data.to_vec(),
            8 => miniz_oxide::inflate::decompress_to_vec_with_limit(data, MOST)
                .map_err(|e| format!("{name}: {e}"))?,
            _ => {
                return Err(format!(
                    "{name} is packed in a way that is not read here; unpack the archive and give the folder"
                ));
            }
        };
        if file.len() != size {
            return Err(format!(
                "{name} is damaged: its length is not the one written down"
            ));
        }
        let short = name.rsplit('/').next().unwrap_or_default().to_owned();
        out.push((short, file));
    }
    Ok(out)
}

fn part(bytes: &[u8], at: usize, len: usize) -> Result<&[u8], String> {
    at.checked_add(len)
        .and_then(|end| bytes.get(at..end))
        .ok_or_else(|| "it is cut off".to_owned())
}

/// A little-endian number of 2 or 4 bytes.
fn number(bytes: &[u8], at: usize, len: usize) -> Result<usize, String> {
    Ok(part(bytes, at, len)?
        .iter()
        .rev()
        .fold(0, |n, b| n << 8 | usize::from(*b)))
}
