//! `indaba landscape`: from a file of responses, or a question of the store, to its landscape.

use super::landscape_input::{Input, Reading, about, read_path, said};
use super::landscape_since::Since;
use super::{Place, export, import, language, put, say, tell};
use crate::lang::L;
use crate::live::landscape as live;
use crate::report_landscape::{self as report, Ellipses, Heading, Source, View};
use crate::store;
use anyhow::{Context, bail};
use clap::builder::RangedU64ValueParser;
use landscape::read::{self, Comment, LongColumns, ValueMap, blocs, labels};
use landscape::{Ideal, Labels, Landscape as Found, Options, Statement, Superseded, Votes, indaba, polis};
use std::fs::File;
use std::path::{Path, PathBuf};

/// Compute the landscape of responses
#[derive(Debug, clap::Args)]
pub struct Landscape {
    /// A Polis export (folder), a CSV with one response on each line (`-` is standard input), or a record (folder or zip)
    #[arg(required_unless_present = "dialogue", conflicts_with = "dialogue")]
    path: Option<PathBuf>,
    /// Take a question of this dialogue from the store
    #[arg(long, value_name = "SLUG", requires = "question")]
    dialogue: Option<String>,
    /// The question, by its reference such as 10.1
    #[arg(long, value_name = "REFERENCE")]
    question: Option<String>,
    /// indaba: ideal points with their uncertainty, groups only where they are stable; polis: what users of Polis know
    #[arg(long, default_value = "indaba", value_parser = ["indaba", "polis"])]
    method: String,
    /// CSV `participant,group`: labels to use instead of searching for groups
    #[arg(long, value_name = "FILE")]
    groups: Option<PathBuf>,
    /// CSV `participant,bloc`: declared blocs
    #[arg(long, value_name = "FILE")]
    blocs: Option<PathBuf>,
    /// Write nothing about fewer than K participants
    #[arg(long, value_name = "K", default_value_t = 1, value_parser = at_least_one())]
    min_group: usize,
    /// As the public sees it: without participants
    #[arg(long)]
    public: bool,
    /// Kept in the result
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Threads to compute on (default: all); the result is the same for any number
    #[arg(long, value_name = "N", value_parser = at_least_one())]
    threads: Option<usize>,
    /// Write the figures as JSON; `-` is standard output
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Write a report as one HTML file; `-` is standard output
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Compare with an earlier landscape (a file that --json wrote) or with a moment, such as 2026-11-24T09:30:00Z or a number
    /// as in the export: in the report, and with --moved
    #[arg(long, value_name = "FILE|TIME")]
    since: Option<String>,
    /// Write what has moved since then as JSON; `-` is standard output
    #[arg(long, value_name = "FILE", requires = "since")]
    moved: Option<PathBuf>,
    /// CSV `participant,statement`: write how likely each answers with agree, pass or disagree, given all responses in
    /// PATH
    #[arg(long, num_args = 2, value_names = ["PAIRS", "FILE"])]
    predict: Option<Vec<PathBuf>>,
    /// Write the responses in another layout: `polis DIR`
    #[arg(long, num_args = 2, value_names = ["LAYOUT", "DIR"])]
    export: Option<Vec<String>>,
    /// Column of the participant in a CSV
    #[arg(long, value_name = "COLUMN", default_value = "participant")]
    participant: String,
    /// Column of the statement in a CSV
    #[arg(long, value_name = "COLUMN", default_value = "statement")]
    statement: String,
    /// Column of the response in a CSV
    #[arg(long, value_name = "COLUMN", default_value = "vote")]
    vote: String,
    /// Column of the time in a CSV, as a whole number; without it the later line counts
    #[arg(long, value_name = "COLUMN")]
    time: Option<String>,
    /// What the values in a CSV mean, such as yes=agree,no=disagree,abstain=pass,absent=missing
    #[arg(long, value_name = "MAP")]
    values: Option<String>,
    /// Language of the report
    #[arg(long, default_value = "en")]
    lang: String,
    #[command(flatten)]
    place: Place,
}

