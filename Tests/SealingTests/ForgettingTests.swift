import Secrets
import TestSupport
import Testing

@testable import Sealing

@Suite("What was opened is forgotten", .serialized)
struct ForgettingTests {
  private let nothing: [UInt8] = []
  private let plaintext = [UInt8](repeating: 0x31, count: 12)

  /// A scan for the encryption key that follows from a data key.
  private func scan(for dataKey: borrowing SecretBytes) throws -> ProcessMemory {
    let memory = try ProcessMemory()
    let info = SealingContext.encrypt
    var expand = try HMACSHA256()
    try dataKey.withSpan { prk in
      try memory.withPattern { pattern throws in
        try expand.expandOne(prk: prk, info: info.span, into: &pattern)
      }
    }
    try expand.forgetKey()
    return memory
  }

  private func sealed(_ dataKey: borrowing SecretBytes) throws -> SealedValue {
    var cipher = try ObjectCipher()
    return try dataKey.withSpan { key in
      try cipher.seal(
        plaintext.span, dataKey: key, associatedData: nothing.span, random: RandomBytes())
    }
  }

  @Test("no key that a number was sealed under stays behind")
  func sealing() throws {
    let dataKey = try RandomBytes().secret(AESGCM.keyCount)
    let memory = try scan(for: dataKey)
    var cipher = try ObjectCipher()
    _ = try dataKey.withSpan { key in
      try cipher.seal(
        plaintext.span, dataKey: key, associatedData: nothing.span, random: RandomBytes())
    }
    try cipher.forgetKeys()
    #expect(try memory.occurrences() == 0)
    _ = consume cipher
  }

  @Test(
    "no key stays behind after an opening, whether it succeeds or fails", arguments: [true, false])
  func opening(isRight: Bool) throws {
    let dataKey = try RandomBytes().secret(AESGCM.keyCount)
    let value = try sealed(dataKey)
    let memory = try scan(for: dataKey)
    var cipher = try ObjectCipher()
    let context = isRight ? nothing : [1]
    var opened = [UInt8](repeating: 0, count: plaintext.count)
    do throws(SealingError) {
      try dataKey.withSpan { (key) throws(SealingError) in
        try value.withParts { (sealed, commitment) throws(SealingError) in
          var out = opened.mutableSpan
          try cipher.open(
            sealed, commitment: commitment, dataKey: key, associatedData: context.span, into: &out)
        }
      }
      #expect(isRight)
    } catch {
      #expect(!isRight && error.code == .notAuthentic)
    }
    // What stands in OpenSSL's context now is the one thing left.
    #expect(try memory.occurrences() <= 1)
    try cipher.forgetKeys()
    #expect(try memory.occurrences() == 0)
    _ = consume cipher
  }
}
