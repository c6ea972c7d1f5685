//! How a caller follows a long search and ends it. The engine has no clock: who wants to stop by time brings one.

/// What is known so far.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Progress {
    /// Value of the best choice found, if there is one.
    pub value: Option<f64>,
    /// No choice is better than this, if anything is known.
    pub bound: Option<f64>,
}

/// A caller's eye on a search.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    stop: &'a (dyn Fn() -> bool + Sync),
    progress: &'a (dyn Fn(Progress) + Sync),
    left: Option<&'a (dyn Fn() -> f64 + Sync)>,
}

impl<'a> Watch<'a> {
    /// Ends the search once `stop` says so; tells `progress` what is found meanwhile.
    pub fn new(stop: &'a (dyn Fn() -> bool + Sync), progress: &'a (dyn Fn(Progress) + Sync)) -> Self {
        Self { stop, progress, left: None }
    }

    /// Never stops, tells nobody.
    pub fn idle() -> Watch<'static> {
        Watch { stop: &|| false, progress: &|_| {}, left: None }
    }

    /// Also says how many seconds are left: a solver that looks up too seldom then keeps the time itself.
    #[must_use]
    pub fn until(self, left: &'a (dyn Fn() -> f64 + Sync)) -> Self {
        Self { left: Some(left), ..self }
    }

    /// Seconds that are left; none without an end.
    pub fn left(&self) -> Option<f64> {
        self.left.map(|left| left().max(0.0)).filter(|left| left.is_finite())
    }

    /// The same end, told to nobody: for the steps of a larger search.
    #[must_use]
    pub fn quiet(self) -> Self {
        Self { progress: &|_| {}, ..self }
    }

    /// The same end, told to somebody else.
    pub fn told<'b>(self, progress: &'b (dyn Fn(Progress) + Sync)) -> Watch<'b>
    where
        'a: 'b,
    {
        Watch { stop: self.stop, progress, left: self.left }
    }

    /// Whether to end now.
    pub fn stops(&self) -> bool {
        (self.stop)()
    }

    /// Tells what is known.
    pub fn tell(&self, progress: Progress) {
        (self.progress)(progress);
    }
}

impl std::fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Watch")
    }
}
