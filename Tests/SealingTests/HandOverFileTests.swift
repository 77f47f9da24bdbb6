import Rules
import Secrets
import Testing

@testable import Auditing
@testable import Sealing

@Suite("Hand-over files")
struct HandOverFileTests {
  private let random = RandomBytes()
  private let plain = Array("0001,試験,123456789018\r\n".utf8)
  private static let passphrase = Array("correct horse".utf8)
  private static let made = Result { try Made() }

  /// A receiver and a file of each way, made once: scrypt takes its time.
  private struct Made {
    let receiver: ReceiverKey
    let other: ReceiverKey
    let toKey: HandOverFile
    let underPassphrase: HandOverFile

    init() throws {
      let random = RandomBytes()
      let plain = Array("0001,試験,123456789018\r\n".utf8)
      let secret = SecretBytes(copying: HandOverFileTests.passphrase.span)
      receiver = try ReceiverKey(under: secret, random: random)
      other = try ReceiverKey(under: secret, random: random)
      let header = HandOverHeader(
        vault: try TestVault.vault(1), id: [UInt8](repeating: 9, count: 16),
        contractor: try #require(ContractorID("yamada-sr")), content: .csv)
      let key = AuthenticatedKey(
        name: "contractor:yamada-sr", generation: 5, number: 5, publicKey: receiver.publicKey)
      toKey = try HandOverFile.seal(plain.span, header, to: key, random: random)
      underPassphrase = try HandOverFile.seal(plain.span, header, under: secret, random: random)
    }
  }

  private func secret(_ text: [UInt8] = passphrase) -> SecretBytes {
    SecretBytes(copying: text.span)
  }

  private func bytes(_ secret: borrowing SecretBytes) -> [UInt8] {
    secret.withSpan { [UInt8](copying: $0) }
  }

  private func code(_ work: () throws -> Void) -> SealingError.Code? {
    do {
      try work()
      return nil
    } catch {
      return (error as? SealingError)?.code
    }
  }

  @Test("opens for the receiver, and is the same file after reading")
  func opens() throws {
    let made = try Self.made.get()
    let read = try HandOverFile(parsing: made.toKey.bytes)
    #expect(read == made.toKey)
    #expect(try bytes(read.open(with: made.receiver, passphrase: secret())) == plain)
    let other = try HandOverFile(parsing: made.underPassphrase.bytes)
    #expect(try bytes(other.open(under: secret())) == plain)
  }

  @Test("another key, another passphrase, or the other way does not open it")
  func refuses() throws {
    let made = try Self.made.get()
    #expect(
      code { _ = try made.toKey.open(with: made.other, passphrase: secret()) } == .notAuthentic)
    let wrong = Array("wrong passphrase".utf8)
    #expect(
      code { _ = try made.toKey.open(with: made.receiver, passphrase: secret(wrong)) }
        == .wrongPassphrase)
    #expect(code { _ = try made.underPassphrase.open(under: secret(wrong)) } == .wrongPassphrase)
    #expect(code { _ = try made.toKey.open(under: secret()) } == .keyNotHeld)
    #expect(
      code { _ = try made.underPassphrase.open(with: made.receiver, passphrase: secret()) }
        == .keyNotHeld)
  }

  @Test("cut short anywhere, or with a byte more, it is no hand-over file")
  func truncated() throws {
    for file in [try Self.made.get().toKey.bytes, try Self.made.get().underPassphrase.bytes] {
      for count in 0..<file.count {
        #expect(code { _ = try HandOverFile(parsing: Array(file[..<count])) } == .malformed)
      }
      #expect(code { _ = try HandOverFile(parsing: file + [0]) } == .malformed)
    }
  }

  @Test("a bit changed anywhere is found")
  func altered() throws {
    let made = try Self.made.get()
    let key = try made.receiver.privateKey(under: secret())
    for place in made.toKey.bytes.indices {
      var changed = made.toKey.bytes
      changed[place] ^= 1
      let found = code {
        let file = try HandOverFile(parsing: changed)
        if file.way == .key { _ = try file.open(with: key) }
      }
      #expect(found == .malformed || found == .notAuthentic, "byte \(place)")
    }
  }

  @Test("no digit of what it holds stands in it")
  func sealed() throws {
    let made = try Self.made.get()
    for file in [made.toKey.bytes, made.underPassphrase.bytes] {
      let text = String(decoding: file, as: UTF8.self)
      #expect(!text.contains("1234") && !text.contains("試験"))
    }
  }

  @Test("a receiver's key file has one text; any other is refused")
  func receiverKey() throws {
    let key = try Self.made.get().receiver
    #expect(try ReceiverKey(parsing: key.text) == key)
    for (old, new) in [
      ("v1\n", "v2\n"), ("public ", "Public "), ("public ", "public  "), ("=\n", "\n"),
      ("mynumber", "\u{FEFF}mynumber"),
    ] {
      let changed = key.text.replacing(old, with: new, maxReplacements: 1)
      try #require(changed != key.text)
      #expect(code { _ = try ReceiverKey(parsing: changed) } == .malformed, "\(old)")
    }
    #expect(code { _ = try ReceiverKey(parsing: key.text + "\n") } == .malformed)
    let other = try Self.made.get().other
    let swapped = key.text.replacing(key.publicText, with: other.publicText)
    let mixed = try ReceiverKey(parsing: swapped)
    let made = try Self.made.get().toKey
    #expect(
      code { _ = try made.open(with: mixed, passphrase: secret()) } == .wrongPassphrase,
      "the public half is part of what is sealed")
  }

  @Test("a short passphrase is not taken")
  func short() {
    let short = Array("eleven char".utf8)
    #expect(
      code { _ = try ReceiverKey(under: secret(short), random: random) } == .passphraseTooShort)
  }
}
