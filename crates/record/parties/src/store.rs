//! All SQL of parties, accounts and sessions.

use std::collections::HashMap;

use kapok_acts::Actor;
use kapok_store::ids::{AccountId, PartyId, PlaceId};
use kapok_store::{ChoreTx, Conn, Migration, Result, Tx, params, row, statements};

use crate::account::{Account, NewAccount, OpenSession, roles_of, roles_text};
use crate::token::{MOST_TOKENS, Token, TokenId, scopes_of};
use crate::{Party, PartyKind};

pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "parties/0001_parties",
        sql: include_str!("../migrations/0001_parties.sql"),
    },
    Migration {
        name: "parties/0002_tokens",
        sql: include_str!("../migrations/0002_tokens.sql"),
    },
];

/// More parties than the directory should hold in memory.
const MOST_PARTIES: i64 = 20_000;
/// More accounts than a city's staff page needs.
const MOST_ACCOUNTS: i64 = 1_000;
/// More browsers than one person is signed in with.
const MOST_SESSIONS: i64 = 100;

row! {
    pub(crate) struct PartyRow {
        id: PartyId,
        key: String,
        kind: String,
        name: String,
        about: String,
        place: Option<PlaceId>,
    }
}
row! {
    pub(crate) struct AccountRow {
        id: AccountId,
        email: String,
        name: String,
        office: PartyId,
        office_name: String,
        roles: String,
        has_totp: bool,
        active: bool,
        created: jiff::Timestamp,
    }
}
row! {
    /// What signing in compares with.
    pub(crate) struct Credentials {
        pub id: AccountId,
        pub password_hash: String,
        pub totp: Option<Vec<u8>>,
        pub active: bool,
    }
}
row! {
    pub(crate) struct TokenRow {
        id: TokenId,
        account: AccountId,
        name: String,
        scopes: String,
        created: jiff::Timestamp,
        expires: jiff::Timestamp,
        seen: Option<jiff::Timestamp>,
    }
}
row! {
    pub(crate) struct BearerRow {
        account: AccountId,
        name: String,
        office: PartyId,
        office_name: String,
        roles: String,
        token: String,
        scopes: String,
        expires: jiff::Timestamp,
        seen: Option<jiff::Timestamp>,
    }
}
row! {
    pub(crate) struct SignedInRow {
        account: AccountId,
        name: String,
        office: PartyId,
        office_name: String,
        roles: String,
        seen: jiff::Timestamp,
    }
}

