//! How many threads a long computation takes where nobody says.

/// All cores of the machine, one where that is not known. Results do not depend on it.
pub fn all() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}
