//! Reads a rule that is written plainly, as nearly all are: its values are strings on one line without escapes, whole numbers, and
//! lists and tables of them. The crate toml, which reads all there is and says what is wrong where, takes ten times as long: it gets
//! what is not plain or not sound.

use std::collections::BTreeMap;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// Keys and their values; no key is there twice.
pub(super) type Table<'t> = BTreeMap<&'t str, Value<'t>>;

/// A plain value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Value<'t> {
    Text(&'t str),
    Number(u8),
    List(Vec<Value<'t>>),
    Table(Table<'t>),
}

/// Those entries of a table that have one of these keys, to be read into a struct of them.
pub(super) fn with_keys<'de>(
    table: &'de Table<'_>,
    keys: &[&str],
) -> impl Deserializer<'de, Error = toml::de::Error> {
    let entries = table.iter().map(|(&key, value)| (key, value));
    MapDeserializer::new(entries.filter(|(key, _)| keys.contains(key)))
}

/// The rule of a text that holds one rule and nothing else, and the line of its id, from 1; none where it is not plain.
pub(super) fn rule(text: &str) -> Option<(Table<'_>, usize)> {
    if !is_clean(text) {
        return None;
    }
    let mut reader = Reader { rest: text };
    let mut table = Table::new();
    let mut id_line = 0;
    reader.skip_lines();
    reader.take("[[rule]]")?;
    reader.end_line()?;
    while !reader.rest.is_empty() {
        let (key, value) = reader.entry(MOST_DEPTH)?;
        if key == "id" {
            let before = &text[..text.len() - reader.rest.len()];
            id_line = 1 + memchr::memchr_iter(b'\n', before.as_bytes()).count();
        }
        reader.end_line()?;
        if table.insert(key, value).is_some() {
            return None;
        }
    }
    Some((table, id_line))
}

/// Lists and tables in each other.
const MOST_DEPTH: usize = 4;

/// Reads what is plain, and gives up at what is not.
struct Reader<'t> {
    rest: &'t str,
}

impl<'t> Reader<'t> {
    /// A key and its value.
    fn entry(&mut self, depth: usize) -> Option<(&'t str, Value<'t>)> {
        let key = match self.string() {
            Some(key) => key,
            None => self.while_(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')?,
        };
        self.skip_spaces();
        self.take("=")?;
        self.skip_spaces();
        Some((key, self.value(depth)?))
    }

    fn value(&mut self, depth: usize) -> Option<Value<'t>> {
        let depth = depth.checked_sub(1)?;
        match self.rest.as_bytes().first()? {
            b'"' | b'\'' => self.string().map(Value::Text),
            b'[' => {
                let mut list = Vec::new();
                self.items("[", "]", |reader| {
                    list.push(reader.value(depth)?);
                    Some(())
                })?;
                Some(Value::List(list))
            }
            b'{' => {
                let mut table = Table::new();
                self.items("{", "}", |reader| {
                    let (key, value) = reader.entry(depth)?;
                    table.insert(key, value).is_none().then_some(())
                })?;
                Some(Value::Table(table))
            }
            _ => {
                let digits = self.while_(|byte| byte.is_ascii_digit())?;
                let is_decimal = digits == "0" || !digits.starts_with('0');
                is_decimal.then(|| digits.parse().ok().map(Value::Number))?
            }
        }
    }

    /// What stands between two brackets, with a comma behind each but the last, which may have one.
    fn items(
        &mut self,
        open: &str,
        close: &str,
        mut each: impl FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.take(open)?;
        self.skip_lines();
        while self.take(close).is_none() {
            each(self)?;
            self.skip_lines();
            if self.take(",").is_some() {
                self.skip_lines();
            } else if !self.rest.starts_with(close) {
                return None;
            }
        }
        Some(())
    }

    /// A string on one line, without escapes.
    fn string(&mut self) -> Option<&'t str> {
        let quote = *self.rest.as_bytes().first().filter(|byte| matches!(byte, b'"' | b'\''))?;
        let escape = if quote == b'"' { b'\\' } else { quote };
        let inside = &self.rest[1..];
        let end = memchr::memchr3(quote, escape, b'\n', inside.as_bytes())?;
        self.rest = inside[end..].strip_prefix(char::from(quote))?;
        Some(&inside[..end])
    }

    /// The bytes, at least one and all ASCII, that are such.
    fn while_(&mut self, is_such: impl Fn(u8) -> bool) -> Option<&'t str> {
        let end = self.rest.bytes().position(|byte| !is_such(byte)).unwrap_or(self.rest.len());
        let (such, rest) = self.rest.split_at_checked(end).filter(|_| end > 0)?;
        self.rest = rest;
        Some(such)
    }

    fn take(&mut self, what: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(what)?;
        Some(())
    }

    fn skip_spaces(&mut self) {
        let is_space = |byte: &u8| matches!(byte, b' ' | b'\t');
        while self.rest.as_bytes().first().is_some_and(is_space) {
            self.rest = &self.rest[1..];
        }
    }

    /// Goes to the next line that holds something.
    fn end_line(&mut self) -> Option<()> {
        self.skip_spaces();
        matches!(self.rest.as_bytes().first(), None | Some(b'\n' | b'\r' | b'#')).then_some(())?;
        self.skip_lines();
        Some(())
    }

    /// Passes over white space, line ends and comments.
    fn skip_lines(&mut self) {
        loop {
            self.skip_spaces();
            match self.rest.as_bytes().first() {
                Some(b'\n' | b'\r') => self.rest = &self.rest[1..],
                Some(b'#') => {
                    let end = memchr::memchr(b'\n', self.rest.as_bytes());
                    self.rest = &self.rest[end.unwrap_or(self.rest.len())..];
                }
                _ => return,
            }
        }
    }
}

