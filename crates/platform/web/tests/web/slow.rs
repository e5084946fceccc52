//! Clients that say nothing, or next to nothing: they are sent away, and meanwhile nobody else waits for them.

use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::routing::{get, post};
use kapok_testkit::block_on;
use kapok_web::server::{Timers, serve_within};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What a client is doing when it falls silent.
const BEGUN: [&str; 4] = [
    "",
    "GET / HT",
    "GET / HTTP/1.1\r\nhost: x\r\nx-slow: ",
    "POST /form HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\ntoken=",
];

async fn answer(address: std::net::SocketAddr) -> String {
    let mut stream = TcpStream::connect(address).await.expect("the server answers");
    stream
        .write_all(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        .await
        .expect("the server answers");
    let mut said = String::new();
    stream
        .read_to_string(&mut said)
        .await
        .expect("the server answers");
    said
}

#[test]
fn two_hundred_silent_connections_hinder_nobody_and_are_closed() {
    block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let routes = Router::new()
            .route("/", get(|| async { "here" }))
            .route("/form", post(|_: Bytes| async { "taken" }));
        let timers = Timers {
            headers: Duration::from_millis(1_500),
            exchange: Duration::from_millis(1_500),
        };
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let server = tokio::spawn(serve_within(timers, listener, routes, async {
            let _ = stopped.await;
        }));
        let mut silent = Vec::new();
        for n in 0..200 {
            let mut stream = TcpStream::connect(address).await.unwrap();
            stream.write_all(BEGUN[n % BEGUN.len()].as_bytes()).await.unwrap();
            silent.push(stream);
        }
        // Others are served while they are all there.
        for _ in 0..50 {
            assert!(answer(address).await.ends_with("here"));
        }
        // One that sends a byte now and then is no better than one that sends none.
        let mut drip = TcpStream::connect(address).await.unwrap();
        let dripping = tokio::spawn(async move {
            for byte in b"GET / HTTP/1.1\r\nx: ".iter().chain(std::iter::repeat(&b'y')) {
                if drip.write_all(&[*byte]).await.is_err() {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        });
        // Each of them reaches its end: closed, or told that it took too long and closed.
        for mut stream in silent {
            let mut said = Vec::new();
            let _ = stream.read_to_end(&mut said).await;
            let said = String::from_utf8_lossy(&said).into_owned();
            assert!(said.is_empty() || said.starts_with("HTTP/1.1 408"), "{said}");
        }
        dripping.await.unwrap();
        assert!(answer(address).await.ends_with("here"));
        stop.send(()).unwrap();
        server.await.unwrap().unwrap();
    });
}
