//! The nine sheets of the map that can be switched on and off, from the lowest to the uppermost.

/// A sheet of the map.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layer {
    /// The shape of the land: as light and shade on the grounds or, for want of colours, as signs on high ground.
    Relief,
    /// Rivers.
    Rivers,
    /// Roads: a sketch.
    Roads,
    /// The borders and names of neighbouring countries.
    Neighbours,
    /// The regions: borders and grounds.
    Regions,
    /// The front.
    Front,
    /// The outlines of pockets.
    Pockets,
    /// The places: markers and names.
    Places,
    /// The net of meridians and parallels.
    Graticule,
}

impl Layer {
    /// All layers with their names, in the order of their keys, `1` to `9`.
    pub const NAMES: [(Self, &'static str); 9] = [
        (Self::Relief, "relief"),
        (Self::Rivers, "rivers"),
        (Self::Roads, "roads"),
        (Self::Neighbours, "neighbours"),
        (Self::Regions, "regions"),
        (Self::Front, "front"),
        (Self::Pockets, "pockets"),
        (Self::Places, "places"),
        (Self::Graticule, "graticule"),
    ];
}

/// Which layers are shown. At first those that tell who holds what: the land beneath waits for its key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layers(u16);

impl Layers {
    /// Whether a layer is shown.
    #[must_use]
    pub fn has(self, layer: Layer) -> bool {
        self.0 & 1 << layer as u16 != 0
    }

    /// The same layers with one more.
    #[must_use]
    pub fn with(self, layer: Layer) -> Self {
        Self(self.0 | 1 << layer as u16)
    }

    /// The same layers without one, or with it if it was not shown.
    #[must_use]
    pub fn toggled(self, layer: Layer) -> Self {
        Self(self.0 ^ 1 << layer as u16)
    }

    /// Reads a list of names parted by commas: these layers and no others.
    ///
    /// # Errors
    /// One sentence with the names that there are, if one of them is none.
    pub fn parse(list: &str) -> Result<Self, String> {
        let mut layers = Self(0);
        for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            let known = Layer::NAMES.into_iter().find(|(_, known)| *known == name);
            let names = || Layer::NAMES.map(|(_, name)| name).join(", ");
            let (layer, _) = known.ok_or_else(|| format!("the layers are {}", names()))?;
            layers = layers.with(layer);
        }
        Ok(layers)
    }
}

impl Default for Layers {
    fn default() -> Self {
        let shown = [Layer::Neighbours, Layer::Regions, Layer::Front, Layer::Pockets, Layer::Places];
        shown.into_iter().fold(Self(0), Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layer_has_its_name() {
        for (layer, name) in Layer::NAMES {
            assert_eq!(Layers::parse(name), Ok(Layers(0).with(layer)));
            assert_eq!(Layers::default().toggled(layer).toggled(layer), Layers::default());
        }
    }

    #[test]
    fn a_list_of_layers_is_taken_as_a_whole() {
        let layers = Layers::parse("rivers, front").expect("two layers");
        assert!(layers.has(Layer::Rivers) && layers.has(Layer::Front) && !layers.has(Layer::Regions));
        assert_eq!(Layers::parse(""), Ok(Layers(0)));
        assert!(Layers::parse("rivers,canals").is_err_and(|told| told.contains("relief, rivers, roads")));
    }
}
