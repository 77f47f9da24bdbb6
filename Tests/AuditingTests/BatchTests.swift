import Auditing
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

  @Test("an erasure and a widening touch the keys file")
  func otherUses() throws {
    var erasure = Batch<Erasure>()
    try erasure.add(TestGrant.make(.purge))
    var widening = Batch<Widening>()
    try widening.add(TestGrant.make(.declare))
    let sink = TestSink()
    _ = try erasure.commit(to: sink)
    _ = try widening.commit(to: sink)
    #expect(sink.contents.map(\.action) == ["purge", "declare"])
    #expect(sink.contents.allSatisfy { $0.touchesKeys && $0.outcome == .done })
  }

  @Test(
    "a grant for one use is no receipt for another", arguments: [Action.purge, .declare, .export])
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
