//! The same way up as before, so that a map that is drawn again does not jump.

use std::collections::HashMap;

use crate::Landscape;

impl Landscape {
    /// The same landscape, each axis turned so that the statements lie on the side where they lay in `previous`: the
    /// nearest to it that leaves the axes what they are (Procrustes' problem with reflections alone; a rotation would
    /// lose that x is the best single order). No figure changes but for its sign.
    #[must_use]
    pub fn facing(mut self, previous: &Self) -> Self {
        for axis in 0..2 {
            if self.along_with(previous, axis) < 0.0 {
                self.turn(axis);
            }
        }
        self
    }

    /// How far the positions of the statements in both go the same way.
    fn along_with(&self, previous: &Self, axis: usize) -> f64 {
        let before: HashMap<&str, [f64; 2]> =
            previous.statements.iter().filter_map(|s| Some((s.id.as_str(), s.position?))).collect();
        let both = self.statements.iter().filter_map(|s| Some((s.position?, before.get(s.id.as_str())?)));
        both.map(|(now, before)| now[axis] * before[axis]).sum()
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
