//! Photos as residents and attackers send them.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use kapok_files::{
    FULL_SIDE, FileName, Files, FilesError, MAX_UPLOAD_BYTES, PhotoError, SMALL_SIDE, Size, accept,
};
use proptest::prelude::*;

const RED: Rgb<u8> = Rgb([220, 20, 20]);
const BLUE: Rgb<u8> = Rgb([20, 20, 220]);

/// Left half red, right half blue.
fn two_halves(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { RED } else { BLUE }).into()
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// An EXIF block written by hand: orientation, the maker's name, and a GPS directory with a latitude.
fn exif(orientation: u16) -> Vec<u8> {
    let mut tiff = b"II\x2a\x00\x08\x00\x00\x00".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut bytes = Vec::new();
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value.to_le_bytes());
        bytes
    };
    // First directory at 8: three entries, no next; it ends at 50. The maker's name follows, then the GPS directory.
    tiff.extend(3u16.to_le_bytes());
    tiff.extend(entry(0x010F, 2, 12, 50));
    tiff.extend(entry(0x0112, 3, 1, u32::from(orientation)));
    tiff.extend(entry(0x8825, 4, 1, 62));
    tiff.extend(0u32.to_le_bytes());
    tiff.extend(b"SpyCamera12\0");
    tiff.extend(2u16.to_le_bytes());
    tiff.extend(entry(0x0001, 2, 2, u32::from(b'N')));
    tiff.extend(entry(0x0002, 5, 3, 92));
    tiff.extend(0u32.to_le_bytes());
    for part in [23u32, 1, 7, 1, 45, 1] {
        tiff.extend(part.to_le_bytes());
    }
    tiff
}

/// A JPEG with that EXIF block, a comment, and an XMP packet.
fn jpeg_with_exif(picture: &DynamicImage, orientation: u16) -> Vec<u8> {
    let plain = file(picture, ImageFormat::Jpeg);
    let segment = |marker: u8, head: &[u8], body: &[u8]| {
        let length = u16::try_from(2 + head.len() + body.len()).unwrap();
        [&[0xFF, marker][..], &length.to_be_bytes(), head, body].concat()
    };
    [
        &plain[..2],
        &segment(0xE1, b"Exif\0\0", &exif(orientation)),
        &segment(
            0xE1,
            b"http://ns.adobe.com/xap/1.0/\0",
            b"<x:xmpmeta>home address</x:xmpmeta>",
        ),
        &segment(0xFE, b"", b"comment with a name"),
        &plain[2..],
    ]
    .concat()
}

/// A PNG header that claims any size, with an empty body.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8], body: &[u8]| {
        bytes.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
        bytes.extend(kind);
        bytes.extend(body);
        bytes.extend(crc32(&[kind, body].concat()).to_be_bytes());
    };
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    chunk(b"IHDR", &[&size[..], &[8, 2, 0, 0, 0]].concat());
    chunk(b"IDAT", &[]);
    chunk(b"IEND", &[]);
    bytes
}

/// CRC-32 as PNG wants it (ISO 3309), bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| {
            if c & 1 == 1 {
                0xEDB8_8320 ^ (c >> 1)
            } else {
                c >> 1
            }
        })
    };
    !bytes.iter().fold(u32::MAX, step)
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

fn close(a: Rgb<u8>, b: Rgb<u8>) -> bool {
    a.0.iter().zip(b.0).all(|(a, b)| a.abs_diff(b) < 24)
}

/// A folder of its own for one test, removed when it ends.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kapok-files-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_photo_loses_place_maker_comment_and_everything_but_its_pixels() {
    let upload = jpeg_with_exif(&two_halves(64, 32), 1);
    assert!(contains(&upload, b"SpyCamera12") && contains(&upload, b"Exif"));
    let photo = accept(&upload).unwrap();
    for bytes in [photo.full(), photo.small()] {
        for trace in [
            &b"SpyCamera12"[..],
            b"Exif",
            b"home address",
            b"comment with a name",
            b"II\x2a\x00",
        ] {
            assert!(
                !contains(bytes, trace),
                "{} is still there",
                String::from_utf8_lossy(trace)
            );
        }
    }
}

#[test]
fn a_photo_taken_with_the_phone_on_its_side_stands_upright() {
    // Orientation 6: turn a quarter clockwise. What was left comes to the top.
    let photo = accept(&jpeg_with_exif(&two_halves(64, 32), 6)).unwrap();
    assert_eq!(photo.dimensions(), (32, 64));
    let shown = image::load_from_memory(photo.full()).unwrap().into_rgb8();
    assert!(close(*shown.get_pixel(16, 8), RED) && close(*shown.get_pixel(16, 56), BLUE));
    // Orientation 3: upside down.
    let photo = accept(&jpeg_with_exif(&two_halves(64, 32), 3)).unwrap();
    let shown = image::load_from_memory(photo.full()).unwrap().into_rgb8();
    assert!(close(*shown.get_pixel(8, 16), BLUE) && close(*shown.get_pixel(56, 16), RED));
    // A value that means nothing leaves the photo as it lies.
    assert_eq!(
        accept(&jpeg_with_exif(&two_halves(64, 32), 99))
            .unwrap()
            .dimensions(),
        (64, 32)
    );
}

