/// A rule that holds between fields of a record.
public enum RecordRule: Hashable, Sendable {
  /// The total is the sum of the parts, or the cap where that is more.
  case sum(total: Int, of: [Int], cap: Int)
  case minimum(field: Int, Int)
  /// The day is not in the future.
  case past(field: Int)
  /// The day is so many days after the one of another field, under a condition.
  case daysAfter(field: Int, other: Int, days: Int, when: FieldCondition)
  /// Some of the fields is filled.
  case any([Int])
  /// Each field repeats one of the office's record.
  case office([Pair])

  /// A field and the office's that it repeats.
  public struct Pair: Hashable, Sendable {
    let field: Int
    let office: Int
  }

  /// Reads the cells after `rule`; nil for what is none.
  init?(_ cells: [Substring]) {
    guard let kind = cells.first else { return nil }
    let numbers = cells.dropFirst(2).map { Int($0) }
    switch (kind, cells.count) {
    case ("sum", 4):
      guard let total = Int(cells[1]), let parts = Self.fields(cells[2]), let cap = Int(cells[3])
      else { return nil }
      self = .sum(total: total, of: parts, cap: cap)
    case ("minimum", 3):
      guard let field = Int(cells[1]), let least = numbers[0] else { return nil }
      self = .minimum(field: field, least)
    case ("past", 2):
      guard let field = Int(cells[1]) else { return nil }
      self = .past(field: field)
    case ("days", 5):
      guard let field = Int(cells[1]), let other = numbers[0], let days = numbers[1],
        let condition = FieldCondition(cells[4])
      else { return nil }
      self = .daysAfter(field: field, other: other, days: days, when: condition)
    case ("any", 2):
      guard let fields = Self.fields(cells[1]) else { return nil }
      self = .any(fields)
    case ("office", 2):
      guard let pairs = Self.pairs(cells[1]) else { return nil }
      self = .office(pairs)
    default: return nil
    }
  }

  private static func fields(_ text: Substring) -> [Int]? {
    let fields = text.split(separator: ",").map { Int($0) }
    return fields.contains(nil) || fields.isEmpty ? nil : fields.compactMap { $0 }
  }

  private static func pairs(_ text: Substring) -> [Pair]? {
    let pairs = text.split(separator: ",").map { part -> Pair? in
      let sides = part.split(separator: "=").map { Int($0) }
      guard sides.count == 2, let field = sides[0], let office = sides[1] else { return nil }
      return Pair(field: field, office: office)
    }
    return pairs.contains(nil) || pairs.isEmpty ? nil : pairs.compactMap { $0 }
  }

  /// The fields of the record that it looks at.
  var fields: [Int] {
    switch self {
    case .sum(let total, let parts, _): [total] + parts
    case .minimum(let field, _), .past(let field): [field]
    case .daysAfter(let field, let other, _, let condition): [field, other] + condition.fields
    case .any(let fields): fields
    case .office(let pairs): pairs.map(\.field)
    }
  }
}
