internal import JSON
internal import Wording

extension IdentityCaseReader {
  /// Reads one value from its bytes.
  ///
  /// - Throws: every mistake with its place.
  static func read<Value>(
    _ bytes: [UInt8], _ body: (inout IdentityCaseReader, CanonicalValue) -> Value?
  ) throws(IdentityCaseError) -> Value {
    guard bytes.count <= IdentityCase.byteLimit else {
      throw IdentityCaseError(mistakes: [
        .init(place: "", message: "a case has at most \(IdentityCase.byteLimit) bytes")
      ])
    }
    let value: CanonicalValue
    do throws(JSONError) {
      value = try CanonicalValue(json: bytes)
    } catch {
      let what: Phrase = "not JSON as expected (\(Phrase(verbatim: error.detail)))"
      throw IdentityCaseError(
        mistakes: [
          .init(place: "", message: "line \(error.line), column \(error.column): \(what)")
        ])
    }
    var reader = IdentityCaseReader()
    guard let read = body(&reader, value), reader.mistakes.isEmpty else {
      throw IdentityCaseError(mistakes: reader.mistakes)
    }
    return read
  }
}
