//! `indaba serve`: the program on the network.

use super::corridors::{Records, table};
use super::serve_mail::Mail;
use super::{Place, Stock, say, tell};
use crate::app::{App, Config};
use crate::mail;
use crate::partner::client::Limits;
use crate::partner::outbox;
use crate::partner::trust::Trust;
use crate::settling;
use crate::store::{self, Db};
use crate::web::router;
use anyhow::{Context, bail};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

/// Serve the dialogues
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, default_value = "127.0.0.1:8000", env = "INDABA_LISTEN")]
    pub listen: SocketAddr,
    /// The address that links and QR codes carry, such as `https://dialogue.example.org`
    #[arg(long, env = "INDABA_ADDRESS")]
    pub address: Option<String>,
    /// `off` takes rate limits and budgets away for load runs, on loopback only
    #[arg(long, default_value = "on", value_parser = ["on", "off"])]
    pub limits: String,
    /// A PEM file with the certificates of authorities of your own (of an internal network, say) that the https
    /// certificates of partner servers may come from, beside the public ones
    #[arg(long, value_name = "FILE", env = "INDABA_PARTNER_CA")]
    pub partner_ca: Option<PathBuf>,
    #[command(flatten)]
    mail: Mail,
    #[command(flatten)]
    records: Records,
    /// An edited table of assumptions for the model of corridors (its own: `/corridors/assumptions.csv`)
    #[arg(long, value_name = "FILE")]
    assumptions: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

impl Serve {
    /// Runs it until it is stopped.
    pub async fn run(self) -> anyhow::Result<()> {
        let limits = self.limits == "on";
        if !limits && !self.listen.ip().is_loopback() {
            bail!("--limits off is for load runs on this machine: listen on 127.0.0.1");
        }
        let db = self.place.open().await?;
        let listener = listen(self.listen).await?;
        let mut stock = self.place.stock(&db).await?;
        if let Some(file) = &self.partner_ca {
            let pem = std::fs::read(file).with_context(|| format!("{} can't be read", file.display()))?;
            stock.trust = Trust::with(&pem).with_context(|| file.display().to_string())?;
        }
        stock.mail = self.mail.server()?.map(Arc::new);
        stock.assumptions = self.assumptions.as_deref().map(table).transpose()?.map(Arc::new);
        stock.records = self.records.given()?.map(Arc::new);
        serve(db, listener, self.address, stock, Manner { limits, shortcuts: false }).await
    }
}

/// Takes the address, or says who can.
pub async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let advice = || format!("{address} can't be listened on: is another server there? Choose a port with --listen");
    TcpListener::bind(address).await.with_context(advice)
}

/// How a server treats its visitors.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// Rate limits and budgets.
    pub limits: bool,
    /// Sign-in shortcuts of the demo.
    pub shortcuts: bool,
}

/// Serves until the process is asked to stop; then finishes what is under way.
pub async fn serve(
    db: Db,
    listener: TcpListener,
    address: Option<String>,
    stock: Stock,
    manner: Manner,
) -> anyhow::Result<()> {
    let local = listener.local_addr()?;
    let address = address.unwrap_or_else(|| format!("http://{local}"));
    let config = Config {
        limits: manner.limits,
        shortcuts: manner.shortcuts,
        address: address.trim_end_matches('/').to_owned(),
        keys: stock.keys,
        server_key: stock.server_key,
        trust: stock.trust,
        mail: stock.mail,
        vocabulary: stock.vocabulary,
        records: stock.records,
        assumptions: stock.assumptions,
    };
    let app = App::start(db.clone(), config).await?;
    say(&format!("Indaba is ready at http://{local}/"));
    let service = router::router(Arc::clone(&app)).into_make_service_with_connect_info::<SocketAddr>();
    tokio::select! {
        served = axum::serve(listener, service) => served?,
        () = stopped() => {}
        // Dropped in the middle it has done nothing that is not done again.
        () = deliver(&app) => {}
        // The same; a mail that its server has just taken may be sent a second time.
        () = post(&app) => {}
    }
    app.landing.stop();
    db.close().await;
    Ok(())
}

/// How long partner servers and readers of mail wait at most for what they have to be told.
const ROUND: Duration = Duration::from_secs(30);

/// Tells partner servers what they have to be told, as soon as there is something and every so often.
async fn deliver(app: &Arc<App>) {
    loop {
        if let Err(cause) = outbox::deliver(app, Limits::USUAL, store::now()).await {
            tell(&format!("Partner servers could not be told: {cause}"));
        }
        let _ = tokio::time::timeout(ROUND, app.letters.notified()).await;
    }
}

/// Writes down where silence was kept, and sends notices, as soon as there are some and every so often.
async fn post(app: &Arc<App>) {
    loop {
        let now = store::now();
        if let Err(cause) = settling::kept(&app.db, now).await {
            tell(&format!("Silence that was kept could not be written down: {cause}"));
        }
        match mail::outbox::deliver(app, now).await {
            Ok(done) if done.failed > 0 => {
                tell(&format!("{} mails could not be sent; each is tried again", done.failed));
            }
            Ok(_) => {}
            Err(cause) => tell(&format!("Notices could not be sent: {cause}")),
        }
        let _ = tokio::time::timeout(ROUND, app.mail.notified()).await;
    }
}

async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
        }
        Err(_) => {
            let _ = interrupt.await;
        }
    }
}
