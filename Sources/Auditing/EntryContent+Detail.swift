internal import JSON
public import People

/// Facts of `detail`; nil for one that is not there or of another kind.
extension EntryContent {
  public func text(_ name: String) -> String? {
    guard case .string(let text)? = detail[name] else { return nil }
    return text
  }

  public func integer(_ name: String) -> Int? {
    guard case .integer(let count)? = detail[name] else { return nil }
    return count
  }

  public func date(_ name: String) -> CalendarDate? {
    text(name).flatMap { CalendarDate(parsing: $0) }
  }
}
