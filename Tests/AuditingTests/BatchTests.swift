import Auditing
import JSON
import People
import Rules
import RulesTestSupport
import Testing

@Suite("Batches and receipts")
struct BatchTests {
  @Test("each grant becomes an entry, and then one receipt that names its row")
  func receipts() throws {
    var batch = Batch<Reading>()
    try batch.add(TestGrant.make(person: 1))
    batch.add(EntryContent(action: "read", actor: "u4", outcome: .refused))
    try batch.add(TestGrant.make(person: 2, version: 3, purpose: "health"))
    #expect(batch.count == 3)
    let sink = TestSink(startingAt: 10)
    var receipts = try batch.commit(to: sink)
    #expect(sink.contents.count == 13)
    guard let first = receipts.next(), let second = receipts.next() else {
      Issue.record("two receipts were due")
      return
    }
    #expect(first.personRow == 1)
    #expect(first.personCode == "E1")
    #expect(first.entryIndex == 10)
    #expect(first.form == "slip")
    #expect(second.personRow == 2)
    #expect(second.personID.bytes == [UInt8](repeating: 2, count: 16))
    #expect(second.version == 3)
    #expect(second.purpose == "health")
    #expect(second.entryIndex == 12)
    let isSpent = receipts.next() == nil
    #expect(isSpent)
  }

  @Test("the entry of a read says all that was decided")
  func content() throws {
    var batch = Batch<Reading>()
    try batch.add(TestGrant.make())
    let sink = TestSink()
    _ = try batch.commit(to: sink)
    var expected = EntryContent(action: "read", actor: "u4", outcome: .allowed)
    expected.role = "accountant"
    expected.purpose = "tax"
    expected.form = "slip"
    expected.recipient = "tax-office"
    expected.article = "番号法19条2号"
    expected.person = "E1"
    expected.version = 1
    expected.reason = "年末"
    expected.policy = String(repeating: "0", count: 64)
    #expect(sink.contents == [expected])
  }

  @Test("an erasure touches the keys file")
  func erasing() throws {
    var erasure = Batch<Erasure>()
    try erasure.add(TestGrant.make(.purge))
    let sink = TestSink()
    _ = try erasure.commit(to: sink)
    #expect(sink.contents.map(\.action) == ["purge"])
    #expect(sink.contents.allSatisfy { $0.touchesKeys && $0.outcome == .done })
  }

  @Test("a widening's entry and receipt say through which key for which other")
  func widening() throws {
    let declaration = try DeclarationID([UInt8](repeating: 7, count: 16))
    var batch = Batch<Widening>()
    try batch.add(
      TestGrant.make(
        .widen, purpose: "health", through: "tax", target: "health@office",
        declaration: declaration))
    let sink = TestSink()
    var receipts = try batch.commit(to: sink)
    let content = try #require(sink.contents.first)
    #expect(content.action == "widen" && content.outcome == .allowed && !content.touchesKeys)
    #expect(content.purpose == "health")
    #expect(content.detail == ["key": .string("health@office"), "through": .string("tax")])
    guard let receipt = receipts.next() else {
      Issue.record("a receipt was due")
      return
    }
    let names = [receipt.purpose, receipt.key, receipt.target]
    #expect(names == ["health", "tax", "health@office"])
    let rests = receipt.declaration
    #expect(rests == declaration)
  }

  @Test(
    "a grant for one use is no receipt for another", arguments: [Action.purge, .widen, .export])
  func otherUse(action: Action) throws {
    var batch = Batch<Reading>()
    #expect(throws: AuditingError(.notAuthorised, detail: "grant of another use")) {
      try batch.add(TestGrant.make(action))
    }
    #expect(batch.count == 0)
    var erasure = Batch<Erasure>()
    #expect(throws: AuditingError.self) { try erasure.add(TestGrant.make(.read)) }
    var widening = Batch<Widening>()
    #expect(throws: AuditingError.self) { try widening.add(TestGrant.make(.read)) }
  }

  @Test("a commit that fails gives no receipt")
  func failingSink() throws {
    var batch = Batch<Reading>()
    try batch.add(TestGrant.make())
    let sink = TestSink(fails: true)
    do throws(TestSink.Full) {
      _ = try batch.commit(to: sink)
      Issue.record("a receipt without an entry")
    } catch {
      #expect(sink.contents.isEmpty)
    }
  }

  @Test("a batch of refusals alone gives no receipt")
  func refusals() throws {
    var batch = Batch<Reading>()
    batch.add(EntryContent(action: "read", actor: "u4", outcome: .refused))
    var receipts = try batch.commit(to: TestSink())
    let isEmpty = receipts.next() == nil
    #expect(isEmpty)
  }
}
