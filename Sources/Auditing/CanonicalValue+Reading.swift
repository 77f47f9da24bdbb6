internal import JSON

extension CanonicalValue {
  /// Reads a value of the log's format from its canonical bytes.
  ///
  /// - Throws: `AuditingError` `.malformed` or `.notCanonical`.
  init(canonical bytes: Span<UInt8>) throws(AuditingError) {
    do throws(JSONError) {
      try self.init(parsing: bytes)
    } catch {
      let isMalformed = error.code == .malformed
      throw AuditingError(
        isMalformed ? .malformed : .notCanonical, detail: isMalformed ? error.detail : nil)
    }
  }
}
