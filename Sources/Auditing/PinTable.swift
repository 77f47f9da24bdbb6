/// Digests under hashed keys in flat memory: 48 bytes each, and 8 to 16 for finding it.
///
/// A million people are 56 MB. The records stand in blocks, so that growing copies none of them,
/// and a copy of the table copies only the blocks that change after it.
struct PinTable: Sendable {
  /// What is pinned under a key.
  struct Record: Sendable {
    let key: Int
    /// The entry that pins it; entries fit 32 bits.
    let index: UInt32
    let digest: PinnedDigest
  }

  private static let blockCount = 4096
  private var blocks: [[Record]] = []
  /// Open addressing: a record's place and one, or 0; at most half of them are taken.
  private var slots: [UInt32] = []
  /// How many keys there are.
  private(set) var count = 0

  /// The record of a key.
  func record(of key: Int) -> Record? {
    guard count > 0 else { return nil }
    let place = slots[slot(of: key)]
    return place == 0 ? nil : record(at: Int(place) - 1)
  }

  /// Adds a record, or puts it in the place of its key's.
  mutating func set(_ record: Record) {
    if 2 * (count + 1) > slots.count { grow() }
    let slot = slot(of: record.key)
    guard slots[slot] == 0 else {
      let place = Int(slots[slot]) - 1
      blocks[place / Self.blockCount][place % Self.blockCount] = record
      return
    }
    append(record)
    slots[slot] = UInt32(truncatingIfNeeded: count)
  }

  /// Takes over all records of another table.
  mutating func merge(_ other: PinTable) {
    guard count > 0 else {
      self = other
      return
    }
    for block in other.blocks {
      for record in block { set(record) }
    }
  }

  private func record(at place: Int) -> Record {
    // Through spans: a copy of a block's reference would be counted for each look.
    let blocks = self.blocks.span
    let block = blocks[place / Self.blockCount].span
    return block[place % Self.blockCount]
  }

  /// The slot of a key, or the free one where it belongs.
  private func slot(of key: Int) -> Int {
    let mask = slots.count - 1
    var slot = key & mask
    while slots[slot] != 0, record(at: Int(slots[slot]) - 1).key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func append(_ record: Record) {
    if count % Self.blockCount == 0 {
      blocks.append([])
      // The first block grows as it is filled: most transactions pin a few rows.
      if count > 0 { blocks[blocks.count - 1].reserveCapacity(Self.blockCount) }
    }
    blocks[blocks.count - 1].append(record)
    count += 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: max(16, 2 * slots.count))
    for place in 0..<count { slots[slot(of: record(at: place).key)] = UInt32(place + 1) }
  }
}
