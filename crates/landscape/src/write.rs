//! The layout that Polis exports: comments.csv, votes.csv, participants-votes.csv, summary.csv, with the columns and
//! order of its own files. And a list of predictions.

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write,
};

use crate::{Labels, Superseded, Value, Votes, read::Comment};

/// What stands in summary.csv besides what the responses say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// What was asked.
    pub topic: String,
    /// Where.
    pub url: String,
    /// How often it was looked at.
    pub views: u64,
    /// A longer text.
    pub description: String,
}

/// The four files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolisExport {
    /// comments.csv
    pub comments: String,
    /// votes.csv
    pub votes: String,
    /// participants-votes.csv
    pub participants_votes: String,
    /// summary.csv
    pub summary: String,
}

/// Writes responses in the layout of a Polis export. Read again they give the same landscape. As Polis does it,
/// votes.csv has the `superseded` ones too (by participant, as [`crate::VotesBuilder::build_with_superseded`] gives
/// them); everything else speaks of those that count. `labels` become `group-id`. The columns `is-meta` and `is-seed`
/// are added where a statement is one.
pub fn polis(
    votes: &Votes,
    superseded: &[Superseded],
    comments: &[Comment],
    labels: &Labels,
    about: &About,
) -> PolisExport {
    PolisExport {
        comments: comments_csv(votes, comments),
        votes: votes_csv(votes, superseded),
        participants_votes: matrix_csv(votes, comments, labels),
        summary: summary_csv(votes, comments, labels, about),
    }
}

/// `participant,statement,agree,pass,disagree`: the probabilities that [`crate::Ideal::predict`] gives for these pairs.
pub fn predictions(pairs: &[(String, String)], expected: &[[f64; 3]]) -> String {
    let mut out = String::from("participant,statement,agree,pass,disagree\n");
    for ((participant, statement), [agree, pass, disagree]) in pairs.iter().zip(expected) {
        let _ = writeln!(out, "{},{},{agree},{pass},{disagree}", cell(participant), cell(statement));
    }
    out
}

fn comments_csv(votes: &Votes, comments: &[Comment]) -> String {
    let flags = comments.iter().any(|c| c.statement.is_meta || c.statement.is_seed);
    let mut out = String::from("timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body");
    out += if flags { ",is-meta,is-seed\n" } else { "\n" };
    let mut tallies = vec![[0u32; 3]; votes.statements().len()];
    for response in (0..votes.participants().len()).flat_map(|p| votes.responses(p)) {
        tallies[response.statement][(response.value.sign() + 1) as usize] += 1;
    }
    let place: HashMap<&str, usize> = votes.statements().iter().enumerate().map(|(i, s)| (s.as_str(), i)).collect();
    for Comment { statement, author, at } in comments {
        let [disagrees, _, agrees] = place.get(statement.id.as_str()).map_or([0; 3], |i| tallies[*i]);
        let at = at.unwrap_or(0);
        let (id, author) = (cell(&statement.id), cell(author.as_deref().unwrap_or("")));
        let (moderated, text) = (statement.moderated, cell(&statement.text));
        // Writing to a String cannot fail, here and below.
        let _ = write!(out, "{at},{},{id},{author},{agrees},{disagrees},{moderated},{text}", date(at));
        if flags {
            let _ = write!(out, ",{},{}", statement.is_meta, statement.is_seed);
        }
        out.push('\n');
    }
    out
}

