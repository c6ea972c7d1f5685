//! The mail server as `serve` is told of it. A password stands in the environment or in a file, never on the command
//! line, where every process of the machine can read it.

use crate::mail::Mailer;
use crate::mail::server::{Settings, USUAL};
use anyhow::{Context, bail};
use std::path::PathBuf;

/// Where notices of decisions are sent with.
#[derive(Debug, clap::Args)]
pub struct Mail {
    /// The mail server for notices of decisions, such as `smtps://mail.example.org` or `smtp://mail.example.org:587`
    /// (STARTTLS); without it notices stand on pages alone
    #[arg(long, value_name = "URL", env = "INDABA_SMTP", requires = "mail_from")]
    smtp: Option<String>,
    /// The address that they come from, such as `Indaba <indaba@example.org>`
    #[arg(long, value_name = "ADDRESS", env = "INDABA_MAIL_FROM")]
    mail_from: Option<String>,
    /// The account at the mail server; its password is read from `INDABA_SMTP_PASSWORD` or a file
    #[arg(long, value_name = "NAME", env = "INDABA_SMTP_USER")]
    smtp_user: Option<String>,
    /// A file that holds the password of the account, and nothing else
    #[arg(long, value_name = "FILE", env = "INDABA_SMTP_PASSWORD_FILE")]
    smtp_password_file: Option<PathBuf>,
    /// A PEM file with the certificate of an authority of your own that the mail server's may come from
    #[arg(long, value_name = "FILE", env = "INDABA_SMTP_CA")]
    smtp_ca: Option<PathBuf>,
}

impl Mail {
    /// The mail server, where one was named.
    pub fn server(&self) -> anyhow::Result<Option<Mailer>> {
        let Some(server) = self.smtp.as_deref().filter(|text| !text.is_empty()) else { return Ok(None) };
        let Some(from) = &self.mail_from else { bail!("--smtp needs --mail-from ADDRESS") };
        let password = self.password()?;
        let authority = match &self.smtp_ca {
            Some(file) => Some(std::fs::read(file).with_context(|| format!("{} can't be read", file.display()))?),
            None => None,
        };
        let settings = Settings {
            server,
            from,
            user: self.smtp_user.as_deref(),
            password: password.as_deref(),
            authority: authority.as_deref(),
        };
        Ok(Some(Mailer::new(settings, USUAL)?))
    }

    fn password(&self) -> anyhow::Result<Option<String>> {
        if let Some(file) = &self.smtp_password_file {
            let text = std::fs::read_to_string(file).with_context(|| format!("{} can't be read", file.display()))?;
            return Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()));
        }
        let text = std::env::var_os("INDABA_SMTP_PASSWORD").map(|text| text.to_string_lossy().into_owned());
        Ok(text.filter(|text| !text.is_empty()))
    }
}
