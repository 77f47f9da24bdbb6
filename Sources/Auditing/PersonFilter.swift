public import People
internal import Secrets

/// Finds the entries that concern one person, without parsing those that do not.
public struct PersonFilter: Sendable {
  private let quoted: [UInt8]

  /// Looks for a person's entries.
  public init(_ code: PersonCode) { self.init(code: code.text) }

  /// A code needs no JSON escapes.
  init(code: String) { quoted = Array("\"\(code)\"".utf8) }

  /// Whether an entry names the person.
  public func matches(_ entry: Span<UInt8>) -> Bool {
    guard let code = EntryOutline(entry)?.person, code.count == quoted.count else { return false }
    return entry.holds(quoted.span, at: code.lowerBound)
  }
}
