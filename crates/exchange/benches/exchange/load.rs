pub fn run(_: &std::path::Path) {}
