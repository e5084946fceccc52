//! Rate limits.

use std::sync::Arc;

use kapok_testkit::block_on;
use kapok_web::Limits;

use crate::site::Site;

#[test]
fn a_flood_from_one_network_is_told_to_wait_and_others_get_through() {
    block_on(async {
        let site = Site::with(|app| {
            app.limits = Arc::new(Limits::default());
            app.behind_proxy = true;
        })
        .await;
        let from = |ip: &'static str| [("x-forwarded-for", ip), ("accept-language", "es")];
        let mut refused = None;
        for n in 0..80 {
            // Houses of one IPv6 network share their limit.
            let ip = if n % 2 == 0 {
                "2001:db8:1:1::7"
            } else {
                "2001:db8:1:1:ffff::9"
            };
            let answer = site.post("/limited", "", &from(ip)).await;
            if answer.status == 429 {
                refused = Some((n, answer));
                break;
            }
        }
        let (n, answer) = refused.expect("a flood is stopped");
        assert!(
            n >= 60,
            "a library with one address gets 60 through, this got {n}"
        );
        assert_eq!(answer.header("retry-after"), "60");
        assert!(answer.text().contains("<html lang=\"es\""));
        assert_eq!(
            site.post("/limited", "", &from("2001:db8:1:2::7")).await.status,
            200
        );
        assert_eq!(site.post("/limited", "", &from("198.51.100.4")).await.status, 200);
    });
}

#[test]
fn without_a_proxy_the_forwarded_address_is_not_believed() {
    block_on(async {
        let site = Site::with(|app| app.limits = Arc::new(Limits::default())).await;
        let addresses: Vec<String> = (0..80).map(|n| format!("198.51.100.{n}")).collect();
        let mut statuses = Vec::new();
        for ip in &addresses {
            statuses.push(
                site.post("/limited", "", &[("x-forwarded-for", ip)])
                    .await
                    .status
                    .as_u16(),
            );
        }
        assert!(
            statuses.contains(&429),
            "a forged address must not open a new allowance"
        );
    });
}
