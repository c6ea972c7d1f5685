//! Tokens, their hashes, and passwords.

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest, Sha256};

/// The operating system gave no random bytes, or a password could not be hashed.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// No random bytes.
    #[error("the operating system gives no random bytes: {0}")]
    Random(getrandom::Error),
    /// Argon2 refused.
    #[error("the password can't be hashed: {0}")]
    Hash(String),
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// A new token of 256 random bits, hexadecimal. It is shown once; the store keeps [`hash`] of it.
pub fn token() -> Result<String, SecretError> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(SecretError::Random)?;
    Ok(hex(&bytes))
}

/// A code to print and type: `LETTERS-LETTERS`, without those that look alike (0 O 1 I L), 40 random bits.
pub fn code() -> Result<String, SecretError> {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789X";
    let mut bytes = [0u8; 8];
    getrandom::fill(&mut bytes).map_err(SecretError::Random)?;
    let letters: String = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    Ok(format!("{}-{}", &letters[..4], &letters[4..]))
}

/// SHA-256 of a token, hexadecimal. Tokens have 256 random bits, so a slow hash would protect nothing.
pub fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

/// A keyed hash, for network addresses: without the server's key the address can't be found by trying all.
pub fn keyed(key: &str, text: &str) -> String {
    hash(&format!("{key}\0{text}"))[..24].to_owned()
}

/// OWASP's choice for Argon2id: 19 MiB, two passes, one lane.
fn argon() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(19 * 1024, 2, 1, None).unwrap_or_default())
}

/// Argon2id of a password as a PHC string.
pub fn hash_password(password: &str) -> Result<String, SecretError> {
    Ok(argon().hash_password(password.as_bytes()).map_err(|e| SecretError::Hash(e.to_string()))?.to_string())
}

/// Whether a password is the one that was hashed. An unreadable hash matches nothing.
pub fn verify_password(password: &str, stored: &str) -> bool {
    PasswordHash::new(stored).is_ok_and(|hash| argon().verify_password(password.as_bytes(), &hash).is_ok())
}