#[test]
fn large_photos_shrink_and_small_ones_keep_their_size() {
    for (from, full, small) in [
        ((2000, 1500), (1600, 1200), (400, 300)),
        ((200, 6600), (48, 1600), (12, 400)),
        ((1601, 10), (1600, 9), (400, 2)),
        ((300, 200), (300, 200), (300, 200)),
        ((1, 1), (1, 1), (1, 1)),
        ((9000, 2), (1600, 1), (400, 1)),
    ] {
        let photo = accept(&file(&two_halves(from.0, from.1), ImageFormat::Jpeg)).unwrap();
        assert_eq!(photo.dimensions(), full);
        let thumbnail = image::load_from_memory(photo.small()).unwrap();
        assert_eq!((thumbnail.width(), thumbnail.height()), small);
        assert!(full.0.max(full.1) <= FULL_SIDE && small.0.max(small.1) <= SMALL_SIDE);
    }
}

#[test]
fn png_and_webp_become_jpeg_and_see_through_parts_become_white() {
    let half_clear: DynamicImage =
        RgbaImage::from_fn(64, 64, |x, _| Rgba([220, 20, 20, if x < 32 { 0 } else { 255 }])).into();
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let photo = accept(&file(&half_clear, format)).unwrap();
        assert!(photo.full().starts_with(&[0xFF, 0xD8, 0xFF]));
        let shown = image::load_from_memory(photo.full()).unwrap().into_rgb8();
        assert!(close(*shown.get_pixel(8, 32), Rgb([255; 3])) && close(*shown.get_pixel(56, 32), RED));
    }
}

#[test]
fn grey_and_deep_colour_pictures_are_accepted() {
    for picture in [
        DynamicImage::ImageLuma8(image::GrayImage::new(20, 20)),
        DynamicImage::ImageRgb16(image::ImageBuffer::new(20, 20)),
        DynamicImage::ImageLumaA8(image::ImageBuffer::new(20, 20)),
    ] {
        assert!(accept(&file(&picture, ImageFormat::Png)).is_ok());
    }
}

#[test]
fn the_kind_is_told_by_content_and_nothing_else_is_accepted() {
    for other in [
        &b""[..],
        b"GIF89a\x01\x00\x01\x00",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"%PDF-1.7",
        b"\0\0\0\x18ftypheic",
        b"BM\0\0\0\0",
        b"II\x2a\x00",
        b"RIFF\0\0\0\0WAVE",
    ] {
        assert_eq!(accept(other), Err(PhotoError::WrongType));
    }
}

#[test]
fn a_file_over_the_size_limit_is_not_even_looked_at() {
    let mut bytes = vec![0; MAX_UPLOAD_BYTES + 1];
    bytes[..3].copy_from_slice(&[0xFF, 0xD8, 0xFF]);
    assert_eq!(
        accept(&bytes),
        Err(PhotoError::TooLarge {
            bytes: MAX_UPLOAD_BYTES + 1
        })
    );
}

#[test]
fn a_header_that_claims_a_huge_picture_is_refused_before_decoding() {
    for (width, height) in [(60_000, 60_000), (16_385, 10), (10, 16_385), (10_000, 5_001)] {
        assert_eq!(
            accept(&png_header(width, height)),
            Err(PhotoError::TooManyPixels { width, height })
        );
    }
    // The same for a JPEG: its frame header is rewritten to 65,500 x 65,500.
    let mut jpeg = file(&two_halves(16, 16), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|w| w == [0xFF, 0xC0]).unwrap();
    for at in [frame + 5, frame + 7] {
        jpeg[at..at + 2].copy_from_slice(&65_500u16.to_be_bytes());
    }
    assert_eq!(
        accept(&jpeg),
        Err(PhotoError::TooManyPixels {
            width: 65_500,
            height: 65_500
        })
    );
}

#[test]
fn a_cut_off_file_is_called_damaged_wherever_it_is_cut() {
    let picture = two_halves(200, 200);
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = file(&picture, format);
        for tenth in 1..10 {
            let cut = &whole[..(whole.len() * tenth / 10).max(16)];
            assert_eq!(
                accept(cut),
                Err(PhotoError::Damaged),
                "{format:?} cut at {tenth} tenths"
            );
        }
    }
    // The end of a thumbnail inside the metadata is not the end of the photo.
    let mut exif_with_end = jpeg_with_exif(&picture, 1);
    let comment = exif_with_end.windows(7).position(|w| w == b"comment").unwrap();
    exif_with_end[comment..comment + 2].copy_from_slice(&[0xFF, 0xD9]);
    let half = exif_with_end.len() * 3 / 4;
    assert_eq!(accept(&exif_with_end[..half]), Err(PhotoError::Damaged));
    // A film that a phone appends behind the photo does not matter.
    let mut motion = file(&picture, ImageFormat::Jpeg);
    motion.extend([b"\0\0\0\x18ftypmp42", &[0xFF; 50][..]].concat());
    assert!(accept(&motion).is_ok());
}

