//! `export`: the screen of a day as a picture.

use std::fs;
use std::path::Path;

use super::{output, run};

/// Exports into a new folder and returns the picture.
fn picture(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("frame.svg");
    let file = path.to_str().expect("a path");
    assert_eq!(output(&[&["export", "-o", file], arguments].concat()), "");
    fs::read_to_string(path).expect("the picture")
}

/// Checks that a text is one well-formed XML element: tags that match, quoted attributes, known entities.
fn well_formed(text: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut roots = 0;
    let mut pieces = text.split('<');
    if pieces.next().is_some_and(|before| !before.trim().is_empty()) {
        return Err("text before the first element".into());
    }
    for piece in pieces {
        let (tag, after) = piece.split_once('>').ok_or_else(|| format!("a tag without an end: {piece}"))?;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
        } else {
            let (inner, empty) = tag.strip_suffix('/').map_or((tag, false), |inner| (inner, true));
            let (name, attributes) = inner.split_once(' ').unwrap_or((inner, ""));
            quoted(attributes)?;
            roots += usize::from(open.is_empty());
            if !empty {
                open.push(name);
            }
        }
        references(after)?;
        if open.is_empty() && !after.trim().is_empty() {
            return Err(format!("text outside: {after}"));
        }
    }
    if roots == 1 && open.is_empty() { Ok(()) } else { Err(format!("{roots} roots, {open:?} left open")) }
}

/// Attributes: a name once, a value in double quotes.
fn quoted(attributes: &str) -> Result<(), String> {
    let mut names = Vec::new();
    let mut rest = attributes.trim();
    while !rest.is_empty() {
        let wrong = || format!("an attribute in: {attributes}");
        let (name, value) = rest.split_once("=\"").ok_or_else(wrong)?;
        let (value, after) = value.split_once('"').ok_or_else(wrong)?;
        references(value)?;
        if names.contains(&name) || name.contains(char::is_whitespace) {
            return Err(wrong());
        }
        names.push(name);
        rest = after.trim_start();
    }
    Ok(())
}

/// Every `&` begins a reference that XML knows without a document type.
fn references(text: &str) -> Result<(), String> {
    for after in text.split('&').skip(1) {
        let name = after.split_once(';').map(|(name, _)| name);
        if !name.is_some_and(|name| ["amp", "lt", "gt", "quot", "apos"].contains(&name) || name.starts_with('#')) {
            return Err(format!("a bare & in: {text}"));
        }
    }
    Ok(())
}

#[test]
fn the_check_of_xml_sees_what_is_wrong() {
    assert_eq!(well_formed("<a b=\"1\" c=\"&lt;\">x &amp; y<d/></a>\n"), Ok(()));
    for wrong in ["<a>", "<a></b>", "<a b=1/>", "<a b=\"1\" b=\"2\"/>", "<a>&</a>", "<a/><a/>", "x<a/>", "<a/>x", "<a"]
    {
        assert!(well_formed(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_picture_is_well_formed_and_says_what_it_shows() {
    for (theme, size) in [("dark", "120x40"), ("light", "80x24"), ("mono", "200x60")] {
        let picture = picture(&["--at", "2021-08-12", "--theme", theme, "--size", size]);
        well_formed(&picture).unwrap_or_else(|fault| panic!("{theme} {size}: {fault}"));
        assert!(picture.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
        assert!(
            picture.contains("<title>Afghanistan 2021: the fall of the provincial capitals, Thu 12 Aug 2021</title>")
        );
        assert!(picture.contains("12 of 34") && !picture.contains("<script"));
    }
}

#[test]
fn the_same_day_gives_the_same_picture() {
    assert_eq!(picture(&[]), picture(&["--at", "2021-08-09", "--size", "120x40", "--theme", "dark"]));
    assert_ne!(picture(&[]), picture(&["--at", "2021-08-10"]));
}

#[test]
fn a_file_is_replaced_only_by_force() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("frame.svg");
    let file = path.to_str().expect("a path");
    fs::write(&path, "mine").expect("a file");
    let ran = run(&["export", "-o", file]);
    assert_eq!((ran.code, &*ran.out, ran.said.lines().count()), (2, "", 1), "{}", ran.said);
    assert!(ran.said.contains("--force"), "{}", ran.said);
    assert_eq!(fs::read_to_string(&path).expect("a file"), "mine");
    output(&["export", "-o", file, "--force"]);
    assert!(fs::read_to_string(&path).expect("a file").starts_with("<svg"));
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1, "nothing else is left behind");
}

#[test]
fn an_ending_that_it_does_not_write_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["frame.docx", "frame", ".svg"] {
        let path = folder.path().join(name);
        let ran = run(&["export", "-o", path.to_str().expect("a path")]);
        assert_eq!((ran.code, ran.said.lines().count()), (2, 1), "{name}: {}", ran.said);
        assert!(ran.said.contains(".svg"), "{name}: {}", ran.said);
        assert!(!path.exists());
    }
}

#[test]
fn a_folder_that_is_not_there_is_a_failure_of_writing() {
    let ran = run(&["export", "-o", "/no/such/folder/frame.svg"]);
    assert_eq!((ran.code, ran.said.lines().count()), (4, 1), "{}", ran.said);
    assert!(!Path::new("/no").exists());
}
