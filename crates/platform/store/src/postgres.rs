//! The server: a pool with cached statements.

use std::time::Duration;

use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod};
use tokio_postgres::NoTls;

use crate::error::with_causes;
use crate::{Result, StoreError};

pub(crate) fn open(url: &str, size: usize) -> Result<Pool> {
    let mut config: tokio_postgres::Config = url.parse().map_err(|e: tokio_postgres::Error| {
        StoreError::Address(format!("{e}. Write postgres://user@host:5432/name"))
    })?;
    notice_losses(&mut config, url);
    let manager = Manager::from_config(
        config,
        NoTls,
        ManagerConfig {
            recycling_method: RecyclingMethod::Fast,
        },
    );
    Pool::builder(manager)
        .max_size(size)
        .runtime(deadpool_postgres::Runtime::Tokio1)
        .wait_timeout(Some(Duration::from_secs(10)))
        .create_timeout(Some(Duration::from_secs(8)))
        .build()
        .map_err(|e| StoreError::Pool(e.to_string()))
}

/// A server that is gone must be noticed within seconds, also when nothing says so (a pulled cable, a machine that died): else
/// every request would wait for the operating system's minutes. What the address says itself is left alone.
fn notice_losses(config: &mut tokio_postgres::Config, url: &str) {
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(3));
    }
    if !url.contains("keepalives_idle") {
        config.keepalives_idle(Duration::from_secs(10));
        config.keepalives_interval(Duration::from_secs(3));
        config.keepalives_retries(3);
    }
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(Duration::from_secs(10));
    }
    if config.get_application_name().is_none() {
        config.application_name("kapok");
    }
}

pub(crate) async fn connection(pool: &Pool) -> Result<Object> {
    pool.get()
        .await
        .map_err(|e| StoreError::NoConnection(with_causes(&e)))
}
