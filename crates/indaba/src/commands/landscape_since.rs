//! `indaba landscape --since`: what has moved since an earlier landscape, or since a moment within the same responses.

use super::landscape_input::{Input, stood};
use crate::lang::L;
use crate::live::earlier;
use crate::report_landscape::{Point, SinceView};
use anyhow::{Context, bail};
use landscape::{Landscape, Options, Votes};
use std::path::{Path, PathBuf};

/// Below this the times of an export are seconds: in milliseconds it would be 1973.
const SECONDS: i64 = 100_000_000_000;

/// What the present is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// A landscape that was written earlier.
    File(PathBuf),
    /// A moment within the same responses: as the responses themselves have it, or in milliseconds of UTC.
    Moment(Clock),
}

/// A moment as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// A number of the export's own.
    Own(i64),
    /// Milliseconds since 1970, UTC.
    Utc(i64),
}

impl Since {
    /// Reads what was typed: a file that is there, a whole number, or a date with or without a time.
    pub fn parse(text: &str) -> anyhow::Result<Since> {
        let path = Path::new(text);
        if path.is_file() {
            return Ok(Since::File(path.to_owned()));
        }
        if let Ok(own) = text.parse() {
            return Ok(Since::Moment(Clock::Own(own)));
        }
        let at = earlier::moment(text).with_context(|| {
            format!("--since \"{text}\" is neither a file that is there nor a time such as 2026-11-24T09:30:00Z (UTC)")
        })?;
        Ok(Since::Moment(Clock::Utc(at)))
    }

    /// The moment in milliseconds, for a store or a record.
    pub fn milliseconds(&self) -> Option<i64> {
        match self {
            Since::File(_) => None,
            Since::Moment(Clock::Own(at) | Clock::Utc(at)) => Some(*at),
        }
    }

    /// A moment that was never published must not be published: its difference from now may be about one participant.
    pub fn may_be_told(&self, options: &Options) -> anyhow::Result<()> {
        if matches!(self, Since::Moment(_)) && (options.min_group > 1 || options.public) {
            bail!(
                "with --min-group or --public, --since takes a landscape that was published (FILE.json): the difference \
                 from any other moment may be about one participant"
            );
        }
        Ok(())
    }

    /// The earlier landscape.
    pub fn landscape(
        &self,
        input: &Input,
        path: Option<&Path>,
        now: &Landscape,
        compute: impl Fn(&Votes) -> Landscape,
    ) -> anyhow::Result<Landscape> {
        match self {
            Since::File(file) => read(file, now),
            Since::Moment(clock) => Ok(compute(&responses(input, path, *clock)?)),
        }
    }

    /// The comparison for the report.
    pub fn view(&self, l: L, input: &Input, before: &Landscape, now: &Landscape) -> SinceView {
        let label = match self {
            Since::File(file) => file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            // Milliseconds since 1970, as far as can be seen: from 1973 on.
            Since::Moment(Clock::Own(at)) if *at >= 100_000_000_000 => l.at(at),
            Since::Moment(Clock::Own(at)) => at.to_string(),
            Since::Moment(Clock::Utc(at)) => l.at(at),
        };
        let notes = match self {
            Since::File(_) => Vec::new(),
            Since::Moment(_) => vec![l.t("landscape-since-stood")],
        };
        SinceView::new(l, &input.texts, &point(label, before), &point(String::new(), now), notes)
    }
}

fn point(label: String, landscape: &Landscape) -> Point<'_> {
    let (responses, participants) = (landscape.counts.responses, landscape.counts.participants);
    Point { label, landscape, responses: responses.map(i64::from), participants: participants.map(i64::from) }
}

fn read(file: &Path, now: &Landscape) -> anyhow::Result<Landscape> {
    let name = file.display();
    let text = std::fs::read_to_string(file).with_context(|| format!("{name} can't be read"))?;
    let before = Landscape::from_json(&text)
        .with_context(|| format!("{name} is no indaba/landscape/1: give a file that --json wrote"))?;
    if before.method != now.method {
        bail!("{name} was computed by another method: compute both with the same --method");
    }
    Ok(before)
}

/// The responses that stood at a moment.
fn responses(input: &Input, path: Option<&Path>, clock: Clock) -> anyhow::Result<Votes> {
    let (Clock::Own(at) | Clock::Utc(at)) = clock;
    if let Some(stood) = &input.stood {
        return Ok(stood.clone());
    }
    if let Some(votes) = path.map(|path| stood(path, &input.title, at, &input.texts)).transpose()?.flatten() {
        return Ok(votes);
    }
    let people = input.votes.participants();
    let before = || input.superseded.iter().map(|s| (s.participant, s.response));
    let counted = || (0..people.len()).flat_map(|place| input.votes.responses(place).map(move |r| (place, r)));
    let latest = before().chain(counted()).map(|(_, response)| response.at).max().unwrap_or(0);
    if latest == 0 {
        bail!(
            "the responses have no times to go back to: name their column with --time, or give --since a landscape that \
             was written earlier (FILE.json)"
        );
    }
    let at = if matches!(clock, Clock::Utc(_)) && latest < SECONDS { at.div_euclid(1_000) } else { at };
    let mut votes = Votes::builder();
    for (place, response) in before().chain(counted()).filter(|(_, response)| response.at <= at) {
        if let (Some(who), Some(id)) = (people.get(place), input.votes.statements().get(response.statement)) {
            votes.response(who, id, response.value, response.at);
        }
    }
    Ok(votes.build())
}
