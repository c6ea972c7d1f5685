//! The words of needs and offers.

use crate::words::words;

words! {
    /// What kind of institution needs something.
    HostKind, "kind of host" {
        /// A hospital or health service.
        Health = "health",
        /// A school, university or training centre.
        Education = "education",
        /// A ministry, agency or municipality.
        PublicService = "public_service",
        /// A laboratory or research institute.
        Research = "research",
        /// An association or foundation.
        Association = "association",
        /// An enterprise.
        Enterprise = "enterprise",
    }
}

words! {
    /// Where a need stands.
    NeedState, "state of a need" {
        /// Seen by its host alone.
        Draft = "draft",
        /// Shown, and matched.
        Open = "open",
        /// Taken back by its host.
        Withdrawn = "withdrawn",
        /// Its account was erased.
        Erased = "erased",
    }
}

words! {
    /// Where an offer stands.
    OfferState, "state of an offer" {
        /// Takes part in the matching.
        Active = "active",
        /// Entered in somebody's name, who has not confirmed it.
        Unconfirmed = "unconfirmed",
        /// Rests, as its owner wishes.
        Paused = "paused",
        /// Taken back.
        Withdrawn = "withdrawn",
        /// Its account was erased.
        Erased = "erased",
        /// A partner server's.
        Abroad = "abroad",
    }
}

words! {
    /// How the work is done.
    Mode, "mode of work" {
        /// From afar.
        Remote = "remote",
        /// On a visit.
        Visit = "visit",
        /// Some of both.
        Mixed = "mixed",
        /// By returning.
        Return = "return",
    }
}

words! {
    /// The levels of the Common European Framework of Reference for Languages.
    Cefr, "level of a language" {
        /// Breakthrough.
        A1 = "A1",
        /// Waystage.
        A2 = "A2",
        /// Threshold.
        B1 = "B1",
        /// Vantage.
        B2 = "B2",
        /// Advanced.
        C1 = "C1",
        /// Mastery.
        C2 = "C2",
    }
}

words! {
    /// How far something came true.
    Extent, "extent" {
        /// Fully.
        Yes = "yes",
        /// In part.
        Partly = "partly",
        /// Not.
        No = "no",
        /// Too early to say.
        Unknown = "unknown",
    }
}

words! {
    /// Callings that a licence is needed for in most countries.
    Licence, "licence" {
        /// Medicine, nursing, pharmacy.
        Health = "health",
        /// Law.
        Law = "law",
        /// Teaching.
        Teaching = "teaching",
        /// Engineering and architecture.
        Engineering = "engineering",
        /// Accounting and audit.
        Accounting = "accounting",
        /// Air, sea and road.
        Transport = "transport",
    }
}
