//! The outlines of pockets: the borders that close a cut-off group of regions where the front does not.

use crate::chronicle::PartyNo;
use crate::gazetteer::{ArcNo, Ground};

use super::scene::Scene;

/// The arcs around pockets that are no front, each with the holder of the pocket.
pub(super) fn outline(scene: &Scene<'_>) -> Vec<(ArcNo, PartyNo)> {
    let pockets = &scene.situation.pockets;
    if pockets.is_empty() {
        return Vec::new();
    }
    let known = pockets.iter().flat_map(|pocket| &pocket.regions).map(|region| region.index() + 1).max();
    let mut of: Vec<Option<usize>> = vec![None; known.unwrap_or(0)];
    for (index, pocket) in pockets.iter().enumerate() {
        for region in &pocket.regions {
            of[region.index()] = Some(index);
        }
    }
    let pocket = |ground: Ground| match ground {
        Ground::Region(region) => of.get(region.index()).copied().flatten(),
        _ => None,
    };
    let mut outline = Vec::new();
    for (index, arc) in scene.gazetteer.borders.arcs().iter().enumerate() {
        let [one, other] = arc.sides.map(pocket);
        let number = ArcNo::from_index(index);
        if let Some(pocket) = one.or(other).filter(|_| one != other)
            && scene.situation.front.arcs.binary_search(&number).is_err()
        {
            outline.push((number, pockets[pocket].party));
        }
    }
    outline
}
