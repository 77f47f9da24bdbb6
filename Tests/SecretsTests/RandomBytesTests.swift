import Secrets
import Testing

@Suite("Random bytes")
struct RandomBytesTests {
  /// Counts up through the bytes, and counts how often it was asked.
  private final class Counter {
    var next: UInt8 = 0
    var calls = 0
  }

  @Test("hand out every byte of the source once, in order, across blocks")
  func order() throws {
    let counter = Counter()
    let random = RandomBytes { (out) throws(SecretsError) in
      counter.calls += 1
      for index in out.indices {
        out[index] = counter.next
        counter.next &+= 1
      }
    }
    var handed: [UInt8] = []
    for count in [0, 1, 12, 4083, 1, 5000, 32, 10_000] { handed += try random.bytes(count) }
    #expect(handed == (0..<handed.count).map { UInt8($0 & 0xff) })
    #expect(counter.calls == 5)
    let secret = try random.secret(3)
    #expect(secret.exposed() == (0..<3).map { UInt8((handed.count + $0) & 0xff) })
  }

  @Test("are not the same twice")
  func differ() throws {
    let random = RandomBytes()
    let ids = try (0..<2000).map { _ in try random.bytes(16) }
    #expect(Set(ids).count == 2000)
    #expect(try RandomBytes().bytes(16) != RandomBytes().bytes(16))
  }

  @Test("fail when the source fails, wipe what was filled, and go on when it recovers")
  func failure() throws {
    let counter = Counter()
    let random = RandomBytes { (out) throws(SecretsError) in
      counter.calls += 1
      if counter.calls == 2 { throw SecretsError(.randomFailed) }
      for index in out.indices { out[index] = 7 }
    }
    var bytes = [UInt8](repeating: 9, count: 5000)
    var out = bytes.mutableSpan
    let error = #expect(throws: SecretsError.self) { try random.fill(&out) }
    #expect(error?.code == .randomFailed)
    #expect(bytes.allSatisfy { $0 == 0 })
    #expect(try random.bytes(2) == [7, 7])
  }
}
