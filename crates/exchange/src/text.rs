//! Texts as they are compared: without accents and case, in words, in stems, in runs of characters, and with the two
//! forms of a name for men and women told apart.

mod pairs;
mod stem;
mod tokens;

pub(crate) use self::{
    pairs::forms,
    stem::{Stemmer, is_filler},
    tokens::{fold, tokens},
};
