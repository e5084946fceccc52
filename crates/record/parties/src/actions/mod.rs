//! What is done to parties and accounts.

mod accounts;
mod import;
mod sign_in;
mod tokens;

pub use accounts::{
    change_own_password, change_roles, create_account, drop_totp, end_session, enrol_totp, reset_totp,
    set_password, staff_actor,
};
pub use import::{import_parties, import_staff, office_named};
pub use sign_in::{NotSignedIn, sign_in, sign_out, try_sign_in};
pub use tokens::{issue_token, make_token, revoke_token};
