/// Writes rows of a CSV file without numbers.
///
/// A field is quoted only if it has a comma, a quote or a line end (RFC 4180).
public enum CSVWriter {
  /// One row as bytes, CRLF included.
  ///
  /// - Throws: `unencodable`, `converterUnavailable`.
  public static func row(
    _ fields: [String], encoding: TextEncoding
  ) throws(TextError) -> [UInt8] {
    var row: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { row.append(0x2C) }
      let bytes = try encoding.encode(field)
      row += needsQuotes(bytes) ? quoted(bytes) : bytes
    }
    return row + [0x0D, 0x0A]
  }

  private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
    [0x22] + bytes.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
  }

  private static func needsQuotes(_ bytes: [UInt8]) -> Bool {
    bytes.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
  }
}