impl Landscape {
    /// Computes and writes it.
    pub async fn run(self) -> anyhow::Result<()> {
        let lang = language(&self.lang)?;
        if self.predict.is_some() && self.method == "polis" {
            bail!(
                "the method polis expects nothing of responses not given yet: leave out --predict, or take --method indaba"
            );
        }
        let folder = self.export_folder()?;
        let since = self.since.as_deref().map(Since::parse).transpose()?;
        let input = self.input(since.as_ref()).await?;
        let options = self.options(&input)?;
        since.iter().try_for_each(|since| since.may_be_told(&options))?;
        let statements: Vec<Statement> = input.comments.iter().map(|c| c.statement.clone()).collect();
        let landscape = self.compute(&input, &statements, &options)?;
        if let Some(folder) = folder {
            let (votes, superseded, comments) = numbered(&input);
            let labels = group_ids(&landscape);
            let about = self.path.as_deref().map(about).transpose()?.unwrap_or_default();
            let files = landscape::write::polis(&votes, &superseded, &comments, &labels, &about);
            export::write(&folder, &files)?;
        }
        let before = since.as_ref().map(|since| {
            let compute = |votes: &Votes| self.landscape_of(votes, &statements, &options);
            Ok((since, since.landscape(&input, self.path.as_deref(), &landscape, compute)?))
        });
        let before = before.transpose().map_err(|error: anyhow::Error| error)?;
        self.write(L(lang), &input, &landscape, before.as_ref())
    }

    fn landscape_of(&self, votes: &Votes, statements: &[Statement], options: &Options) -> Found {
        if self.method == "polis" { polis(votes, statements, options) } else { indaba(votes, statements, options) }
    }

    fn compute(&self, input: &Input, statements: &[Statement], options: &Options) -> anyhow::Result<Found> {
        if self.method == "polis" {
            return Ok(polis(&input.votes, statements, options));
        }
        let ideal = Ideal::fit(&input.votes, statements, options.threads);
        let landscape = ideal.landscape(options);
        if let Some([wanted, file]) = self.predict.as_deref() {
            let pairs = read::pairs(&name(wanted), opened(wanted)?)?;
            let expected = ideal.predict(&pairs, options.threads);
            put(file, landscape::write::predictions(&pairs, &expected).as_bytes())?;
        }
        Ok(landscape)
    }

    fn export_folder(&self) -> anyhow::Result<Option<PathBuf>> {
        match self.export.as_deref() {
            None => Ok(None),
            Some([layout, folder]) if layout == "polis" => {
                export::holds_none(folder.as_ref())?;
                Ok(Some(folder.into()))
            }
            Some(_) => bail!("--export knows the layout polis: write --export polis DIR"),
        }
    }

    async fn input(&self, since: Option<&Since>) -> anyhow::Result<Input> {
        if let (Some(slug), Some(reference)) = (&self.dialogue, &self.question) {
            return self.stored(slug, reference, since.and_then(Since::milliseconds)).await;
        }
        let path = self.path.as_deref().context("say what to read: a Polis export, a CSV or a record")?;
        let columns = LongColumns {
            participant: self.participant.clone(),
            statement: self.statement.clone(),
            vote: self.vote.clone(),
            time: self.time.clone(),
        };
        let values = self.values.as_deref().map(ValueMap::parse).transpose()?;
        let large = path.is_file() && std::fs::metadata(path).is_ok_and(|m| m.len() > 20_000_000);
        if large {
            tell(&format!("reading {}", path.display()));
        }
        let input = read_path(path, self.question.as_deref(), &Reading { columns, values })?;
        if input.votes.len() > 500_000 {
            tell(&format!(
                "{} responses of {} participants read; computing",
                input.votes.len(),
                input.votes.participants().len()
            ));
        }
        Ok(input)
    }

    async fn stored(&self, slug: &str, reference: &str, since: Option<i64>) -> anyhow::Result<Input> {
        let db = self.place.open().await?;
        let mut c = db.read().await?;
        let (convened, question) = import::find(&mut c, slug, reference).await?;
        let material = live::material(&mut c, &convened.dialogue.id, &question.id).await?;
        let stood = match since {
            Some(at) => Some(live::material_at(&mut c, &convened.dialogue.id, &question.id, at).await?.votes),
            None => None,
        };
        let perspectives = store::perspective::of_question(&mut c, &question.id).await?;
        drop(c);
        db.close().await;
        let counted = || perspectives.iter().filter(|p| live::is_counted(p));
        Ok(Input {
            votes: material.votes,
            superseded: Vec::new(),
            texts: counted().map(|p| said(&live::statement(p), p.number.to_string(), p.lang.clone())).collect(),
            comments: counted()
                .map(|p| Comment { statement: live::statement(p), author: None, at: Some(p.created_at) })
                .collect(),
            blocs: material.blocs,
            without_code: Some(material.without_code),
            of: Some((convened.dialogue.title.clone(), question.reference)),
            simulated: convened.dialogue.simulated,
            title: question.text,
            lang: question.lang,
            stood,
        })
    }

