//! How many "many" is, how sure a share is, and whether a perspective is worded as a proposal.

/// The word for a share by the dialogue's thresholds: `few`, `some`, `many` or `most`.
pub fn how_many(share: f64, thresholds: [f64; 3]) -> &'static str {
    let [some, many, most] = thresholds;
    if share >= most {
        "most"
    } else if share >= many {
        "many"
    } else if share >= some {
        "some"
    } else {
        "few"
    }
}

/// The Wilson score interval at 90 % of the share that agrees (Wilson 1927): as the landscape's own bands.
pub fn band(agree: u32, disagree: u32) -> (f64, f64) {
    const Z: f64 = 1.644_853_626_951_472_2;
    let (a, n) = (f64::from(agree), f64::from(agree) + f64::from(disagree));
    if n == 0.0 {
        return (0.0, 1.0);
    }
    let (p, z2) = (a / n, Z * Z);
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

/// Words by which a perspective says that something is to be done, by language.
const PROPOSING: [(&str, &[&str]); 6] = [
    ("en", &["should", "must", "ought", "need to", "needs to", "let us", "recommend", "propose"]),
    ("fr", &["devrait", "devraient", "doit", "doivent", "devons", "il faut", "proposons", "recommand"]),
    ("es", &["debe", "debería", "deben", "deberían", "debemos", "hay que", "proponemos", "recomend"]),
    ("ar", &["ينبغي", "يجب", "نقترح", "نوصي"]),
    ("zh", &["应", "必须", "建议", "需要"]),
    ("ru", &["долж", "следует", "необходимо", "нужно", "предлага", "рекоменд"]),
];

/// Whether a text is worded as a proposal. It is a look at words, and the summary says so.
pub fn proposes(text: &str, lang: &str) -> bool {
    let text = text.to_lowercase();
    let primary = lang.split('-').next().unwrap_or_default();
    PROPOSING
        .iter()
        .filter(|(code, _)| *code == primary)
        .flat_map(|(_, words)| words.iter())
        .any(|word| stands(&text, word, primary != "zh"))
}

/// Whether a word begins in a text; Chinese writes no spaces.
fn stands(text: &str, word: &str, at_start: bool) -> bool {
    text.match_indices(word).any(|(at, _)| !at_start || !text[..at].ends_with(char::is_alphanumeric))
}
