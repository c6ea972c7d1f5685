//! `indaba vocab search`: concepts by the beginnings of their words.

use crate::commands::{Place, say};
use crate::vocabulary;

/// Find concepts by words or their beginnings, in any language
#[derive(Debug, clap::Args)]
pub struct Search {
    /// What is sought
    #[arg(required = true)]
    words: Vec<String>,
    /// Only labels in this language
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<String>,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
    #[command(flatten)]
    place: Place,
}

impl Search {
    /// Writes a line for each: id, kind, the label that fits, and the name in the language where it is another.
    pub fn run(self) -> anyhow::Result<()> {
        let vocabulary = vocabulary::load(&self.place.folder()?)?;
        let lang = self.lang.as_deref();
        for found in vocabulary.search(&self.words.join(" "), lang, self.limit) {
            let Some(concept) = vocabulary.get(found.concept) else { continue };
            let name = concept.name(lang.unwrap_or("en"));
            let label = &*found.label.text;
            let shown = if name == label { label.to_owned() } else { format!("{label} ({name})") };
            say(&format!("{}\t{}\t{}\t{shown}", concept.id, concept.kind.name(), found.label.lang));
        }
        Ok(())
    }
}
