//! Importing parties and staff from the city's files.

use std::collections::HashMap;

use kapok_acts::{About, ActError, Actor, Env, Kind, Right, Role};
use kapok_places::read::{cell, key, name, once, rows};
use kapok_places::{ImportError, RowError, Tree};
use kapok_store::ids::PartyId;

use crate::account::email as as_stored;
use crate::actions::accounts;
use crate::{Directory, NewAccount, NewParty, Party, PartyKind, store};

const ABOUT_MAX: usize = 500;

/// Reads parties from CSV with the columns key, kind, name, about, place.
fn read_parties(text: &str) -> Result<Vec<(usize, NewParty)>, RowError> {
    let read = |(row, [key_, kind, name_, about, place]): (usize, [String; 5])| {
        let kinds = || PartyKind::ALL.map(PartyKind::id).join(", ");
        let party = NewParty {
            key: cell(row, "key", &key_, key)?,
            kind: cell(row, "kind", &kind, |k| {
                PartyKind::parse(k).ok_or_else(|| format!("{k:?} is none of {}", kinds()))
            })?,
            name: cell(row, "name", &name_, name)?,
            about: cell(row, "about", &about, |a| {
                let fits = a.chars().count() <= ABOUT_MAX;
                fits.then(|| a.to_owned())
                    .ok_or_else(|| format!("write at most {ABOUT_MAX} characters"))
            })?,
            place: (!place.is_empty())
                .then(|| cell(row, "place", &place, key))
                .transpose()?,
        };
        Ok((row, party))
    };
    let parties: Vec<_> = rows(text, ["key", "kind", "name", "about", "place"])?
        .into_iter()
        .map(read)
        .collect::<Result<_, _>>()?;
    once(parties.iter().map(|(row, p)| (*row, p.key.as_str())))?;
    Ok(parties)
}

fn with_place(tree: &Tree, row: usize, id: PartyId, new: NewParty) -> Result<Party, RowError> {
    let place = match &new.place {
        None => None,
        Some(key) => Some(tree.by_key(key).map(|p| p.id).ok_or_else(|| RowError {
            row,
            column: "place",
            why: format!("there is no place {key:?}; import the places first"),
        })?),
    };
    Ok(Party {
        id,
        key: new.key,
        kind: new.kind,
        name: new.name,
        about: new.about,
        place,
    })
}

/// Imports parties from CSV with the columns key, kind, name, about, place (the key of a place, or empty). A party is known
/// by its key: one that is there is changed, one that is not is added, none is removed. Gives the number added or changed;
/// when it is 0 nothing was written.
///
/// # Errors
/// [`ImportError::Row`] with row and column, or [`ImportError::Act`] when the actor may not import. Nothing is changed then.
pub async fn import_parties(env: &Env, actor: &Actor, csv: &str) -> Result<usize, ImportError> {
    env.allow(actor, Right::Import)?;
    let new = read_parties(csv)?;
    let tree = kapok_places::tree(env).await?;
    let mut tx = env.db.change().await?;
    let before = store::parties(&mut tx).await?;
    let known: HashMap<&str, (i64, &Party)> = (0..)
        .zip(&before)
        .map(|(at, p)| (p.key.as_str(), (at, p)))
        .collect();
    let end = i64::try_from(before.len()).unwrap_or(i64::MAX);
    let (mut added, mut changed, mut first) = (0i64, 0i64, None);
    for (row, new) in new {
        let there = known.get(new.key.as_str());
        let id = there.map_or_else(|| PartyId(env.id()), |(_, p)| p.id);
        let party = with_place(&tree, row, id, new)?;
        if there.is_some_and(|(_, p)| **p == party) {
            continue;
        }
        store::put_party(&mut tx, &party, there.map_or(end + added, |(at, _)| *at)).await?;
        first.get_or_insert(party.id);
        *(if there.is_some() { &mut changed } else { &mut added }) += 1;
    }
    let Some(first) = first else { return Ok(0) };
    let facts = [("added", added.into()), ("changed", changed.into())];
    let act = env.act(actor, Kind::PartyAdded, About::new("party", first.0), "", &facts)?;
    tx.commit(act).await?;
    env.forget::<Directory>();
    Ok(usize::try_from(added + changed).unwrap_or_default())
}

/// The office of this name or key; made when there is none, so that a new installation can begin with one account.
///
/// # Errors
/// [`ActError::Forbidden`] without the right to import; [`ActError::Fields`] on `office` when the name is empty or belongs to another
/// sort of party.
pub async fn office_named(env: &Env, actor: &Actor, words: &str) -> Result<PartyId, ActError> {
    env.allow(actor, Right::Import)?;
    let wrong = || kapok_acts::Fields::one("office", "parties-office-wrong");
    let words = name(words.trim()).map_err(|_| wrong())?;
    let mut tx = env.db.change().await?;
    let parties = store::parties(&mut tx).await?;
    if let Some(party) = parties.iter().find(|p| p.name == words || p.key == words) {
        return (party.kind == PartyKind::Office)
            .then_some(party.id)
            .ok_or_else(wrong);
    }
    let id = PartyId(env.id());
    let office = Party {
        id,
        // A key that no file uses: the office can be renamed, and another can take its name.
        key: format!("office-{id}"),
        kind: PartyKind::Office,
        name: words,
        about: String::new(),
        place: None,
    };
    store::put_party(&mut tx, &office, i64::try_from(parties.len()).unwrap_or(i64::MAX)).await?;
    let facts = [("added", 1i64.into()), ("name", office.name.as_str().into())];
    let about = About::new("party", id.0).office(Some(id));
    tx.commit(env.act(actor, Kind::PartyAdded, about, "", &facts)?)
        .await?;
    env.forget::<Directory>();
    Ok(id)
}

/// Makes accounts from CSV with the columns key, name, email, role (several with a space between) and office (key of a
/// party), all with the same password, which their owners change. An address that has an account already is left as it is. Gives
/// the number of accounts made.
///
/// # Errors
/// [`ImportError::Row`] with row and column, or [`ImportError::Act`] when the actor may not manage accounts or an account is refused;
/// the accounts made before it stay.
pub async fn import_staff(env: &Env, actor: &Actor, csv: &str, password: &str) -> Result<usize, ImportError> {
    env.allow(actor, Right::ManageAccounts)?;
    let directory = crate::directory(env).await?;
    let mut new = Vec::new();
    for (row, [_, name, email, role, office]) in rows(csv, ["key", "name", "email", "role", "office"])? {
        let roles = cell(row, "role", &role, |text| {
            let role = |id| Role::parse(id).ok_or_else(|| format!("there is no role {id:?}"));
            text.split_whitespace().map(role).collect::<Result<Vec<_>, _>>()
        })?;
        let office = cell(row, "office", &office, |key| {
            let office = directory.by_key(key).filter(|p| p.kind == PartyKind::Office);
            office
                .map(|p| p.id)
                .ok_or_else(|| format!("there is no office {key:?}; import the parties first"))
        })?;
        new.push(NewAccount {
            email,
            name,
            office,
            roles,
            password: password.to_owned(),
        });
    }
    let mut conn = env.db.read().await?;
    let there = store::accounts(&mut conn).await?;
    drop(conn);
    let mut made = 0;
    for account in new {
        let email = as_stored(&account.email);
        if there.iter().all(|a| a.email != email) {
            accounts::create_account(env, actor, account).await?;
            made += 1;
        }
    }
    Ok(made)
}
