//! Names of roles and rights.

use kapok_acts::{Right, Role};
use kapok_i18n::T;

/// The name of a role.
#[must_use]
pub fn role_name(t: T, role: Role) -> &'static str {
    match role {
        Role::Officer => t.parties_role_officer(),
        Role::LeadOfficer => t.parties_role_lead_officer(),
        Role::Moderator => t.parties_role_moderator(),
        Role::MayorsOffice => t.parties_role_mayors_office(),
        Role::Auditor => t.parties_role_auditor(),
        Role::Administrator => t.parties_role_administrator(),
    }
}

/// What a role is for, in a sentence.
#[must_use]
pub fn role_about(t: T, role: Role) -> &'static str {
    match role {
        Role::Officer => t.parties_role_officer_about(),
        Role::LeadOfficer => t.parties_role_lead_officer_about(),
        Role::Moderator => t.parties_role_moderator_about(),
        Role::MayorsOffice => t.parties_role_mayors_office_about(),
        Role::Auditor => t.parties_role_auditor_about(),
        Role::Administrator => t.parties_role_administrator_about(),
    }
}

/// What a right lets somebody do.
#[must_use]
pub fn right_name(t: T, right: Right) -> &'static str {
    match right {
        Right::ReadStaffPages => t.parties_right_read_staff_pages(),
        Right::ReadHidden => t.parties_right_read_hidden(),
        Right::ReadAccounts => t.parties_right_read_accounts(),
        Right::EnterVoices => t.parties_right_enter_voices(),
        Right::Sort => t.parties_right_sort(),
        Right::Describe => t.parties_right_describe(),
        Right::Answer => t.parties_right_answer(),
        Right::Decide => t.parties_right_decide(),
        Right::Commit => t.parties_right_commit(),
        Right::Report => t.parties_right_report(),
        Right::Moderate => t.parties_right_moderate(),
        Right::Rule => t.parties_right_rule(),
        Right::Weigh => t.parties_right_weigh(),
        Right::Share => t.parties_right_share(),
        Right::ManageAccounts => t.parties_right_manage_accounts(),
        Right::Import => t.parties_right_import(),
    }
}

/// The names of several roles, as an enumeration.
pub(super) fn role_names(t: T, roles: &[Role]) -> String {
    let names: Vec<_> = roles.iter().map(|role| role_name(t, *role)).collect();
    t.list(&names)
}

/// All roles as boxes to tick.
pub(super) fn role_boxes(t: T, ticked: &[Role]) -> Vec<(&'static str, &'static str, bool)> {
    let one = |role: Role| (role.id(), role_name(t, role), ticked.contains(&role));
    Role::ALL.into_iter().map(one).collect()
}
