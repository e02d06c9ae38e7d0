//! Borders as a shared network: an arc runs between two nodes and parts two grounds, so that neighbours never come apart.

use std::collections::BTreeMap;

use std::sync::OnceLock;

use super::arc::{Arc, ArcNo, ArcUse, Ground};
use super::nodes::Nodes;
use super::{LonLat, RegionNo, Seam};

/// Regions that touch on less than this are not taken for neighbours: such contacts come and go with the detail of the
/// line (Nangarhar–Paktia 1.3 km, Kunduz–Samangan 5.3 km; the next longer one has 14.2 km).
const SHORTEST_CONTACT_KM: f64 = 10.0;

/// A country around the regions.
#[derive(Clone, Debug)]
pub struct Neighbour {
    /// The name.
    pub name: crate::text::Clean,
    /// Where its name may stand.
    pub label: Option<LonLat>,
    /// The outline: rings of arcs.
    pub rings: Vec<Vec<ArcUse>>,
}

/// Two regions that touch.
#[derive(Clone, Debug)]
pub struct Contact {
    /// The regions, in ascending order.
    pub regions: [RegionNo; 2],
    /// The arcs between them.
    pub arcs: Vec<ArcNo>,
    /// Whether they touch on 10 km or more: only then one can go from one to the other.
    pub passable: bool,
}

/// All arcs, what they enclose and who touches whom.
#[derive(Clone, Debug, Default)]
pub struct Borders {
    arcs: Vec<Arc>,
    contacts: Vec<Contact>,
    bounds: OnceLock<Option<[f64; 4]>>,
    nodes: OnceLock<Nodes>,
    /// The countries around the regions.
    pub neighbours: Vec<Neighbour>,
}

impl Borders {
    /// The network of `arcs`, with the contacts found in it.
    #[must_use]
    pub fn new(arcs: Vec<Arc>, neighbours: Vec<Neighbour>) -> Self {
        let mut touching: BTreeMap<[RegionNo; 2], Vec<ArcNo>> = BTreeMap::new();
        for (index, arc) in arcs.iter().enumerate() {
            if let Some(regions) = arc.regions() {
                touching.entry(regions).or_default().push(ArcNo::from_index(index));
            }
        }
        let contacts = touching
            .into_iter()
            .map(|(regions, shared)| {
                let parts = || shared.iter().map(|arc| &arcs[arc.index()]);
                let passable = parts().any(|arc| arc.is_at_least_km(SHORTEST_CONTACT_KM))
                    || parts().map(Arc::length_km).sum::<f64>() >= SHORTEST_CONTACT_KM;
                Contact { regions, arcs: shared, passable }
            })
            .collect();
        Self { arcs, contacts, bounds: OnceLock::new(), nodes: OnceLock::new(), neighbours }
    }

    /// The arcs, in the order of their file.
    #[must_use]
    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    /// The arc of a number.
    ///
    /// # Panics
    /// If the number comes from another network.
    #[must_use]
    pub fn arc(&self, number: ArcNo) -> &Arc {
        &self.arcs[number.index()]
    }

    /// West, south, east and north of all regions on the map of its gazetteer, whose seam it is asked with; none without any.
    /// Found when first asked for, and kept: another seam is not looked at.
    #[must_use]
    pub fn bounds(&self, seam: Seam) -> Option<[f64; 4]> {
        *self.bounds.get_or_init(|| {
            let own = |arc: &&Arc| arc.sides.iter().any(|side| matches!(side, Ground::Region(_)));
            self.arcs.iter().filter(own).filter_map(|arc| arc.bounds(seam)).reduce(Seam::wider)
        })
    }

    /// Where arcs end, and meet. Found when first asked for.
    #[must_use]
    pub fn nodes(&self) -> &Nodes {
        self.nodes.get_or_init(|| Nodes::new(&self.arcs))
    }

    /// The pairs of regions that touch, in ascending order.
    #[must_use]
    pub fn contacts(&self) -> &[Contact] {
        &self.contacts
    }

    /// The positions of a ring in order, closed.
    #[must_use]
    pub fn ring(&self, uses: &[ArcUse]) -> Vec<LonLat> {
        let mut ring = Vec::new();
        for step in uses {
            let line = &self.arc(step.arc).line;
            let skip = usize::from(!ring.is_empty());
            if step.reversed {
                ring.extend(line.iter().rev().skip(skip));
            } else {
                ring.extend(line.iter().skip(skip));
            }
        }
        ring
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat::new(lon, lat).expect("a position")
    }

    #[test]
    fn a_short_contact_is_not_passable() {
        let [one, two, three] = [0, 1, 2].map(|index| Ground::Region(RegionNo::from_index(index)));
        let long = Arc::new(vec![at(0.0, 0.0), at(0.0, 1.0)], [two, one]);
        let short = Arc::new(vec![at(0.0, 1.0), at(0.0, 1.05)], [two, three]);
        let borders = Borders::new(vec![long, short], Vec::new());
        assert_eq!(borders.contacts().iter().map(|contact| contact.passable).collect::<Vec<_>>(), [true, false]);
        assert!((borders.arcs()[0].length_km() - 110.574).abs() < 0.01, "a degree of latitude at the equator");
    }

    #[test]
    fn a_ring_joins_its_arcs_without_doubling_the_nodes() {
        let arcs = vec![
            Arc::new(vec![at(0.0, 0.0), at(1.0, 0.0), at(1.0, 1.0)], [Ground::Outside; 2]),
            Arc::new(vec![at(0.0, 0.0), at(0.0, 1.0), at(1.0, 1.0)], [Ground::Outside; 2]),
        ];
        let borders = Borders::new(arcs, Vec::new());
        let ring = borders.ring(&[
            ArcUse { arc: ArcNo::from_index(0), reversed: false },
            ArcUse { arc: ArcNo::from_index(1), reversed: true },
        ]);
        assert_eq!(ring, [at(0.0, 0.0), at(1.0, 0.0), at(1.0, 1.0), at(0.0, 1.0), at(0.0, 0.0)]);
    }
}
