//! Between two servers over https: a whole handshake, with certificates of an authority that the test makes.

use crate::exchange::Scene;
use crate::house::{TestHouse, served_as};
use crate::partners::{add, deliver, publish, told};
use indaba::app::Config;
use indaba::partner::outbox::Delivered;
use indaba::partner::trust::{Trust, TrustError};
use indaba::store;
use indaba::store::partner::Partner;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

/// An authority of the test's own.
struct Authority(CertifiedIssuer<'static, KeyPair>);

/// A certificate with its key.
type Identity = (CertificateDer<'static>, PrivateKeyDer<'static>);

impl Authority {
    fn new() -> Authority {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Authority(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    fn pem(&self) -> String {
        self.0.pem()
    }

    fn identity(&self, host: &str, valid: bool) -> Identity {
        let mut params = CertificateParams::new(vec![host.to_owned()]).unwrap();
        if !valid {
            params.not_after = rcgen::date_time_ymd(2020, 1, 1);
        }
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.0).unwrap();
        (certificate.der().clone(), PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der())))
    }
}

/// Takes https at a port and hands on to a server at another, as a reverse proxy does.
async fn front(identity: Identity) -> (SocketAddr, tokio::sync::oneshot::Sender<SocketAddr>) {
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![identity.0], identity.1)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (tell, behind) = tokio::sync::oneshot::channel();
    tokio::spawn(async move {
        let behind: SocketAddr = behind.await.unwrap();
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let Ok(mut secured) = acceptor.accept(stream).await else { return };
                let mut plain = TcpStream::connect(behind).await.unwrap();
                let _ = tokio::io::copy_bidirectional(&mut secured, &mut plain).await;
            });
        }
    });
    (address, tell)
}

/// Puts a server behind https: it is known by that address from now on.
async fn secure(house: &mut TestHouse, identity: Identity) {
    let (address, tell) = front(identity).await;
    let known = format!("https://{address}");
    let (app, plain) = served_as(house.app.db.clone(), false, |config| Config {
        address: known,
        keys: Arc::clone(&house.app.config.keys),
        server_key: Arc::clone(&house.app.config.server_key),
        ..config
    })
    .await;
    (house.app, house.address) = (app, plain);
    tell.send(plain).unwrap();
}

fn described(house: &TestHouse, other: &TestHouse) -> Partner {
    Partner { private: true, ..crate::partners::partner(house, other, "") }
}

/// A need of one server is told to the other, which has this certificate; gives what came of it, and the trouble.
async fn tried(identity: Identity, trust: Option<Trust>) -> (Delivered, String) {
    let (mut here, mut there) = (TestHouse::open().await.remove(0), TestHouse::open().await.remove(0));
    let server_key = Arc::clone(&here.app.config.server_key);
    if let Some(trust) = trust {
        here.restart_as(|config| Config { trust, server_key, ..config }).await;
    }
    secure(&mut there, identity).await;
    add(&here, &described(&here, &there)).await;
    add(&there, &described(&there, &here)).await;
    let scene = Scene::new(&here).await;
    let need = scene.need(&[]).await;
    publish(&scene, &need, true).await;
    let done = deliver(&here).await;
    let found = store::partner::publications(&mut here.app.db.read().await.unwrap(), &need).await.unwrap();
    let arrived = store::need::by_id(&mut there.app.db.read().await.unwrap(), &there.dialogue, &need).await.unwrap();
    assert_eq!(arrived.is_some(), done.told == 1, "{found:?}");
    (done, found[0].trouble.clone())
}

const REFUSED: Delivered = Delivered { told: 0, failed: 1 };

#[tokio::test]
async fn a_partner_is_spoken_with_over_https_where_its_certificate_is_of_a_named_authority() {
    let authority = Authority::new();
    let trust = || Some(Trust::with(authority.pem().as_bytes()).unwrap());
    let right = authority.identity("127.0.0.1", true);
    assert_eq!(tried(right, trust()).await, (told(1), String::new()));
    // The same certificate where nobody named the authority.
    let unknown = authority.identity("127.0.0.1", true);
    assert_eq!(tried(unknown, None).await, (REFUSED, "certificate".to_owned()));
    for (wrong, why) in [
        (Authority::new().identity("127.0.0.1", true), "another authority's"),
        (authority.identity("partner.example", true), "another host's"),
        (authority.identity("127.0.0.1", false), "expired"),
    ] {
        assert_eq!(tried(wrong, trust()).await, (REFUSED, "certificate".to_owned()), "{why}");
    }
}

#[tokio::test]
async fn a_server_that_speaks_no_tls_is_not_told_over_a_plain_line() {
    let (mut here, there) = (TestHouse::open().await.remove(0), TestHouse::open().await.remove(0));
    let trust = Trust::with(Authority::new().pem().as_bytes()).unwrap();
    here.restart_as(|config| Config { trust, ..config }).await;
    let address = there.app.config.address.replace("http://", "https://");
    add(&here, &Partner { address, ..described(&here, &there) }).await;
    let scene = Scene::new(&here).await;
    let need = scene.need(&[]).await;
    publish(&scene, &need, true).await;
    assert_eq!(deliver(&here).await, REFUSED);
}

#[test]
fn a_file_without_a_certificate_is_refused_in_words() {
    assert!(matches!(Trust::with(b""), Err(TrustError::Empty)));
    assert!(matches!(Trust::with(b"partner"), Err(TrustError::Empty)));
    let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    assert!(matches!(Trust::with(broken.as_bytes()), Err(TrustError::Certificate(_))));
    let cut = "-----BEGIN CERTIFICATE-----\nAAAA\n";
    assert!(matches!(Trust::with(cut.as_bytes()), Err(TrustError::Pem(_))));
}
