//! Landing zones in a dialogue: what the store has becomes a problem of the crate `landing`, is solved in the background,
//! and is shown to each as far as `landing.md`, "Who sees what", allows.
//!
//! Two problems are solved. The *full* one has everything as it stands and is the secretariat's. The *shared* one is
//! everybody else's: what is public as it stands, and confidential figures of at least [`layer::TOGETHER`] delegations
//! as they last went into it together ([`layer`]), under no name and in an order that follows from the figures alone
//! ([`problem`]). What of a result names whom is decided in [`sight`].

pub mod ahead;
pub mod asked;
pub mod far;
pub mod layer;
pub mod material;
pub mod problem;
pub mod rooms;
pub mod sight;
pub mod solve;

pub use asked::Asked;
pub use far::Far;
pub use layer::{Confidential, Figures};
pub use material::Material;
pub use problem::Built;
pub use rooms::{Look, Rooms};
pub use sight::Eyes;

use crate::app::{App, Convened};
use std::sync::Arc;

/// Which of the two problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Everything as it stands.
    Secretariat,
    /// What may go into results that others see.
    Shared,
}

impl Audience {
    /// What is told of a dialogue's results for this audience; those who watch it learn nothing of the other's.
    pub fn channel(self, dialogue: &str) -> String {
        format!("landing {self:?} {dialogue}")
    }
}

/// Reads a dialogue's figures, after bringing forward what may go into shared results.
pub async fn material(app: &App, convened: &Convened) -> anyhow::Result<Arc<Material>> {
    let id = &convened.dialogue.id;
    if let Some(known) = app.landing.recent(id) {
        return Ok(known);
    }
    let mut read = Material::load(&mut app.db.read().await?, convened).await?;
    if let Some(layer) = read.forward() {
        let mut c = app.db.write().await?;
        layer::keep(&mut c, id, &read, &layer, crate::store::now()).await?;
        c.commit().await?;
        read = Material::load(&mut app.db.read().await?, convened).await?;
    }
    let read = Arc::new(read);
    app.landing.remember(id, &read);
    Ok(read)
}
