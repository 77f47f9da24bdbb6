internal import Text

/// What people type is an id or a name, or both as they are printed: 名称（id）.
extension Policy {
  /// The purpose of an id or a name.
  public func purpose(named text: String) -> Purpose? {
    purpose(PurposeID(rawValue: text))
      ?? purposes.first { Self.isNamed($0.id.rawValue, $0.ja, $0.en, by: text) }
  }

  /// The form copy of an id or a name.
  public func form(named text: String) -> FormCopy? {
    form(FormCopyID(rawValue: text))
      ?? forms.first { Self.isNamed($0.id.rawValue, $0.ja, $0.en, by: text) }
  }

  private static func isNamed(_ id: String, _ ja: String, _ en: String, by text: String) -> Bool {
    let key = Folding.key(text)
    return [ja, en, "\(ja)（\(id)）", "\(en) (\(id))"].contains { Folding.key($0) == key }
  }
}
