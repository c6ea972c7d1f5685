//! Texts as they are compared: without accents and case, in words, in stems, in runs of characters, and with the two
//! forms of a name for men and women told apart.

mod pairs;
mod space;
mod stem;
mod tokens;

pub(crate) use self::{
    pairs::forms,
    space::{Feature, Space, grams, stems},
    stem::{Stemmer, is_filler},
    tokens::{fold, tokens},
};
