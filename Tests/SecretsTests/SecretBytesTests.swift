import Glibc
import Secrets
import TestSupport
import Testing

@Suite("Secret bytes")
struct SecretBytesTests {
  private struct Stop: Error {}

  /// Keeps a secret alive in a list; secrets cannot stand in an array.
  private final class Holder {
    let secret: SecretBytes
    init(_ secret: consuming SecretBytes) { self.secret = secret }
  }

  @Test(
    "begin as zeros and keep what is written", arguments: [0, 1, 12, 32, 16_384, 16_385, 1 << 20])
  func keepsBytes(count: Int) {
    var secret = SecretBytes(count: count) { span in
      for index in span.indices where index.isMultiple(of: 2) { span[index] = 7 }
    }
    #expect(secret.count == count)
    let expected = (0..<count).map { UInt8($0.isMultiple(of: 2) ? 7 : 0) }
    #expect(secret.exposed() == expected)
    secret.withMutableSpan { span in
      for index in span.indices { span[index] = 9 }
    }
    #expect(secret.exposed() == [UInt8](repeating: 9, count: count))
  }

  @Test("copy a span without touching it")
  func copies() {
    let original: [UInt8] = [1, 2, 3]
    let secret = SecretBytes(copying: original.span)
    #expect(secret.exposed() == original)
    let nothing: [UInt8] = []
    #expect(SecretBytes(copying: nothing.span).exposed() == nothing)
  }

  @Test("are equal to the same bytes only")
  func compares() {
    let bytes = [UInt8](0..<32)
    let secret = SecretBytes(copying: bytes.span)
    let isEqual = secret.isEqual(to: bytes.span)
    #expect(isEqual)
    for other in [[], bytes.dropLast(), bytes + [0]] + bytes.indices.map(bytes.flipped) {
      let isEqual = secret.isEqual(to: other.span)
      #expect(!isEqual)
    }
    let nothing: [UInt8] = []
    let isNothing = SecretBytes(count: 0) { _ in }.isEqual(to: nothing.span)
    #expect(isNothing)
  }

  @Test("pass on what the closures throw")
  func passesErrorsOn() {
    #expect(throws: Stop.self) {
      _ = try SecretBytes(count: 4) { (_: inout MutableSpan<UInt8>) throws(Stop) in throw Stop() }
    }
    #expect(throws: Stop.self) {
      try SecretBytes(count: 4) { _ in }.withSpan { (_) throws(Stop) in throw Stop() }
    }
  }

  @Test("overflow the arena into pages of their own, and come back zeroed")
  func overflows() {
    for _ in 0..<2 {
      var holders: [Holder] = []
      for index in 0..<600 {
        holders.append(
          Holder(
            SecretBytes(count: 16_000) { span in
              #expect(span[0] == 0 && span[15_999] == 0)
              for place in [0, 15_999] { span[place] = UInt8(index & 0xff) }
            }))
      }
      for (index, holder) in holders.enumerated() {
        holder.secret.withSpan { span in
          #expect(span[0] == UInt8(index & 0xff) && span[15_999] == UInt8(index & 0xff))
        }
      }
    }
  }

  @Test("leave nothing in memory when they go", arguments: [32, 16_000, 100_000])
  func wiped(count: Int) throws {
    let memory = try ProcessMemory()
    try memory.withPattern { span in try RandomBytes().fill(&span) }
    do {
      let secret = SecretBytes(count: count) { plant(memory, in: &$0) }
      #expect(try memory.occurrences() == 1)
      _ = consume secret
    }
    #expect(try memory.occurrences() == 0)
  }

  @Test("leave nothing in memory when filling them fails")
  func wipedAfterThrow() throws {
    let memory = try ProcessMemory()
    try memory.withPattern { span in try RandomBytes().fill(&span) }
    #expect(throws: Stop.self) {
      _ = try SecretBytes(count: 64) { (span: inout MutableSpan<UInt8>) throws(Stop) in
        plant(memory, in: &span)
        throw Stop()
      }
    }
    #expect(try memory.occurrences() == 0)
  }

  @Test("stand against a guard page when they have pages of their own")
  func guarded() async {
    await #expect(processExitsWith: .failure) {
      SecretBytes(count: 100_000) { _ in }.withSpan { span in
        let past = unsafe span.withUnsafeBufferPointer { bytes in
          unsafe bytes.baseAddress.map { unsafe $0[bytes.count] }
        }
        exit(past == nil ? 1 : 0)
      }
    }
  }

  /// Writes the pattern at the end of `span`.
  private func plant(_ memory: ProcessMemory, in span: inout MutableSpan<UInt8>) {
    let start = span.count - memory.patternCount
    memory.withPattern { pattern in
      for index in pattern.indices { span[start + index] = pattern[index] }
    }
  }
}
