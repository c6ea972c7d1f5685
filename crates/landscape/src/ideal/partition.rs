//! Participants in groups, by place: how much two such partitions have in common.

/// Groups renamed by size, the largest first, and the new name of each old one.
pub(super) fn by_size(of: Vec<usize>, count: usize) -> (Vec<usize>, Vec<usize>) {
    let mut sizes = vec![0usize; count];
    for g in &of {
        sizes[*g] += 1;
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|g| std::cmp::Reverse(sizes[*g]));
    let mut rank = vec![0; count];
    order.iter().enumerate().for_each(|(r, g)| rank[*g] = r);
    (of.into_iter().map(|g| rank[g]).collect(), rank)
}

/// How much two groupings agree beyond chance: 1 the same, 0 as by lot (Hubert & Arabie 1985).
pub(super) fn adjusted_rand(a: &[usize], b: &[usize]) -> f64 {
    let size = |of: &[usize]| of.iter().max().map_or(0, |m| m + 1);
    let (rows, columns) = (size(a), size(b));
    let mut table = vec![0u64; rows * columns];
    a.iter().zip(b).for_each(|(a, b)| table[a * columns + b] += 1);
    let pairs = |n: u64| (n * n.saturating_sub(1)) as f64 / 2.0;
    let row = |r: usize| table[r * columns..(r + 1) * columns].iter().sum::<u64>();
    let column = |c: usize| (0..rows).map(|r| table[r * columns + c]).sum::<u64>();
    let both: f64 = table.iter().map(|n| pairs(*n)).sum();
    let first: f64 = (0..rows).map(|r| pairs(row(r))).sum();
    let second: f64 = (0..columns).map(|c| pairs(column(c))).sum();
    let expected = first * second / pairs(a.len() as u64).max(1.0);
    let most = f64::midpoint(first, second);
    if most - expected <= 0.0 { 1.0 } else { (both - expected) / (most - expected) }
}

/// Overlap of a group with the most similar group of another grouping.
pub(super) fn jaccard(own: &[usize], again: &[usize], group: usize) -> f64 {
    let count = again.iter().max().map_or(0, |m| m + 1);
    let mut both = vec![0usize; count];
    let mut sizes = vec![0usize; count];
    let mut size = 0;
    for (a, b) in own.iter().zip(again) {
        sizes[*b] += 1;
        both[*b] += usize::from(*a == group);
        size += usize::from(*a == group);
    }
    (0..count).map(|g| both[g] as f64 / (size + sizes[g] - both[g]).max(1) as f64).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rand_index_is_one_for_the_same_and_none_for_one_group() {
        let a = [0, 0, 1, 1, 2, 2];
        assert!((adjusted_rand(&a, &[2, 2, 0, 0, 1, 1]) - 1.0).abs() < 1e-12);
        assert!(adjusted_rand(&a, &[0; 6]).abs() < 1e-12);
    }
}
