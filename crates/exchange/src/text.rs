//! Texts as they are compared: without accents and case, in words, in stems, in runs of characters, and with the two
//! forms of a name for men and women told apart.

mod associations;
mod pairs;
mod space;
mod sparse;
mod stem;
mod tokens;

pub(crate) use self::{
    associations::{Associations, Kin, Named},
    pairs::forms,
    space::{Feature, Space, feature, grams, rarity, stems, telling_stems},
    sparse::{Cell, Rows},
    stem::{Stemmer, is_filler},
    tokens::{fold, tokens},
};
