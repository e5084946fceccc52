//! From the bytes of an upload to a photo that is safe to publish.
//!
//! The order of the checks is the point: size, then kind by the first bytes (never by the name or the type the browser
//! states), then the dimensions in the header, and only then are pixels decoded. A file of a few kilobytes that claims
//! a thousand megapixels is turned away before memory is set aside for it.

use std::fmt;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};

use crate::FileName;

/// The largest upload that is looked at: 10 MB. A phone's photo has 2 to 6 MB.
pub const MAX_UPLOAD_BYTES: usize = 10_000_000;
/// The most pixels a photo may have: 50 million, the full resolution of most phones.
pub const MAX_PIXELS: u64 = 50_000_000;
/// The longest side a photo may have, in pixels. Bounds the width of one row for panoramas.
pub const MAX_SIDE: u32 = 16_384;
/// The most memory the decoded pixels may take, in bytes.
pub const MAX_DECODED_BYTES: u64 = 256 * 1024 * 1024;
/// The long side of a stored photo, in pixels. Smaller photos keep their size.
pub const FULL_SIDE: u32 = 1_600;
/// The long side of the thumbnail, in pixels.
pub const SMALL_SIDE: u32 = 400;

/// JPEG quality of what is stored: below the point where the eye sees blocks, at about a third of the bytes of 95.
const QUALITY: u8 = 82;

/// Why an upload is not accepted. The person is told which one, and their words are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PhotoError {
    /// The upload has more than [`MAX_UPLOAD_BYTES`].
    #[error("the file has {bytes} bytes, more than {MAX_UPLOAD_BYTES}")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// The first bytes are not those of a JPEG, PNG or WebP file.
    #[error("the file is not a JPEG, PNG or WebP picture")]
    WrongType,
    /// The picture is larger than [`MAX_PIXELS`], [`MAX_SIDE`] or [`MAX_DECODED_BYTES`] allow.
    #[error("the picture has {width} x {height} pixels, too many to open")]
    TooManyPixels {
        /// Width in pixels as the header states it.
        width: u32,
        /// Height in pixels as the header states it.
        height: u32,
    },
    /// The file is cut off or broken.
    #[error("the file is cut off or damaged")]
    Damaged,
}

/// A photo made ready to publish: JPEG pixels and nothing else.
#[derive(Clone, PartialEq, Eq)]
pub struct Photo {
    pub(crate) name: FileName,
    pub(crate) full: Vec<u8>,
    pub(crate) small: Vec<u8>,
    width: u32,
    height: u32,
}

impl Photo {
    /// The name: SHA-256 of [`Photo::full`].
    #[must_use]
    pub fn name(&self) -> &FileName {
        &self.name
    }

    /// The JPEG file, at most [`FULL_SIDE`] pixels on its long side.
    #[must_use]
    pub fn full(&self) -> &[u8] {
        &self.full
    }

    /// The thumbnail as a JPEG file, at most [`SMALL_SIDE`] pixels on its long side.
    #[must_use]
    pub fn small(&self) -> &[u8] {
        &self.small
    }

    /// Width and height of [`Photo::full`] in pixels, as it is to be shown (already turned upright).
    #[must_use]
    pub fn dimensions(&self) -> (u32, u32) {
        (self.width, self.height)
    }
}

impl fmt::Debug for Photo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Photo({}, {}x{}, {} bytes)",
            self.name,
            self.width,
            self.height,
            self.full.len()
        )
    }
}

/// Checks an upload and makes a photo of it: upright, without metadata, re-encoded as JPEG in two sizes.
///
/// The result depends on the bytes alone, so the same upload always gets the same name. Transparent parts become white;
/// of an animation the first picture is kept. Blocks for up to a second or so: see the top of this crate.
///
/// # Errors
/// A [`PhotoError`] that says what is wrong with the upload.
pub fn accept(bytes: &[u8]) -> Result<Photo, PhotoError> {
    if bytes.len() > MAX_UPLOAD_BYTES {
        return Err(PhotoError::TooLarge { bytes: bytes.len() });
    }
    let format = sniff(bytes).ok_or(PhotoError::WrongType)?;
    if format == ImageFormat::Jpeg && !jpeg_has_an_end(bytes) {
        return Err(PhotoError::Damaged);
    }
    let (pixels, orientation) = decode(bytes, format)?;
    // Shrinking before turning moves a twentieth of the pixels, and the limit on the long side is the same either way.
    let mut picture = shrink(pixels, FULL_SIDE);
    picture.apply_orientation(orientation);
    let full = encode(&picture)?;
    let (width, height) = (picture.width(), picture.height());
    let small = encode(&shrink(picture, SMALL_SIDE))?;
    Ok(Photo {
        name: FileName::of(&full),
        full,
        small,
        width,
        height,
    })
}

