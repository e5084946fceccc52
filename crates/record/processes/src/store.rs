//! All SQL of the room.

use kapok_store::{Conn, Result, Tx, params, statements};

use crate::model::{ChannelKind, Rung};

statements! {
    read RUNGS: Rung = "SELECT id, position, level, name, meaning, promise FROM rung ORDER BY position LIMIT 100";
    write CLEAR_RUNGS = "DELETE FROM rung";
    write ADD_RUNG = "INSERT INTO rung (id, position, level, name, meaning, promise) VALUES ($1, $2, $3, $4, $5, $6)";
    read CHANNELS: ChannelKind = "SELECT id, position, class, path, printed_group, name, description, answer, case_keys, \
        report_ref, began, ends, dates_source FROM channel_kind ORDER BY position LIMIT 1000";
    write CLEAR_CHANNELS = "DELETE FROM channel_kind";
    write ADD_CHANNEL = "INSERT INTO channel_kind (id, position, class, path, printed_group, name, description, answer, \
        case_keys, report_ref, began, ends, dates_source) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
}

/// The rungs, lowest first.
///
/// # Errors
/// From the database.
pub async fn rungs(conn: &mut Conn) -> Result<Vec<Rung>> {
    conn.all(&RUNGS, &[]).await
}

/// The catalogue of channels in its order.
///
/// # Errors
/// From the database.
pub async fn channels(conn: &mut Conn) -> Result<Vec<ChannelKind>> {
    conn.all(&CHANNELS, &[]).await
}

/// Replaces the rungs.
pub(crate) async fn put_rungs(tx: &mut Tx, rungs: &[Rung]) -> Result<()> {
    tx.run(&CLEAR_RUNGS, &[]).await?;
    for r in rungs {
        tx.run(
            &ADD_RUNG,
            params![&r.id, r.position, &r.level, &r.name, &r.meaning, &r.promise],
        )
        .await?;
    }
    Ok(())
}

/// Replaces the catalogue of channels.
pub(crate) async fn put_channels(tx: &mut Tx, channels: &[ChannelKind]) -> Result<()> {
    tx.run(&CLEAR_CHANNELS, &[]).await?;
    for c in channels {
        let row = params![
            &c.id,
            c.position,
            &c.class,
            &c.path,
            &c.printed_group,
            &c.name,
            &c.description,
            &c.answer,
            &c.case_keys,
            &c.report_ref,
            &c.began,
            &c.ends,
            &c.dates_source
        ];
        tx.run(&ADD_CHANNEL, row).await?;
    }
    Ok(())
}
