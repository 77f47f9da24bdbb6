import Auditing
import Secrets
import Testing

@Suite("Checkpoints")
struct CheckpointTests {
  /// Signed tree heads of Go's checksum database, as sum.golang.org published them.
  static let published = [
    (
      6_476_701, "mb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=",
      "Az3grsLX85Gz+s1SiTbgkuqxgItqFq7gsMUEyVnrsa9LM7Us9S+1xbFIGu95949rj4nPRYfvimWEPWL+o3GeoWwOoAw="
    ),
    (
      15_067_302, "gJyioq6dwR9n+NjEWORfYmH+ubeYm3kH42BBQ0bTpYI=",
      "Az3grp1rvWOs5NKlr/xR4GLN/CDyzzakmt1o61uSxYKpK1SerqOP2ClbX/peKUZjYnyomH5Xz7GZG3TpB7OeKn4E2ww="
    ),
  ]
  private static let publishedName = "sum.golang.org"
  private static let origin = "mynumber/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  private static let name = origin + "/u0"

  private func goKey() throws -> Ed25519PublicKey {
    let text = "Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
    let bytes = try #require(Base64.decode(text))
    return try Ed25519PublicKey(Array(bytes.dropFirst()))
  }

  private func note(_ size: Int, _ root: String, _ signature: String) -> [UInt8] {
    Array(
      "go.sum database tree\n\(size)\n\(root)\n\n— \(Self.publishedName) \(signature)\n".utf8)
  }

  private func key(_ seed: UInt8 = 1) throws -> Ed25519PrivateKey {
    try Ed25519PrivateKey(rawBytes: [UInt8](repeating: seed, count: 32).span)
  }

  private func checkpoint(size: Int = 42) throws -> Checkpoint {
    try Checkpoint(
      origin: Self.origin, size: size, root: MerkleHash([UInt8](repeating: 7, count: 32)))
  }

  @Test("a published checkpoint is read, written again and verified", arguments: published)
  func reads(size: Int, root: String, signature: String) throws {
    let bytes = note(size, root, signature)
    let signed = try SignedCheckpoint(parsing: bytes)
    #expect(signed.text == bytes)
    #expect(signed.checkpoint.origin == "go.sum database tree")
    #expect(signed.checkpoint.size == size)
    #expect(Base64.encode(signed.checkpoint.root.bytes) == root)
    #expect(signed.signatures.map(\.name) == [Self.publishedName])
    #expect(Hex.encode(signed.signatures[0].keyHash) == "033de0ae")
    #expect(try signed.isValid(name: Self.publishedName, publicKey: goKey()))
    #expect(try !signed.isValid(name: "sum.golang.com", publicKey: goKey()))
    #expect(try !signed.isValid(name: Self.publishedName, publicKey: key().publicKey))
  }

  @Test("no published checkpoint survives a change of any byte", arguments: published)
  func changedByte(size: Int, root: String, signature: String) throws {
    let bytes = note(size, root, signature)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1
      let signed = try? SignedCheckpoint(parsing: changed)
      #expect(try signed?.isValid(name: Self.publishedName, publicKey: goKey()) != true)
      if let signed { #expect(signed.text == changed) }
    }
  }

  @Test("the key hint is the published one of another key")
  func keyHint() throws {
    // From the tests of golang.org/x/mod/sumdb/note: key PeterNeumann+c74f20a3.
    let secret = try #require(Base64.decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"))
    let key = try Ed25519PrivateKey(rawBytes: Array(secret.dropFirst()).span)
    let signed = try SignedCheckpoint.sign(try checkpoint(), name: "PeterNeumann", key: key)
    #expect(Hex.encode(signed.signatures[0].keyHash) == "c74f20a3")
  }

  @Test("what was signed here is read and verified, for its key and name alone")
  func signs() throws {
    let signed = try SignedCheckpoint.sign(checkpoint(), name: Self.name, key: key())
    let root = Base64.encode([UInt8](repeating: 7, count: 32))
    let body = "\(Self.origin)\n42\n\(root)\n"
    #expect(signed.checkpoint.body == Array(body.utf8))
    #expect(signed.text.starts(with: Array("\(body)\n— \(Self.name) ".utf8)))
    let read = try SignedCheckpoint(parsing: signed.text)
    #expect(read == signed)
    #expect(try read.isValid(name: Self.name, publicKey: key().publicKey))
    #expect(try !read.isValid(name: Self.origin + "/u1", publicKey: key().publicKey))
    #expect(try !read.isValid(name: Self.name, publicKey: key(2).publicKey))
    #expect(try !read.isValid(name: "", publicKey: key().publicKey))
  }

