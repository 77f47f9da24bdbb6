/// The id of one copy of a form, such as `withholding-slip-recipient`.
public struct FormCopyID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible
{
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// The same as `init(rawValue:)`, for ids written in source.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
