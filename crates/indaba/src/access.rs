//! Who may do what: the only place that decides it.
//!
//! A route names its [`Action`]; [`allows`] looks it up. What the table does not grant is refused. Ownership (a
//! delegation's own draft, a participant's own responses) is part of the action's name and checked where the object
//! is loaded.

/// What somebody is in a dialogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Nobody known.
    Visitor,
    /// A person of an open consultation.
    Participant,
    /// A member of an observer delegation: reads and speaks, responses are not counted.
    Observer,
    /// Drafts for a delegation.
    Adviser,
    /// Speaks for a delegation.
    Delegate,
    /// Clears what a delegation says and adds its members.
    Head,
    /// Offers expertise in the exchange.
    Expert,
    /// Answers for an institution that needs expertise.
    Host,
    /// Speaks for a country in the exchange.
    FocalPoint,
    /// Brings needs and offers together.
    Broker,
    /// Types what is said in the room.
    Rapporteur,
    /// Named by the secretariat to compute the results again: takes the full record, and else reads.
    Auditor,
    /// Runs the dialogue.
    Secretariat,
    /// Runs the server: opens dialogues.
    Operator,
}

impl Role {
    /// All roles, in the order of the table's columns.
    pub const ALL: [Role; 14] = [
        Role::Visitor,
        Role::Participant,
        Role::Observer,
        Role::Adviser,
        Role::Delegate,
        Role::Head,
        Role::Expert,
        Role::Host,
        Role::FocalPoint,
        Role::Broker,
        Role::Rapporteur,
        Role::Auditor,
        Role::Secretariat,
        Role::Operator,
    ];

    /// How it is written.
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Visitor => "visitor",
            Role::Participant => "participant",
            Role::Observer => "observer",
            Role::Adviser => "adviser",
            Role::Delegate => "delegate",
            Role::Head => "head",
            Role::Expert => "expert",
            Role::Host => "host",
            Role::FocalPoint => "focal_point",
            Role::Broker => "broker",
            Role::Rapporteur => "rapporteur",
            Role::Auditor => "auditor",
            Role::Secretariat => "secretariat",
            Role::Operator => "operator",
        }
    }

    /// The role that a word names.
    pub fn parse(text: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.as_str() == text)
    }

    /// Speaks in the name of a delegation.
    pub const fn of_delegation(self) -> bool {
        matches!(self, Role::Observer | Role::Adviser | Role::Delegate | Role::Head)
    }

    /// Has a part in the exchange alone.
    pub const fn of_exchange(self) -> bool {
        matches!(self, Role::Expert | Role::Host | Role::FocalPoint | Role::Broker)
    }

    /// Runs the dialogue.
    pub const fn runs(self) -> bool {
        matches!(self, Role::Secretariat | Role::Operator)
    }
}

