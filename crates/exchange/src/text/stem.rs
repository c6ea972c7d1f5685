//! Light stemming: endings of number and gender go, the rest of the word stays. After J. Savoy, *Light stemming
//! approaches for the French, Portuguese, German and Hungarian languages* (SAC 2006), and for Arabic after L. Larkey
//! and others, *Light stemming for Arabic information retrieval* (2007), light10.

/// How the words of a language are stemmed. A language that is not known here keeps its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stemmer {
    English,
    French,
    Spanish,
    Arabic,
    None,
}

/// An ending and what stands for it, if at least so many letters stay before it.
type Rule = (&'static str, &'static str, usize);

impl Stemmer {
    /// For the first part of a language tag.
    pub(crate) fn of(language: &str) -> Self {
        match language {
            "en" => Self::English,
            "fr" => Self::French,
            "es" => Self::Spanish,
            "ar" => Self::Arabic,
            _ => Self::None,
        }
    }

    /// The stem of a folded word. Numbers and names with signs stay.
    pub(crate) fn stem(self, word: &str) -> String {
        if !word.chars().all(char::is_alphabetic) {
            return word.into();
        }
        match self {
            Self::English => replace(word, &ENGLISH),
            Self::French => bare_end(&replace(&replace(word, &FRENCH_PLURAL), &FRENCH_GENDER)),
            Self::Spanish => replace(&replace(word, &SPANISH_PLURAL), &SPANISH_GENDER),
            Self::Arabic => arabic(word),
            Self::None => word.into(),
        }
    }
}

/// The first rule that fits.
fn replace(word: &str, rules: &[Rule]) -> String {
    for (ending, by, least) in rules {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.chars().count() >= *least
        {
            return format!("{stem}{by}");
        }
    }
    word.into()
}

const ENGLISH: [Rule; 12] = [
    ("sses", "ss", 1),
    ("ies", "y", 2),
    ("ches", "ch", 2),
    ("shes", "sh", 2),
    ("xes", "x", 2),
    ("zes", "z", 2),
    ("women", "woman", 0),
    ("men", "man", 2),
    ("ss", "ss", 1),
    ("us", "us", 1),
    ("is", "is", 1),
    ("s", "", 3),
];

const FRENCH_PLURAL: [Rule; 4] = [("eaux", "eau", 1), ("aux", "al", 2), ("s", "", 3), ("x", "", 3)];

const FRENCH_GENDER: [Rule; 12] = [
    ("trice", "teur", 2),
    ("euse", "eur", 3),
    ("iere", "ier", 2),
    ("ienne", "ien", 2),
    ("onne", "on", 3),
    ("elle", "el", 3),
    ("enne", "en", 3),
    ("ive", "if", 2),
    ("esse", "e", 3),
    ("ee", "e", 3),
    ("que", "qu", 2),
    ("e", "", 3),
];

/// A final "e" of a participle and one that only carries the gender look alike once accents are gone.
fn bare_end(word: &str) -> String {
    replace(word, &[("e", "", 4)])
}

const SPANISH_PLURAL: [Rule; 6] =
    [("ces", "z", 2), ("iones", "ion", 2), ("ores", "or", 2), ("les", "l", 3), ("es", "e", 3), ("s", "", 3)];

const SPANISH_GENDER: [Rule; 7] = [
    ("ora", "or", 2),
    ("ona", "on", 3),
    ("esa", "es", 3),
    ("triz", "tor", 2),
    ("a", "", 3),
    ("o", "", 3),
    ("e", "", 3),
];

/// The article and particles before a word, then one ending.
fn arabic(word: &str) -> String {
    const BEFORE: [&str; 6] = ["وال", "بال", "كال", "فال", "ال", "لل"];
    const AFTER: [Rule; 10] = [
        ("ها", "", 2),
        ("ان", "", 3),
        ("ات", "", 2),
        ("ون", "", 2),
        ("ين", "", 3),
        ("يه", "", 2),
        ("ه", "", 2),
        ("ي", "", 2),
        ("اء", "", 3),
        ("ا", "", 3),
    ];
    let long = |rest: &&str| rest.chars().count() >= 2;
    let word = BEFORE.iter().find_map(|start| word.strip_prefix(start).filter(long)).unwrap_or(word);
    replace(word, &AFTER)
}

/// Words that stand everywhere and say nothing.
pub(crate) fn is_filler(language: &str, word: &str) -> bool {
    let words = match language {
        "en" => "a an and as at by for from in of on or other the to with",
        "fr" => "a au aux avec d de des du en et l la le les ou par pour s sur un une autres",
        "es" => "a al con de del e el en la las los o para por u un una y otros otras",
        "ar" => "في من علي و او الي عن",
        _ => "",
    };
    words.split(' ').any(|filler| filler == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(language: &str, words: &[&str]) {
        let stems: Vec<String> = words.iter().map(|word| Stemmer::of(language).stem(word)).collect();
        assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{words:?}: {stems:?}");
    }

    #[test]
    fn number_and_gender_go() {
        same("en", &["nurse", "nurses"]);
        same("en", &["policy", "policies"]);
        same("en", &["salesman", "salesmen"]);
        same("fr", &["directeur", "directrice", "directeurs", "directrices"]);
        same("fr", &["infirmier", "infirmiere", "infirmieres"]);
        same("fr", &["vendeur", "vendeuse"]);
        same("fr", &["employe", "employee", "employees"]);
        same("fr", &["journal", "journaux"]);
        same("es", &["director", "directora", "directores", "directoras"]);
        same("es", &["maestro", "maestra", "maestros"]);
        same("es", &["profesional", "profesionales"]);
        same("ar", &["مهندس", "المهندس", "مهندسه", "المهندسين", "مهندسون"]);
    }

    #[test]
    fn short_words_and_names_with_signs_stay() {
        for (language, word) in
            [("en", "gas"), ("en", "bus"), ("fr", "les"), ("es", "mes"), ("en", "c++"), ("zz", "cats")]
        {
            assert_eq!(Stemmer::of(language).stem(word), word);
        }
    }
}
