internal import JSON

/// Facts of `detail` that stand in a register for ever: of a text that could hold a number nothing is
/// taken, whoever wrote it.
extension EntryContent {
  /// A free text.
  func free(_ name: String) -> String? {
    guard let text = text(name), !text.isEmpty,
      FreeText.fault(in: text, limit: FreeText.limit) == nil
    else { return nil }
    return text
  }

  /// A fact that need not be there: `.some(nil)` where it is not, nil where it is there and cannot
  /// be read.
  func ifAny<Fact>(_ name: String, _ read: (String) -> Fact?) -> Fact?? {
    guard detail[name] != nil else { return .some(nil) }
    return read(name).map(Optional.some)
  }
}
