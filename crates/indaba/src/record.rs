//! The record: what leaves the program, for whom, in which files.
//!
//! One archive with two faces. The **full** one recomputes every result; the **public** one holds what the dialogue
//! publishes. The bytes depend on the data alone: rows are sorted, and the only moment is `created_at` in the manifest.

mod files;
mod heard;
mod landing;
mod pack;
mod practices;
mod scenarios;

pub use heard::{Heard, People, heard, pseudonym};
pub use pack::{Listed, Pack, PackError};

use crate::app::Convened;
use crate::lang::{L, Lang};
use crate::store::{self, Conn, Moment};
use crate::words::{self, DialogueState};
use anyhow::ensure;
use serde::Serialize;

/// Name and version of the file format.
pub const SCHEMA: &str = "indaba/record/1";

/// What is in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    /// Everything, under the participants' own pseudonyms.
    Full,
    /// Counts, nothing about few.
    Aggregates,
    /// Each response, under pseudonyms made for the publication.
    Rows,
}

impl Face {
    /// The public face of a dialogue at a moment. Rows are published once the dialogue has closed; counts until then.
    pub fn public(convened: &Convened, now: Moment) -> Face {
        let closed = convened.dialogue.state_at(now) == DialogueState::Closed;
        match convened.dialogue.face {
            words::Face::Rows if closed => Face::Rows,
            words::Face::Rows | words::Face::Aggregates => Face::Aggregates,
        }
    }
}

/// What the manifest says.
#[derive(Debug, Clone, Serialize)]
pub struct Manifest {
    /// Always [`SCHEMA`].
    pub schema: &'static str,
    /// Slug of the dialogue.
    pub dialogue: String,
    /// Which face.
    pub face: Face,
    /// Version of the program.
    pub program: &'static str,
    /// When it was written, RFC 3339.
    pub created_at: String,
    /// Every other file.
    pub files: Vec<Listed>,
}

/// Writes the record of a dialogue. `key` is the server's; pseudonyms of a publication depend on it.
///
/// Give a connection of [`store::Db::snapshot`]: all files then tell of the same moment.
pub async fn write(
    c: &mut Conn,
    convened: &Convened,
    face: Face,
    key: &str,
    created_at: Moment,
    mut pack: Pack,
) -> anyhow::Result<(Manifest, Vec<u8>)> {
    let l = L(Lang::parse(&convened.dialogue.lang).unwrap_or(Lang::EN));
    let mut writer = files::Writer::load(c, convened, face, key, l).await?;
    writer.write(c, &mut pack).await?;
    if face == Face::Full {
        let kept = store::record::responses(c, &convened.dialogue.id).await?;
        let written = rows_of(&pack, "responses.csv");
        ensure!(
            u64::try_from(kept) == Ok(written),
            "responses.csv has {written} rows and the store {kept}; nothing was given out: run `indaba check`"
        );
    }
    let manifest = Manifest {
        schema: SCHEMA,
        dialogue: convened.dialogue.slug.clone(),
        face,
        program: env!("CARGO_PKG_VERSION"),
        created_at: time(created_at),
        files: pack.files().to_vec(),
    };
    let mut text = serde_json::to_string_pretty(&manifest)?;
    text.push('\n');
    pack.file("manifest.json", text.as_bytes())?;
    Ok((manifest, pack.finish()?))
}

fn rows_of(pack: &Pack, name: &str) -> u64 {
    pack.files().iter().find(|f| f.name == name).and_then(|f| f.rows).unwrap_or(0)
}

/// RFC 3339 in UTC with milliseconds.
pub fn time(moment: Moment) -> String {
    jiff::Timestamp::from_millisecond(moment).map(|t| format!("{t:.3}")).unwrap_or_default()
}