#[test]
fn the_name_is_the_hash_of_the_published_bytes_and_depends_on_nothing_else() {
    let upload = jpeg_with_exif(&two_halves(64, 32), 1);
    let (once, again) = (accept(&upload).unwrap(), accept(&upload).unwrap());
    assert_eq!(once, again);
    assert_eq!(once.name(), &FileName::of(once.full()));
    // SHA-256 of nothing, from FIPS 180-4's examples.
    let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(FileName::of(b"").as_str(), nothing);
    assert_eq!(nothing.parse::<FileName>().unwrap(), FileName::of(b""));
}

#[test]
fn names_that_are_not_64_hexadecimal_digits_are_refused() {
    let dots = "../".repeat(21) + "x";
    for bad in [
        "",
        "abc",
        &"A".repeat(64),
        &"g".repeat(64),
        &"a".repeat(65),
        &dots,
        &"é".repeat(32),
    ] {
        assert!(bad.parse::<FileName>().is_err(), "{bad}");
    }
}

#[tokio::test]
async fn a_stored_photo_is_found_in_both_sizes_and_gone_after_deleting() {
    let folder = Folder::new("stored");
    let files = Files::open(&folder.0).unwrap();
    let photo = files
        .take_in(jpeg_with_exif(&two_halves(900, 600), 6))
        .await
        .unwrap();
    files.put(&photo).await.unwrap();
    assert_eq!(
        files.get(photo.name(), Size::Full).await.unwrap().unwrap(),
        photo.full()
    );
    assert_eq!(
        files.get(photo.name(), Size::Small).await.unwrap().unwrap(),
        photo.small()
    );
    assert_eq!(fs::read_dir(folder.0.join("incoming")).unwrap().count(), 0);

    // Opened again, as after a restart.
    let files = Files::open(&folder.0).unwrap();
    assert!(files.delete(photo.name()).await.unwrap());
    assert!(!files.delete(photo.name()).await.unwrap());
    for size in [Size::Full, Size::Small] {
        assert_eq!(files.get(photo.name(), size).await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_refused_upload_leaves_nothing_on_disk() {
    let folder = Folder::new("refused");
    let files = Files::open(&folder.0).unwrap();
    let refused = files.take_in(b"not a photo".to_vec()).await;
    assert!(matches!(refused, Err(FilesError::Photo(PhotoError::WrongType))));
    let entries: Vec<_> = fs::read_dir(&folder.0)
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(entries, ["incoming"]);
}

#[tokio::test]
async fn the_same_photo_stored_by_many_at_once_is_stored_once() {
    let folder = Folder::new("at-once");
    let files = Files::open(&folder.0).unwrap();
    let photo = accept(&file(&two_halves(50, 50), ImageFormat::Png)).unwrap();
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let (files, photo) = (files.clone(), photo.clone());
        all.spawn(async move { files.put(&photo).await });
    }
    assert!(all.join_all().await.iter().all(Result::is_ok));
    assert_eq!(
        files.get(photo.name(), Size::Full).await.unwrap().unwrap(),
        photo.full()
    );
    assert_eq!(
        fs::read_dir(folder.0.join(&photo.name().as_str()[..2]))
            .unwrap()
            .count(),
        2
    );
}

#[tokio::test]
async fn what_a_crash_left_behind_is_swept_and_what_is_being_written_stays() {
    let folder = Folder::new("sweep");
    let files = Files::open(&folder.0).unwrap();
    let left = folder.0.join("incoming/4711-0");
    fs::write(&left, b"half a pho").unwrap();
    let written = fs::metadata(&left).unwrap().modified().unwrap();
    assert_eq!(files.sweep(written - Duration::from_secs(3600)).await.unwrap(), 0);
    assert_eq!(files.sweep(written + Duration::from_secs(3600)).await.unwrap(), 1);
    assert_eq!(files.sweep(SystemTime::UNIX_EPOCH).await.unwrap(), 0);
    assert!(!left.exists());
}

/// Bytes that begin like each of the three kinds, so that the decoders are reached.
fn like_a_picture() -> impl Strategy<Value = Vec<u8>> {
    let picture = two_halves(24, 24);
    let kinds = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP].map(|kind| file(&picture, kind));
    let damage = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12);
    (prop::sample::select(kinds.to_vec()), damage).prop_map(|(mut bytes, damage)| {
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes
    })
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_refused_or_published_but_never_crash(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert_eq!(accept(&bytes).is_ok(), false);
    }

    #[test]
    fn a_picture_with_broken_bytes_never_crashes_and_what_comes_out_can_be_opened(bytes in like_a_picture()) {
        if let Ok(photo) = accept(&bytes) {
            let shown = image::load_from_memory(photo.full()).unwrap();
            prop_assert_eq!((shown.width(), shown.height()), photo.dimensions());
        }
    }
}
