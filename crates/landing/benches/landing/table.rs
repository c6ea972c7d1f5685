//! Rows of the table.

/// Prints rows and counts what was missed.
pub struct Table {
    only: String,
    met: usize,
    missed: usize,
}

impl Table {
    pub fn new(only: String) -> Self {
        println!("{:<7} {:<36} {:<52} measured", "", "what", "bar");
        Self { only, met: 0, missed: 0 }
    }

    /// Whether a row of this name was asked for.
    pub fn wants(&self, name: &str) -> bool {
        name.starts_with(&self.only)
    }

    /// A bar, met or missed.
    pub fn bar(&mut self, name: &str, bar: &str, measured: &str, met: bool) {
        let word = if met { "met" } else { "MISSED" };
        println!("{word:<7} {name:<36} {bar:<52} {measured}");
        if met { self.met += 1 } else { self.missed += 1 }
    }

    /// A figure without a bar.
    pub fn note(&self, name: &str, measured: &str) {
        println!("{:<7} {name:<36} {:<52} {measured}", "", "");
    }

    pub fn end(&self) {
        println!("{} met, {} missed; load at the end: {}", self.met, self.missed, load());
    }
}

/// The load of the machine in the last minute.
pub fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().filter(|word| !word.is_empty()).unwrap_or("not known").to_owned()
}
