//! The accept loop. Stock axum closes no idle connection; this one does.

use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tower::ServiceExt;

/// Running requests get this long when the server is stopped.
const FINISH_WITHIN: Duration = Duration::from_secs(10);
/// Connections at once; more wait in the operating system's queue.
const MOST_CONNECTIONS: usize = 2000;

/// How long a client may take.
#[derive(Debug, Clone, Copy)]
pub struct Timers {
    /// For its headers, also on a kept connection that it does not use.
    pub headers: Duration,
    /// For a whole exchange, including a photo over a slow line.
    pub exchange: Duration,
}

impl Default for Timers {
    fn default() -> Self {
        Self {
            headers: Duration::from_secs(20),
            exchange: Duration::from_secs(120),
        }
    }
}

/// Serves until `stop` is ready, then lets running requests finish.
///
/// # Errors
/// Never for a single connection; when accepting itself fails for good.
pub async fn serve(
    listener: TcpListener,
    routes: Router,
    stop: impl Future<Output = ()>,
) -> std::io::Result<()> {
    serve_within(Timers::default(), listener, routes, stop).await
}

/// As [`serve`], with other timers.
///
/// # Errors
/// As [`serve`].
pub async fn serve_within(
    timers: Timers,
    listener: TcpListener,
    routes: Router,
    stop: impl Future<Output = ()>,
) -> std::io::Result<()> {
    let graceful = GracefulShutdown::new();
    let places = std::sync::Arc::new(tokio::sync::Semaphore::new(MOST_CONNECTIONS));
    let mut stop = std::pin::pin!(stop);
    loop {
        let Ok(place) = std::sync::Arc::clone(&places).acquire_owned().await else {
            break;
        };
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok(pair) => pair,
                Err(error) => {
                    // Out of file descriptors or a client that went away: wait a moment and go on.
                    tracing::warn!(%error, "accept failed");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        let _ = stream.set_nodelay(true);
        let service =
            routes
                .clone()
                .map_request(move |mut request: hyper::Request<hyper::body::Incoming>| {
                    request.extensions_mut().insert(ConnectInfo::<SocketAddr>(peer));
                    request.map(axum::body::Body::new)
                });
        let service = tower::ServiceBuilder::new()
            .layer(tower_http::timeout::TimeoutLayer::with_status_code(
                axum::http::StatusCode::REQUEST_TIMEOUT,
                timers.exchange,
            ))
            .service(service);
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(timers.headers)
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let watched = graceful.watch(connection);
        tokio::spawn(async move {
            let _place = place;
            if let Err(error) = watched.await {
                tracing::debug!(%error, "connection ended");
            }
        });
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(FINISH_WITHIN) => tracing::warn!("stopped with requests still running"),
    }
    Ok(())
}