statements! {
    read PARTIES: PartyRow = "SELECT id, key, kind, name, about, place_id FROM party ORDER BY position, key LIMIT $1";
    write PUT_PARTY: PartyId = "INSERT INTO party (id, key, kind, name, about, place_id, position) VALUES ($1, $2, $3, $4, $5, $6, $7) \
        ON CONFLICT (key) DO UPDATE SET kind = excluded.kind, name = excluded.name, about = excluded.about, \
        place_id = excluded.place_id, position = excluded.position RETURNING id";

    read ACCOUNTS: AccountRow = "SELECT a.id, a.email, a.name, a.party_id, p.name, a.roles, \
        CASE WHEN a.totp IS NULL THEN 0 ELSE 1 END, a.active, a.created_ms \
        FROM account a JOIN party p ON p.id = a.party_id ORDER BY a.name, a.id LIMIT $1";
    read ACCOUNT: AccountRow = "SELECT a.id, a.email, a.name, a.party_id, p.name, a.roles, \
        CASE WHEN a.totp IS NULL THEN 0 ELSE 1 END, a.active, a.created_ms \
        FROM account a JOIN party p ON p.id = a.party_id WHERE a.id = $1";
    read ACCOUNT_BY_EMAIL: AccountRow = "SELECT a.id, a.email, a.name, a.party_id, p.name, a.roles, \
        CASE WHEN a.totp IS NULL THEN 0 ELSE 1 END, a.active, a.created_ms \
        FROM account a JOIN party p ON p.id = a.party_id WHERE a.email = $1";
    write ADD_ACCOUNT = "INSERT INTO account (id, email, name, party_id, roles, password_hash, totp, totp_step, active, created_ms) \
        VALUES ($1, $2, $3, $4, $5, $6, NULL, 0, 1, $7)";
    write SET_ROLES = "UPDATE account SET roles = $2, active = $3 WHERE id = $1";
    write SET_PASSWORD = "UPDATE account SET password_hash = $2 WHERE id = $1";
    write SET_TOTP = "UPDATE account SET totp = $2, totp_step = $3 WHERE id = $1";
    /// Locks the accounts that may manage accounts, so that the last two of them cannot be switched off at once.
    read ACTIVE_ROLES: (AccountId, String) = "SELECT id, roles FROM account WHERE active = 1 ORDER BY id FOR UPDATE";

    read CREDENTIALS: Credentials = "SELECT id, password_hash, totp, active FROM account WHERE email = $1";
    read CREDENTIALS_OF: Credentials = "SELECT id, password_hash, totp, active FROM account WHERE id = $1";
    chore USE_STEP = "UPDATE account SET totp_step = $2 WHERE id = $1 AND totp_step < $2";

    read SIGNED_IN: SignedInRow = "SELECT a.id, a.name, a.party_id, p.name, a.roles, s.seen_ms \
        FROM session s JOIN account a ON a.id = s.account_id JOIN party p ON p.id = a.party_id \
        WHERE s.digest = $1 AND s.expires_ms > $2 AND s.seen_ms > $3 AND a.active = 1";
    read SESSIONS: ([u8; 32], jiff::Timestamp, jiff::Timestamp) = "SELECT digest, created_ms, seen_ms FROM session \
        WHERE account_id = $1 AND expires_ms > $2 AND seen_ms > $3 ORDER BY created_ms DESC LIMIT $4";
    chore ADD_SESSION = "INSERT INTO session (digest, account_id, created_ms, seen_ms, expires_ms) VALUES ($1, $2, $3, $3, $4)";
    chore SEEN = "UPDATE session SET seen_ms = $2 WHERE digest = $1 AND seen_ms < $2";
    chore END_SESSION = "DELETE FROM session WHERE digest = $1 AND account_id = $2";
    chore END_TOKEN = "DELETE FROM session WHERE digest = $1";
    chore END_SESSIONS = "DELETE FROM session WHERE account_id = $1 AND digest <> $2";

    read TOKENS: TokenRow = "SELECT id, account_id, name, scopes, created_ms, expires_ms, seen_ms FROM api_token \
        WHERE account_id = $1 AND expires_ms > $2 AND revoked_ms IS NULL ORDER BY created_ms DESC, id LIMIT $3";
    read TOKEN_COUNTS: (AccountId, i64) = "SELECT account_id, count(*) FROM api_token \
        WHERE expires_ms > $1 AND revoked_ms IS NULL GROUP BY account_id ORDER BY account_id";
    read TOKEN_OWNER: AccountId = "SELECT account_id FROM api_token WHERE id = $1";
    read BEARER: BearerRow = "SELECT a.id, a.name, a.party_id, p.name, a.roles, k.name, k.scopes, k.expires_ms, k.seen_ms \
        FROM api_token k JOIN account a ON a.id = k.account_id JOIN party p ON p.id = a.party_id \
        WHERE k.digest = $1 AND k.expires_ms > $2 AND k.revoked_ms IS NULL AND a.active = 1";
    write ADD_TOKEN = "INSERT INTO api_token (id, account_id, name, digest, scopes, created_ms, expires_ms) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    write REVOKE_TOKEN = "UPDATE api_token SET revoked_ms = $2 WHERE id = $1 AND revoked_ms IS NULL";
    chore TOKEN_SEEN = "UPDATE api_token SET seen_ms = $2 WHERE digest = $1 AND (seen_ms IS NULL OR seen_ms < $2)";
    chore END_OLD = "DELETE FROM session WHERE expires_ms <= $1";
}

/// All parties in their order.
pub(crate) async fn parties(conn: &mut Conn) -> Result<Vec<Party>> {
    let rows = conn.all(&PARTIES, params![MOST_PARTIES]).await?;
    let party = |row: PartyRow| Party {
        id: row.id,
        key: row.key,
        // Checked when it came in; an unknown kind of a later version is shown as an organisation, which answers for nothing.
        kind: PartyKind::parse(&row.kind).unwrap_or(PartyKind::Organisation),
        name: row.name,
        about: row.about,
        place: row.place,
    };
    Ok(rows.into_iter().map(party).collect())
}

/// Adds a party, or changes the one of its key; gives its id.
pub(crate) async fn put_party(tx: &mut Tx, party: &Party, position: i64) -> Result<PartyId> {
    let params = params![
        party.id,
        &party.key,
        party.kind.id(),
        &party.name,
        &party.about,
        party.place,
        position
    ];
    Ok(tx.returning(&PUT_PARTY, params).await?.unwrap_or(party.id))
}

fn account(row: AccountRow) -> Account {
    Account {
        id: row.id,
        email: row.email,
        name: row.name,
        office: row.office,
        office_name: row.office_name,
        roles: roles_of(&row.roles),
        has_totp: row.has_totp,
        active: row.active,
        created: row.created,
    }
}

/// All accounts by name.
pub(crate) async fn accounts(conn: &mut Conn) -> Result<Vec<Account>> {
    let rows = conn.all(&ACCOUNTS, params![MOST_ACCOUNTS]).await?;
    Ok(rows.into_iter().map(account).collect())
}

/// One account.
pub(crate) async fn one_account(conn: &mut Conn, id: AccountId) -> Result<Option<Account>> {
    Ok(conn.opt(&ACCOUNT, params![id]).await?.map(account))
}

