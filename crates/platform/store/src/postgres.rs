//! The server: a pool with cached statements.

use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod};
use tokio_postgres::NoTls;

use crate::error::with_causes;
use crate::{Result, StoreError};

pub(crate) fn open(url: &str, size: usize) -> Result<Pool> {
    let config: tokio_postgres::Config = url.parse().map_err(|e: tokio_postgres::Error| {
        StoreError::Address(format!("{e}. Write postgres://user@host:5432/name"))
    })?;
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
        .wait_timeout(Some(std::time::Duration::from_secs(10)))
        .create_timeout(Some(std::time::Duration::from_secs(5)))
        .build()
        .map_err(|e| StoreError::Pool(e.to_string()))
}

pub(crate) async fn connection(pool: &Pool) -> Result<Object> {
    pool.get().await.map_err(|e| StoreError::Pool(with_causes(&e)))
}
