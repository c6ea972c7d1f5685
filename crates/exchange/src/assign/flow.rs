//! The greatest total as a flow of least cost: successive shortest paths with potentials.
//!
//! Each need has two doors. Through the first goes one person, and only over an edge that is good enough; through the
//! second go the others. Who goes through the second may use the good edges as well. A first door that stays empty costs
//! more than all points together, so that as many needs as possible get somebody.

use std::{cmp::Reverse, collections::BinaryHeap};

use super::Edge;
use crate::reason::Points;

/// The edges of an assignment with the greatest total, among those that serve as many needs as possible, each by
/// somebody with at least `worst` points. Edges are sorted by need and offer, without doubles.
pub(super) fn best(people: &[u32], capacities: &[u32], edges: &[Edge], worst: Points) -> Vec<Edge> {
    let mut flow = Flow::new(people, capacities, edges, worst);
    for need in 0..people.len() as u32 {
        if people[need as usize] > 0 {
            flow.send(Node::First(need));
        }
    }
    for need in 0..people.len() as u32 {
        // No need can get more people than there are edges to it.
        let most = people[need as usize].min(flow.of(need).len() as u32);
        for _ in 1..most {
            flow.send(Node::Others(need));
        }
    }
    edges.iter().zip(&flow.taken).filter(|(_, taken)| **taken).map(|(edge, _)| *edge).collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    First(u32),
    Others(u32),
    Offer(u32),
    /// Where every person's way ends: at an offer with room, or at a place that stays empty.
    End,
}

/// How a node was reached.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// Over an edge that is now taken.
    Take(u32),
    /// Back over an edge that is now given up.
    Give(u32),
    /// From the second door to the good edges.
    Through(u32),
    /// Back from there.
    Back(u32),
    /// An offer's room.
    Room,
    /// A first door that stays empty.
    NoFirst(u32),
    /// A place at the second door that stays empty.
    NoOther(u32),
}

struct Flow<'a> {
    people: &'a [u32],
    capacities: &'a [u32],
    edges: &'a [Edge],
    worst: Points,
    /// Where the edges of each need begin.
    starts: Vec<usize>,
    taken: Vec<bool>,
    /// The edges taken at each offer.
    at: Vec<Vec<u32>>,
    /// How many go from the second door over good edges, how many places stay empty, at each need.
    through: Vec<u32>,
    no_first: Vec<u32>,
    no_other: Vec<u32>,
    potential: Vec<i64>,
    distance: Vec<i64>,
    step: Vec<Option<(Node, Step)>>,
    touched: Vec<usize>,
}

/// Every person's way holds one edge or one empty place, so that a constant added to all costs changes nothing.
const SHIFT: i64 = Points::WHOLE.0 as i64;
const FAR: i64 = i64::MAX;

impl<'a> Flow<'a> {
    fn new(people: &'a [u32], capacities: &'a [u32], edges: &'a [Edge], worst: Points) -> Self {
        let (needs, offers) = (people.len(), capacities.len());
        let starts = (0..=needs as u32).map(|need| edges.partition_point(|edge| edge.need < need)).collect();
        let nodes = 2 * needs + offers + 1;
        Self {
            people,
            capacities,
            edges,
            worst,
            starts,
            taken: vec![false; edges.len()],
            at: vec![Vec::new(); offers],
            through: vec![0; needs],
            no_first: vec![0; needs],
            no_other: vec![0; needs],
            potential: vec![0; nodes],
            distance: vec![FAR; nodes],
            step: vec![None; nodes],
            touched: Vec::new(),
        }
    }

    fn of(&self, need: u32) -> std::ops::Range<usize> {
        self.starts[need as usize]..self.starts[need as usize + 1]
    }

    fn place(&self, node: Node) -> usize {
        let needs = self.people.len();
        match node {
            Node::First(need) => need as usize,
            Node::Others(need) => needs + need as usize,
            Node::Offer(offer) => 2 * needs + offer as usize,
            Node::End => 2 * needs + self.capacities.len(),
        }
    }

    fn cost(&self, edge: u32) -> i64 {
        SHIFT - i64::from(self.edges[edge as usize].points.0)
    }

    /// More than all points of an assignment together.
    fn empty(&self) -> i64 {
        SHIFT * (self.edges.len() as i64 + 2)
    }

    fn is_good(&self, edge: usize) -> bool {
        self.edges[edge].points >= self.worst
    }

