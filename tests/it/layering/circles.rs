//! No circles between the files of a room either. A file may name what its own door holds, the file that is named like its
//! folder, since a door knows all files behind it; what a door only passes on counts as taken from where it stands.

use std::collections::{BTreeMap, BTreeSet};

use super::{Source, is_of_word, sources};

/// The sources by their paths, and what the doors among them pass on.
struct House<'a> {
    files: BTreeMap<&'a str, String>,
    /// By the path under which a thing can be named, the path that the door says for it.
    passed: BTreeMap<String, String>,
}

impl<'a> House<'a> {
    fn new(sources: &'a [Source]) -> Self {
        let rooms = sources.iter().filter(|source| !source.is_of_tests());
        let files = rooms.map(|source| (&*source.path, code(&source.text))).collect();
        let mut house = Self { files, passed: BTreeMap::new() };
        for (file, code) in &house.files {
            for path in imports(code).filter(|(public, _)| *public).flat_map(|(_, tree)| spread(&tree)) {
                let name = path.rsplit("::").next().unwrap_or_default();
                let from = house.whole(file, &path);
                house.passed.extend(from.map(|from| (format!("{file}/{name}"), from)));
            }
        }
        house
    }

    /// A path as it is written in a file, from the top.
    fn whole(&self, file: &str, path: &str) -> Option<String> {
        let path = path.replace("::", "/");
        let (first, rest) = path.split_once('/').unwrap_or((&path, ""));
        match first {
            "crate" => Some(rest.to_owned()),
            "self" => Some(format!("{file}/{rest}")),
            "super" => {
                let (mut above, mut rest) = (parent(file), rest);
                while let Some(higher) = rest.strip_prefix("super/") {
                    (above, rest) = (parent(above), higher);
                }
                Some(format!("{above}/{rest}"))
            }
            _ => Some(format!("{file}/{path}")).filter(|_| self.files.contains_key(&*format!("{file}/{first}"))),
        }
    }

    /// The file in which the thing of a path stands.
    fn file_of(&self, path: &str) -> Option<&'a str> {
        if let Some(from) = self.passed.get(path).filter(|_| !self.files.contains_key(path)) {
            return self.file_of(from);
        }
        match self.files.get_key_value(path) {
            Some((file, _)) => Some(file),
            None => Some(parent(path)).filter(|above| !above.is_empty()).and_then(|above| self.file_of(above)),
        }
    }

    /// The files of its room that a file knows: what it names, and what stands behind it.
    fn known(&self, file: &str) -> BTreeSet<&'a str> {
        let code = &self.files[file];
        let imported = imports(code).filter(|(public, _)| !public).flat_map(|(_, tree)| spread(&tree));
        let named = imported.chain(paths(code)).filter_map(|path| self.file_of(&self.whole(file, &path)?));
        let behind = self.files.keys().copied().filter(|other| parent(other) == file);
        let own_door = |other: &str| file == other || file.starts_with(&format!("{other}/"));
        let of_room = |other: &str| other.split('/').next() == file.split('/').next();
        named.chain(behind).filter(|other| of_room(other) && !own_door(other)).collect()
    }

    /// Who knows whom along the circles.
    fn circles(&self) -> Vec<String> {
        let mut left: BTreeMap<&str, BTreeSet<&str>> =
            self.files.keys().map(|&file| (file, self.known(file))).collect();
        // Whoever knows nobody that is left, or is known to nobody, stands on no circle.
        loop {
            let count = left.len();
            let known: BTreeSet<&str> = left.values().flatten().copied().collect();
            left.retain(|file, knows| known.contains(file) && !knows.is_empty());
            let files: BTreeSet<&str> = left.keys().copied().collect();
            for knows in left.values_mut() {
                knows.retain(|file| files.contains(file));
            }
            if left.len() == count {
                break;
            }
        }
        left.iter().flat_map(|(file, knows)| knows.iter().map(move |other| format!("{file} -> {other}"))).collect()
    }
}

/// The text of a file without its comments and its tests.
fn code(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(above, _)| above)
}

/// What is imported, and whether it is passed on.
fn imports(code: &str) -> impl Iterator<Item = (bool, String)> {
    code.split(';').filter_map(|statement| {
        let (before, tree) = statement.rsplit_once("use ")?;
        let head = before.rsplit('\n').next().unwrap_or_default().trim();
        let public = head.starts_with("pub");
        (head.is_empty() || public).then(|| (public, tree.split_whitespace().collect::<Vec<_>>().join(" ")))
    })
}

/// The paths of an import: `a::{b, c::d}` has `a::b` and `a::c::d`.
fn spread(tree: &str) -> Vec<String> {
    let Some((stem, list)) = tree.trim().strip_suffix('}').and_then(|tree| tree.split_once('{')) else {
        return tree.split_whitespace().next().map(str::to_owned).into_iter().collect();
    };
    let mut depth = 0;
    let items = list.split(|letter| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == ',' && depth == 0
    });
    items.flat_map(spread).map(|rest| format!("{stem}{rest}")).collect()
}

/// The paths in a code that begin with `crate`, `self` or `super`.
fn paths(code: &str) -> impl Iterator<Item = String> {
    let words = code.split(|letter| !is_of_word(letter) && letter != ':');
    let begun = |word: &&str| ["crate::", "self::", "super::"].iter().any(|start| word.starts_with(start));
    words.filter(begun).map(|word| word.trim_end_matches(':').to_owned())
}

#[test]
fn no_files_know_each_other_in_a_circle() {
    let sources = sources();
    let circles = House::new(&sources).circles();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn circles_are_seen() {
    let circles = |files: &[(&str, &str)]| {
        let source = |&(path, text): &(&str, &str)| Source { path: path.into(), text: text.into() };
        let sources: Vec<Source> = files.iter().map(source).collect();
        House::new(&sources).circles().join(", ")
    };
    let door = ("map", "mod a;\nmod b;\n#[cfg(test)]\nmod tests;\npub use b::{B, Other};\npub struct Own;\n");
    let found = "map/a -> map/b, map/b -> map/a";
    assert_eq!(circles(&[door, ("map/a", "use super::b::B;"), ("map/b", "use super::a::{A, C};")]), found);
    assert_eq!(circles(&[door, ("map/a", "use super::{Own, B};"), ("map/b", "fn f() { super::a::go(); }")]), found);
    assert_eq!(circles(&[door, ("map/a", "use crate::{\n    map::B,\n};"), ("map/b", "use crate::map::a::A;")]), found);
    // Through the door of a room within the room.
    let within = ("map/a/c", "use crate::map::B;");
    let seen = circles(&[door, ("map/a", "mod c;"), within, ("map/b", "use super::a;")]);
    assert_eq!(seen, "map/a -> map/a/c, map/a/c -> map/b, map/b -> map/a");
    // What the own door holds, and what only tests and comments name, makes none.
    let tests = "use super::Own;\n// use super::a::A;\n#[cfg(test)]\nmod tests {\n    use super::a::A;\n}";
    assert_eq!(circles(&[door, ("map/a", "use super::B;"), ("map/b", tests)]), "");
}
