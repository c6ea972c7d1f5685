//! The same way up as before, so that a map that is drawn again does not jump.

use std::collections::BTreeMap;

use crate::Landscape;

/// Where statements lie on a map, by id.
pub type Places = BTreeMap<String, [f64; 2]>;

impl Landscape {
    /// The same landscape, each axis turned so that the statements lie on the side where they lay before: the nearest
    /// to it that leaves the axes what they are (Procrustes' problem with reflections alone; a rotation would lose that x
    /// is the best single order). No figure changes but for its sign.
    #[must_use]
    pub fn facing(self, before: &Places) -> Self {
        let axes = self.against(before);
        self.turned(axes)
    }

    /// Which axes lie the other way than before.
    pub fn against(&self, before: &Places) -> [bool; 2] {
        let both = || self.statements.iter().filter_map(|s| Some((s.position?, before.get(&s.id)?)));
        [0, 1].map(|axis| both().map(|(now, before)| now[axis] * before[axis]).sum::<f64>() < 0.0)
    }

    /// The same landscape with some axes turned round.
    #[must_use]
    pub fn turned(mut self, axes: [bool; 2]) -> Self {
        (0..2).filter(|axis| axes[*axis]).for_each(|axis| self.turn(axis));
        self
    }

    /// Where the statements lie, for the next map to face the same way; turned as this one is shown.
    pub fn places_facing(&self, before: &Places) -> Places {
        let sign = self.against(before).map(|turned| if turned { -1.0 } else { 1.0 });
        let placed = self.statements.iter().filter_map(|s| Some((s.id.clone(), s.position?)));
        placed.map(|(id, [x, y])| (id, [sign[0] * x, sign[1] * y])).collect()
    }

    fn turn(&mut self, axis: usize) {
        // Adding 0 makes a 0 of −0, which is another byte.
        let turned = |x: &mut f64| *x = -*x + 0.0;
        self.components.get_mut(axis).into_iter().flatten().flatten().for_each(turned);
        self.statements.iter_mut().filter_map(|s| s.position.as_mut()).for_each(|p| turned(&mut p[axis]));
        self.participants.iter_mut().flatten().for_each(|p| turned(&mut p.position[axis]));
        for group in &mut self.groups {
            group.center.iter_mut().for_each(|c| turned(&mut c[axis]));
            group.ellipse.iter_mut().for_each(|e| turned(&mut e.angle));
        }
    }
}