    fn options(&self, input: &Input) -> anyhow::Result<Options> {
        let groups = self.groups.as_deref().map(|file| Ok(labels(&name(file), opened(file)?)?));
        let blocs = self.blocs.as_deref().map(|file| Ok(blocs(&name(file), opened(file)?)?));
        Ok(Options {
            groups: groups.transpose().map_err(|error: anyhow::Error| error)?,
            blocs: blocs.transpose().map_err(|error: anyhow::Error| error)?.unwrap_or_else(|| input.blocs.clone()),
            min_group: self.min_group,
            public: self.public,
            seed: self.seed,
            threads: self.threads.unwrap_or_else(crate::cores::all),
        })
    }

    fn write(&self, l: L, input: &Input, landscape: &Found, before: Option<&(&Since, Found)>) -> anyhow::Result<()> {
        if let (Some(file), Some((_, before))) = (&self.moved, before) {
            put(file, format!("{}\n", serde_json::to_string_pretty(&landscape.since(before))?).as_bytes())?;
        }
        if let Some(file) = &self.json {
            put(file, landscape.to_json().as_bytes())?;
        }
        if let Some(file) = &self.html {
            let source = Source {
                at: None,
                responses: input.votes.len() as i64,
                participants: input.votes.participants().len() as i64,
                answered: input.votes.participants().len() as i64,
                without_code: input.without_code.filter(|n| *n == 0 || *n >= self.min_group as i64),
                limit: u32::try_from(self.min_group).unwrap_or(u32::MAX),
                renewed_after: None,
            };
            let view = View::new(l, landscape, &input.texts, source, Ellipses::Switched);
            let of = input.of.as_ref().map(|(dialogue, reference)| (dialogue.as_str(), reference.as_str()));
            let heading = Heading { title: &input.title, lang: &input.lang, of, simulated: input.simulated };
            let since = before.map(|(since, before)| since.view(l, input, before, landscape));
            put(file, report::html(l, &view, since.as_ref(), &heading)?.as_bytes())?;
        }
        if self.json.is_none() && self.html.is_none() && self.predict.is_none() && self.moved.is_none() {
            say(landscape.to_json().trim_end());
        }
        Ok(())
    }
}

fn at_least_one() -> RangedU64ValueParser<usize> {
    RangedU64ValueParser::new().range(1..)
}

fn name(file: &Path) -> String {
    file.display().to_string()
}

fn opened(file: &Path) -> anyhow::Result<File> {
    File::open(file).with_context(|| format!("{} can't be read: is the path right?", file.display()))
}

fn group_ids(landscape: &Found) -> Labels {
    let people = landscape.participants.iter().flatten();
    people.filter_map(|p| Some((p.id.clone(), p.group.clone()?))).collect()
}

/// As the layout of Polis has it: a statement is named by its number.
fn numbered(input: &Input) -> (Votes, Vec<Superseded>, Vec<Comment>) {
    let number = |id: &str| input.texts.get(id).map_or_else(|| id.to_owned(), |said| said.number.clone());
    let people = input.votes.participants();
    let before = input.superseded.iter().map(|s| (s.participant, s.response));
    let counted = (0..people.len()).flat_map(|place| input.votes.responses(place).map(move |r| (place, r)));
    let mut votes = Votes::builder();
    for (place, response) in before.chain(counted) {
        if let (Some(who), Some(id)) = (people.get(place), input.votes.statements().get(response.statement)) {
            votes.response(who, &number(id), response.value, response.at);
        }
    }
    let renamed = |c: &Comment| {
        let statement = Statement { id: number(&c.statement.id), ..c.statement.clone() };
        Comment { statement, ..c.clone() }
    };
    let (votes, superseded) = votes.build_with_superseded();
    (votes, superseded, input.comments.iter().map(renamed).collect())
}
