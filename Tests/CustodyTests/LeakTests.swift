import Foundation
import MyNumberKit
import Testing

@Suite("Where a number must not stand")
struct LeakTests {
  /// Every way in which somebody might have written a number down.
  private func patterns(_ digits: String) throws -> BytePatterns {
    var patterns = BytePatterns()
    try add(digits, to: &patterns)
    return patterns
  }

  private func add(_ digits: String, to patterns: inout BytePatterns) throws {
    let wide = String(
      String.UnicodeScalarView(
        digits.unicodeScalars.compactMap {
          Unicode.Scalar($0.value - 0x30 + 0xFF10)
        }))
    let value = try #require(UInt64(digits))
    let big = (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * UInt64($0))) }
    let bytes = Array(digits.utf8)
    var forms: [(String, [UInt8])] = [
      ("ASCII", bytes), ("full width", Array(wide.utf8)),
      ("full width CP932", bytes.flatMap { [0x82, $0 - 0x30 + 0x4F] }),
      ("UTF-16LE", bytes.flatMap { [$0, 0] }), ("UTF-16BE", bytes.flatMap { [0, $0] }),
      ("8 bytes", big), ("8 bytes reversed", big.reversed()),
      ("6 bytes, as SQLite keeps integers", Array(big[2...])),
      ("6 bytes reversed", big[2...].reversed()),
      ("BCD", stride(from: 0, to: 12, by: 2).map { (bytes[$0] & 15) << 4 | bytes[$0 + 1] & 15 }),
      ("double", withBytes(of: Double(value).bitPattern)),
      ("reversed", bytes.reversed()), ("base64", Array(Data(bytes).base64EncodedString().utf8)),
    ]
    for separator in ["-", " ", "－", "　"] {
      for (name, text) in [("ASCII", digits), ("full width", wide)] {
        let groups = [text.prefix(4), text.dropFirst(4).prefix(4), text.suffix(4)]
        let joined = groups.map(String.init).joined(separator: separator)
        forms.append(("\(name) in groups", Array(joined.utf8)))
      }
    }
    for (name, form) in forms { patterns.add(form, name) }
    for (name, form) in forms.prefix(7) {
      let digest = try SHA256.hash(form.span)
      patterns.add(digest, "SHA-256 of \(name)")
      patterns.add(Array(Hex.encode(digest).utf8), "hex SHA-256 of \(name)")
      patterns.add(Array(Hex.encode(digest).uppercased().utf8), "HEX SHA-256 of \(name)")
      patterns.add(Array(Base64.encode(digest).prefix(40).utf8), "base64 SHA-256 of \(name)")
      patterns.add(Array(Base64.encodeURL(digest).prefix(40).utf8), "base64url SHA-256 of \(name)")
    }
  }

  private func withBytes(of value: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
  }

  @Test("no number of the sample stands in the vault's folder in any form, nor its digest")
  func vaultFolder() throws {
    let numbers = try SampleNumbers.all()
    #expect(numbers.count == 49)
    var patterns = BytePatterns()
    for number in numbers { try add(number, to: &patterns) }
    let fixture = try SampleVault.copy()
    try work(fixture)
    for (name, bytes) in try fixture.contents() {
      #expect(patterns.names(in: bytes).isEmpty, "\(name)")
    }
    // Rows that are split over pages stand whole in the log's entries and the policy's documents.
    let vault = try fixture.open()
    try vault.forEachEntry { #expect(patterns.names(in: [UInt8]($0)).isEmpty) }
    for document in try fixture.blobs("bytes", from: "main.documents") {
      #expect(patterns.names(in: document).isEmpty)
    }
    for checkpoint in try vault.checkpoints() {
      #expect(patterns.names(in: checkpoint.text).isEmpty)
    }
  }

  /// Reads, refusals, a failed import, a correction and a purge.
  private func work(_ fixture: VaultFixture) throws {
    let accountant = try fixture.signIn("keiko")
    let text = try String(contentsOfFile: SampleVault.employees, encoding: .utf8)
    var options = ImportOptions()
    options.replacement = .correction
    options.update = true
    let path = try fixture.folder.write(text, as: "again.csv")
    #expect(try accountant.importFile(path, options).replaced > 40)
    for code in ["0003", "0004", "0019", "0801"] {
      _ = try ExitStatus { _ = try accountant.digits(code) }
    }
    _ = try ExitStatus {
      try accountant.importFile(VaultFixture.repository + "/Samples/defects.csv")
    }
    accountant.close()
    let administrator = try fixture.signIn("admin")
    _ = try Purge(administrator).run(asOf: administrator.vault.today, acceptPresumed: true)
    administrator.close()
  }

  @Test("two entries of a number leave no trace, nor a digest, whether they agree or not")
  func secondEntries() throws {
    let (one, two) = (SecondEntryFixture.one, SecondEntryFixture.two)
    var patterns = BytePatterns()
    for number in [one, two] { try add(number, to: &patterns) }
    for typed in [one, two] {
      let fixture = try SecondEntryFixture()
      let session = try fixture.entered("E1", typed)
      #expect(try ExitStatus { _ = try session.digits("E1") }.status == (typed == one ? 0 : 77))
      session.close()
      for (name, bytes) in try fixture.vault.contents() {
        #expect(patterns.names(in: bytes).isEmpty, "\(name)")
      }
      try fixture.vault.open().forEachEntry { #expect(patterns.names(in: [UInt8]($0)).isEmpty) }
    }
  }

  @Test("the search finds each form of a number that is planted")
  func control() throws {
    let number = "965689455668"
    let patterns = try patterns(number)
    #expect(patterns.names(in: Array("xx9656-8945-5668yy".utf8)) == ["ASCII in groups"])
    #expect(patterns.names(in: Array("xx９６５６８９４５５６６８yy".utf8)) == ["full width"])
    #expect(patterns.names(in: [1, 2] + withBytes(of: 965_689_455_668) + [3]).count == 2)
    let digest = try SHA256.hash(Array(number.utf8).span)
    #expect(patterns.names(in: [9] + digest + [9]) == ["SHA-256 of ASCII"])
    #expect(patterns.names(in: Array("123456789012".utf8)).isEmpty)
  }

  @Test("errors of every kind hold neither number nor name")
  func errors() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    let form = "withholding-slip-municipality"
    var said = ""
    for (code, form, purpose) in [
      ("0003", form, "health-pension"), ("0003", "x", nil), ("0019", form, nil),
      ("0801", form, nil), ("0777", form, nil), ("0009-1", form, nil),
    ] {
      said += try ExitStatus { _ = try session.digits(code, form, purpose: purpose) }.description
    }
    try fixture.sql("UPDATE main.numbers SET commitment = randomblob(32)")
    said += try ExitStatus { _ = try session.digits("0003") }.description
    let bytes = Array(said.utf8)
    for number in try SampleNumbers.all() { #expect(try patterns(number).names(in: bytes).isEmpty) }
    for name in ["鷲尾", "細谷", "黒部", "榎本"] { #expect(!said.contains(name)) }
  }
}

extension [UInt8] {
  /// The bytes of a span.
  init(_ span: Span<UInt8>) {
    self = []
    for index in span.indices { append(span[index]) }
  }
}
