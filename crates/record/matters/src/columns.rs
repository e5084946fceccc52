//! The columns of a matter, written once.

/// The columns of [`Matter`], in its order, with what comes before and after.
macro_rules! matter {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            "m.id, m.number, m.title, m.summary, m.lang, m.place_id, m.topic, m.level, m.field, m.state, m.state_ms, \
             m.lead_id, m.urgency, m.safety, m.equity, m.deprived, m.voice_count, m.first_heard_ms, m.first_day, \
             m.created_ms, m.opened_ms, m.reply_by, m.answered_ms, m.merged_into, m.referred_to, m.done_count, \
             m.not_yet_count, m.rank_key, m.followers, m.version",
            $after
        )
    };
}
pub(crate) use matter;
