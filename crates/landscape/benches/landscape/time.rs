//! Time and memory, each record and method in a process of its own.

use std::{
    fs::File,
    path::{Path, PathBuf},
    process::{Command, Output},
    time::Instant,
};

use landscape::{
    Landscape, Live, Method, Options, Statement, Value, Votes, indaba, polis,
    read::{PolisFiles, polis_export},
};

use crate::{invented::Chance, row};

/// Participants, statements, votes, seed; the last one is the largest conversation that Polis reports.
const RECORDS: [[&str; 4]; 2] = [["20000", "600", "1000000", "3"], ["33422", "783", "2000000", "7"]];

pub fn run(shared: &Path, folders: &[String]) {
    by_lot();
    let made = RECORDS.iter().filter_map(|record| made(shared, record));
    for folder in made.chain(folders.iter().map(PathBuf::from)) {
        for method in ["polis", "indaba"] {
            one(method, &folder);
        }
    }
}

/// Responses without any order in them, few to each of many statements: a fit that looks for one has the longest way.
fn by_lot() {
    for (people, statements, each) in [(1_000, 2_000, 50), (300, 40, 20)] {
        let mut chance = Chance::new(1);
        let mut votes = Votes::builder();
        let name = |prefix: char, n: usize| format!("{prefix}{n}");
        for person in 0..people {
            for _ in 0..each {
                let statement = (chance.unit() * statements as f64) as usize;
                let value = [Value::Agree, Value::Disagree, Value::Pass][(chance.unit() * 3.0) as usize];
                votes.response(&name('p', person), &name('s', statement), value, 0);
            }
        }
        let votes = votes.build();
        let statements: Vec<Statement> = (0..statements).map(|s| Statement::new(name('s', s), "")).collect();
        let clock = Instant::now();
        let landscape = indaba(&votes, &statements, &on_all_cores());
        let took = milliseconds(clock);
        let what = format!("indaba, {} responses by lot to {} statements", votes.len(), statements.len());
        row(&what, &format!("{took:.0} ms"), "1000 ms", took <= 1_000.0 && !landscape.stable);
    }
}

/// Makes a record once, or says that it can't.
pub fn made(shared: &Path, record: &[&str; 4]) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("synthetic-{}", record.join("-")));
    if folder.join("comments.csv").exists() {
        return Some(folder);
    }
    let tool = shared.join("tools/synthetic_votes.py");
    let done = Command::new("python3").arg(tool).args(record).arg(&folder).status();
    if done.is_ok_and(|status| status.success()) {
        return Some(folder);
    }
    println!("not measured: the record {} could not be made (python3 with numpy, INDABA_SHARED)", record.join(" "));
    None
}

/// What a process said of itself: milliseconds, but seconds of the processor up to the JSON.
pub struct Measured {
    pub votes: f64,
    pub read: f64,
    pub first: f64,
    pub json: f64,
    pub megabytes: f64,
    pub processor: f64,
    pub more: f64,
}

/// Measures in a process of its own; `once` leaves the new votes out.
pub fn measured(method: &str, folder: &Path, what: &str) -> Option<Measured> {
    let program = std::env::current_exe().unwrap();
    figures(folder, &Command::new(program).arg("measure").arg(method).arg(folder).arg(what).output().unwrap())
}

/// Reads what a process said of itself.
pub fn figures(folder: &Path, output: &Output) -> Option<Measured> {
    let text = String::from_utf8_lossy(&output.stdout);
    let figures: Vec<f64> = text.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [votes, read, first, json, megabytes, processor, more] = figures[..] else {
        println!("not measured: {} {text} {}", folder.display(), String::from_utf8_lossy(&output.stderr));
        return None;
    };
    Some(Measured { votes, read, first, json, megabytes, processor, more })
}

