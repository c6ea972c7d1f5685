//! A background paper as data: what everything in a dialogue hangs on.

use serde::{Deserialize, Serialize};

/// A background document. Its paragraphs keep their printed numbers; see [`Paragraph::number`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Paper {
    /// The document symbol as printed ("AB/INF/12"), where there is one.
    pub symbol: Option<String>,
    /// The title as printed; empty where none was found (then there is a doubt).
    pub title: String,
    /// A second title line ("Background document"), where there is one.
    pub subtitle: Option<String>,
    /// The language of the text, BCP 47 ("en"); "und" where it could not be told.
    pub language: String,
    /// The session as printed ("EIGHTY-FOURTH SESSION").
    pub session: Option<String>,
    /// The date of the paper, ISO 8601, as exact as printed: "2002-11-04", "2002-11" or "2002".
    pub date: Option<String>,
    /// The paragraphs before the first workshop.
    pub preamble: Vec<Paragraph>,
    /// The headings that have guiding questions under them.
    pub workshops: Vec<Workshop>,
    /// The paragraphs after the last workshop.
    pub closing: Vec<Paragraph>,
    /// The places where the reader was unsure, for a person to look at.
    pub doubts: Vec<Doubt>,
}

/// A heading of the paper with its paragraphs and guiding questions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Workshop {
    /// The heading as printed.
    pub title: String,
    /// Its paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// Its guiding questions, in order.
    pub questions: Vec<Question>,
}

/// One paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Paragraph {
    /// The anchor, unique in the paper. The printed number ("7", "1.1", "§ 3", "(a)") without the full stop or bracket
    /// that ends it; below another paragraph the full path ("4(a)"). A paragraph without a printed number has an
    /// anchor that is visibly ours: a tilde and its place among such paragraphs ("~1"). A number that the paper
    /// prints twice gets the same sign the second time ("3~2").
    pub number: String,
    /// The text without its number, white space joined. Lists inside it stand on lines of their own ("• …").
    pub text: String,
    /// Stretches that are printed in bold or italics.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emphasis: Vec<Emphasis>,
}

/// A stretch of a paragraph's text, in bytes of UTF-8: `text[start..end]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Emphasis {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// How strong.
    pub kind: EmphasisKind,
}

/// How a stretch is set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EmphasisKind {
    /// Italics.
    Italic,
    /// Bold.
    Bold,
}

/// A guiding question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    /// Paragraph and place: "10.1".
    #[serde(rename = "ref")]
    pub reference: String,
    /// The number of the paragraph that announces it ("10").
    pub paragraph: String,
    /// The question as printed; one bullet is one question, however many sentences it has.
    pub text: String,
}

/// A place where the reader was unsure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// What kind of doubt, for a translated wording.
    pub kind: DoubtKind,
    /// The paragraph or question concerned, where there is one.
    pub place: Option<String>,
    /// The doubt in English words, with what was found.
    pub text: String,
}

/// The kinds of doubt. Each has one stable name in the data (`"no-title"`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoubtKind {
    /// No title was found.
    NoTitle,
    /// The title was chosen among several lines.
    Title,
    /// The language could not be told.
    Language,
    /// A date that can be read in two ways, or several dates.
    Date,
    /// No question was found.
    NoQuestions,
    /// Questions without a paragraph that announces them.
    Announcement,
    /// A bullet without question mark among the questions.
    NotAQuestion,
    /// A paragraph announces questions but none follow.
    MissingQuestions,
    /// A number is missing, repeated or goes backwards.
    Numbering,
    /// A paragraph that was joined over a page break, or that may be two.
    Joined,
    /// Where the paper's parts begin or end.
    Structure,
    /// Something in the file that was left out (a table, a deletion, a footnote).
    LeftOut,
}

impl Paper {
    /// All paragraphs in the order of the paper: preamble, workshops, closing.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        let workshops = self.workshops.iter().flat_map(|workshop| &workshop.paragraphs);
        self.preamble.iter().chain(workshops).chain(&self.closing)
    }

    /// All guiding questions in the order of the paper.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.workshops.iter().flat_map(|workshop| &workshop.questions)
    }

    /// The paragraph with this number.
    pub fn paragraph(&self, number: &str) -> Option<&Paragraph> {
        self.paragraphs().find(|paragraph| paragraph.number == number)
    }

    /// The question with this reference ("10.1").
    pub fn question(&self, reference: &str) -> Option<&Question> {
        self.questions().find(|question| question.reference == reference)
    }

    /// A name for addresses, from the symbol ("mc-inf-257"), else from the title; none where neither has a
    /// letter or digit that such a name can hold.
    pub fn slug(&self) -> Option<String> {
        self.symbol.as_deref().and_then(slug_of).or_else(|| slug_of(&self.title))
    }
}

/// Letters and digits, everything else one hyphen, at most 60 characters. Letters beyond ASCII stay as they are
/// (an address may hold them), accents included: the name is for people.
fn slug_of(text: &str) -> Option<String> {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.chars().count() >= 60 {
            break;
        }
    }
    let slug = slug.trim_matches('-');
    (!slug.is_empty()).then(|| slug.to_owned())
}
