//! An answer as it is published: numbers, and the answer that they were given with. Nothing that somebody wrote.

use super::spread::{Given, counted};
use crate::store::estimate::Answer;
use std::collections::HashMap;

/// What is told of a participant's answer.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Answered {
    /// Id of the answer.
    pub answer: String,
    /// Low, best, high at first.
    pub first: [f64; 3],
    /// Low, best, high.
    pub now: [f64; 3],
    /// How often it answered.
    pub times: usize,
}

/// The answer says which it is; the numbers follow from it.
impl PartialEq for Answered {
    fn eq(&self, other: &Answered) -> bool {
        self.answer == other.answer
    }
}

impl Answered {
    /// From the store.
    pub fn parse(json: &str) -> Option<Answered> {
        serde_json::from_str(json).ok()
    }

    /// For the store.
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As the figures take it, with the reason that its answer still has.
    pub fn given(self, participant: &str, reasons: &HashMap<String, (String, String)>) -> Given {
        let (reason, lang) = reasons.get(&self.answer).cloned().unwrap_or_default();
        let (first, now, times) = (self.first, self.now, self.times);
        Given { participant: participant.to_owned(), first, now, times, reason, lang, off_the_record: false }
    }
}

/// The answers that count and may be told, by participant. What was off the record is never published.
pub fn answered(answers: &[Answer]) -> Vec<(String, Answered)> {
    let last: HashMap<&str, &str> = answers.iter().map(|a| (a.participant_id.as_str(), a.id.as_str())).collect();
    let told = |given: Given| {
        let answer = (*last.get(given.participant.as_str())?).to_owned();
        let answered = Answered { answer, first: given.first, now: given.now, times: given.times };
        Some((given.participant, answered))
    };
    counted(answers).into_iter().filter(|given| !given.off_the_record).filter_map(told).collect()
}
