/// The name of a user or an organisation, as the log states it.
///
/// It is in composed form (NFC, UAX #15), so that one name has one sequence of bytes.
public struct LoggedName: Hashable, Sendable {
  /// How many characters (Unicode scalars) a name has at most.
  public static let limit = 100

  /// The name.
  public let text: String

  /// Takes a name as it was typed, and composes it.
  ///
  /// - Throws: `.badName` for a text of none or more than 100 characters, with one that is not shown
  ///   (control, format, line separators), or with twelve digits that could be a My Number.
  public init(_ text: String) throws(AuditingError) {
    try self.init(composed: String(decoding: text._nfcCodeUnits, as: UTF8.self))
  }

  /// Takes a name from the log.
  ///
  /// - Throws: `.badName`, also for one that is not in composed form.
  init(composed text: String) throws(AuditingError) {
    guard !text.isEmpty, FreeText.fault(in: text, limit: Self.limit) == nil,
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .format }),
      Self.isComposed(text)
    else { throw AuditingError(.badName) }
    self.text = text
  }

  private static func isComposed(_ text: String) -> Bool {
    text.utf8.elementsEqual(text._nfcCodeUnits)
  }
}
