//! Estimates in the manner of a real-time Delphi (Gordon and Pease 2006): a question that asks for a number is answered
//! with a range, a best guess and a reason; who has answered sees the spread and may answer again. There are no rounds
//! that anybody calls: a participant's first answer is its first round, its last answer what counts.

mod answered;
mod gather;
mod picture;
mod spread;
mod told;

pub use answered::{Answered, answered};
pub use gather::{Shown, ShownBloc, figures, figures_at, shown};
pub use picture::picture;
pub use spread::{Camps, Given, Spread, camps, counted};
pub use told::told;
