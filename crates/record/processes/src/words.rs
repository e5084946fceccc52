//! Names of what the record holds by id, in the reader's words; nothing for an id that the catalogues do not know, so that
//! the page shows the record's own words.

use kapok_i18n::T;

/// A message without arguments.
type Message = fn(T) -> &'static str;

fn find(t: T, names: &[(&str, Message)], id: &str) -> Option<&'static str> {
    names
        .iter()
        .find(|(known, _)| *known == id)
        .map(|(_, message)| message(t))
}

/// What a rung means.
pub(crate) fn meaning(t: T, rung: &str) -> Option<&'static str> {
    find(t, &MEANINGS, rung)
}

/// What may be promised on a rung.
pub(crate) fn promise(t: T, rung: &str) -> Option<&'static str> {
    find(t, &PROMISES, rung)
}

/// Name of a channel of the catalogue.
#[must_use]
pub fn channel_name(t: T, id: &str) -> Option<&'static str> {
    find(t, &WAYS, id)
}

/// Name of a level of the ladder; the id where it is not known.
#[must_use]
pub fn level_name(t: T, id: &str) -> &str {
    match id {
        "nonparticipation" => t.processes_level_none(),
        "tokenism" => t.processes_level_token(),
        "citizen power" => t.processes_level_power(),
        other => other,
    }
}

/// Name of a class of channels; the id where it is not known.
pub(crate) fn class_name(t: T, id: &str) -> &str {
    match id {
        "formal" => t.processes_class_formal(),
        "informal" => t.processes_class_informal(),
        "case-type" => t.processes_class_case(),
        other => other,
    }
}

/// Name of a path; the id where it is not known.
pub(crate) fn path_name(t: T, id: &str) -> &str {
    match id {
        "official" => t.processes_path_official(),
        "unofficial" => t.processes_path_unofficial(),
        "public opinion" => t.processes_path_opinion(),
        "direct action" => t.processes_path_action(),
        other => other,
    }
}

/// Name of those who carry a channel; the id where it is not known.
pub(crate) fn group_name(t: T, id: &str) -> &str {
    match id {
        "independent" => t.processes_group_independent(),
        "multi-subject" => t.processes_group_multi(),
        "women-and-disabled" => t.processes_group_women(),
        other => other,
    }
}

const MEANINGS: [(&str, Message); 8] = [
    ("manipulation", T::processes_meaning_manipulation),
    ("therapy", T::processes_meaning_therapy),
    ("informing", T::processes_meaning_informing),
    ("consultation", T::processes_meaning_consultation),
    ("placation", T::processes_meaning_placation),
    ("partnership", T::processes_meaning_partnership),
    ("delegated", T::processes_meaning_delegated),
    ("control", T::processes_meaning_control),
];

const PROMISES: [(&str, Message); 8] = [
    ("manipulation", T::processes_promise_manipulation),
    ("therapy", T::processes_promise_therapy),
    ("informing", T::processes_promise_informing),
    ("consultation", T::processes_promise_consultation),
    ("placation", T::processes_promise_placation),
    ("partnership", T::processes_promise_partnership),
    ("delegated", T::processes_promise_delegated),
    ("control", T::processes_promise_control),
];

const WAYS: [(&str, Message); 57] = [
    ("rep-meetings", T::processes_way_rep_meetings),
    (
        "petition-letters-visits",
        T::processes_way_petition_letters_visits,
    ),
    ("hearings", T::processes_way_hearings),
    ("councils", T::processes_way_councils),
    ("opinion-reporting", T::processes_way_opinion_reporting),
    ("expert-consulting", T::processes_way_expert_consulting),
    ("public-informed", T::processes_way_public_informed),
    ("major-issue-hearings", T::processes_way_major_issue_hearings),
    ("planning-appeal", T::processes_way_planning_appeal),
    ("opinion-survey", T::processes_way_opinion_survey),
    ("citizen-committee", T::processes_way_citizen_committee),
    ("social-organisations", T::processes_way_social_organisations),
    ("newspapers", T::processes_way_newspapers),
    ("radio", T::processes_way_radio),
    ("internet", T::processes_way_internet),
    ("informal-media", T::processes_way_informal_media),
    ("social-media", T::processes_way_social_media),
    ("letters-visits", T::processes_way_letters_visits),
    ("mayors-mailbox", T::processes_way_mayors_mailbox),
    ("mayors-hotline", T::processes_way_mayors_hotline),
    ("issue-hearings", T::processes_way_issue_hearings),
    ("consultation-meetings", T::processes_way_consultation_meetings),
    ("dialogue-meetings", T::processes_way_dialogue_meetings),
    ("seminars", T::processes_way_seminars),
    ("workshops", T::processes_way_workshops),
    ("phone-calls", T::processes_way_phone_calls),
    ("emails", T::processes_way_emails),
    ("network-voting", T::processes_way_network_voting),
    ("message-boards", T::processes_way_message_boards),
    ("direct-action", T::processes_way_direct_action),
    ("hotline-12319", T::processes_way_hotline_12319),
    ("compulsory-supervisors", T::processes_way_compulsory_supervisors),
    ("satisfaction-survey", T::processes_way_satisfaction_survey),
    ("liaison-stations", T::processes_way_liaison_stations),
    ("special-group-agenda", T::processes_way_special_group_agenda),
    ("suggestion-channel", T::processes_way_suggestion_channel),
    ("public-committee", T::processes_way_public_committee),
    ("festivals", T::processes_way_festivals),
    ("resident-club", T::processes_way_resident_club),
    ("online-performance", T::processes_way_online_performance),
    ("youth-pb", T::processes_way_youth_pb),
    ("green-life", T::processes_way_green_life),
    ("one-click-app", T::processes_way_one_click_app),
    (
        "citizen-led-coordination",
        T::processes_way_citizen_led_coordination,
    ),
    ("community-autonomy", T::processes_way_community_autonomy),
    ("volunteer-ngo", T::processes_way_volunteer_ngo),
    ("gov-business-resident", T::processes_way_gov_business_resident),
    ("joint-decision", T::processes_way_joint_decision),
    ("vision-partnership", T::processes_way_vision_partnership),
    ("women-led", T::processes_way_women_led),
    ("disability-model", T::processes_way_disability_model),
    ("quota-design-team", T::processes_way_quota_design_team),
    ("oral-history", T::processes_way_oral_history),
    ("civic-educators", T::processes_way_civic_educators),
    ("paired-encounters", T::processes_way_paired_encounters),
    ("operations-alerts", T::processes_way_operations_alerts),
    ("planning-partnership", T::processes_way_planning_partnership),
];
