//! Photos of voices and of promises. A photo goes with its words: hidden or withdrawn, it is not shown either.

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use kapok_files::Size;
use kapok_web::{App, Outcome, Visit, photo};

/// The routes of photos.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/photos/{name}", get(full))
        .route("/photos/{name}/small", get(small))
}

async fn full(visit: Visit, Path(name): Path<String>) -> Outcome {
    show(&visit, &name, Size::Full).await
}

async fn small(visit: Visit, Path(name): Path<String>) -> Outcome {
    show(&visit, &name, Size::Small).await
}

async fn show(visit: &Visit, name: &str, size: Size) -> Outcome {
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let hidden = kapok_voices::hides_photo(&mut conn, name)
        .await
        .map_err(|e| visit.problem(e))?;
    drop(conn);
    if hidden {
        Err(visit.not_found())
    } else {
        Ok(photo(&visit.app, name, size).await)
    }
}
