//! The style sheet and the script.

use kapok_testkit::block_on;

use crate::site::Site;

#[test]
fn assets_are_served_compressed_and_kept_for_good() {
    block_on(async {
        let site = Site::new().await;
        for (path, kind) in [
            (kapok_web::css_path(), "text/css"),
            (kapok_web::js_path(), "text/javascript"),
        ] {
            let plain = site.get(path).await;
            let packed = site.get_with(path, &[("accept-encoding", "gzip, br")]).await;
            for answer in [&plain, &packed] {
                assert_eq!(answer.status, 200);
                assert_eq!(
                    answer.header("cache-control"),
                    "public, max-age=31536000, immutable"
                );
                assert!(answer.header("content-type").starts_with(kind));
                assert!(answer.header("vary").to_lowercase().contains("accept-encoding"));
            }
            assert_eq!(packed.header("content-encoding"), "br");
            let mut unpacked = Vec::new();
            brotli::BrotliDecompress(&mut packed.bytes.as_slice(), &mut unpacked).expect("brotli");
            assert_eq!(unpacked, plain.bytes);
        }
    });
}

#[test]
fn an_asset_of_another_version_is_not_there() {
    block_on(async {
        let site = Site::new().await;
        for path in [
            "/assets/kapok-000000000000.css",
            "/assets/kapok.css",
            "/assets/",
            "/assets/..%2Flib.rs",
            "/assets/.css",
        ] {
            assert_eq!(site.get(path).await.status, 404, "{path}");
        }
    });
}

/// A first visit may take 50 KB; the style sheet and the script leave most of that to the page.
#[test]
fn style_sheet_and_script_stay_small() {
    block_on(async {
        let site = Site::new().await;
        for (path, most) in [
            (kapok_web::css_path(), 12 * 1024),
            (kapok_web::js_path(), 8 * 1024),
        ] {
            let size = site
                .get_with(path, &[("accept-encoding", "br")])
                .await
                .bytes
                .len();
            assert!(size < most, "{path} has {size} bytes");
        }
    });
}

#[test]
fn pages_are_compressed() {
    block_on(async {
        let answer = Site::new()
            .await
            .get_with("/design", &[("accept-encoding", "gzip")])
            .await;
        assert_eq!(answer.header("content-encoding"), "gzip");
        assert!(answer.bytes.len() < 20_000, "{}", answer.bytes.len());
    });
}
