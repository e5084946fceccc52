//! The vocabulary of the log.

/// What an act did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "each name says what happened; the catalogues say it to people"
)]
pub enum Kind {
    VoiceHeard,
    VoiceEdited,
    VoiceWithdrawn,
    VoiceJoined,
    VoiceSplit,
    VoiceReferred,
    VoiceAnswered,
    VoiceHidden,
    VoiceRestored,
    VoicePurged,
    MatterVoiced,
    MatterSorted,
    MatterOpened,
    MatterDescribed,
    MatterAsked,
    MatterAccepted,
    MatterRefused,
    MatterHandedOver,
    MatterAnswered,
    MatterDecided,
    MatterDoing,
    MatterDone,
    MatterReopened,
    MatterEvaluated,
    MatterShared,
    MatterClosed,
    MatterAppealed,
    AppealRuled,
    WeightsChanged,
    CommitmentMade,
    CommitmentMoved,
    CommitmentProgressed,
    CommitmentFinished,
    CommitmentReopened,
    CommitmentWithdrawn,
    CommitmentRetitled,
    OutcomeMeasured,
    OutcomeChecked,
    CaseImported,
    CaseMade,
    ProgrammeImported,
    PlaceAdded,
    PartyAdded,
    AccountCreated,
    AccountChanged,
    TokenMade,
    TokenRevoked,
}

use Kind::*;

/// Kinds and their names in the log, `concept.past-participle`. Names never change: they are hashed.
const NAMES: [(Kind, &str); 47] = [
    (VoiceHeard, "voice.heard"),
    (VoiceEdited, "voice.edited"),
    (VoiceWithdrawn, "voice.withdrawn"),
    (VoiceJoined, "voice.joined"),
    (VoiceSplit, "voice.split"),
    (VoiceReferred, "voice.referred"),
    (VoiceAnswered, "voice.answered"),
    (VoiceHidden, "voice.hidden"),
    (VoiceRestored, "voice.restored"),
    (VoicePurged, "voice.purged"),
    (MatterVoiced, "matter.voiced"),
    (MatterSorted, "matter.sorted"),
    (MatterOpened, "matter.opened"),
    (MatterDescribed, "matter.described"),
    (MatterAsked, "matter.asked"),
    (MatterAccepted, "matter.accepted"),
    (MatterRefused, "matter.refused"),
    (MatterHandedOver, "matter.handed-over"),
    (MatterAnswered, "matter.answered"),
    (MatterDecided, "matter.decided"),
    (MatterDoing, "matter.doing"),
    (MatterDone, "matter.done"),
    (MatterReopened, "matter.reopened"),
    (MatterEvaluated, "matter.evaluated"),
    (MatterShared, "matter.shared"),
    (MatterClosed, "matter.closed"),
    (MatterAppealed, "matter.appealed"),
    (AppealRuled, "appeal.ruled"),
    (WeightsChanged, "weights.changed"),
    (CommitmentMade, "commitment.made"),
    (CommitmentMoved, "commitment.moved"),
    (CommitmentProgressed, "commitment.progressed"),
    (CommitmentFinished, "commitment.finished"),
    (CommitmentReopened, "commitment.reopened"),
    (CommitmentWithdrawn, "commitment.withdrawn"),
    (CommitmentRetitled, "commitment.retitled"),
    (OutcomeMeasured, "outcome.measured"),
    (OutcomeChecked, "outcome.checked"),
    (CaseImported, "case.imported"),
    (CaseMade, "case.made"),
    (ProgrammeImported, "programme.imported"),
    (PlaceAdded, "place.added"),
    (PartyAdded, "party.added"),
    (AccountCreated, "account.created"),
    (AccountChanged, "account.changed"),
    (TokenMade, "token.made"),
    (TokenRevoked, "token.revoked"),
];

impl Kind {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Kind> {
        NAMES.iter().map(|(kind, _)| *kind)
    }

    /// Name in the log.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES
            .iter()
            .find(|(kind, _)| *kind == self)
            .map_or("", |(_, name)| name)
    }

    /// Reads [`Kind::name`].
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        NAMES.iter().find(|(_, n)| *n == name).map(|(kind, _)| *kind)
    }

    /// Whether the act may not be written without a reason: refusals, side exits, date changes, moderation, overrides.
    #[must_use]
    pub fn owes_reason(self) -> bool {
        matches!(
            self,
            VoiceSplit
                | VoiceReferred
                | VoiceHidden
                | VoiceRestored
                | MatterSorted
                | MatterRefused
                | MatterHandedOver
                | MatterDecided
                | MatterReopened
                | MatterClosed
                | MatterAppealed
                | AppealRuled
                | WeightsChanged
                | CommitmentMoved
                | CommitmentReopened
                | CommitmentWithdrawn
                | CommitmentRetitled
        )
    }
}