/// By statement, then participant, then time, as Polis writes it.
fn votes_csv(votes: &Votes, superseded: &[Superseded]) -> String {
    let mut columns: Vec<Vec<(usize, Value, i64)>> = vec![Vec::new(); votes.statements().len()];
    let mut superseded = superseded.iter().peekable();
    for p in 0..votes.participants().len() {
        let before = std::iter::from_fn(|| superseded.next_if(|s| s.participant == p)).map(|s| s.response);
        // What counts comes last, so that it counts again even where it has the time of the one before.
        before.chain(votes.responses(p)).for_each(|r| columns[r.statement].push((p, r.value, r.at)));
    }
    let participants: Vec<String> = votes.participants().iter().map(|p| cell(p)).collect();
    let mut out = String::from("timestamp,datetime,comment-id,voter-id,vote\n");
    for (statement, column) in votes.statements().iter().zip(columns) {
        let statement = cell(statement);
        for (p, value, at) in column {
            let _ = writeln!(out, "{at},{},{statement},{},{}", date(at), participants[p], value.sign());
        }
    }
    out
}

fn matrix_csv(votes: &Votes, comments: &[Comment], labels: &Labels) -> String {
    let mut written: BTreeMap<&str, u32> = BTreeMap::new();
    comments.iter().filter_map(|c| c.author.as_deref()).for_each(|a| *written.entry(a).or_default() += 1);
    let mut out = String::from("participant,group-id,n-comments,n-votes,n-agree,n-disagree");
    votes.statements().iter().for_each(|s| out.extend([",", cell(s).as_str()]));
    out.push('\n');
    for (p, id) in votes.participants().iter().enumerate() {
        let mut row = vec![None; votes.statements().len()];
        votes.responses(p).for_each(|r| row[r.statement] = Some(r.value));
        let count = |value| row.iter().filter(|v| **v == Some(value)).count();
        let (agree, disagree) = (count(Value::Agree), count(Value::Disagree));
        let (group, n) = (labels.get(id).map_or("", String::as_str), written.get(id.as_str()).unwrap_or(&0));
        let _ = write!(out, "{},{},{n},{},{agree},{disagree}", cell(id), cell(group), votes.count(p));
        for value in &row {
            out.push(',');
            out += value.map_or("", sign);
        }
        out.push('\n');
    }
    out
}

fn sign(value: Value) -> &'static str {
    match value {
        Value::Agree => "1",
        Value::Pass => "0",
        Value::Disagree => "-1",
    }
}

fn summary_csv(votes: &Votes, comments: &[Comment], labels: &Labels, about: &About) -> String {
    let distinct = |mut names: Vec<&str>| {
        names.sort_unstable();
        names.dedup();
        names.len()
    };
    let commenters = distinct(comments.iter().filter_map(|c| c.author.as_deref()).collect());
    let groups = distinct(labels.values().map(String::as_str).collect());
    let voters = votes.participants().len();
    format!(
        "topic,{}\nurl,{}\nviews,{}\nvoters,{voters}\nvoters-in-conv,{voters}\ncommenters,{commenters}\ncomments,{}\n\
         groups,{groups}\nconversation-description,{}\n",
        cell(&about.topic),
        cell(&about.url),
        about.views,
        comments.len(),
        cell(&about.description),
    )
}

/// RFC 4180: in quotes where needed.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.into() }
}

/// As Polis writes it, in UTC: `Wed Jun 18 01:16:54 UTC 2014`.
fn date(milliseconds: i64) -> String {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let seconds = milliseconds.div_euclid(1000);
    let (days, time) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = civil(days);
    format!(
        "{} {} {day:02} {:02}:{:02}:{:02} UTC {year}",
        DAYS[days.rem_euclid(7) as usize],
        MONTHS[month as usize - 1],
        time / 3600,
        time / 60 % 60,
        time % 60,
    )
}

/// Year, month, day from days since 1970 (Hinnant, chrono-compatible low-level date algorithms).
fn civil(days: i64) -> (i64, i64, i64) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day_of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_stand_as_polis_writes_them() {
        assert_eq!(date(1_403_054_214_196), "Wed Jun 18 01:16:54 UTC 2014");
        assert_eq!(date(951_782_400_000), "Tue Feb 29 00:00:00 UTC 2000");
        assert_eq!(date(-1), "Wed Dec 31 23:59:59 UTC 1969");
    }
}
