internal import JSON

/// Finds the first figure of a report in JSON that is another than the log gives.
struct JSONDifference {
  private let expected: ReportParts

  init(_ expected: ReportParts) { self.expected = expected }

  func first(in report: [UInt8]) -> ReportDifference {
    let given: CanonicalValue
    do throws(JSONError) {
      given = try CanonicalValue(json: report)
    } catch {
      return ReportDifference(place: "\(error)", log: nil, report: nil)
    }
    let right = try? CanonicalValue(json: expected.before + Array("null".utf8) + expected.after)
    guard let right, let difference = Self.first(right, given, at: "") else {
      return ReportDifference(place: "canonical JSON (RFC 8785)", log: nil, report: nil)
    }
    return difference
  }

  /// What is of the vault's records is held against its digest, not against the log.
  private static func first(
    _ right: CanonicalValue?, _ given: CanonicalValue?, at place: String
  ) -> ReportDifference? {
    guard place != ReportDocument.recordsMember || given == nil else { return nil }
    switch (right, given) {
    case (.object(let right), .object(let given)):
      for key in Set(right.keys).union(given.keys).sorted(by: precedes) {
        let inner = place.isEmpty ? key : "\(place).\(key)"
        if let found = first(right[key], given[key], at: inner) { return found }
      }
      return nil
    case (.array(let right), .array(let given)):
      for index in 0..<max(right.count, given.count) {
        let pair = (
          index < right.count ? right[index] : nil, index < given.count ? given[index] : nil
        )
        if let found = first(pair.0, pair.1, at: "\(place)[\(index)]") { return found }
      }
      return nil
    default:
      return right == given
        ? nil : ReportDifference(place: place, log: right.map(text), report: given.map(text))
    }
  }

  private static func text(_ value: CanonicalValue) -> String {
    if case .string(let text) = value { return text }
    return String(decoding: value.encoded().prefix(200), as: UTF8.self)
  }
}