fn one(method: &str, folder: &Path) {
    let Some(Measured { votes, read, first, json, megabytes, processor, more }) = measured(method, folder, "all")
    else {
        return;
    };
    let name = folder.file_name().unwrap().to_string_lossy();
    let what = |what: &str| format!("{method}, {:.1} M votes ({name}): {what}", votes / 1e6);
    let (seconds, memory) = if method == "polis" { (0.5, 200.0) } else { (5.0, 400.0) };
    // The bars are about the record of two million.
    let large = votes > 2.5e6;
    let (second_bar, memory_bar, vote_bar) = if large {
        (String::new(), "4096 MB".into(), String::new())
    } else {
        (format!("{seconds} s"), format!("{memory} MB"), "250 ms".into())
    };
    let total = read + first + json;
    row(&what("CSV to JSON"), &format!("{:.2} s", total / 1e3), &second_bar, large || total <= seconds * 1e3);
    row(&what("the same, seconds of processor time"), &format!("{processor:.2} s"), "", true);
    row(&what("of it reading"), &format!("{read:.0} ms"), "", true);
    row(&what("of it the landscape"), &format!("{first:.0} ms"), "", true);
    row(&what("of it JSON"), &format!("{json:.0} ms"), "", true);
    let most = if large { 4096.0 } else { memory };
    row(&what("peak memory"), &format!("{megabytes:.0} MB"), &memory_bar, megabytes <= most);
    row(&what("one new vote to a new landscape"), &format!("{more:.0} ms"), &vote_bar, large || more <= 250.0);
}

/// Prints votes, milliseconds of reading, computing and writing, peak megabytes, seconds of processor time, and
/// milliseconds after a new vote, or 0 where that is not asked. Says why where the record can't be read.
pub fn measure(method: &str, folder: &Path, what: Option<&str>) -> Result<(), String> {
    let clock = Instant::now();
    let open = |name: &str| {
        let path = folder.join(name);
        File::open(&path).map_err(|why| format!("{} can't be opened: {why}", path.display()))
    };
    let (mut comments, mut votes) = (open("comments.csv")?, open("votes.csv")?);
    let files = PolisFiles { comments: Some(&mut comments), votes: Some(&mut votes), matrix: None };
    let export = polis_export(files).map_err(|why| format!("{} can't be read: {why}", folder.display()))?;
    let read = milliseconds(clock);
    let options = on_all_cores();
    let statements = export.statements();
    let compute = if method == "polis" { polis } else { indaba };
    let clock = Instant::now();
    let landscape = compute(&export.votes, &statements, &options);
    let first = milliseconds(clock);
    let clock = Instant::now();
    let json = landscape.to_json();
    let written = milliseconds(clock);
    let (peak, processor, count) = (peak(), processor(), export.votes.len());
    drop((json, landscape));
    if what == Some("once") {
        println!("{count} {read} {first} {written} {peak} {processor} 0");
        return Ok(());
    }
    let kind = if method == "polis" { Method::Polis } else { Method::Indaba };
    let mut live = Live::new(kind, export.votes, &statements);
    live.settled(&options);
    let more = median((0..3).map(|at| one_more(&mut live, at, &options).0).collect());
    println!("{count} {read} {first} {written} {peak} {processor} {more}");
    Ok(())
}

fn one_more(live: &mut Live, at: i64, options: &Options) -> (f64, Landscape) {
    let clock = Instant::now();
    live.response("7", &at.to_string(), Value::Agree, i64::MAX - 9 + at);
    let landscape = live.landscape(options);
    (milliseconds(clock), landscape)
}

fn on_all_cores() -> Options {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    Options { threads, ..Options::default() }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

/// The most memory that this process held, where the system says so (Linux).
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|l| l.trim().trim_end_matches(" kB").trim().parse::<f64>().ok()).map_or(0.0, |kb| kb / 1024.0)
}

/// Seconds that the processor worked for this process, where the system says so (Linux: the 12th and 13th figures behind
/// its name, in hundredths).
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let figures = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    figures.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}