/// Whether a text has no control character but tabs and line ends: TOML refuses them wherever they are.
fn is_clean(text: &str) -> bool {
    let is_control = |byte: u8| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r');
    let text = text.as_bytes();
    // Without a way out, so that it looks at many at once.
    let any_control = text.iter().fold(false, |any, &byte| any | is_control(byte));
    !any_control && memchr::memchr_iter(b'\r', text).all(|at| text.get(at + 1) == Some(&b'\n'))
}

/// The error is that of toml, so that what takes the one takes the other.
impl<'de> Deserializer<'de> for &'de Value<'_> {
    type Error = toml::de::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self {
            Value::Text(text) => visitor.visit_borrowed_str(text),
            Value::Number(number) => visitor.visit_u8(*number),
            Value::List(list) => visitor.visit_seq(SeqDeserializer::new(list.iter())),
            Value::Table(table) => {
                visitor.visit_map(MapDeserializer::new(table.iter().map(|(&key, value)| (key, value))))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        match self {
            Value::Text(text) => visitor.visit_enum((*text).into_deserializer()),
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, toml::de::Error> for &'de Value<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    impl From<Value<'_>> for toml::Value {
        fn from(value: Value<'_>) -> Self {
            match value {
                Value::Text(text) => text.into(),
                Value::Number(number) => i64::from(number).into(),
                Value::List(list) => Self::Array(list.into_iter().map(Self::from).collect()),
                Value::Table(table) => of(table).into(),
            }
        }
    }

    fn of(table: Table<'_>) -> toml::Table {
        table.into_iter().map(|(key, value)| (key.to_owned(), value.into())).collect()
    }

    /// The one rule of a text, as the crate toml reads it.
    fn reference(text: &str) -> Option<toml::Table> {
        let mut file: toml::Table = text.parse().ok()?;
        let rules = file.remove("rule")?;
        let [toml::Value::Table(rule)] = rules.as_array()?.as_slice() else { return None };
        file.is_empty().then(|| rule.clone())
    }

    #[test]
    fn a_rule_as_most_are() {
        let text = "# Ours.\r\n\n[[rule]] # one\n\tlevel = 90\r\n'id'=\"a\" # why\n\nlist = [ # two\n  \"šef [[x|y]]\", 'c\\d',\n]\n\
                    \"t t\" = { a = '', 'b b' = [7] }";
        let (table, id_line) = rule(text).expect("it is plain");
        assert_eq!(id_line, 5);
        assert_eq!(Some(of(table)), reference(text));
    }

    #[test]
    fn what_is_not_plain_is_left_to_toml() {
        for line in [
            "a = \"\\u0041\"",
            "a = \"\"\"b\"\"\"",
            "a = 1.5",
            "a = 1_0",
            "a = 010",
            "a = 300",
            "a = -1",
            "a = true",
            "a.b = 1",
            "a = 1\na = 2",
            "a = {b = 1, b = 2}",
            "a = 1 b = 2",
            "a = [[[[[1]]]]]",
            "a = \"\u{7}\"",
            "a = \"\r\"",
            "# \u{7f}",
            "a = [1 2]",
            "a =",
            "[rule.b]",
            "[[rule]]",
        ] {
            assert_eq!(rule(&format!("[[rule]]\n{line}\n")), None, "{line}");
        }
        assert_eq!(rule("x = 1\n[[rule]]"), None);
    }

    proptest! {
        #[test]
        fn what_is_plain_is_read_as_toml_reads_it(
            pieces in prop::collection::vec(
                prop::sample::select(vec![
                    "a", "b", "id", " = ", "=", "1", "90", "'s'", "\"s\"", "\"", "'", "[", "]", "{", "}", ", ", ",", "\n", "\r\n", "\r",
                    " ", "\t", "# c", "[[rule]]", "\\", ".", "\u{1}", "é", "a = 1\n", "b = [\"x\", 'y']\n", "id = { a = 1 }\n",
                ]),
                0..12,
            ),
        ) {
            let text = format!("[[rule]]\n{}", pieces.concat());
            if let Some((table, _)) = rule(&text) {
                prop_assert_eq!(Some(of(table)), reference(&text), "{}", text);
            }
        }
    }
}
