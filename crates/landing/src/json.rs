//! JSON as it stands in a file, before anybody says what it means: what is named twice, an array in place of an object,
//! and `1.0` in place of `1` can still be told apart here, and refused with their place.

use crate::figure::Figure;
use crate::read::{ReadError, at};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// A value of a file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node<'a> {
    Null,
    Bool(bool),
    Whole(i64),
    /// A number with a point or an exponent, or beyond 64 bits.
    Number(f64),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

impl Node<'_> {
    /// What it is, for a sentence.
    fn kind(&self) -> &'static str {
        match self {
            Node::Null => "null",
            Node::Bool(_) => "true or false",
            Node::Whole(_) | Node::Number(_) => "a number",
            Node::Text(_) => "a text",
            Node::List(_) => "an array",
            Node::Object(_) => "an object",
        }
    }

    /// Its text.
    pub fn text(&self, place: &Place<'_>) -> Result<String, ReadError> {
        match self {
            Node::Text(text) => Ok(text.clone().into_owned()),
            Node::Whole(n) => at(place, format!("{n} is a number where a text belongs; write \"{n}\"")),
            other => at(place, format!("{} stands where a text belongs, in quotation marks", other.kind())),
        }
    }

    /// Its whole number, of any size; where there is none, `figure` says what is allowed.
    pub fn whole(&self, place: &Place<'_>, figure: Figure) -> Result<i64, ReadError> {
        let refuse = |what: String| at(place, format!("{what}; {}", figure.words()));
        match self {
            Node::Whole(n) => Ok(*n),
            Node::Number(x) if x.fract() == 0.0 && x.abs() < 1e15 => {
                refuse(format!("a point or an exponent stands in this number: write {x:.0}"))
            }
            Node::Number(x) if x.fract() == 0.0 => refuse(format!("{x:e} is out of range")),
            Node::Number(x) => refuse(format!("{x} is no whole number")),
            Node::Text(text) => refuse(format!("\"{text}\" is a text: write a number, without quotation marks")),
            other => refuse(format!("{} stands where a number belongs", other.kind())),
        }
    }

    /// Its items, each read with its place.
    pub fn list<T>(
        &self,
        place: &Place<'_>,
        mut each: impl FnMut(&Node<'_>, &Place<'_>) -> Result<T, ReadError>,
    ) -> Result<Vec<T>, ReadError> {
        match self {
            Node::List(items) => items.iter().enumerate().map(|(i, item)| each(item, &Place::Item(place, i))).collect(),
            other => at(place, format!("{} stands where an array belongs: [ ... ]", other.kind())),
        }
    }

    /// Its values by name, each read with its place; no name stands twice.
    pub fn named<T>(
        &self,
        place: &Place<'_>,
        mut each: impl FnMut(&Node<'_>, &Place<'_>) -> Result<T, ReadError>,
    ) -> Result<BTreeMap<String, T>, ReadError> {
        let mut found = BTreeMap::new();
        let Node::Object(fields) = self else {
            return at(place, format!("{} stands where an object belongs", self.kind()));
        };
        for (name, node) in fields {
            let place = Place::Field(place, name);
            if found.insert(name.to_string(), each(node, &place)?).is_some() {
                return at(&place, TWICE);
            }
        }
        Ok(found)
    }

    /// Its fields, of which each has to be known and stands once.
    pub fn fields<'n>(&'n self, place: &'n Place<'n>, known: &'n [&'n str]) -> Result<Fields<'n>, ReadError> {
        let list = || known.join(", ");
        let Node::Object(fields) = self else {
            return at(place, format!("{} stands where an object with these fields belongs: {}", self.kind(), list()));
        };
        for (name, _) in fields {
            if !known.contains(&name.as_ref()) {
                return at(&Place::Field(place, name), format!("there is no such field; known here are {}", list()));
            }
        }
        for name in known {
            once(place, name, fields)?;
        }
        Ok(Fields { fields, place })
    }

    /// The one value of a field, whatever else there is.
    pub fn field(&self, name: &str) -> Option<&Node<'_>> {
        match self {
            Node::Object(fields) => fields.iter().find(|(other, _)| other == name).map(|(_, node)| node),
            _ => None,
        }
    }
}

