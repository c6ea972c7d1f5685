//! Results are worked out ahead: what changes a dialogue's figures says so here, and a moment later, off the request,
//! its result is brought up to date. Changes that follow each other closely are taken together, and the next begin once
//! the result before is there, so that a dialogue in which figures change all the time gets its results too.

use super::{Asked, Audience, Look, material, problem};
use crate::app::App;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;
use tokio::sync::Notify;

/// What follows a change within this time is worked out with it.
const CLOSELY: Duration = Duration::from_millis(1_500);
/// Longer than any result takes.
const LONG: Duration = Duration::from_secs(600);

/// Dialogues whose figures have changed.
#[derive(Debug, Default)]
pub struct Due {
    slugs: Mutex<BTreeSet<String>>,
    wake: Notify,
}

impl Due {
    /// Something changed in a dialogue.
    pub fn changed(&self, slug: &str) {
        if let Ok(mut slugs) = self.slugs.lock() {
            slugs.insert(slug.to_owned());
        }
        self.wake.notify_one();
    }

    fn take(&self) -> BTreeSet<String> {
        self.slugs.lock().map(|mut slugs| std::mem::take(&mut *slugs)).unwrap_or_default()
    }
}

/// Works out what is due, as long as the program serves.
pub async fn run(app: Weak<App>, due: Arc<Due>) {
    loop {
        due.wake.notified().await;
        tokio::time::sleep(CLOSELY).await;
        for slug in due.take() {
            let Some(app) = app.upgrade() else { return };
            // Whoever looks at the page is told what is wrong; here nobody waits for it.
            let _ = renew(&app, &slug).await;
        }
    }
}

/// Brings both results of a dialogue up to date. What has not changed is not worked out again.
async fn renew(app: &App, slug: &str) -> anyhow::Result<()> {
    let Some(convened) = app.dialogue(slug).await? else { return Ok(()) };
    let id = &convened.dialogue.id;
    for audience in [Audience::Secretariat, Audience::Shared] {
        let figures = material(app, &convened).await?;
        if figures.measures.is_empty() || figures.parties.is_empty() {
            return Ok(());
        }
        let built = problem::build(&figures, audience);
        if let Look::Busy = app.landing.look(id, audience, &Asked::default(), None, built, LONG).await {
            app.landing.due.changed(slug);
            return Ok(());
        }
    }
    Ok(())
}
