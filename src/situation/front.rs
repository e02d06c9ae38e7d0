//! The front and the pockets, computed from who holds which region.

use crate::chronicle::{Chronicle, PartyNo};
use crate::gazetteer::{Gazetteer, GroundArea, RegionNo};

use super::{Front, Pocket, Standing, Territory};

/// The holder of every region: that of its capital; a region without one has none and makes no front.
pub(super) fn holders(gazetteer: &Gazetteer, chronicle: &Chronicle, standings: &[Standing]) -> Vec<Option<PartyNo>> {
    let holder = |place: crate::gazetteer::PlaceNo| {
        standings.get(place.index()).map_or(chronicle.home, |standing| standing.holder)
    };
    gazetteer.regions.iter().map(|region| region.capital.map(holder)).collect()
}

/// What every party holds.
pub(super) fn territories(gazetteer: &Gazetteer, chronicle: &Chronicle, holders: &[Option<PartyNo>]) -> Vec<Territory> {
    let mut territories = vec![Territory { regions: 0, area_km2: Some(0.0) }; chronicle.parties.len()];
    for (region, holder) in gazetteer.regions.iter().zip(holders) {
        if let Some(territory) = holder.and_then(|party| territories.get_mut(party.index())) {
            territory.regions += 1;
            territory.area_km2 = territory.area_km2.zip(region.area).map(|(sum, area)| sum + area.km2());
        }
    }
    territories
}

/// The borders between regions of different holders.
pub(super) fn front(gazetteer: &Gazetteer, holders: &[Option<PartyNo>]) -> Front {
    let mut front = Front::default();
    for contact in gazetteer.borders.contacts() {
        let [one, other] = contact.regions.map(|region| holders[region.index()]);
        if one.is_some() && other.is_some() && one != other {
            front.borders += 1;
            front.arcs.extend(&contact.arcs);
        }
    }
    front.arcs.sort_unstable();
    // From plain zero: an empty sum of floating-point numbers is minus zero.
    front.length_km = front.arcs.iter().fold(0.0, |sum, &arc| sum + gazetteer.borders.arc(arc).length_km());
    front
}

/// The groups of regions that are not their party's largest by area, largest first; of two alike the one whose first
/// region comes first by identifier.
pub(super) fn pockets(gazetteer: &Gazetteer, chronicle: &Chronicle, holders: &[Option<PartyNo>]) -> Vec<Pocket> {
    let groups = groups(gazetteer, holders);
    let mut pockets = Vec::new();
    for party in (0..chronicle.parties.len()).map(PartyNo::from_index) {
        let mut own: Vec<Pocket> = groups
            .iter()
            .filter(|group| group.first().is_some_and(|region| holders[region.index()] == Some(party)))
            .map(|group| Pocket {
                party,
                regions: group.clone(),
                // What has an outline has an area.
                area_km2: group.iter().filter_map(|&region| gazetteer.region(region).area).map(GroundArea::km2).sum(),
            })
            .collect();
        let first_id = |pocket: &Pocket| pocket.regions.iter().map(|&region| &gazetteer.region(region).id).min();
        own.sort_by(|one, other| {
            other.area_km2.total_cmp(&one.area_km2).then_with(|| first_id(one).cmp(&first_id(other)))
        });
        pockets.extend(own.into_iter().skip(1));
    }
    pockets
}

/// The regions that have an outline in groups: two of one holder are in one group if one can go from one to the other.
fn groups(gazetteer: &Gazetteer, holders: &[Option<PartyNo>]) -> Vec<Vec<RegionNo>> {
    let mut group: Vec<usize> = (0..holders.len()).collect();
    for contact in gazetteer.borders.contacts().iter().filter(|contact| contact.passable) {
        let [one, other] = contact.regions.map(RegionNo::index);
        if holders[one].is_some() && holders[one] == holders[other] {
            let (keep, merge) = (root(&group, one), root(&group, other));
            group[keep.max(merge)] = keep.min(merge);
        }
    }
    let mut members = vec![Vec::new(); holders.len()];
    let outlined = (0..holders.len()).filter(|&index| !gazetteer.regions[index].rings.is_empty());
    for index in outlined {
        members[root(&group, index)].push(RegionNo::from_index(index));
    }
    members.retain(|regions| !regions.is_empty());
    members
}

/// The first member of the group that `index` belongs to.
fn root(group: &[usize], mut index: usize) -> usize {
    while group[index] != index {
        index = group[index];
    }
    index
}
