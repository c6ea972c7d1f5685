//! The key that this server signs its messages with, and the public keys of partners. The server's own stands outside
//! the database: in the file `server-key` of the data directory, mode 600, or in `INDABA_SERVER_KEY`.

use crate::keys::{KeyError, private, unhex, write_private};
use crate::secret::{self, SecretError, hex};
use base64ct::{Base64, Encoding};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use std::path::Path;

/// What this server signs with (Ed25519, RFC 8032).
pub struct ServerKey(SigningKey);

impl std::fmt::Debug for ServerKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ServerKey({})", self.public())
    }
}

impl ServerKey {
    /// A new one.
    pub fn new() -> Result<ServerKey, KeyError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(SecretError::Random)?;
        Ok(ServerKey::of(bytes))
    }

    /// The key of a seed.
    pub fn of(seed: [u8; 32]) -> ServerKey {
        ServerKey(SigningKey::from_bytes(&seed))
    }

    /// The key of the environment or of a data directory. Where there is none yet it is made and kept.
    pub fn open(folder: &Path) -> Result<ServerKey, KeyError> {
        if let Some(text) = std::env::var_os("INDABA_SERVER_KEY") {
            return read(&text.to_string_lossy());
        }
        let file = folder.join("server-key");
        match std::fs::read_to_string(&file) {
            Ok(text) => {
                private(&file)?;
                read(&text)
            }
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
                let key = ServerKey::new()?;
                let text = hex(&key.0.to_bytes()) + "\n";
                write_private(&file, &text).map_err(|cause| KeyError::File { path: file, cause })?;
                Ok(key)
            }
            Err(cause) => Err(KeyError::File { path: file, cause }),
        }
    }

    /// What partners are given.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// A token of 256 bits, hexadecimal, that follows from a text and from this key alone: signatures of Ed25519 are
    /// deterministic (RFC 8032, 5.1.6) and nobody else can make them. It need not be kept to be given out again.
    pub fn token_for(&self, text: &str) -> String {
        secret::hash(&self.sign(format!("token\0{text}").as_bytes()))
    }

    /// The signature of some bytes, in Base64.
    pub fn sign(&self, bytes: &[u8]) -> String {
        Base64::encode_string(&self.0.sign(bytes).to_bytes())
    }
}

fn read(text: &str) -> Result<ServerKey, KeyError> {
    let bytes = unhex(text.trim()).and_then(|bytes| bytes.try_into().ok()).ok_or(KeyError::Server)?;
    Ok(ServerKey::of(bytes))
}

/// A server's public key: 32 bytes in Base64.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads one; none where it is no key, or one that would fit many signatures.
    pub fn parse(text: &str) -> Option<PublicKey> {
        let bytes: [u8; 32] = Base64::decode_vec(text).ok()?.try_into().ok()?;
        VerifyingKey::from_bytes(&bytes).ok().filter(|key| !key.is_weak()).map(PublicKey)
    }

    /// Whether a signature in Base64 is this key's, of these bytes.
    pub fn has_signed(&self, bytes: &[u8], signature: &str) -> bool {
        let signature = Base64::decode_vec(signature).ok().and_then(|bytes| Signature::from_slice(&bytes).ok());
        signature.is_some_and(|signature| self.0.verify_strict(bytes, &signature).is_ok())
    }
}

impl std::fmt::Display for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&Base64::encode_string(self.0.as_bytes()))
    }
}
