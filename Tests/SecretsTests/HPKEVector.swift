/// The one published case of our suite: keys and messages as hexadecimal text.
struct HPKEVector: Decodable {
  let source: String
  let setup: [String: String]
  let message: [String: String]
  let fields: [String]
  let cases: [[String]]

  /// A text of `setup` or `message` as bytes; empty when there is no such text.
  func bytes(_ name: String) -> [UInt8] {
    [UInt8](hex: setup[name] ?? message[name] ?? "") ?? []
  }

  var exports: [VectorCase] { cases.map { VectorCase(fields: fields, values: $0) } }
}
