//! Tokens of programs in the reader's words, on one's own page and on that of an administrator.

use kapok_acts::{Env, Scope};
use kapok_i18n::T;

use crate::token::{TOKEN_DAYS, Token, TokenId};

/// A token in a list.
pub(super) struct TokenLine {
    pub(super) id: TokenId,
    pub(super) name: String,
    pub(super) scopes: String,
    pub(super) until: String,
    pub(super) seen: String,
}

pub(super) fn token_line(t: T, env: &Env, token: &Token) -> TokenLine {
    let last_day = env.city.date(token.expires);
    TokenLine {
        id: token.id,
        name: token.name.clone(),
        scopes: t.list(&token.scopes.iter().map(|s| scope_name(t, *s)).collect::<Vec<_>>()),
        until: t.date(last_day.yesterday().unwrap_or(last_day)),
        seen: token.seen.map_or_else(
            || t.parties_tokens_never().to_owned(),
            |at| t.date_time(at.to_zoned_datetime(env.city.time_zone.clone()).datetime()),
        ),
    }
}

fn scope_name(t: T, scope: Scope) -> &'static str {
    match scope {
        Scope::Read => t.parties_scope_read(),
        Scope::Voices => t.parties_scope_voices(),
        Scope::Matters => t.parties_scope_matters(),
        Scope::Promises => t.parties_scope_promises(),
        Scope::Cases => t.parties_scope_cases(),
        Scope::Admin => t.parties_scope_admin(),
    }
}

/// Boxes for all scopes.
pub(super) fn scope_boxes(t: T, ticked: &[Scope]) -> Vec<(&'static str, &'static str, bool)> {
    let line = |s: Scope| (s.id(), scope_name(t, s), ticked.contains(&s));
    Scope::ALL.into_iter().map(line).collect()
}

/// How long it may be good.
pub(super) fn days(t: T, chosen: i64) -> Vec<(String, String, bool)> {
    let line = |n: i64| (n.to_string(), t.days(n), n == chosen);
    TOKEN_DAYS.into_iter().map(line).collect()
}
