/// The indices of the log entries behind a figure, as ranges: `12–40, 44`.
public struct EntryRanges: Hashable, Sendable {
  /// Ascending ranges, none of which touches the next.
  public private(set) var ranges: [ClosedRange<Int>] = []

  /// No entry at all.
  public init() {}

  /// Takes indices in any order; one that comes twice counts once.
  public init(_ indices: some Sequence<Int>) {
    for index in indices.sorted() { append(index...index) }
  }

  /// True if no entry stands behind the figure.
  public var isEmpty: Bool { ranges.isEmpty }

  /// How many entries there are.
  public var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// The first index.
  public var first: Int? { ranges.first?.lowerBound }

  /// The last index.
  public var last: Int? { ranges.last?.upperBound }

  /// Whether an entry is among them.
  public func contains(_ index: Int) -> Bool { ranges.contains { $0.contains(index) } }

  /// Every index of both.
  public func union(_ other: EntryRanges) -> EntryRanges {
    var united = EntryRanges()
    let all = (ranges + other.ranges).sorted { $0.lowerBound < $1.lowerBound }
    for range in all { united.append(range) }
    return united
  }

  /// Those of them that come after an entry.
  func after(_ index: Int) -> EntryRanges {
    var later = EntryRanges()
    for range in ranges where range.upperBound > index {
      later.append(max(range.lowerBound, index + 1)...range.upperBound)
    }
    return later
  }

  /// Adds a range that begins no earlier than the last one does.
  mutating func append(_ range: ClosedRange<Int>) {
    guard let last = ranges.last, range.lowerBound <= last.upperBound + 1 else {
      return ranges.append(range)
    }
    guard range.upperBound > last.upperBound else { return }
    ranges[ranges.count - 1] = last.lowerBound...range.upperBound
  }
}

extension EntryRanges: CustomStringConvertible {
  /// `12–40, 44`.
  public var description: String { text(separator: ", ") }

  /// The ranges with this between them.
  func text(separator: String) -> String {
    ranges.map(Self.text).joined(separator: separator)
  }

  /// `12–40`, with an en dash: spreadsheets take `1-5` for a day.
  static func text(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }
}
