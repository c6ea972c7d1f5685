//! The map with its table, and how surely each participant stands on it where that is asked for.

use super::mark::shape;
use super::view::Show;
use crate::lang::L;
use landscape::{Group, Landscape, MapPicture, picture, svg, svg_with_ellipses};

/// Whether a map shows how surely each participant stands on it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Ellipses {
    /// It does not, and nothing leads to it.
    #[default]
    None,
    /// A link leads to it.
    Offered,
    /// It does; a link leads back.
    Shown,
    /// A switch in the page shows and hides it: a file has no other address.
    Switched,
}

/// A map.
#[derive(Debug, Clone)]
pub struct MapView {
    /// As SVG.
    pub svg: String,
    /// How it is read.
    pub caption: String,
    /// Its table.
    pub rows: Vec<MapRow>,
    /// Its ellipses; [`Ellipses::None`] where it has none.
    pub ellipses: Ellipses,
    /// What an ellipse means, and how many are drawn.
    pub legend: String,
}

/// A group on the map, or everybody.
#[derive(Debug, Clone)]
pub struct MapRow {
    /// Its name.
    pub label: String,
    /// Participants.
    pub size: u32,
    /// Median width and height of its ellipses, as shares of the map's.
    pub ellipse: Option<[f64; 2]>,
}

impl MapView {
    /// Whether ellipses stand on the map, at once or behind a switch.
    pub fn has_ellipses(&self) -> bool {
        matches!(self.ellipses, Ellipses::Shown | Ellipses::Switched)
    }

    /// Whether a link leads to the map with ellipses.
    pub fn offers(&self) -> bool {
        self.ellipses == Ellipses::Offered
    }

    /// Whether a link leads back to the map without.
    pub fn leads_back(&self) -> bool {
        self.ellipses == Ellipses::Shown
    }

    /// Whether a switch shows and hides the ellipses.
    pub fn switches(&self) -> bool {
        self.ellipses == Ellipses::Switched
    }

    /// The map of a landscape, which is suppressed already; none where nothing may be drawn.
    pub fn new(l: L, landscape: &Landscape, ellipses: Ellipses) -> Option<MapView> {
        MapView::of(l, landscape, picture(landscape)?, &l.t("landscape-map"), ellipses)
    }

    /// The same, laid out already and under a title of its own.
    pub fn of(l: L, landscape: &Landscape, mut picture: MapPicture, title: &str, wanted: Ellipses) -> Option<MapView> {
        picture.groups.iter_mut().for_each(|group| group.written = l.n(group.size));
        let show = Show { l, landscape, texts: &super::Texts::new() };
        for (colour, shown, _) in show.shown_groups() {
            for group in picture.groups.iter_mut().filter(|group| group.id == shown.id) {
                (group.colour, group.shape) = (colour, shape(colour));
            }
        }
        if show.is_one() {
            picture.groups.iter_mut().for_each(|group| group.id = l.t("landscape-everybody"));
        }
        if picture.groups.is_empty() && picture.dots.is_empty() {
            return None;
        }
        let drawn = picture.ellipses().count();
        let ellipses = if drawn == 0 { Ellipses::None } else { wanted };
        let legend = l.t2("landscape-ellipses-legend", "n", drawn, "of", picture.of);
        let caption = l.t(match (picture.dots.is_empty(), picture.is_line) {
            (true, _) => "landscape-map-caption-rings",
            (false, true) => "landscape-map-caption-line",
            (false, false) => "landscape-map-caption",
        });
        let mut map = MapView { svg: String::new(), caption, rows: show.map_rows(&picture), ellipses, legend };
        let desc = show.map_desc(&map);
        let draw = if map.has_ellipses() { svg_with_ellipses } else { svg };
        map.svg = draw(&picture, title, &desc);
        Some(map)
    }
}

impl Show<'_> {
    fn map_rows(&self, picture: &MapPicture) -> Vec<MapRow> {
        let row = |(place, (_, group, size)): (usize, (usize, &Group, u32))| MapRow {
            label: self.group_name(&group.id),
            size,
            ellipse: picture.typical_ellipse((!self.is_one()).then_some(place)),
        };
        self.shown_groups().enumerate().map(row).collect()
    }

    /// What is read out in place of the map.
    fn map_desc(&self, map: &MapView) -> String {
        let named = |g: &Group, size| {
            if self.is_one() {
                self.l.t("landscape-everybody")
            } else {
                self.l.t2("landscape-map-group", "id", &g.id, "n", size)
            }
        };
        let groups: Vec<String> = self.shown_groups().map(|(_, g, size)| named(g, size)).collect();
        let desc = self.l.t1("landscape-map-desc", "groups", self.l.titles(&groups));
        if map.has_ellipses() { format!("{desc} {}", map.legend) } else { desc }
    }
}
