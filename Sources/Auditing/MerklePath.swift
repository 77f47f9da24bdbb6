/// The walk from a leaf to the root: a node's place on its level and the level's last place.
///
/// These are fn and sn of RFC 9162, sections 2.1.3.2 and 2.1.4.2.
struct MerklePath {
  private var index: Int
  private var last: Int

  init(index: Int, last: Int) {
    self.index = index
    self.last = last
  }

  var isAtRoot: Bool { last == 0 }

  /// Goes up one proof step; true if the proof's hash stands at the left of ours.
  mutating func climbFromRight() -> Bool {
    let fromRight = !index.isMultiple(of: 2) || index == last
    if fromRight {
      // A last node without a neighbour rises as it is until it meets one.
      while index.isMultiple(of: 2), index != 0 { climb() }
    }
    climb()
    return fromRight
  }

  /// Goes up while the node is a right child: there the old tree is whole.
  mutating func skipRightEdges() {
    while !index.isMultiple(of: 2) { climb() }
  }

  private mutating func climb() {
    index >>= 1
    last >>= 1
  }
}
