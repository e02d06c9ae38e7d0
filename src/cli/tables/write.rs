//! The forms of a table: one function each, bytes out.

use std::io;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::text;

use super::{Cell, Row, Table};

/// The most columns of the screen that one column of the text form takes, the last aside.
const WIDEST: usize = 40;

/// The most important columns, aligned.
pub(super) fn text(table: &Table) -> Vec<u8> {
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.cells.iter().take(table.brief).map(plain).collect()).collect();
    let wide = |column: usize| {
        let widths = rows.iter().map(|row| text::width(&row[column]));
        let widest = if column + 1 == table.brief { usize::MAX } else { WIDEST };
        widths.max().unwrap_or(0).min(widest)
    };
    let widths: Vec<usize> = (0..table.brief).map(wide).collect();
    let mut out = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, &wide) in row.iter().zip(&widths) {
            let cut = text::cut(cell, wide);
            line.push_str(&cut);
            line.push_str(&" ".repeat(wide + 2 - text::width(&cut)));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out.into_bytes()
}

/// All columns, separated by commas. Unless `raw`, a cell that a spreadsheet would run gets an apostrophe in front.
pub(super) fn csv(table: &Table, raw: bool) -> Vec<u8> {
    let mut out = table.columns.join(",") + "\n";
    for row in &table.rows {
        let fields = row.cells.iter().map(|cell| match cell {
            Cell::Text(_) | Cell::List(_) if !raw => quoted(safe(plain(cell))),
            _ => quoted(plain(cell)),
        });
        out.push_str(&fields.collect::<Vec<_>>().join(","));
        out.push('\n');
    }
    out.into_bytes()
}

/// A field in quotes if it needs them, as in RFC 4180.
fn quoted(field: String) -> String {
    if field.contains([',', '"', '\n', '\r']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
}

/// All columns, an array of objects.
pub(super) fn json(table: &Table) -> io::Result<Vec<u8>> {
    let objects: Vec<Object<'_>> = table.rows.iter().map(|row| Object(table.columns, row)).collect();
    line(&objects)
}

/// All columns as the properties of points; what is nowhere has no geometry.
pub(super) fn geojson(table: &Table) -> io::Result<Vec<u8>> {
    let feature = |row: &Row| {
        let point = row.point.map(|(lon, lat)| serde_json::json!({"type": "Point", "coordinates": [lon, lat]}));
        let properties = serde_json::to_value(Object(table.columns, row))?;
        Ok(serde_json::json!({"type": "Feature", "geometry": point, "properties": properties}))
    };
    let features = table.rows.iter().map(feature).collect::<io::Result<Vec<_>>>()?;
    line(&serde_json::json!({"type": "FeatureCollection", "features": features}))
}

fn line(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A cell in words.
fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::List(texts) => texts.join("; "),
        Cell::Whole(number) => number.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
    }
}

/// A text that no spreadsheet takes for a formula.
fn safe(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

/// A row as an object, its keys in the order of the columns.
struct Object<'a>(&'a [&'a str], &'a Row);

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self(columns, row) = self;
        let mut map = to.serialize_map(Some(columns.len()))?;
        for (column, cell) in columns.iter().zip(&row.cells) {
            map.serialize_entry(column, cell)?;
        }
        map.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => to.serialize_none(),
            Self::Text(text) => to.serialize_str(text),
            Self::List(texts) => texts.serialize(to),
            Self::Whole(number) => to.serialize_u64(*number),
            Self::Number(number) => to.serialize_f64(*number),
            Self::Flag(flag) => to.serialize_bool(*flag),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_made_harmless() {
        for text in ["=1+1", "+49", "-2", "@cell", "\tx", "\rx"] {
            assert_eq!(safe(text.to_owned()), format!("'{text}"));
        }
        assert_eq!(safe("Herat = a city".to_owned()), "Herat = a city");
    }

    #[test]
    fn a_field_is_quoted_if_it_must_be() {
        let fields = ["plain", "one, two", "say \"so\""].map(|field| quoted(field.to_owned()));
        assert_eq!(fields, ["plain", "\"one, two\"", "\"say \"\"so\"\"\""]);
    }
}
