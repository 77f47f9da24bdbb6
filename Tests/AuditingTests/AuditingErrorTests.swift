import Auditing
import Secrets
import Testing
internal import Wording

@Suite("Auditing errors")
struct AuditingErrorTests {
  private static let codes: [AuditingError.Code] = [
    .malformed, .notCanonical, .wrongFormat, .rootMismatch, .leafMismatch, .badSignature,
    .unknownSigner, .notAuthorised, .outOfOrder, .missing, .originMismatch, .inconsistent,
    .freeTextHoldsNumber, .freeTextTooLong, .freeTextNotPlain, .badName,
  ]

  @Test("each kind has a sentence of its own")
  func sentences() {
    let sentences = Self.codes.map { AuditingError($0).description }
    #expect(Set(sentences).count == Self.codes.count)
    #expect(Set(Self.codes).count == Self.codes.count)
  }

  @Test("the place comes first and the part of the format last")
  func place() {
    let error = AuditingError(.leafMismatch, line: 7, index: 5, detail: "leaf")
    #expect("\(error)" == "line 7: entry 5: the entry does not hash to its leaf (leaf)")
  }

  @Test("a place once known is kept")
  func at() {
    let error = AuditingError(.missing, index: 5).at(line: 7, index: 9)
    #expect(error == AuditingError(.missing, line: 7, index: 5))
  }

  @Test("errors of the library that are equal have the same hash")
  func library() throws {
    let long = try #require(throws: SecretsError.self) { try Ed25519PublicKey([1]) }
    let error = AuditingError(.cryptography(long))
    #expect(Set([error, AuditingError(.cryptography(long))]).count == 1)
    #expect(error != AuditingError(.malformed))
    #expect(error.description.contains("badLength"))
  }

  @Test("no word of a bad input is in the error")
  func noValues() {
    for text in ["{\"123456789018\":1.5}", "[\"123456789018\"", "123456789018123456789018"] {
      let error = #expect(throws: AuditingError.self) {
        try Entry(parsing: Array(text.utf8).span)
      }
      #expect(error?.description.contains("123456789018") == false)
    }
  }
}
