//! The series that a pack can hold: where each comes from, under which licence, in which unit, and what needs it.

use serde::Serialize;

/// How a series is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// By corridor and year.
    Bilateral,
    /// By country and year.
    National,
}

/// What is known of a series.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// The series.
    pub series: Series,
    /// Its name in packs, files and messages.
    pub key: &'static str,
    /// The file of the records that it is read from.
    pub file: &'static str,
    /// How it is laid out.
    pub shape: Shape,
    /// Whose figures they are; attribution stands wherever they do.
    pub producer: &'static str,
    /// Which revision or edition.
    pub revision: &'static str,
    /// The licence that the producer states.
    pub licence: &'static str,
    /// May it be handed on, and so be in the pack that comes with the program?
    pub open: bool,
    /// The unit after scaling.
    pub unit: &'static str,
    /// What one whole number of the pack is worth in that unit.
    pub scale: f64,
    /// What does not work without it.
    pub needed_for: &'static str,
}

macro_rules! series {
    ($($(#[$doc:meta])* $name:ident: $key:literal, $file:literal, $shape:ident, $of:ident, $open:literal, $unit:literal,
        $scale:literal, $needed:literal;)*) => {
        /// A series of a pack.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Series { $($(#[$doc])* $name,)* }

        /// Every series, in the order of [`Series`].
        pub const SOURCES: &[Source] = &[$(Source {
            series: Series::$name, key: $key, file: $file, shape: Shape::$shape, producer: $of.0, revision: $of.1,
            licence: $of.2, open: $open, unit: $unit, scale: $scale, needed_for: $needed,
        },)*];
    };
}

type Of = (&'static str, &'static str, &'static str);
const DESA24: Of = ("UN DESA, International Migrant Stock", "2024", "CC BY 3.0 IGO");
const DESA20: Of = ("UN DESA, International Migrant Stock", "2020", "CC BY 3.0 IGO");
const DESA19: Of = ("UN DESA, International Migrant Stock", "2019", "CC BY 3.0 IGO");
const ABEL: Of = ("Abel & Cohen, bilateral migration flow estimates", "2022, v6, pseudo-Bayes", "CC BY 4.0");
const KNOMAD: Of = ("World Bank / KNOMAD, bilateral remittance matrices", "2017, 2018, 2021", "CC BY 4.0");
const RPW: Of = ("World Bank, Remittance Prices Worldwide", "2011-2020", "CC BY 4.0");
const UNHCR: Of = ("UNHCR, Refugee Population Statistics", "2025", "CC BY 4.0");
const WDI: Of = ("World Bank, World Development Indicators", "2024", "CC BY 4.0");
const WPP: Of = ("UN DESA, World Population Prospects", "2024", "CC BY 3.0 IGO");
const CEPII: Of = ("CEPII, GeoDist and Gravity", "2011, 2022", "Etalab 2.0");
const DIOC: Of = ("Cha'ngom, Deuster, Docquier & Machado, on OECD DIOC and IAB", "2010", "not stated");
const FRONTEX: Of =
    ("Frontex, detections of irregular border crossing", "2025-04", "reuse with attribution, unverified");
const CBP: Of = ("US Customs and Border Protection, encounters", "2025-05", "public, unverified");

series! {
    /// Migrant stocks, revision 2024.
    Stock2024: "stock_2024", "un_desa_stock/stock_od_rev2024.csv", Bilateral, DESA24, true, "people", 1.0,
        "stocks that a projection starts from";
    /// Migrant stocks, revision 2020.
    Stock2020: "stock_2020", "un_desa_stock/stock_od_rev2020.csv", Bilateral, DESA20, true, "people", 1.0,
        "the forecast of flows, which reads changes of stocks in the revision that the flows are derived from";
    /// Migrant stocks, revision 2019.
    Stock2019: "stock_2019", "un_desa_stock/stock_od_rev2019.csv", Bilateral, DESA19, true, "people", 1.0,
        "the comparison of revisions";
    /// Flows over five years, from the year given.
    Flow: "flow", "abel_cohen_flows/flows_od_5y_1990_2020.csv", Bilateral, ABEL, true, "people in five years", 1.0,
        "every projection and the backtest";
    /// Remittances sent along a corridor's stock, from its destination to its origin.
    Remittances: "remittances", "bilateral_remittances/remittance_od_2017_2018_2021.csv", Bilateral, KNOMAD, true,
        "USD", 1000.0, "remittances";
    /// What sending 200 dollars costs.
    Price: "price", "remittance_prices/rpw_corridor_cost_2011_2020.csv", Bilateral, RPW, true, "% of 200 USD", 0.001,
        "the cost of remittances where it is known";
    /// Refugees and people in refugee-like situations, end of year.
    Refugees: "refugees", "unhcr/population_od_1990_2025.csv", Bilateral, UNHCR, true, "people", 1.0,
        "stocks under protection";
    /// Asylum seekers, end of year.
    AsylumSeekers: "asylum_seekers", "unhcr/population_od_1990_2025.csv", Bilateral, UNHCR, true, "people", 1.0,
        "stocks under protection";
    /// Asylum applications in the year.
    Applications: "applications", "unhcr/asylum_applications_od.csv", Bilateral, UNHCR, true, "applications", 1.0,
        "the share of arrivals who seek protection";
    /// Positive decisions in the year.
    Recognised: "recognised", "unhcr/asylum_decisions_od.csv", Bilateral, UNHCR, true, "decisions", 1.0,
        "the share of applications that are rejected";
    /// Negative decisions in the year.
    Rejected: "rejected", "unhcr/asylum_decisions_od.csv", Bilateral, UNHCR, true, "decisions", 1.0,
        "the share of applications that are rejected";
    /// Emigrants aged 25 and older with college education.
    College: "college", "skill_stock/stock_od_by_skill_2010.csv", Bilateral, DIOC, false, "people", 1.0,
        "schooling by corridor (without it one assumed share for all)";
    /// Emigrants aged 25 and older without.
    NoCollege: "no_college", "skill_stock/stock_od_by_skill_2010.csv", Bilateral, DIOC, false, "people", 1.0,
        "schooling by corridor (without it one assumed share for all)";
    /// Share of pairs of people with a common language.
    Language: "language", "gravity/gravity_dyads.csv", Bilateral, CEPII, true, "share", 0.001,
        "a corridor's profile";
    /// Population, mid-year.
    Population: "population", "wdi/wdi_country_year_1990_2024.csv", National, WDI, true, "people", 1.0,
        "rates and growth of the population";
    /// Gross domestic product.
    Gdp: "gdp", "wdi/wdi_country_year_1990_2024.csv", National, WDI, true, "USD", 1000.0,
        "remittances as a share of GDP";
    /// Income per head at purchasing power parity, 2021 dollars.
    Income: "income", "wdi/wdi_country_year_1990_2024.csv", National, WDI, true, "USD PPP of 2021", 0.01,
        "the income levers, earnings and irregular status";
    /// Remittances received.
    Received: "remittances_received", "wdi/wdi_country_year_1990_2024.csv", National, WDI, true, "USD", 1000.0,
        "the comparison of the matrices with the balance of payments";
    /// Remittances paid.
    Paid: "remittances_paid", "wdi/wdi_country_year_1990_2024.csv", National, WDI, true, "USD", 1000.0,
        "a country's profile";
    /// Unemployment.
    Unemployment: "unemployment", "wdi/wdi_country_year_1990_2024.csv", National, WDI, true, "%", 0.001,
        "a country's profile";
    /// Births in the year.
    Births: "births", "wpp2024/estimates_1985_2023_births_deaths_mig_thousands.csv", National, WPP, true, "people",
        1.0, "population in a run that starts before 2024";
    /// Deaths in the year.
    Deaths: "deaths", "wpp2024/estimates_1985_2023_births_deaths_mig_thousands.csv", National, WPP, true, "people",
        1.0, "mortality";
    /// Net migration in the year.
    NetMigration: "net_migration", "wpp2024/estimates_1985_2023_births_deaths_mig_thousands.csv", National, WPP, true,
        "people", 1.0, "a country's profile";
    /// Population as projected, medium variant.
    ProjectedPopulation: "projected_population", "wpp2024/projections_2024_2060_thousands.csv", National, WPP, true,
        "people", 1.0, "population after 2023";
    /// Births as projected.
    ProjectedBirths: "projected_births", "wpp2024/projections_2024_2060_thousands.csv", National, WPP, true, "people",
        1.0, "population after 2023";
    /// Deaths as projected.
    ProjectedDeaths: "projected_deaths", "wpp2024/projections_2024_2060_thousands.csv", National, WPP, true, "people",
        1.0, "mortality after 2023";
    /// Net migration as projected.
    ProjectedNet: "projected_net_migration", "wpp2024/projections_2024_2060_thousands.csv", National, WPP, true,
        "people", 1.0, "a country's profile";
    /// Lower bound of the 80 % interval.
    ProjectedNetLow: "projected_net_migration_low", "wpp2024/projections_2024_2060_thousands.csv", National, WPP, true,
        "people", 1.0, "a country's profile";
    /// Upper bound of the 80 % interval.
    ProjectedNetHigh: "projected_net_migration_high", "wpp2024/projections_2024_2060_thousands.csv", National, WPP,
        true, "people", 1.0, "a country's profile";
    /// Detections at the Union's external border in the year, by nationality. A detection is not a person.
    DetectionsEu: "detections_eu", "irregular/frontex_detections_monthly.csv", National, FRONTEX, false, "detections",
        1.0, "detections in a country's profile";
    /// Encounters of US authorities in the year, by nationality. An encounter is not a person.
    EncountersUs: "encounters_us", "irregular/us_encounters_monthly.csv", National, CBP, false, "encounters", 1.0,
        "encounters in a country's profile";
}

impl Series {
    /// What is known of it.
    pub const fn source(self) -> &'static Source {
        &SOURCES[self as usize]
    }
}

/// Figures by route and year. A route is the producer's: it is no corridor, as people of many origins travel on it.
#[derive(Debug, Clone, Copy)]
pub struct RouteSource {
    /// Its name in files and messages.
    pub key: &'static str,
    /// The file of the records that it is read from.
    pub file: &'static str,
    /// Whose figures they are.
    pub producer: &'static str,
    /// Which revision or edition.
    pub revision: &'static str,
    /// The licence that the producer states. None is verified, so routes are never in the pack that comes along.
    pub licence: &'static str,
}

/// Dead and missing people.
pub const ROUTE_DEATHS: RouteSource = RouteSource {
    key: "route_deaths",
    file: "irregular/missing_migrants_year_route.csv",
    producer: "IOM, Missing Migrants Project",
    revision: "2025",
    licence: "CC BY, unverified",
};
/// Detections at the Union's external border. A detection is not a person.
pub const ROUTE_DETECTIONS: RouteSource = RouteSource {
    key: "route_detections",
    file: Series::DetectionsEu.source().file,
    producer: FRONTEX.0,
    revision: FRONTEX.1,
    licence: FRONTEX.2,
};

/// Two further parts of a pack.
pub const DISTANCES: (&str, &str) = ("distances", "gravity/gravity_dyads.csv");
/// The countries.
pub const COUNTRIES: (&str, &str) = ("countries", "countries.csv");
