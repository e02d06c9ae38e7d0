//! From the fields of a record to a value, by the names of the columns.

use std::borrow::Cow;

use serde::de::value::Error;
use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, Visitor,
};
use serde::forward_to_deserialize_any;

/// The columns of a table, and which field of a struct each is.
pub(super) struct Columns<'a> {
    names: Vec<&'a str>,
    /// The fields that were asked for last.
    asked: &'static [&'static str],
    /// The numbers of the fields; found out with the first record.
    numbers: Option<Vec<u64>>,
}

impl<'a> Columns<'a> {
    /// Columns by their names.
    pub(super) fn new(names: &'a [Cow<'_, str>]) -> Self {
        Self { names: names.iter().map(|name| name.trim()).collect(), asked: &[], numbers: None }
    }

    /// Makes a value of the fields of a record that lacks no column. Fails with the column that is faulty, and why.
    pub(super) fn read<'de, T: Deserialize<'de>>(
        &mut self,
        fields: &'de [Cow<'de, str>],
    ) -> Result<T, (usize, String)> {
        let mut record = Record { columns: self, fields, at: 0 };
        T::deserialize(&mut record).map_err(|error| (record.at, error.to_string()))
    }

    /// The first column that is missing of those that there must be. It is what cannot be done without when a row of a
    /// sound table, with its header, is read by the columns that are here.
    pub(super) fn lacks<T: DeserializeOwned>(&self, [header, row]: &[Vec<Cow<'_, str>>; 2]) -> Option<String> {
        let here = header.iter().zip(row).filter(|(name, _)| self.names.contains(&&***name));
        let (names, fields): (Vec<_>, Vec<_>) = here.map(|(name, field)| (name.clone(), field.clone())).unzip();
        let (_, message) = Columns::new(&names).read::<T>(&fields).err()?;
        message.strip_prefix("missing field `")?.strip_suffix('`').map(str::to_owned)
    }

    /// Which field of a struct a column is. A number beyond the last is no field of it.
    fn number(&mut self, at: usize) -> Option<u64> {
        let fields = self.asked;
        let number = |name: &&str| fields.iter().position(|field| field == name).unwrap_or(fields.len()) as u64;
        let numbers = self.numbers.get_or_insert_with(|| self.names.iter().map(number).collect());
        numbers.get(at).copied()
    }
}

/// The columns that a struct is made of: the names of its fields.
pub(super) fn names<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut columns = Columns::new(&[]);
    // Nothing can be made of no columns; who is asked for a struct says first of which fields.
    drop(columns.read::<T>(&[]));
    columns.asked
}

/// A record as a map from fields to values, one after the other.
struct Record<'a, 'b, 'de> {
    columns: &'a mut Columns<'b>,
    fields: &'de [Cow<'de, str>],
    /// The column that is being read.
    at: usize,
}

impl<'de> Deserializer<'de> for &mut Record<'_, '_, 'de> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.columns.asked = fields;
        visitor.visit_map(Pairs(self))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("a record is read into a struct"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// The names and the values of a record, of which a struct is made.
struct Pairs<'a, 'b, 'c, 'de>(&'a mut Record<'b, 'c, 'de>);

impl<'de> MapAccess<'de> for Pairs<'_, '_, '_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let number = self.0.columns.number(self.0.at);
        number.map(|number| seed.deserialize(number.into_deserializer())).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let value = seed.deserialize(Field(self.0.fields.get(self.0.at).map_or("", |field| field)))?;
        self.0.at = self.0.at.saturating_add(1);
        Ok(value)
    }
}

/// A field: text, a number, or nothing.
struct Field<'de>(&'de str);

/// Numbers are written in digits with a point; what else a reader of numbers takes, such as `nan`, `inf` or `1e9`, is no
/// measure of anything here.
fn decimal(text: &str) -> Result<f64, Error> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let plain = digits.starts_with(|letter: char| letter.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number = text.parse().ok().filter(|number: &f64| plain && number.is_finite());
    number.ok_or_else(|| Error::custom("not a number such as 34.5"))
}

macro_rules! whole {
    ($($deserialize:ident $visit:ident)*) => {
        $(fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let number = self.0.trim().parse().map_err(|_| Error::custom("not a whole number that could be meant"));
            visitor.$visit(number?)
        })*
    };
}

impl<'de> Deserializer<'de> for Field<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.trim().is_empty() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_f64(decimal(self.0.trim())?)
    }

    whole! { deserialize_u16 visit_u16 deserialize_u32 visit_u32 deserialize_u64 visit_u64 deserialize_i32 visit_i32 }

    forward_to_deserialize_any! {
        bool i8 i16 i64 i128 u8 u128 f32 char str string bytes byte_buf unit unit_struct newtype_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}
