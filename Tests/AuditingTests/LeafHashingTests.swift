import Secrets
import Testing

@testable import Auditing

@Suite("Hashing the entries of a commit")
struct LeafHashingTests {
  private static var group: Int { LeafHashing.group }

  private func entries(_ range: Range<Int>) -> [[UInt8]] { range.map { Array("entry \($0)".utf8) } }

  /// The tree of entries that are hashed one after another.
  private func plain(_ entries: [[UInt8]]) throws -> MerkleFrontier {
    var frontier = MerkleFrontier()
    var hashing = try SHA256Context()
    for entry in entries {
      try frontier.append(leaf: MerkleHash.leaf(of: entry.span, using: &hashing), using: &hashing)
    }
    return frontier
  }

  @Test(
    "gives the tree that hashing them one by one gives, however many there are",
    arguments: [0, 1, 2, group - 1, group, group + 1, 2 * group, 5 * group + 7])
  func same(count: Int) throws {
    let before = entries(0..<13)
    var leaves = LeafHashing(after: try plain(before))
    let added = entries(13..<13 + count)
    for (place, entry) in added.enumerated() {
      try leaves.append(entry)
      let size = leaves.size
      #expect(size == 14 + place)
    }
    let (grown, again) = (try leaves.finish(), try leaves.finish())
    #expect(try grown == plain(before + added))
    #expect(again == grown)
  }

  @Test(
    "goes on after it was asked for the tree, wherever that is", arguments: [1, group, group + 5])
  func goingOn(count: Int) throws {
    let all = entries(0..<3 * count)
    var leaves = LeafHashing(after: MerkleFrontier())
    for end in 1...3 {
      for entry in all[(end - 1) * count..<end * count] { try leaves.append(entry) }
      let grown = try leaves.finish()
      #expect(try grown == plain(Array(all[..<(end * count)])))
    }
  }

  @Test("the checkpoint of a commit of many entries holds against them")
  func commit() throws {
    let log = try TestLog.standard()
    let reader = try TestUser("u4", seed: 5)
    var builder = try CommitBuilder(
      after: log.frontier, time: log.time, random: RandomBytes())
    var replay = try log.replayed()
    let content = log.read(by: reader, 1).content
    for _ in 0..<2 * Self.group + 3 {
      let bytes = try builder.add(content)
      try replay.take(bytes.span)
    }
    let text = try builder.checkpoint(origin: log.vaultID.origin, signedBy: reader.signer)
    try replay.check(SignedCheckpoint(parsing: text))
    let grown = try builder.currentFrontier
    #expect(grown == replay.currentFrontier)
  }
}
