//! An article that is a line of a JSON Lines file.
//!
//! A line is one JSON object. Of its fields are read `title`, which is plain text, and the first there is of `text` (plain text),
//! `body` (HTML where it has a tag of a paragraph or line break, else plain text) and `html`. `id`, or else `url`, names the
//! article. Others are passed over. The places of such an article are those of the file: the line is the line of the object, the
//! column counts the characters of that line, escapes such as `\u010d` and all.

use std::path::PathBuf;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::origin::Origin;
use super::{Article, Format, Span};

/// Where an article stands in its JSON Lines file.
#[derive(Debug)]
pub(super) struct Record {
    /// The line, from 1.
    pub(super) number: usize,
    /// Where the line begins in the file, in bytes.
    pub(super) start: usize,
    /// The line.
    pub(super) line: String,
    /// From the text of the article to the line.
    pub(super) origin: Origin,
}

#[derive(Deserialize)]
struct Fields<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    url: Option<&'a RawValue>,
    title: Option<&'a RawValue>,
    text: Option<&'a RawValue>,
    body: Option<&'a RawValue>,
    html: Option<&'a RawValue>,
}

impl Article {
    /// The article in line `number` of the JSON Lines file `path`, which begins at byte `start`; or what is wrong with the line, in
    /// words that begin in lower case and end without a full stop.
    pub fn from_json_line(
        path: impl Into<PathBuf>,
        line: String,
        number: usize,
        start: usize,
    ) -> Result<Self, String> {
        let fields: Fields<'_> = serde_json::from_str(&line).map_err(|error| match error.classify() {
            serde_json::error::Category::Data => format!("is no JSON object, or has a field twice: {error}"),
            _ => format!("is not JSON: {error}"),
        })?;
        let mut document = Document { line: &line, text: String::new(), origin: Origin::default() };
        let title = fields.title.map(|title| document.add("title", title)).transpose()?;
        let (name, body, format) = match (fields.text, fields.body, fields.html) {
            (Some(text), _, _) => ("text", text, Some(Format::Text)),
            (None, Some(body), _) => ("body", body, None),
            (None, None, Some(html)) => ("html", html, Some(Format::Html)),
            (None, None, None) => return Err("has none of the fields `text`, `body` and `html`".to_owned()),
        };
        let body = document.add(name, body)?;
        let html = |text: &str| {
            ["<p>", "<p ", "</p>", "<br>", "<br/>", "<br />"].iter().any(|tag| text.contains(tag))
        };
        let is_html = html(&document.text[body.start..body.end]);
        let format = format.unwrap_or(if is_html { Format::Html } else { Format::Text });
        let Document { text, origin, .. } = document;
        let mut path = path.into().into_os_string();
        if let Some(name) = fields.id.or(fields.url) {
            path.push(format!("#{}", name_of(name)));
        }
        let record = Record { number, start, line, origin };
        Ok(Self::read(path.into(), text, format, title, Some(record)))
    }
}

/// The fields of a record that are read, one below the other.
struct Document<'a> {
    line: &'a str,
    text: String,
    origin: Origin,
}

impl Document<'_> {
    fn add(&mut self, name: &str, value: &RawValue) -> Result<Span, String> {
        let json = value.get();
        let inside = json.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let inside = inside.ok_or_else(|| format!("has a `{name}` that is no string"))?;
        // The value is a part of the line.
        let at = inside.as_ptr() as usize - self.line.as_ptr() as usize;
        if !self.text.is_empty() {
            self.origin.shown(self.text.len(), Span::new(at, at));
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        let mut done = 0;
        while done < inside.len() {
            let rest = &inside[done..];
            let plain = rest.find('\\').unwrap_or(rest.len());
            if plain > 0 {
                self.origin.copied(self.text.len(), Span::new(at + done, at + done + plain));
                self.text.push_str(&rest[..plain]);
            }
            done += plain;
            if let Some((shown, length)) = escape(&rest[plain..]) {
                self.origin.shown(self.text.len(), Span::new(at + done, at + done + length));
                self.text.push(shown);
                done += length;
            }
        }
        Ok(Span::new(start, self.text.len()))
    }
}

/// The character that an escape at the start of a JSON string stands for, and the length of the escape.
fn escape(text: &str) -> Option<(char, usize)> {
    let unit = |at: usize| {
        let hex = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(hex, 16).ok()
    };
    Some(match *text.as_bytes().get(1)? {
        b'n' => ('\n', 2),
        b't' => ('\t', 2),
        b'r' => ('\r', 2),
        b'b' => ('\u{8}', 2),
        b'f' => ('\u{c}', 2),
        b'u' => {
            let units = [unit(0)?, unit(6).unwrap_or_default()];
            match char::decode_utf16(units).next()? {
                Ok(c) => (c, 6 * c.len_utf16()),
                Err(_) => (char::REPLACEMENT_CHARACTER, 6),
            }
        }
        other => (char::from(other), 2),
    })
}

/// What names an article: a string without its quotation marks, or a number.
fn name_of(value: &RawValue) -> String {
    serde_json::from_str(value.get()).unwrap_or_else(|_| value.get().to_owned())
}