/// The account of an address, in small letters.
pub(crate) async fn account_by_email(conn: &mut Conn, email: &str) -> Result<Option<Account>> {
    Ok(conn.opt(&ACCOUNT_BY_EMAIL, params![email]).await?.map(account))
}

/// Adds an account.
pub(crate) async fn add_account(
    tx: &mut Tx,
    id: AccountId,
    new: &NewAccount,
    hash: &str,
    now: jiff::Timestamp,
) -> Result<()> {
    let roles = roles_text(&new.roles);
    let params = params![id, &new.email, &new.name, new.office, roles, hash, now];
    tx.run(&ADD_ACCOUNT, params).await.map(drop)
}

/// The accounts that may sign in, with their roles; locked until the transaction ends.
pub(crate) async fn active_roles(tx: &mut Tx) -> Result<Vec<(AccountId, Vec<kapok_acts::Role>)>> {
    let rows = tx.all(&ACTIVE_ROLES, &[]).await?;
    Ok(rows
        .into_iter()
        .map(|(id, roles)| (id, roles_of(&roles)))
        .collect())
}

/// Who is behind a token's digest, and when they were last seen.
pub(crate) async fn signed_in(
    conn: &mut Conn,
    digest: [u8; 32],
    now: jiff::Timestamp,
    seen_after: jiff::Timestamp,
) -> Result<Option<(Actor, jiff::Timestamp)>> {
    let row = conn.opt(&SIGNED_IN, params![digest, now, seen_after]).await?;
    Ok(row.map(|row| {
        let actor = Actor::Staff {
            account: row.account,
            name: row.name,
            office: row.office,
            office_name: row.office_name,
            roles: roles_of(&row.roles),
        };
        (actor, row.seen)
    }))
}

/// The open sessions of an account, newest first.
pub(crate) async fn sessions(
    conn: &mut Conn,
    id: AccountId,
    now: jiff::Timestamp,
    seen_after: jiff::Timestamp,
) -> Result<Vec<OpenSession>> {
    let rows = conn
        .all(&SESSIONS, params![id, now, seen_after, MOST_SESSIONS])
        .await?;
    let open = |(digest, created, seen)| OpenSession {
        digest,
        created,
        seen,
    };
    Ok(rows.into_iter().map(open).collect())
}

/// Ends the sessions of an account in a change of it; all but one, if one is named.
pub(crate) async fn end_sessions(tx: &mut Tx, id: AccountId, but: Option<[u8; 32]>) -> Result<()> {
    // No token has an empty digest, so none is spared.
    let but = but.map_or(Vec::new(), |digest| digest.to_vec());
    tx.chore(&END_SESSIONS, params![id, but]).await.map(drop)
}

/// Opens a session; ends the one before it in the same browser, and those that are over.
pub(crate) async fn open_session(
    tx: &mut ChoreTx,
    digest: [u8; 32],
    account: AccountId,
    now: jiff::Timestamp,
    until: jiff::Timestamp,
) -> Result<()> {
    tx.run(&END_OLD, params![now]).await?;
    tx.run(&ADD_SESSION, params![digest, account, now, until])
        .await
        .map(drop)
}

/// The good tokens of an account, newest first.
pub(crate) async fn tokens(conn: &mut Conn, account: AccountId, now: jiff::Timestamp) -> Result<Vec<Token>> {
    let most = i64::try_from(MOST_TOKENS).unwrap_or(i64::MAX);
    let rows = conn.all(&TOKENS, params![account, now, most]).await?;
    let token = |row: TokenRow| Token {
        id: row.id,
        account: row.account,
        name: row.name,
        scopes: scopes_of(&row.scopes),
        created: row.created,
        expires: row.expires,
        seen: row.seen,
    };
    Ok(rows.into_iter().map(token).collect())
}

/// Whoever a token's digest acts for, and when it was last used.
pub(crate) async fn bearer(
    conn: &mut Conn,
    digest: [u8; 32],
    now: jiff::Timestamp,
) -> Result<Option<(kapok_web::Bearer, Option<jiff::Timestamp>)>> {
    let row = conn.opt(&BEARER, params![digest, now]).await?;
    Ok(row.map(|row| {
        let actor = Actor::Staff {
            account: row.account,
            name: row.name,
            office: row.office,
            office_name: row.office_name,
            roles: roles_of(&row.roles),
        };
        let bearer = kapok_web::Bearer {
            actor,
            scopes: scopes_of(&row.scopes),
            digest,
            name: row.token,
            expires: row.expires,
        };
        (bearer, row.seen)
    }))
}

/// How many tokens are good, by account; those without any are missing.
pub(crate) async fn token_counts(conn: &mut Conn, now: jiff::Timestamp) -> Result<HashMap<AccountId, i64>> {
    Ok(conn.all(&TOKEN_COUNTS, params![now]).await?.into_iter().collect())
}
