//! Work in blocks whose borders depend on the data alone, so that sums are the same on any number of threads.

use std::{ops::Range, thread};

/// The results for blocks `0..count`, in order.
pub(crate) fn blocks<T: Send>(count: usize, threads: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let threads = threads.clamp(1, count.max(1));
    if threads == 1 {
        return (0..count).map(work).collect();
    }
    let share = |from: usize| (from..count).step_by(threads).map(|i| (i, work(i))).collect::<Vec<_>>();
    let mut done: Vec<(usize, T)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|from| scope.spawn(move || share(from))).collect();
        let mut done = share(0);
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(i, _)| *i);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Rows `0..sizes.len()` in runs of about equal size: at most 64, each of `worth` and more.
pub(crate) fn runs(sizes: impl ExactSizeIterator<Item = usize> + Clone, worth: usize) -> Vec<Range<usize>> {
    let target = (sizes.clone().sum::<usize>() / 64).max(worth);
    let (rows, mut start, mut filled) = (sizes.len(), 0, 0);
    let mut runs = Vec::new();
    for (row, size) in sizes.enumerate() {
        filled += size;
        if filled >= target || row + 1 == rows {
            runs.push(start..row + 1);
            (start, filled) = (row + 1, 0);
        }
    }
    runs
}
