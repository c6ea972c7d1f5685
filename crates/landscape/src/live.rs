//! A dialogue that goes on.

use std::collections::BTreeMap;

use crate::{Ideal, Landscape, Method, Options, Statement, Value, Votes, ideal::Estimate, polis, votes::Changes};

/// Takes responses and statements one at a time and gives the landscape without beginning anew.
///
/// [`Self::settled`] gives, after any sequence, the bytes that [`crate::indaba`] or [`polis()`] give for the responses
/// that count: what is published and recorded. [`Self::landscape`] is for those who look on meanwhile. By method
/// `polis` it is the same; by method `indaba` all counts, shares, bands and tests of given groups are, and the fit goes
/// on from the last one, which ends at the same place within the width of a dot.
///
/// ```
/// use landscape::{Live, Method, Options, Statement, Value, Votes};
///
/// let mut live = Live::new(Method::Indaba, Votes::default(), &[Statement::new("1", "Recognise diplomas.")]);
/// live.response("ana", "1", Value::Agree, 1);
/// live.response("bo", "1", Value::Agree, 2);
/// live.response("bo", "1", Value::Pass, 3);
/// assert_eq!(live.landscape(&Options::default()).statements[0].agree, Some(1));
/// live.withdraw("ana", "1");
/// assert_eq!(live.settled(&Options::default()).counts.responses, Some(1));
/// ```
#[derive(Debug)]
pub struct Live {
    method: Method,
    votes: Votes,
    statements: BTreeMap<String, Statement>,
    changes: Changes,
    since: usize,
    estimate: Option<Estimate>,
}

impl Live {
    /// A dialogue as it stands.
    pub fn new(method: Method, votes: Votes, statements: &[Statement]) -> Self {
        let statements = statements.iter().map(|s| (s.id.clone(), s.clone())).collect();
        Self { method, votes, statements, changes: Changes::default(), since: 0, estimate: None }
    }

    /// One response. Of several by the same participant to the same statement the latest counts, and of those with
    /// the same time the one that came last.
    pub fn response(&mut self, participant: &str, statement: &str, value: Value, at: i64) {
        self.changes.response(&self.votes, participant, statement, value, at);
        self.since += 1;
    }

    /// The participant takes their response back; nothing happens where there is none.
    pub fn withdraw(&mut self, participant: &str, statement: &str) {
        self.changes.withdraw(participant, statement);
        self.since += 1;
    }

    /// A statement that is new, or stands otherwise now: taken out, accepted, written anew.
    pub fn statement(&mut self, statement: Statement) {
        self.statements.insert(statement.id.clone(), statement);
        self.since += 1;
    }

    /// How much came since the last [`Self::settled`]: when it is much, settle again.
    pub fn since(&self) -> usize {
        self.since
    }

    /// The responses that count now.
    pub fn votes(&mut self) -> &Votes {
        self.take_in();
        &self.votes
    }

    /// The landscape now, going on from the last one.
    pub fn landscape(&mut self, options: &Options) -> Landscape {
        self.take_in();
        let Some(estimate) = self.estimate.take() else { return self.settled(options) };
        let statements = self.list();
        let ideal = Ideal::go_on(&self.votes, &statements, estimate, options.threads);
        let landscape = ideal.landscape(options);
        self.estimate = Some(ideal.into_estimate());
        landscape
    }

    /// The landscape of these responses, computed from nothing else.
    pub fn settled(&mut self, options: &Options) -> Landscape {
        self.take_in();
        self.since = 0;
        let statements = self.list();
        if self.method == Method::Polis {
            return polis(&self.votes, &statements, options);
        }
        let ideal = Ideal::fit(&self.votes, &statements, options.threads);
        let landscape = ideal.landscape(options);
        self.estimate = Some(ideal.into_standing(options.threads));
        landscape
    }

    fn list(&self) -> Vec<Statement> {
        self.statements.values().cloned().collect()
    }

    /// Takes the changes in and has the last estimate follow.
    fn take_in(&mut self) {
        if self.changes.is_empty() {
            return;
        }
        let changes = std::mem::take(&mut self.changes);
        if let Some(estimate) = &mut self.estimate {
            estimate.take_off(&self.votes, &changes.known(&self.votes));
        }
        let moves = self.votes.take_in(changes);
        if let Some(estimate) = &mut self.estimate {
            estimate.follow(&self.votes, &moves);
        }
    }
}