    /// Sends one more person from a door to the end, on the cheapest way.
    fn send(&mut self, start: Node) {
        let mut heap = BinaryHeap::from([Reverse((0, start))]);
        let first = self.place(start);
        self.distance[first] = 0;
        self.touched.push(first);
        let mut reached = None;
        while let Some(Reverse((distance, node))) = heap.pop() {
            if distance > self.distance[self.place(node)] {
                continue;
            }
            if node == Node::End {
                reached = Some(distance);
                break;
            }
            self.leave(node, distance, &mut heap);
        }
        if let Some(length) = reached {
            self.apply(start);
            self.lower(length);
        }
        for place in std::mem::take(&mut self.touched) {
            self.distance[place] = FAR;
            self.step[place] = None;
        }
    }

    /// Looks at all ways out of a node.
    fn leave(&mut self, node: Node, distance: i64, heap: &mut BinaryHeap<Reverse<(i64, Node)>>) {
        match node {
            Node::First(need) => {
                let n = need as usize;
                self.leave_over_edges(node, need, true, distance, heap);
                if self.through[n] > 0 {
                    self.reach(node, Node::Others(need), Step::Back(need), 0, distance, heap);
                }
                if self.no_first[n] == 0 {
                    self.reach(node, Node::End, Step::NoFirst(need), SHIFT + self.empty(), distance, heap);
                }
            }
            Node::Others(need) => {
                self.leave_over_edges(node, need, false, distance, heap);
                self.reach(node, Node::First(need), Step::Through(need), 0, distance, heap);
                if self.no_other[need as usize] < self.people[need as usize] {
                    self.reach(node, Node::End, Step::NoOther(need), SHIFT, distance, heap);
                }
            }
            Node::Offer(offer) => {
                let o = offer as usize;
                if self.at[o].len() < self.capacities[o] as usize {
                    self.reach(node, Node::End, Step::Room, 0, distance, heap);
                }
                for place in 0..self.at[o].len() {
                    let edge = self.at[o][place];
                    let need = self.edges[edge as usize].need;
                    let door = if self.is_good(edge as usize) { Node::First(need) } else { Node::Others(need) };
                    self.reach(node, door, Step::Give(edge), -self.cost(edge), distance, heap);
                }
            }
            Node::End => {}
        }
    }

    fn leave_over_edges(
        &mut self,
        node: Node,
        need: u32,
        good: bool,
        distance: i64,
        heap: &mut BinaryHeap<Reverse<(i64, Node)>>,
    ) {
        for edge in self.of(need) {
            if self.is_good(edge) == good && !self.taken[edge] {
                let (offer, edge) = (self.edges[edge].offer, edge as u32);
                self.reach(node, Node::Offer(offer), Step::Take(edge), self.cost(edge), distance, heap);
            }
        }
    }

    fn reach(
        &mut self,
        from: Node,
        to: Node,
        step: Step,
        cost: i64,
        distance: i64,
        heap: &mut BinaryHeap<Reverse<(i64, Node)>>,
    ) {
        let (a, b) = (self.place(from), self.place(to));
        let there = distance + cost + self.potential[a] - self.potential[b];
        if there < self.distance[b] {
            if self.distance[b] == FAR {
                self.touched.push(b);
            }
            self.distance[b] = there;
            self.step[b] = Some((from, step));
            heap.push(Reverse((there, to)));
        }
    }

    /// Keeps reduced costs from falling below 0: all that lies nearer than the end moves up to it.
    fn lower(&mut self, length: i64) {
        for place in &self.touched {
            let nearer = self.distance[*place].min(length) - length;
            self.potential[*place] += nearer;
        }
    }

    /// Goes back from the end and changes what was used.
    fn apply(&mut self, start: Node) {
        let mut node = Node::End;
        while node != start {
            let Some((from, step)) = self.step[self.place(node)] else { return };
            match step {
                Step::Take(edge) => {
                    self.taken[edge as usize] = true;
                    self.at[self.edges[edge as usize].offer as usize].push(edge);
                }
                Step::Give(edge) => {
                    self.taken[edge as usize] = false;
                    self.at[self.edges[edge as usize].offer as usize].retain(|other| *other != edge);
                }
                Step::Through(need) => self.through[need as usize] += 1,
                Step::Back(need) => self.through[need as usize] -= 1,
                Step::NoFirst(need) => self.no_first[need as usize] += 1,
                Step::NoOther(need) => self.no_other[need as usize] += 1,
                Step::Room => {}
            }
            node = from;
        }
    }
}
