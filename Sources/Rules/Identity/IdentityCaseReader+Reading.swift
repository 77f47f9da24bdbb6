internal import JSON

extension IdentityCaseReader {
  /// Reads one value from its bytes.
  ///
  /// - Throws: every mistake with its place.
  static func read<Value>(
    _ bytes: [UInt8], _ body: (inout IdentityCaseReader, CanonicalValue) -> Value?
  ) throws(IdentityCaseError) -> Value {
    guard bytes.count <= IdentityCase.byteLimit else {
      throw IdentityCaseError(mistakes: [.init(place: "", message: "larger than 64 KiB")])
    }
    let value: CanonicalValue
    do throws(JSONError) {
      value = try CanonicalValue(json: bytes)
    } catch {
      throw IdentityCaseError(mistakes: [.init(place: "", message: error.description)])
    }
    var reader = IdentityCaseReader()
    guard let read = body(&reader, value), reader.mistakes.isEmpty else {
      throw IdentityCaseError(mistakes: reader.mistakes)
    }
    return read
  }
}
