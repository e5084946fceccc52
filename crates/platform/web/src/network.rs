//! Where a request comes from, for rate limits only: never stored with what was said.

use std::net::{IpAddr, SocketAddr};

use axum::http::HeaderMap;

/// The network of a client: an IPv4 address, or the /64 of an IPv6 address, which one household or library shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network(pub [u8; 8]);

impl Network {
    /// From the connection, or from the last entry of `X-Forwarded-For` when a proxy stands in front.
    #[must_use]
    pub fn of(peer: Option<SocketAddr>, headers: &HeaderMap, behind_proxy: bool) -> Self {
        let forwarded = || -> Option<IpAddr> {
            headers
                .get_all("x-forwarded-for")
                .iter()
                .next_back()?
                .to_str()
                .ok()?
                .rsplit(',')
                .next()?
                .trim()
                .parse()
                .ok()
        };
        let ip = behind_proxy.then(forwarded).flatten().or(peer.map(|p| p.ip()));
        let mut out = [0; 8];
        match ip.map(|ip| ip.to_canonical()) {
            Some(IpAddr::V4(v4)) => out[4..].copy_from_slice(&v4.octets()),
            Some(IpAddr::V6(v6)) => out.copy_from_slice(&v6.octets()[..8]),
            None => {}
        }
        Self(out)
    }
}
