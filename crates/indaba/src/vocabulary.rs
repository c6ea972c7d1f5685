//! Where the vocabulary is: imported into the data directory, else the project's own list.

use anyhow::{Context, bail};
use exchange::Vocabulary;
use std::path::{Path, PathBuf};

/// The imported vocabulary in a data directory.
pub fn file(data: &Path) -> PathBuf {
    data.join("vocabulary.txt")
}

/// The imported vocabulary, or the project's own list where none was imported.
pub fn load(data: &Path) -> anyhow::Result<Vocabulary> {
    let file = file(data);
    match std::fs::read(&file) {
        Ok(bytes) => Ok(Vocabulary::from_compact(&file.display().to_string(), &bytes)?),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vocabulary::own()),
        Err(error) => Err(error).with_context(|| format!("{} can't be read", file.display())),
    }
}

/// Reads a folder of tables; says for each file how many concepts it has.
pub fn read(folder: &Path) -> anyhow::Result<(Vocabulary, Vec<(String, usize)>)> {
    let mut files = Vec::new();
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("the folder {} can't be read", folder.display()))?;
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        files.extend(Vocabulary::order(&name).map(|order| (order, name)));
    }
    if files.is_empty() {
        bail!(
            "{} has no vocabulary: names begin with isco08, isced_f, esco_occupations, esco_skills or concepts",
            folder.display()
        );
    }
    files.sort();
    let (mut vocabulary, mut counts) = (Vocabulary::new(), Vec::new());
    for (_, name) in files {
        let path = folder.join(&name);
        let bytes = std::fs::read(&path).with_context(|| format!("{} can't be read", path.display()))?;
        let count = vocabulary.read(&name, &bytes)?;
        counts.push((name, count));
    }
    Ok((vocabulary, counts))
}
