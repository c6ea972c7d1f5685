//! Countries and areas by their codes in ISO 3166-1, which are those of UN M49.

use std::{cmp::Ordering, fmt};

use serde::{Serialize, Serializer};

/// A country or area that has a code in ISO 3166-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(u8);

impl Country {
    /// By its three letters (`KEN`), in any case, or by its number in UN M49 (`404`).
    pub fn parse(code: &str) -> Option<Self> {
        let code = code.trim().to_ascii_uppercase();
        let place = if code.len() == 3 && code.bytes().all(|b| b.is_ascii_digit()) {
            (0..COUNT).find(|place| entry(*place)[3..] == *code)
        } else {
            by_letters(&code)
        };
        place.map(Self)
    }

    /// Three letters: `KEN`.
    pub fn letters(self) -> &'static str {
        &entry(self.0)[..3]
    }

    /// Three digits: `404`.
    pub fn m49(self) -> &'static str {
        &entry(self.0)[3..]
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.letters())
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.letters())
    }
}

/// The entries stand in the order of their letters.
fn by_letters(code: &str) -> Option<u8> {
    let (mut from, mut to) = (0, COUNT);
    while from < to {
        let middle = from + (to - from) / 2;
        match entry(middle)[..3].cmp(code) {
            Ordering::Less => from = middle + 1,
            Ordering::Equal => return Some(middle),
            Ordering::Greater => to = middle,
        }
    }
    None
}

/// Six characters: letters and number.
fn entry(place: u8) -> &'static str {
    let from = usize::from(place) * 7;
    CODES.get(from..from + 6).unwrap_or(&CODES[..6])
}

const COUNT: u8 = 249;

/// All 249 entries of ISO 3166-1 (2026), letters and number together.
const CODES: &str = "\
    ABW533 AFG004 AGO024 AIA660 ALA248 ALB008 AND020 ARE784 ARG032 ARM051 ASM016 ATA010 ATF260 ATG028 AUS036 AUT040 \
    AZE031 BDI108 BEL056 BEN204 BES535 BFA854 BGD050 BGR100 BHR048 BHS044 BIH070 BLM652 BLR112 BLZ084 BMU060 BOL068 \
    BRA076 BRB052 BRN096 BTN064 BVT074 BWA072 CAF140 CAN124 CCK166 CHE756 CHL152 CHN156 CIV384 CMR120 COD180 COG178 \
    COK184 COL170 COM174 CPV132 CRI188 CUB192 CUW531 CXR162 CYM136 CYP196 CZE203 DEU276 DJI262 DMA212 DNK208 DOM214 \
    DZA012 ECU218 EGY818 ERI232 ESH732 ESP724 EST233 ETH231 FIN246 FJI242 FLK238 FRA250 FRO234 FSM583 GAB266 GBR826 \
    GEO268 GGY831 GHA288 GIB292 GIN324 GLP312 GMB270 GNB624 GNQ226 GRC300 GRD308 GRL304 GTM320 GUF254 GUM316 GUY328 \
    HKG344 HMD334 HND340 HRV191 HTI332 HUN348 IDN360 IMN833 IND356 IOT086 IRL372 IRN364 IRQ368 ISL352 ISR376 ITA380 \
    JAM388 JEY832 JOR400 JPN392 KAZ398 KEN404 KGZ417 KHM116 KIR296 KNA659 KOR410 KWT414 LAO418 LBN422 LBR430 LBY434 \
    LCA662 LIE438 LKA144 LSO426 LTU440 LUX442 LVA428 MAC446 MAF663 MAR504 MCO492 MDA498 MDG450 MDV462 MEX484 MHL584 \
    MKD807 MLI466 MLT470 MMR104 MNE499 MNG496 MNP580 MOZ508 MRT478 MSR500 MTQ474 MUS480 MWI454 MYS458 MYT175 NAM516 \
    NCL540 NER562 NFK574 NGA566 NIC558 NIU570 NLD528 NOR578 NPL524 NRU520 NZL554 OMN512 PAK586 PAN591 PCN612 PER604 \
    PHL608 PLW585 PNG598 POL616 PRI630 PRK408 PRT620 PRY600 PSE275 PYF258 QAT634 REU638 ROU642 RUS643 RWA646 SAU682 \
    SDN729 SEN686 SGP702 SGS239 SHN654 SJM744 SLB090 SLE694 SLV222 SMR674 SOM706 SPM666 SRB688 SSD728 STP678 SUR740 \
    SVK703 SVN705 SWE752 SWZ748 SXM534 SYC690 SYR760 TCA796 TCD148 TGO768 THA764 TJK762 TKL772 TKM795 TLS626 TON776 \
    TTO780 TUN788 TUR792 TUV798 TWN158 TZA834 UGA800 UKR804 UMI581 URY858 USA840 UZB860 VAT336 VCT670 VEN862 VGB092 \
    VIR850 VNM704 VUT548 WLF876 WSM882 YEM887 ZAF710 ZMB894 ZWE716";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_found_by_letters_and_by_number() {
        assert_eq!(CODES.len(), usize::from(COUNT) * 7 - 1);
        for entry in (0..COUNT).map(entry) {
            let country = Country::parse(&entry[..3]).unwrap();
            assert_eq!(Country::parse(&entry[3..]), Some(country));
            assert_eq!((country.letters(), country.m49()), (&entry[..3], &entry[3..]));
        }
        assert_eq!(Country::parse(" ken ").map(Country::m49), Some("404"));
        assert!(["", "KE", "XXX", "999", "KEN404", "é"].iter().all(|code| Country::parse(code).is_none()));
    }
}
