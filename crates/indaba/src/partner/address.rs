//! Where a partner is, and which network addresses may be connected to. Pure.

use hyper::Uri;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A server's address: `https://host[:port]`, or `http://` on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// With TLS.
    pub https: bool,
    /// Name or number, in small letters; an IPv6 number without its brackets.
    pub host: String,
    /// Port.
    pub port: u16,
}

/// Why an address is not one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the address of a server: it has to read https://host or https://host:port, and nothing after it")]
pub struct NoAddress(pub String);

impl Address {
    /// Reads one.
    pub fn parse(text: &str) -> Result<Address, NoAddress> {
        let no = || NoAddress(text.to_owned());
        let uri: Uri = text.trim_end_matches('/').parse().map_err(|_| no())?;
        let https = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(no()),
        };
        let authority = uri.authority().ok_or_else(no)?;
        if authority.as_str().contains('@') || !matches!(uri.path(), "" | "/") || uri.query().is_some() {
            return Err(no());
        }
        let host = authority.host().trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase();
        if host.is_empty() {
            return Err(no());
        }
        let port = if authority.as_str().len() > authority.host().len() {
            authority.port_u16().ok_or_else(no)?
        } else if https {
            443
        } else {
            80
        };
        Ok(Address { https, host, port })
    }

    /// Host and port as a request names them (RFC 9110, 7.2): the usual port is left out.
    pub fn authority(&self) -> String {
        let host = if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() };
        let usual = if self.https { 443 } else { 80 };
        if self.port == usual { host } else { format!("{host}:{}", self.port) }
    }

    /// Whether this address may be connected to. `private`: the administrator listed this very host although it is in a
    /// private network. Without TLS only this machine is spoken to.
    pub fn may_connect(&self, to: IpAddr, private: bool) -> bool {
        let to = to.to_canonical();
        if self.https { is_public(to) || (private && is_private(to)) } else { private && to.is_loopback() }
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}://{}", if self.https { "https" } else { "http" }, self.authority())
    }
}

/// Whether an address is one of the public Internet (IANA special-purpose address registries: everything else is not).
pub fn is_public(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let special = ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_documentation()
        || a == 0
        || a >= 224
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (b == 18 || b == 19));
    !special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, ..] = ip.segments();
    // Of the global unicast space (2000::/3): no protocol assignments (Teredo among them), documentation, 6to4.
    let special = (a == 0x2001 && (b < 0x200 || b == 0xdb8)) || a == 0x2002 || (a == 0x3fff && b < 0x1000);
    a & 0xe000 == 0x2000 && !special
}

/// Private or on this machine; never link-local, where clouds keep the secrets of a machine.
fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_private() || ip.is_loopback(),
        IpAddr::V6(ip) => ip.is_loopback() || ip.segments()[0] & 0xfe00 == 0xfc00,
    }
}