const TWICE: &str = "this name stands twice in the same object; leave one of them out";

fn once(place: &Place<'_>, name: &str, fields: &[(Cow<'_, str>, Node<'_>)]) -> Result<(), ReadError> {
    match fields.iter().filter(|(other, _)| other == name).count() {
        0 | 1 => Ok(()),
        _ => at(&Place::Field(place, name), TWICE),
    }
}

/// The fields of an object.
pub(crate) struct Fields<'n> {
    fields: &'n [(Cow<'n, str>, Node<'n>)],
    place: &'n Place<'n>,
}

impl<'n> Fields<'n> {
    /// A field that may be absent; `null` is absent.
    fn given(&self, name: &str) -> Option<&'n Node<'n>> {
        let node = self.fields.iter().find(|(other, _)| other == name).map(|(_, node)| node);
        node.filter(|node| **node != Node::Null)
    }

    /// A field that has to be there.
    fn needed(&self, name: &str) -> Result<&'n Node<'n>, ReadError> {
        self.given(name).map_or_else(|| at(&Place::Field(self.place, name), "this field is missing"), Ok)
    }

    pub fn text(&self, name: &str) -> Result<String, ReadError> {
        self.needed(name)?.text(&Place::Field(self.place, name))
    }

    pub fn text_if_given(&self, name: &str) -> Result<Option<String>, ReadError> {
        self.given(name).map(|node| node.text(&Place::Field(self.place, name))).transpose()
    }

    pub fn whole(&self, name: &str, figure: Figure) -> Result<i64, ReadError> {
        self.needed(name)?.whole(&Place::Field(self.place, name), figure)
    }

    pub fn whole_if_given(&self, name: &str, figure: Figure) -> Result<Option<i64>, ReadError> {
        self.given(name).map(|node| node.whole(&Place::Field(self.place, name), figure)).transpose()
    }

    pub fn list<T>(
        &self,
        name: &str,
        each: impl FnMut(&Node<'_>, &Place<'_>) -> Result<T, ReadError>,
    ) -> Result<Vec<T>, ReadError> {
        self.needed(name)?.list(&Place::Field(self.place, name), each)
    }

    /// An empty list where the field is absent.
    pub fn list_if_given<T>(
        &self,
        name: &str,
        each: impl FnMut(&Node<'_>, &Place<'_>) -> Result<T, ReadError>,
    ) -> Result<Vec<T>, ReadError> {
        if self.given(name).is_some() { self.list(name, each) } else { Ok(Vec::new()) }
    }

    /// A field that has a form of its own.
    pub fn read<T>(
        &self,
        name: &str,
        read: impl FnOnce(&Node<'_>, &Place<'_>) -> Result<T, ReadError>,
    ) -> Result<Option<T>, ReadError> {
        self.given(name).map(|node| read(node, &Place::Field(self.place, name))).transpose()
    }
}

/// Where in a file, such as `effects[3].party` (counted from 0). Written out only where something is refused.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place<'a> {
    Top,
    Field(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Top => f.write_str("the file"),
            Place::Field(Place::Top, name) => f.write_str(name),
            Place::Field(of, name) => write!(f, "{of}.{name}"),
            Place::Item(of, i) => write!(f, "{of}[{i}]"),
        }
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node<'de>, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node<'de>, E> {
        Ok(Node::Whole(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node<'de>, E> {
        Ok(i64::try_from(value).map_or(Node::Number(value as f64), Node::Whole))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node<'de>, E> {
        Ok(Node::Number(value))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Node<'de>, A::Error> {
        let mut object = Vec::new();
        while let Some((Name(name), node)) = fields.next_entry()? {
            object.push((name, node));
        }
        Ok(Node::Object(object))
    }
}

/// The name of a field, borrowed from the file where it stands there as it is read.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Node::deserialize(deserializer)? {
            Node::Text(text) => Ok(Name(text)),
            other => Err(serde::de::Error::custom(format!("{} in place of a name", other.kind()))),
        }
    }
}
