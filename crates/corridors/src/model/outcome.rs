//! What a projection says of each country and year, and of the world.

use serde::Serialize;

/// From whose standpoint an outcome is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standpoint {
    /// The country where migrants live.
    Host,
    /// The country they come from.
    Origin,
    /// Other countries, to which policies elsewhere lead people.
    Neighbours,
    /// The people who move; counted by the country they come from.
    Migrants,
}

macro_rules! outcomes {
    ($($(#[$doc:meta])* $name:ident: $id:literal, $unit:literal, $point:ident;)*) => {
        /// A figure of a country in a year.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Outcome { $($(#[$doc])* $name,)* }

        impl Outcome {
            /// Every outcome.
            pub const ALL: &'static [Outcome] = &[$(Outcome::$name,)*];

            /// Its name in tables, files and messages.
            pub fn id(self) -> &'static str {
                match self { $(Outcome::$name => $id,)* }
            }

            /// Its unit.
            pub fn unit(self) -> &'static str {
                match self { $(Outcome::$name => $unit,)* }
            }

            /// Whose view it is.
            pub fn standpoint(self) -> Standpoint {
                match self { $(Outcome::$name => Standpoint::$point,)* }
            }
        }
    };
}

outcomes! {
    /// People living in the country.
    Population: "population", "people", Host;
    /// Everybody who came less everybody who left.
    NetMigration: "net_migration", "people a year", Host;
    /// People born elsewhere who came.
    Arrivals: "arrivals", "people a year", Host;
    /// People born elsewhere who left again.
    Leavers: "leavers", "people a year", Host;
    /// People born elsewhere.
    Immigrants: "immigrants", "people", Host;
    /// Of them, without regular status.
    Irregular: "irregular", "people", Host;
    /// Of them, seeking or having protection.
    Protection: "protection", "people", Host;
    /// Of them, naturalised.
    Naturalised: "naturalised", "people", Host;
    /// How far migrants' earnings lie below those of others.
    EarningsGap: "earnings_gap", "share", Host;
    /// Money sent home from here.
    RemittancesPaid: "remittances_paid", "USD a year", Host;
    /// People born here who left.
    Departures: "departures", "people a year", Origin;
    /// People born here who came back.
    Returns: "returns", "people a year", Origin;
    /// People born here who live elsewhere.
    Emigrants: "emigrants", "people", Origin;
    /// Money sent home to here.
    Remittances: "remittances", "USD a year", Origin;
    /// The same over the gross domestic product of the start.
    RemittancesGdp: "remittances_gdp", "share of GDP", Origin;
    /// Demand that the money makes, after imports.
    RemittancesDemand: "remittances_demand", "USD a year", Origin;
    /// Yearly return on the part put to productive use.
    ProductiveReturn: "productive_return", "USD a year", Origin;
    /// Poverty against the baseline.
    Poverty: "poverty", "% against baseline", Origin;
    /// College educated people born here who live elsewhere.
    CollegeAbroad: "college_abroad", "people", Origin;
    /// College educated people at home against the baseline.
    CollegeHome: "college_home", "% against baseline", Origin;
    /// People who came because another country's policy led them here.
    Deflected: "deflected", "people a year", Neighbours;
    /// Entries without authorisation.
    IrregularEntries: "irregular_entries", "people a year", Migrants;
    /// Deaths on the way.
    Deaths: "deaths", "people a year", Migrants;
    /// What a journey without authorisation costs; 1 at the start.
    SmugglingPrice: "smuggling_price", "times the start", Migrants;
    /// What migrants from here earn, per head.
    Earnings: "earnings", "USD PPP a year", Migrants;
    /// Share of emigrants with a secure status: regular, protected or naturalised.
    Secure: "secure", "share", Migrants;
}

/// Number of outcomes.
pub(crate) const OUTCOMES: usize = Outcome::ALL.len();
