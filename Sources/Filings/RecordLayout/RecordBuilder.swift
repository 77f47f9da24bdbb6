import Text
internal import Wording

/// Makes a record of values by its layout: defaults, what is required, forbidden or ill-shaped, and
/// the bytes; every record that is built here and not passed through is built by it.
struct RecordBuilder {
  let layout: RecordLayout
  let encoding: TextEncoding
  /// Whether the year-end adjustment was made.
  var isAdjusted = false
  /// Whether the person's main employer is the payer (甲).
  var isMain = true
  private(set) var mistakes: [(field: LayoutField, rule: MistakeRule)] = []

  init(_ layout: RecordLayout, _ encoding: TextEncoding) {
    self.layout = layout
    self.encoding = encoding
  }

  /// Adds the defaults and checks what is required, forbidden and how long it may be.
  mutating func finished(_ given: [String]) -> [String] {
    var values = given
    for (index, field) in layout.fields.enumerated() where field.owner == nil {
      if isBanned(field, values) {
        if !values[index].isEmpty { mistakes.append((field, .forbidden)) }
      } else if values[index].isEmpty {
        values[index] = standard(field, values)
        if values[index].isEmpty, isNeeded(field, values) { mistakes.append((field, .required)) }
      } else {
        for rule in field.mistakes(in: values[index]) { mistakes.append((field, rule)) }
      }
    }
    return values
  }

  /// The bytes without a line ending, and where numbers go.
  mutating func composed(
    _ values: [String]
  ) -> (bytes: [UInt8], gaps: [(field: LayoutField, offset: Int)]) {
    var bytes: [UInt8] = []
    var gaps: [(field: LayoutField, offset: Int)] = []
    for (field, value) in zip(layout.fields, values) {
      if field.number > 1 { bytes.append(0x2C) }
      if field.owner == nil {
        bytes += encoded(value, field)
      } else {
        gaps.append((field, bytes.count))
      }
    }
    return (bytes, gaps)
  }

  func isNeeded(_ field: LayoutField, _ values: [String]) -> Bool {
    switch field.need {
    case .optional: false
    case .always: true
    case .ifAdjusted: isAdjusted
    case .when(let condition): condition.holds { values[$0 - 1] }
    }
  }

  private func isBanned(_ field: LayoutField, _ values: [String]) -> Bool {
    switch field.ban {
    case .never: false
    case .always: true
    case .when(let condition): condition.holds { values[$0 - 1] }
    }
  }

  private func standard(_ field: LayoutField, _ values: [String]) -> String {
    switch field.standard {
    case .empty: ""
    case .value(let text): text
    case .byColumn(let main, let secondary): isMain ? main : secondary
    case .with(let other, let text): values[other - 1].isEmpty ? "" : text
    }
  }

  private mutating func encoded(_ value: String, _ field: LayoutField) -> [UInt8] {
    do throws(TextError) { return try encoding.encode(value) } catch {
      // What has no code in CP932 lacks one in JIS X 0208 and is a mistake already, but for
      // half-width fields and a C library without CP932.
      if case .converterUnavailable = error {
        mistakes.append((field, .malformed(error.description)))
      }
      return []
    }
  }
}
