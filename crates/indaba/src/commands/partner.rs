//! `indaba partner`: which other servers this one speaks with.

use super::{Place, say};
use crate::countries;
use crate::partner::address::Address;
use crate::partner::key::{PublicKey, ServerKey};
use crate::partner::letter;
use crate::store::partner::Partner;
use crate::store::{self, Db};
use anyhow::{Context, bail};

/// Choose the servers that needs are published to and taken from
///
/// Both administrators add each other, with the key that the other's `indaba partner key` prints. Only listed servers
/// are spoken with. The server's own key stands in the file `server-key` of the data directory (or in
/// `INDABA_SERVER_KEY`), never in the database.
#[derive(Debug, clap::Args)]
pub struct Partners {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Print this server's address and public key, for the other administrator
    Key {
        /// The address under which this server is reached
        #[arg(long, default_value = "http://127.0.0.1:8000", env = "INDABA_ADDRESS")]
        address: String,
    },
    /// Add a server, or describe one anew
    Add {
        /// Its address: `https://host` or `https://host:port`
        address: String,
        /// Its public key, as its administrator gave it to you
        key: String,
        /// What your brokers call it
        #[arg(long)]
        name: String,
        /// The dialogue whose exchange it takes part in
        #[arg(long, value_name = "SLUG")]
        dialogue: String,
        /// The country (UN M49) whose authorities run it or read there: offers hidden from that country never meet its
        /// needs
        #[arg(long, value_name = "CODE", default_value = "")]
        country: String,
        /// Its host is in a private network or on this machine, and is meant to be
        #[arg(long)]
        private: bool,
    },
    /// Which servers there are
    List,
    /// Stop speaking with a server; what waits for an answer ends
    Remove {
        /// Its name or its address
        server: String,
    },
}

impl Partners {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        let folder = self.place.folder()?;
        std::fs::create_dir_all(&folder).with_context(|| format!("the folder {} can't be made", folder.display()))?;
        let key = ServerKey::open(&folder)?;
        if let What::Key { address } = &self.what {
            say(&letter::card(&key, &Address::parse(address)?.to_string()));
            return Ok(());
        }
        let db = self.place.open_existing().await?;
        let done = self.on(&key, &db).await;
        db.close().await;
        done
    }

    async fn on(&self, own: &ServerKey, db: &Db) -> anyhow::Result<()> {
        match &self.what {
            What::Add { address, key, name, dialogue, country, private } => {
                let (address, key) = checked(own, address, key, country, *private)?;
                let found = store::dialogue::by_slug(&mut db.read().await?, dialogue).await?;
                let partner = Partner {
                    id: store::new_id(),
                    dialogue_id: found.with_context(|| format!("there is no dialogue `{dialogue}`"))?.id,
                    name: name.clone(),
                    address: address.to_string(),
                    key: key.to_string(),
                    country: country.clone(),
                    private: *private,
                    state: "active".to_owned(),
                    created_at: store::now(),
                };
                add(db, &partner).await
            }
            What::List => list(db).await,
            What::Remove { server } => remove(db, server).await,
            What::Key { .. } => Ok(()),
        }
    }
}

/// What was typed, as far as it can be checked without the other server.
fn checked(
    own: &ServerKey,
    address: &str,
    key: &str,
    country: &str,
    private: bool,
) -> anyhow::Result<(Address, PublicKey)> {
    let address = Address::parse(address)?;
    let key = PublicKey::parse(key)
        .with_context(|| format!("`{key}` is not a public key: copy what `indaba partner key` prints over there"))?;
    if key == own.public() {
        bail!("this is the key of this server itself: give that of the other one");
    }
    if !country.is_empty() && (!countries::known(country) || countries::is_region(country)) {
        bail!("`{country}` is not a country of UN M49: give its three digits, such as 404");
    }
    if !address.https && !private {
        bail!("{address} has no TLS: give an https address. Without it only this machine is spoken to, with --private");
    }
    Ok((address, key))
}

async fn add(db: &Db, partner: &Partner) -> anyhow::Result<()> {
    let mut c = db.write().await?;
    let known = store::partner::all(&mut c).await?;
    let same = known.iter().find(|p| p.address == partner.address);
    if let Some(other) = same.filter(|p| p.dialogue_id != partner.dialogue_id) {
        bail!("{} takes part in the exchange of another dialogue: a server is a partner of one", other.address);
    }
    if let Some(other) = known.iter().find(|p| p.address != partner.address && p.name == partner.name) {
        bail!("{} is called {} already: choose another name", other.address, other.name);
    }
    if let Some(other) = known.iter().find(|p| p.address != partner.address && p.key == partner.key) {
        bail!("this is the key of {}: two servers never have the same", other.address);
    }
    store::partner::put(&mut c, partner).await?;
    c.commit().await?;
    say(&format!(
        "{} ({}) is a partner. It has to add this server too: `indaba partner key`.",
        partner.name, partner.address
    ));
    Ok(())
}

async fn list(db: &Db) -> anyhow::Result<()> {
    for p in store::partner::all(&mut db.read().await?).await? {
        let country = if p.country.is_empty() { String::new() } else { format!("  country {}", p.country) };
        let private = if p.private { "  private" } else { "" };
        say(&format!("{}  {}  {}  {}{country}{private}", p.state, p.name, p.address, p.key));
    }
    Ok(())
}

async fn remove(db: &Db, server: &str) -> anyhow::Result<()> {
    let mut c = db.write().await?;
    let known = store::partner::all(&mut c).await?;
    let found = known.into_iter().find(|p| p.state == "active" && (p.name == server || p.address == server));
    let partner = found.with_context(|| format!("there is no partner `{server}`: see `indaba partner list`"))?;
    store::partner::remove(&mut c, &partner.id, store::now()).await?;
    c.commit().await?;
    say(&format!("{} is no partner any more.", partner.name));
    Ok(())
}