macro_rules! table {
    ($($(#[$doc:meta])* $action:ident $($cell:ident)+;)+) => {
        /// Something that can be done. Each has its row in the table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action { $($(#[$doc])* $action),+ }

        impl Action {
            /// All actions.
            pub const ALL: &'static [Action] = &[$(Action::$action),+];
        }

        const fn row(action: Action) -> [bool; 14] {
            match action { $(Action::$action => [$(cell!($cell)),+]),+ }
        }
    };
}
macro_rules! cell {
    (yes) => {
        true
    };
    (no) => {
        false
    };
}

table! {
//                       visitor participant observer adviser delegate head expert host focal_point broker rapporteur auditor secretariat operator
    /// Home, help, sign-in, assets, the API's description.
    EnterHouse           yes     yes         yes      yes     yes      yes  yes    yes  yes         yes    yes        yes     yes         yes;
    /// Corridors: what is known of migration, and what levers would change.
    ReadCorridors        yes     yes         yes      yes     yes      yes  yes    yes  yes         yes    yes        yes     yes         yes;
    /// One's own account and data.
    ManageSelf           yes     yes         yes      yes     yes      yes  yes    yes  yes         yes    yes        yes     yes         yes;
    /// Open a dialogue from a paper.
    OpenDialogue         no      no          no       no      no       no   no     no   no          no     no         no      no          yes;
    /// Read the paper, questions, perspectives, results and published summary.
    ReadDialogue         yes     yes         yes      yes     yes      yes  yes    yes  yes         yes    yes        yes     yes         yes;
    /// Read what a dialogue has published: its summary and closing record.
    ReadPublished        yes     yes         yes      yes     yes      yes  yes    yes  yes         yes    yes        yes     yes         yes;
    /// Join an open consultation (the dialogue's rules decide whether without a code).
    Join                 yes     yes         no       no      no       no   no     no   no          no     no         no      no          no;
    /// Respond to perspectives. A visitor becomes a participant by it, where the dialogue is open.
    Respond              yes     yes         no       no      yes      yes  no     no   no          no     no         no      no          no;
    /// Write a perspective or add a question. An adviser's is a draft.
    Propose              yes     yes         yes      yes     yes      yes  no     no   no          no     no         no      no          no;
    /// Edit and withdraw one's own delegation's drafts and perspectives.
    EditOwn              no      yes         yes      yes     yes      yes  no     no   no          no     no         no      yes         yes;
    /// Clear and publish what the delegation's advisers drafted.
    Clear                no      no          no       no      no       yes  no     no   no          no     no         no      no          no;
    /// Invite members of one's own delegation, change their roles and remove them.
    InviteMember         no      no          no       no      no       yes  no     no   no          no     no         no      yes         yes;
    /// Attach evidence to a question.
    Attach               no      no          yes      yes     yes      yes  no     no   no          no     yes        no      yes         yes;
    /// Keep a scenario in a dialogue and attach it to its questions.
    KeepScenario         no      no          yes      yes     yes      yes  no     no   no          no     yes        no      yes         yes;
    /// Write and submit a practice. An adviser's is a draft; a delegation's or the secretariat's own is looked up.
    SubmitPractice       yes     yes         yes      yes     yes      yes  no     no   no          no     yes        no      yes         yes;
    /// Review a practice: whoever holds the link that the secretariat handed out.
    ReviewPractice       yes     yes         yes      yes     yes      yes  yes    yes  yes         yes    yes        yes     yes         yes;
    /// Ask reviewers, see their verdicts, decide as they advise.
    ManagePractices      no      no          no       no      no       no   no     no   no          no     no         no      yes         yes;
    /// Propose a measure. An adviser's is a draft.
    ProposeMeasure       yes     yes         yes      yes     yes      yes  no     no   no          no     yes        no      yes         yes;
    /// Work a measure out, its cost and relations: one's own until somebody has assessed it; the secretariat any.
    WorkOutMeasure       no      yes         yes      no      yes      yes  no     no   no          no     no         no      yes         yes;
    /// See what one's own delegation says that measures do to it, its red lines and its ledger.
    ReadOwnFigures       no      no          no       yes     yes      yes  no     no   no          no     no         no      no          no;
    /// Say what measures do to one's own delegation, set its red lines, publish them or keep them confidential.
    AssessMeasures       no      no          no       no      yes      yes  no     no   no          no     no         no      no          no;
    /// Enter effects of experts, the literature and models; spheres, tolerance, budget; keep a package, put it to decision.
    ManageMeasures       no      no          no       no      no       no   no     no   no          no     no         no      yes         yes;
    /// Object, explain, dissociate, answer a straw poll in one's own delegation's name.
    SpeakInDecision      no      no          no       no      yes      yes  no     no   no          no     no         no      no          no;
    /// Have notices of decisions sent to an address of one's own.
    ReceiveNotices       no      no          yes      yes     yes      yes  no     no   no          no     no         no      yes         yes;
    /// Confirm an address, or stop notices to it: whoever holds the link of a mail.
    AnswerMail           yes     yes         yes      yes     yes      yes  yes    yes  yes         yes    yes        yes     yes         yes;
    /// Ask for a number on a question, and close it.
    SetEstimate          no      no          no       no      no       no   no     no   no          no     no         no      yes         yes;
    /// Answer with a number. A visitor becomes a participant by it, where the dialogue is open.
    AnswerEstimate       yes     yes         no       no      yes      yes  no     no   no          no     no         no      no          no;
    /// Enter an unofficial translation.
    Translate            no      no          yes      yes     yes      yes  no     no   no          no     yes        no      yes         yes;
    /// Tell the moderators about a contribution.
    Report               yes     yes         yes      yes     yes      yes  yes    yes  yes         yes    yes        yes     yes         yes;
    /// Bring a prepared statement and mark perspectives in it.
    BringStatement       no      no          yes      yes     yes      yes  no     no   no          no     yes        no      yes         yes;
    /// Type what a delegation says in the room, or answers on paper.
    EnterOnBehalf        no      no          no       no      no       no   no     no   no          no     yes        no      yes         yes;
    /// See the moderators' queue and decide.
    Moderate             no      no          no       no      no       no   no     no   no          no     no         no      yes         yes;
    /// Delegations, members, codes, budgets, times, settings.
    ManageDialogue       no      no          no       no      no       no   no     no   no          no     no         no      yes         yes;
    /// See results as they stand, before what is new in them may be published.
    SeeUnpublished       no      no          no       no      no       no   no     no   no          no     no         no      yes         yes;
    /// Draft, edit and publish the summary; see its coverage.
    WriteSummary         no      no          no       no      no       no   no     no   no          no     no         no      yes         yes;
    /// Take the record in its public face.
    TakePublicRecord     yes     yes         yes      yes     yes      yes  yes    yes  yes         yes    yes        yes     yes         yes;
    /// Take the record in its full face.
    TakeFullRecord       no      no          no       no      no       no   no     no   no          no     no         yes     yes         yes;
    /// Read the exchange: how it works, and the needs that are open.
    ReadExchange         yes     yes         yes      yes     yes      yes  yes    yes  yes         yes    yes        yes     yes         yes;
    /// Make an account to offer expertise with.
    JoinExchange         yes     yes         no       no      no       no   no     no   no          no     no         no      no          no;
    /// Offer expertise, with an account of one's own.
    PostOffer            no      no          yes      yes     yes      yes  yes    no   no          no     no         no      no          no;
    /// Enter an offer in the name of somebody, who then confirms it.
    OfferOnBehalf        no      no          no       no      no       no   no     no   yes         yes    no         no      yes         yes;
    /// Confirm or delete an offer that was entered in one's name: whoever holds the link.
    ConfirmOffer         yes     yes         yes      yes     yes      yes  yes    yes  yes         yes    yes        yes     yes         yes;
    /// Post a need, with an account of one's own.
    PostNeed             no      no          no       no      yes      yes  no     yes  yes         no     no         no      no          no;
    /// See and answer what concerns one's own needs and offers.
    OwnExchange          no      no          yes      yes     yes      yes  yes    yes  yes         yes    no         no      no          no;
    /// Speak for a country: endorse its institutions, see offers with ties to it that are not hidden from it.
    SpeakForCountry      no      no          no       no      no       no   no     no   yes         no     no         no      no          no;
    /// Bring needs and offers together: the queue, the matches, the proposals.
    Broker               no      no          no       no      no       no   no     no   no          yes    no         no      no          no;
    /// Speak for a partner server. No role may: the guard knows a partner by the signature of its message alone.
    AnswerPartner        no      no          no       no      no       no   no     no   no          no     no         no      no          no;
    /// Read what came of the exchange.
    ReadIndicators       no      no          no       no      no       no   no     no   no          yes    no         no      yes         yes;
}

/// Whether a role may do it.
pub const fn allows(role: Role, action: Action) -> bool {
    row(action)[role as usize]
}
