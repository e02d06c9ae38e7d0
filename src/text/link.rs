//! Addresses of the web, read strictly: what a terminal or a browser is given.

use std::fmt::{self, Write as _};

use super::Clean;

/// Longer addresses than this some terminals do not take.
const LONGEST: usize = 2000;

/// An `http` or `https` address with the name of a host, in printable 7-bit ASCII. Nothing else is ever opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    address: Clean,
    host: Clean,
}

impl Link {
    /// Reads an address. None for another scheme, for a user or password before the host, for a host that is no name
    /// (a bare number says nothing about whose it is), and for characters that no address has. Letters of other scripts
    /// behind the host are escaped as the web does.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        if !matches!(scheme, "http" | "https") {
            return None;
        }
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at_checked(end)?;
        let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
        if !is_name(host) || !port.bytes().all(|byte| byte.is_ascii_digit()) || port.len() > 5 {
            return None;
        }
        let mut address = format!("{scheme}://{authority}");
        for letter in path.chars() {
            escape(letter, &mut address)?;
        }
        (address.len() <= LONGEST).then(|| Self { address: address.into(), host: host.into() })
    }

    /// The whole address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The name of the host, in full.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }
}

/// Whether a host is a name of at least two parts, the last of which is no number.
fn is_name(host: &str) -> bool {
    let part = |part: &str| {
        let plain = part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        plain && !part.is_empty() && part.len() <= 63 && !part.starts_with('-') && !part.ends_with('-')
    };
    let named = host.rsplit('.').next().is_some_and(|last| last.bytes().any(|byte| byte.is_ascii_alphabetic()));
    host.contains('.') && named && host.split('.').all(part)
}

/// Appends a character of the part behind the host; none if no address has it.
fn escape(letter: char, address: &mut String) -> Option<()> {
    match letter {
        '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | char::REPLACEMENT_CHARACTER => return None,
        '!'..='~' => address.push(letter),
        _ if letter.is_ascii() || letter.is_control() || letter.is_whitespace() => return None,
        _ => {
            let mut bytes = [0; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                // A string takes everything.
                let _ = write!(address, "%{byte:02X}");
            }
        }
    }
    Some(())
}

impl fmt::Display for Link {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.address, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_of_the_web_are_read() {
        let read = |text: &str| Link::parse(text).map(|link| (link.address().to_owned(), link.host().to_owned()));
        let same = |text: &str, host: &str| assert_eq!(read(text), Some((text.into(), host.into())));
        same("https://www.cnn.com/2021/08/09/asia/index.html", "www.cnn.com");
        same("http://example.org", "example.org");
        same("https://en.wikipedia.org/?title=2021_Taliban_offensive&oldid=1039301869", "en.wikipedia.org");
        same("http://example.org:8080/a#b", "example.org");
        let arabic = read("https://www.elnashra.com/news/show/1526648/سلط").map(|(address, _)| address);
        assert_eq!(arabic.as_deref(), Some("https://www.elnashra.com/news/show/1526648/%D8%B3%D9%84%D8%B7"));
    }

    #[test]
    fn everything_else_is_no_link() {
        for text in [
            "",
            "www.cnn.com",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "ftp://example.org/",
            "HTTPS://example.org/",
            "https://",
            "https:///path",
            "https://localhost/",
            "http://34.80.245.248/content.html",
            "http://[::1]/",
            "https://user@example.org/",
            "https://www.cnn.com@evil.example/",
            "https://example.org:80a/",
            "https://-a.example/",
            "https://a..example/",
            "https://ехample.org/",
            "https://example.org/a b",
            "https://example.org/\"quoted\"",
            "https://example.org/a\u{1b}]8;;",
            "https://example.org/a\u{fffd}b",
        ] {
            assert_eq!(Link::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_link_is_printable_ascii_and_stays_itself(text in "https?://[a-z.:@/?# -\u{ff}]{0,40}") {
            if let Some(link) = Link::parse(&text) {
                prop_assert!(link.address().bytes().all(|byte| (b'!'..=b'~').contains(&byte)));
                prop_assert_eq!(Link::parse(link.address()), Some(link));
            }
        }
    }
}
