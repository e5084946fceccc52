//! Every page of the room drawn with sample values in every language.

use askama::Template;
use kapok_acts::{Fields, Right, Role, Scope, permitted};
use kapok_i18n::{Lang, T};
use kapok_store::ids::{AccountId, PartyId};
use kapok_web::{Chrome, summary};

use super::account::{AccountPage, Offer, SessionLine, facts};
use super::admin::{AccountsPage, EditPage, line};
use super::kept::{Kept, KeptPage};
use super::roles::RolesPage;
use super::sign_in::SignInPage;
use super::tokens::{TokenLine, days, scope_boxes};
use super::words::{right_name, role_boxes};
use crate::token::TokenId;
use crate::{Account, Directory, Party, PartyKind};

fn account(has_totp: bool) -> Account {
    Account {
        id: AccountId([1; 16]),
        email: "o.bright@riverton.example".into(),
        name: "Oskar <Bright>".into(),
        office: PartyId([2; 16]),
        office_name: "Digital Office".into(),
        roles: vec![Role::Officer, Role::Administrator],
        has_totp,
        active: true,
        created: jiff::Timestamp::UNIX_EPOCH,
    }
}

fn wrong(field: &'static str) -> Fields {
    let mut fields = Fields::default();
    fields.add(field, "form-missing");
    fields
}

fn directory() -> Directory {
    Directory::new(vec![Party {
        id: PartyId([2; 16]),
        key: "digital".into(),
        kind: PartyKind::Office,
        name: "Digital Office".into(),
        about: "Runs the city's <websites>.".into(),
        place: None,
    }])
}

fn account_page(t: T, has_totp: bool) -> AccountPage {
    let account = account(has_totp);
    AccountPage {
        c: Chrome::sample(t.lang(), true),
        errors: summary(t, &wrong("old")),
        fields: wrong("old"),
        email: account.email.clone(),
        facts: facts(t, &account),
        offer: (!has_totp).then(|| Offer {
            secret: "ABCD EFGH".into(),
            link: "otpauth://totp/Riverton:o?secret=ABCDEFGH".into(),
        }),
        sessions: vec![SessionLine {
            id: "00".repeat(32),
            since: "3".into(),
            seen: "4".into(),
            this: has_totp,
        }],
        manages: has_totp,
        made: "kapok_00".into(),
        tokens: vec![TokenLine {
            id: TokenId([3; 16]),
            name: "For <Bright>".into(),
            scopes: "read".into(),
            until: "5".into(),
            seen: "6".into(),
        }],
        tokens_at: "/account".into(),
        token_name: String::new(),
        scopes: scope_boxes(t, &[Scope::Read]),
        days: days(t, 30),
    }
}

fn accounts_page(t: T) -> AccountsPage {
    AccountsPage {
        c: Chrome::sample(t.lang(), true),
        errors: summary(t, &wrong("email")),
        fields: wrong("email"),
        count: t.parties_accounts_count(1),
        accounts: vec![line(t, account(true), 1)],
        manages: true,
        person: "New Person".into(),
        email: "new@riverton.example".into(),
        offices: vec![("02".repeat(16), "Digital Office".into(), true)],
        roles: role_boxes(t, &[Role::Auditor]),
    }
}

#[test]
fn every_page_is_drawn_in_every_language_with_what_people_wrote_escaped() {
    for lang in Lang::ALL {
        let t = T(lang);
        let kept = Kept {
            pairs: vec![("text".into(), "More light for <Bright>".into())],
            file: true,
        };
        let sign_in = SignInPage {
            c: Chrome::sample(lang, false),
            errors: summary(t, &wrong("email")),
            email: "\"><script>".into(),
            to: "/inbox".into(),
            kept: kept.clone(),
        };
        let waiting = KeptPage {
            c: Chrome::sample(lang, true),
            to: "/desk".into(),
            kept: kept.clone(),
        };
        let waiting = waiting.render().unwrap();
        assert!(!waiting.contains("<Bright>"), "{waiting}");
        let edit = EditPage::new(Chrome::sample(lang, true), &account(true), wrong("password"));
        for html in [
            sign_in.render().unwrap(),
            account_page(t, true).render().unwrap(),
            account_page(t, false).render().unwrap(),
            accounts_page(t).render().unwrap(),
            edit.render().unwrap(),
        ] {
            assert!(html.contains(t.form_missing()), "{html}");
            assert!(
                !html.contains("<Bright>") && !html.contains("\"><script>"),
                "{html}"
            );
        }
        let roles = RolesPage::new(Chrome::sample(lang, false), &directory())
            .render()
            .unwrap();
        assert!(roles.contains("Digital Office") && !roles.contains("<websites>"));
    }
}

#[test]
fn what_was_filled_in_comes_back() {
    let html = accounts_page(T(Lang::En)).render().unwrap();
    assert!(
        html.contains("value=\"New Person\"") && html.contains("value=\"new@riverton.example\""),
        "{html}"
    );
    let edit = EditPage::new(Chrome::sample(Lang::En, true), &account(true), Fields::default());
    let html = edit.render().unwrap();
    let address = format!("action=\"/admin/accounts/{}\"", AccountId([1; 16]));
    assert_eq!(html.matches(&address).count(), 3, "{html}");
}

/// Rights down, roles across in the order of [`Role::ALL`]: what the city promises in its handbook. A change of the
/// permission table must be made here too, with open eyes.
const TABLE: [(Right, &str); 16] = [
    (Right::ReadStaffPages, "xxxxxx"),
    (Right::ReadHidden, "..x.x."),
    (Right::ReadAccounts, "....xx"),
    (Right::EnterVoices, "xx.x.."),
    (Right::Sort, "xxxx.."),
    (Right::Describe, "xx.x.."),
    (Right::Answer, ".x.x.."),
    (Right::Decide, ".x.x.."),
    (Right::Commit, ".x.x.."),
    (Right::Report, "xx.x.."),
    (Right::Moderate, "..x..."),
    (Right::Rule, "...x.."),
    (Right::Weigh, "...x.."),
    (Right::Share, ".x.x.."),
    (Right::ManageAccounts, ".....x"),
    (Right::Import, ".....x"),
];

#[test]
fn the_table_of_roles_and_rights_is_the_one_that_decides() {
    let page = RolesPage::new(Chrome::sample(Lang::En, false), &directory());
    assert_eq!(page.rights.len(), Right::ALL.len());
    for ((right, marks), (name, row)) in TABLE.iter().zip(&page.rights) {
        assert_eq!(*name, right_name(T(Lang::En), *right));
        let shown: String = row.iter().map(|may| if *may { 'x' } else { '.' }).collect();
        let decides: String = Role::ALL
            .iter()
            .map(|role| if permitted(*role, *right) { 'x' } else { '.' })
            .collect();
        assert_eq!((shown.as_str(), decides.as_str()), (*marks, *marks), "{name}");
    }
}

#[test]
fn an_auditor_only_reads() {
    let rights: Vec<_> = Right::ALL
        .into_iter()
        .filter(|right| permitted(Role::Auditor, *right))
        .collect();
    assert_eq!(
        rights,
        [Right::ReadStaffPages, Right::ReadHidden, Right::ReadAccounts]
    );
}
