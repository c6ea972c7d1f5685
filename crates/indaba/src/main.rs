//! The command line.

use clap::{Parser, Subcommand};
use indaba::commands::{self, tell};
use std::process::ExitCode;

/// A policy dialogue from a background paper to a Chair's summary
#[derive(Debug, Parser)]
#[command(name = "indaba", version)]
struct Indaba {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Open(commands::open::Open),
    Serve(commands::serve::Serve),
    Demo(commands::demo::Demo),
    Summary(commands::summary::Summary),
    Record(commands::record::Record),
    Token(commands::token::Token),
    Invite(commands::invite::Invite),
    Landing(Box<commands::landing::Landing>),
    Landscape(Box<commands::landscape::Landscape>),
    Corridors(commands::corridors::Corridors),
    Import(commands::import::Import),
    Practices(commands::practices::Practices),
    Export(commands::export::Export),
    Backup(commands::backup::Backup),
    Bench(commands::bench::Bench),
    Restore(commands::restore::Restore),
    Check(commands::check::Check),
    Exchange(commands::exchange::Exchange),
    Vocab(commands::vocab::Vocab),
    Keys(commands::keys::Keys),
    Partner(commands::partner::Partners),
    #[command(hide = true)]
    ReadDocument(commands::read_document::ReadDocument),
}

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Indaba::parse().command {
        Command::Open(command) => command.run().await,
        Command::Serve(command) => command.run().await,
        Command::Demo(command) => command.run().await,
        Command::Summary(command) => command.run().await,
        Command::Record(command) => command.run().await,
        Command::Token(command) => command.run().await,
        Command::Invite(command) => command.run().await,
        Command::Landing(command) => command.run().await,
        Command::Landscape(command) => command.run().await,
        Command::Corridors(command) => command.run(),
        Command::Import(command) => command.run().await,
        Command::Practices(command) => command.run().await,
        Command::Export(command) => command.run().await,
        Command::Backup(command) => command.run().await,
        Command::Bench(command) => command.run().await,
        Command::Restore(command) => command.run().await,
        Command::Check(command) => command.run().await,
        Command::Exchange(command) => command.run(),
        Command::Vocab(command) => command.run(),
        Command::Keys(command) => command.run().await,
        Command::Partner(command) => command.run().await,
        Command::ReadDocument(command) => return ExitCode::from(u8::try_from(command.run()).unwrap_or(1)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("indaba: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
