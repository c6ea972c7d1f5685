//! Folding and words.

use unicode_normalization::UnicodeNormalization;

/// The text in lower case without accents, in one form whatever it was typed with: compatibility forms, the Arabic
/// forms of hamza, vowel signs, the two forms of yeh and heh at the end of a word, and digits of other scripts.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_mark(*c)).flat_map(char::to_lowercase).filter(|c| !is_mark(*c)) {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            '’' | '‘' | 'ʼ' | '´' => folded.push('\''),
            // Arabic: alef maksura, teh marbuta, the Persian letters that stand in for Arabic ones.
            'ى' | 'ی' => folded.push('ي'),
            'ة' => folded.push('ه'),
            'ک' => folded.push('ك'),
            'ٱ' => folded.push('ا'),
            '٠'..='٩' => folded.push(digit(c, '٠')),
            '۰'..='۹' => folded.push(digit(c, '۰')),
            _ => folded.push(c),
        }
    }
    folded
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c)
}

/// Accents of Latin, Greek and Cyrillic, vowel signs of Arabic and the tatweel. Marks of other scripts carry the
/// vowels of their words and stay.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200B}'..='\u{200F}' | '\u{AD}')
}

/// The words of a folded text. "c#", "c++" and ".net" are words; other signs part them.
pub(crate) fn tokens(folded: &str) -> impl Iterator<Item = &str> {
    let mut rest = folded;
    let mut after_word = false;
    std::iter::from_fn(move || {
        let begins = |i: usize, c: char| c.is_alphanumeric() || (!(after_word && i == 0) && begins_dotted(&rest[i..]));
        let start = rest.char_indices().find(|(i, c)| begins(*i, *c))?.0;
        let body = &rest[start..];
        let dot = usize::from(body.starts_with('.'));
        let inside = |c: char| c.is_alphanumeric() || is_vowel_sign(c);
        let word = body[dot..].find(|c: char| !inside(c)).map_or(body.len(), |end| dot + end);
        let signs = body[word..].find(|c| !matches!(c, '+' | '#')).unwrap_or(body.len() - word);
        // "and/or+" is no name; more than two signs are decoration.
        let end = if signs <= 2 { word + signs } else { word };
        rest = &body[end..];
        after_word = true;
        Some(&body[..end])
    })
}

/// A dot that begins a name, as in ".net": letters follow, and no letter stands before it.
fn begins_dotted(text: &str) -> bool {
    text.strip_prefix('.').is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Vowel signs of Indic scripts are no letters to Unicode, but stand inside words.
fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{DFF}' | '\u{E31}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(&fold(text)).map(str::to_owned).collect()
    }

    #[test]
    fn accents_case_and_forms_fall_away() {
        assert_eq!(fold("Éducation à l’Œuvre, Straße"), "education a l'oeuvre, strasse");
        assert_eq!(fold("مُهَنْدِسَة"), fold("مهندسة"));
        assert_eq!(fold("أستاذ إدارة آلات"), "استاذ اداره الات");
        assert_eq!(fold("٣ سنوات"), "3 سنوات");
        assert_eq!(fold("İstanbul"), "istanbul");
    }

    #[test]
    fn names_with_signs_stay_whole() {
        assert_eq!(words("C#, C++ and .NET (F#)"), ["c#", "c++", "and", ".net", "f#"]);
        assert_eq!(words("A1.B2 end.Next"), ["a1", "b2", "end", "next"]);
        assert_eq!(words("+++ ### ..."), Vec::<String>::new());
        assert_eq!(words("x++++ y"), ["x", "y"]);
        assert_eq!(words("d'infirmière/infirmier"), ["d", "infirmiere", "infirmier"]);
    }
}
