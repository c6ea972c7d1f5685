//! Language tags (BCP 47) and levels (CEFR).

use std::{fmt, str::FromStr};

/// A language tag, in lower case: `en`, `pt-br`. Its first part is a code of ISO 639.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(Box<str>);

impl Tag {
    /// The tag, if its parts are well formed and a first part of two letters is in ISO 639-1.
    pub fn parse(text: &str) -> Option<Self> {
        let tag = text.trim().replace('_', "-").to_ascii_lowercase();
        let mut parts = tag.split('-');
        let language = parts.next()?;
        let known = match language.len() {
            2 => TWO_LETTERS.as_bytes().chunks(3).any(|code| code.starts_with(language.as_bytes())),
            3 => language.bytes().all(|b| b.is_ascii_alphabetic()),
            _ => false,
        };
        let formed = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        (known && parts.all(formed)).then(|| Self(tag.into()))
    }

    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone, without script or region.
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// Whether somebody who asks for this tag is served by the other (RFC 4647, basic filtering): `pt` by `pt-br`,
    /// but not the other way round.
    pub fn is_met_by(&self, other: &Self) -> bool {
        other.0.strip_prefix(&*self.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A level of the Common European Framework of Reference for Languages, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Cefr {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
}

impl FromStr for Cefr {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        use Cefr::{A1, A2, B1, B2, C1, C2};
        [A1, A2, B1, B2, C1, C2]
            .into_iter()
            .find(|level| format!("{level:?}").eq_ignore_ascii_case(text.trim()))
            .ok_or(())
    }
}

impl fmt::Display for Cefr {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// The 183 codes of ISO 639-1.
const TWO_LETTERS: &str = "\
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo \
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka \
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng \
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su \
    sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_met_by_its_own_regions() {
        let tag = |text| Tag::parse(text).unwrap();
        assert!(tag("pt").is_met_by(&tag("pt-BR")) && tag("pt").is_met_by(&tag("PT")));
        assert!(!tag("pt-br").is_met_by(&tag("pt")) && !tag("fr").is_met_by(&tag("fry")));
        assert!(["", "xx", "e", "engl", "en--us", "en-é", "12"].iter().all(|text| Tag::parse(text).is_none()));
        assert_eq!(tag("zh_Hant").language(), "zh");
        assert_eq!(TWO_LETTERS.split(' ').count(), 183);
    }

    #[test]
    fn levels_are_ordered() {
        assert!("a2".parse::<Cefr>() < "C1".parse());
        assert_eq!("B2".parse::<Cefr>().map(|level| level.to_string()), Ok("B2".into()));
        assert!("D1".parse::<Cefr>().is_err());
    }
}
