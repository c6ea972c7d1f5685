//! Whose certificates are believed when a partner is spoken with over https: those of the authorities that Mozilla's
//! roots name, and those of authorities that the administrator names (`--partner-ca`), as an organisation's own network
//! has them. A certificate says that a name leads to the right machine; who answers is told by the pinned key alone.

use std::sync::{Arc, LazyLock};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{self, ClientConfig, RootCertStore};

/// Why a file of certificates can't be used.
#[derive(Debug, thiserror::Error)]
pub enum TrustError {
    /// Not PEM.
    #[error("it is no file of certificates in PEM form: {0}")]
    Pem(String),
    /// PEM without a certificate.
    #[error("there is no certificate in it (`-----BEGIN CERTIFICATE-----`)")]
    Empty,
    /// A certificate that is none of an authority, or is damaged.
    #[error("a certificate in it can't be used: {0}")]
    Certificate(#[from] rustls::Error),
}

/// The authorities that are believed.
#[derive(Clone)]
pub struct Trust(TlsConnector);

impl std::fmt::Debug for Trust {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Trust")
    }
}

impl Trust {
    /// The public authorities; made once.
    pub fn usual() -> Result<Trust, TrustError> {
        static USUAL: LazyLock<Result<Trust, rustls::Error>> = LazyLock::new(|| among(public()));
        Ok(USUAL.clone()?)
    }

    /// The public authorities, and those whose certificates stand in a PEM file.
    pub fn with(pem: &[u8]) -> Result<Trust, TrustError> {
        let mut roots = public();
        let before = roots.len();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            roots.add(certificate.map_err(|e| TrustError::Pem(e.to_string()))?)?;
        }
        if roots.len() == before { Err(TrustError::Empty) } else { Ok(among(roots)?) }
    }

    pub(super) fn connector(&self) -> &TlsConnector {
        &self.0
    }
}

fn public() -> RootCertStore {
    RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() }
}

fn among(roots: RootCertStore) -> Result<Trust, rustls::Error> {
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Trust(TlsConnector::from(Arc::new(config))))
}
