import Testing

/// One row of a file of vectors.
struct VectorCase: Sendable, CustomTestStringConvertible {
  let fields: [String]
  let values: [String]

  var testDescription: String { "\(fields.first ?? "") \(values.first ?? "")" }

  func text(_ field: String) throws -> String {
    try values[#require(fields.firstIndex(of: field))]
  }

  func number(_ field: String) throws -> Int { try #require(Int(text(field))) }

  func bytes(_ field: String) throws -> [UInt8] { try #require([UInt8](hex: text(field))) }
}
