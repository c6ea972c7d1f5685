//! A name and its form for the other sex are one name: "directeur / directrice comptable" is "directeur comptable" and
//! "directrice comptable". Registers write the two with a slash between them or with an ending in brackets.

/// No text has more forms than this.
const MOST: usize = 4;
/// What a text excludes says nothing of what it is about: "teachers, except special education".
const EXCLUDING: [&str; 11] = [
    "except",
    "excluding",
    "sauf",
    "hors",
    "excepte",
    "hormis",
    "excepto",
    "salvo",
    "exceptuando",
    "باستثناء",
    "ماعدا",
];

/// The forms of a name, the first as in the text; a text without pairs is its own single form. Give folded text.
pub(crate) fn forms(folded: &str) -> Vec<String> {
    let mut forms = vec![brackets(&without_exclusions(folded))];
    let mut place = 0;
    while place < forms.len() {
        match slash(&forms[place]) {
            Some((first, second)) => {
                forms[place] = first;
                if forms.len() < MOST && !forms.contains(&second) {
                    forms.push(second);
                }
            }
            None => place += 1,
        }
    }
    forms.dedup();
    forms
}

/// Leaves out what follows an excluding word, up to a closing bracket or the end.
fn without_exclusions(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut excluded = false;
    for word in text.split_inclusive(' ') {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        excluded |= EXCLUDING.contains(&bare) && kept.chars().any(char::is_alphanumeric);
        if !excluded {
            kept.push_str(word);
        }
        excluded &= !word.contains(')');
    }
    kept
}

/// "employe(e)" as "employe/e".
fn brackets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        let (before, inside) = (&rest[..open], &rest[open + 1..]);
        let end = inside.find(')').filter(|end| (1..=6).contains(end));
        let ending = end.map(|end| &inside[..end]).filter(|e| e.chars().all(char::is_alphabetic));
        out.push_str(before);
        match ending {
            Some(ending) if before.ends_with(char::is_alphabetic) => {
                out.push('/');
                out.push_str(ending);
                rest = &inside[ending.len() + 1..];
            }
            _ => {
                out.push('(');
                rest = inside;
            }
        }
    }
    out + rest
}

/// The two names around the first slash; without a slash none.
fn slash(text: &str) -> Option<(String, String)> {
    let (left, right) = text.split_once('/')?;
    let (l, r): (Vec<&str>, Vec<&str>) = (left.split_whitespace().collect(), right.split_whitespace().collect());
    if let (Some(last), Some(first)) = (l.last(), r.first()) {
        let most = l.len().min(r.len());
        if let Some(paired) = (1..=most).rev().find(|k| l[l.len() - k..].iter().zip(&r).all(|(a, b)| are_forms(a, b))) {
            return Some((
                [&l[..], &r[paired..]].concat().join(" "),
                [&l[..l.len() - paired], &r[..]].concat().join(" "),
            ));
        }
        let close = !left.ends_with(' ') && !right.starts_with(' ');
        if close && first.chars().count() <= 5 && last.chars().count() > first.chars().count() {
            let other = with_ending(last, first);
            let second = [&l[..l.len() - 1], &[other.as_str()], &r[1..]].concat().join(" ");
            return Some(([&l[..], &r[1..]].concat().join(" "), second));
        }
    }
    // Two things, not two forms of one: both stay in the text.
    let both = [&l[..], &r[..]].concat().join(" ");
    Some((both.clone(), both))
}

/// Whether two words are the same but for an ending; articles and the letters of "h/f" pair as well.
fn are_forms(a: &str, b: &str) -> bool {
    let (short, long) = (a.chars().count().min(b.chars().count()), a.chars().count().max(b.chars().count()));
    let same = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    a == b || long <= 2 || (same >= 3 && same * 2 >= short)
}

/// "infirmier" and "ere" are "infirmiere", "maestro" and "a" are "maestra", "employe" and "e" are "employee".
fn with_ending(word: &str, ending: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let first = ending.chars().next();
    if ending.chars().count() == 1 {
        if letters.last() == Some(&'o') {
            letters.pop();
        }
    } else if let Some(cut) = letters.iter().rposition(|c| Some(*c) == first).filter(|cut| cut + 5 >= letters.len()) {
        letters.truncate(cut);
    }
    letters.into_iter().chain(ending.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(forms(text), expected, "{text}");
    }

    #[test]
    fn both_forms_of_a_name() {
        check("regisseur/regisseuse", &["regisseur", "regisseuse"]);
        check("directeur / directrice comptable", &["directeur comptable", "directrice comptable"]);
        check(
            "accueillant familial / accueillante familiale aupres d'adultes",
            &["accueillant familial aupres d'adultes", "accueillante familiale aupres d'adultes"],
        );
        check("operateur de tir/operatrice de tir", &["operateur de tir", "operatrice de tir"]);
        check("profesor/a de musica", &["profesor de musica", "profesora de musica"]);
        check("maestro/a", &["maestro", "maestra"]);
        check("infirmier(ere) en chef", &["infirmier en chef", "infirmiere en chef"]);
        check("employe(e)", &["employe", "employee"]);
        check("directeur/trice", &["directeur", "directrice"]);
        check("المدير الفني / المديره الفنيه", &["المدير الفني", "المديره الفنيه"]);
    }

    #[test]
    fn what_is_no_pair_stays_together() {
        check("psychologist / counsellor", &["psychologist counsellor"]);
        check("plain words (with brackets)", &["plain words (with brackets)"]);
        check("/", &[""]);
        check("infirmier h/f", &["infirmier h", "infirmier f"]);
    }

    #[test]
    fn what_is_excluded_is_left_out() {
        check("teachers, except special education", &["teachers, "]);
        check("montage (hors vetements) cuir", &["montage cuir"]);
        check("hors piste", &["hors piste"]);
    }
}