/// The kind of picture, by its first bytes.
fn sniff(bytes: &[u8]) -> Option<ImageFormat> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some(ImageFormat::Jpeg),
        [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Some(ImageFormat::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(ImageFormat::WebP),
        _ => None,
    }
}

/// Whether the markers of a JPEG file lead to its end-of-image marker (ITU-T T.81, annex B).
///
/// The decoder fills what is missing with grey. A resident whose upload broke off would publish half a photo without
/// noticing, so it is better to ask for it again. Looking for the two bytes alone is not enough: the thumbnail inside
/// the metadata has an end of its own, and phones append films behind the picture.
fn jpeg_has_an_end(bytes: &[u8]) -> bool {
    let mut at = 2; // behind the start-of-image marker, which `sniff` has seen
    while let Some(&[first, marker]) = bytes.get(at..at + 2) {
        match (first, marker) {
            (0xFF, 0xD9) => return true,
            (0xFF, 0xFF) => at += 1,                      // fill byte
            (0xFF, 0x00 | 0x01 | 0xD0..=0xD8) => at += 2, // stuffed byte, or a marker without a length
            (0xFF, _) => {
                let Some(&[high, low]) = bytes.get(at + 2..at + 4) else {
                    return false;
                };
                at += 2 + usize::from(u16::from_be_bytes([high, low]));
            }
            _ => at += 1, // compressed pixels, or stray bytes that every decoder skips
        }
    }
    false
}

/// The pixels, and how they must be turned to stand upright.
fn decode(bytes: &[u8], format: ImageFormat) -> Result<(DynamicImage, Orientation), PhotoError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_DECODED_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| PhotoError::Damaged)?;

    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    let too_many = width > MAX_SIDE || height > MAX_SIDE || pixels > MAX_PIXELS;
    if too_many || decoder.total_bytes() > MAX_DECODED_BYTES {
        return Err(PhotoError::TooManyPixels { width, height });
    }
    if pixels == 0 {
        return Err(PhotoError::Damaged);
    }
    // Metadata that cannot be read says nothing about the pixels: the photo is taken as it lies.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder).map_err(|_| PhotoError::Damaged)?;
    Ok((on_white(image), orientation))
}

/// The picture without transparency, laid on white: JPEG knows none, and black behind a drawing would hide it.
fn on_white(image: DynamicImage) -> DynamicImage {
    if !image.color().has_alpha() {
        return image.into_rgb8().into();
    }
    let rgba = image.into_rgba8();
    let mut rgb = RgbImage::new(rgba.width(), rgba.height());
    for (to, from) in rgb.pixels_mut().zip(rgba.pixels()) {
        let [colour @ .., alpha] = from.0;
        let alpha = u16::from(alpha);
        for (to, from) in to.0.iter_mut().zip(colour) {
            let mixed = (u16::from(from) * alpha + 255 * (255 - alpha) + 127) / 255;
            // A weighted mean of two values up to 255 is at most 255.
            *to = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }
    rgb.into()
}

/// The picture with a long side of at most `side` pixels; never enlarged.
fn shrink(picture: DynamicImage, side: u32) -> DynamicImage {
    let (width, height) = (picture.width(), picture.height());
    let long = width.max(height);
    if long <= side {
        return picture;
    }
    let to = |length: u32, side: u32| {
        let exact = u64::from(length) * u64::from(side) / u64::from(long);
        u32::try_from(exact).unwrap_or(side).max(1)
    };
    let (width, height) = (to(width, side), to(height, side));
    // From twice the size on, the mean of each block of pixels looks as good and costs a third of the time in all.
    if long >= 2 * side {
        picture.thumbnail_exact(width, height)
    } else {
        picture.resize_exact(width, height, FilterType::CatmullRom)
    }
}

/// The picture as a JPEG file.
fn encode(picture: &DynamicImage) -> Result<Vec<u8>, PhotoError> {
    let mut bytes = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))
        .map_err(|_| PhotoError::Damaged)?;
    Ok(bytes)
}