  @Test("two signatures are kept in their order, and each is verified by its own key")
  func twoSigners() throws {
    let first = try SignedCheckpoint.sign(checkpoint(), name: "a/u0", key: key(1))
    let second = try SignedCheckpoint.sign(checkpoint(), name: "a/u1", key: key(2))
    let line = second.text.suffix(second.text.count - second.checkpoint.body.count - 1)
    let both = try SignedCheckpoint(parsing: first.text + line)
    #expect(both.signatures.map(\.name) == ["a/u0", "a/u1"])
    #expect(try both.isValid(name: "a/u0", publicKey: key(1).publicKey))
    #expect(try both.isValid(name: "a/u1", publicKey: key(2).publicKey))
    #expect(try !both.isValid(name: "a/u0", publicKey: key(2).publicKey))
    let again = Array(first.text.suffix(first.text.count - first.checkpoint.body.count - 1))
    #expect(throws: AuditingError(.malformed, detail: "signed twice")) {
      try SignedCheckpoint(parsing: first.text + again)
    }
    #expect(throws: AuditingError.self) {
      try SignedCheckpoint(
        parsing: first.text
          + (1...16).flatMap { seed in
            String(decoding: again, as: UTF8.self)
              .replacing("u0", with: "v\(seed)").utf8
          })
    }
  }

  @Test("the signature of one checkpoint is not good for another")
  func moved() throws {
    let old = try SignedCheckpoint.sign(checkpoint(size: 42), name: Self.name, key: key())
    let other = try checkpoint(size: 43)
    let moved = other.body + old.text.dropFirst(old.checkpoint.body.count)
    let signed = try SignedCheckpoint(parsing: moved)
    #expect(signed.checkpoint == other)
    #expect(try !signed.isValid(name: Self.name, publicKey: key().publicKey))
  }

  @Test(
    "a text of another shape is refused",
    arguments: [
      ("\n42\n", "\n042\n"), ("\n42\n", "\n+42\n"), ("\n42\n", "\n-1\n"), ("\n42\n", "\n-0\n"),
      ("\n42\n", "\n 42\n"), ("\n42\n", "\n4_2\n"), ("\n42\n", "\n９\n"), ("\n42\n", "\n\n"),
      ("\n42\n", "\n9223372036854775808\n"), ("\n42\n", "\r\n42\n"), ("\n42\n", "\n42\n42\n"),
      ("mynumber/", "\n"), ("mynumber/", "\t"), ("mynumber/", "番号/"),
      ("Bwc=\n", "Bwc\n"), ("Bwc=\n", "Bwd=\n"), ("Bwc=\n", "\n"), ("Bwc=\n", "Bwc=\nmore\n"),
      ("Bwc=\n", "Bwc= \n"), ("Bwc=\n\n", "Bwc=\n"), ("Bwc=\n\n", "Bwc=\n\n\n"),
      ("— ", "- "), ("— ", "—"), ("— ", "—  "), ("— ", " — "), ("/u0 ", "/u+0 "),
      ("/u0 ", "/u 0 "), ("/u0 ", "/ü "), ("/u0 ", "/u0  "),
    ])
  func shapes(part: String, replacement: String) throws {
    let signed = try SignedCheckpoint.sign(checkpoint(), name: Self.name, key: key())
    let text = String(decoding: signed.text, as: UTF8.self)
    let changed = text.replacing(part, with: replacement, maxReplacements: 1)
    try #require(changed != text)
    #expect(throws: AuditingError.self) { try SignedCheckpoint(parsing: Array(changed.utf8)) }
  }

  @Test(
    "a text that ends otherwise is refused",
    arguments: ["", "\n", "=", "==\n", "= \n", "=\r\n", "=\n\n", "=\n— \n", "=\n=\n", "AAA=\n"])
  func endings(ending: String) throws {
    let signed = try SignedCheckpoint.sign(checkpoint(), name: Self.name, key: key())
    #expect(signed.text.suffix(2) == [0x3D, 0x0A])
    #expect(throws: AuditingError.self) {
      try SignedCheckpoint(parsing: signed.text.dropLast(2) + Array(ending.utf8))
    }
  }

  @Test("nothing, a single line and a very long text are refused")
  func lengths() throws {
    let long = [UInt8](repeating: 0x61, count: SignedCheckpoint.textLimit) + [0x0A]
    for bytes in [[], [0x0A], Array("a\n".utf8), [UInt8](repeating: 0x0A, count: 6), long] {
      #expect(throws: AuditingError.self) { try SignedCheckpoint(parsing: bytes) }
    }
    let signed = try SignedCheckpoint.sign(checkpoint(), name: Self.name, key: key())
    for count in signed.text.indices {
      #expect(throws: AuditingError.self) {
        try SignedCheckpoint(parsing: Array(signed.text.prefix(count)))
      }
    }
  }

  @Test("an origin of no use is refused", arguments: ["", "a\nb", "a\u{7F}", "番号", "a\u{0}"])
  func badOrigin(origin: String) throws {
    let root = try MerkleHash([UInt8](repeating: 7, count: 32))
    #expect(throws: AuditingError(.malformed, detail: "origin")) {
      try Checkpoint(origin: origin, size: 1, root: root)
    }
  }

  @Test("a negative size is refused")
  func badSize() throws {
    let root = try MerkleHash([UInt8](repeating: 7, count: 32))
    #expect(throws: AuditingError(.malformed, detail: "tree size")) {
      try Checkpoint(origin: "a", size: -1, root: root)
    }
  }

  @Test("nobody signs under a name of no use", arguments: ["", "a b", "a+b", "a\nb", "番", "a\t"])
  func badName(name: String) throws {
    #expect(throws: AuditingError(.malformed, detail: "key name")) {
      _ = try SignedCheckpoint.sign(try checkpoint(), name: name, key: try key())
    }
  }
}
