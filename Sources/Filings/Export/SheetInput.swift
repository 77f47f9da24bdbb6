/// What the process that draws reads: a row with the form's table, then one a copy (RFC 4180).
enum SheetInput {
  /// The row with the table of a form.
  static func head(_ form: PaperForm) -> [UInt8] {
    quoted(String(decoding: form.table, as: UTF8.self)) + [0x0D, 0x0A]
  }

  /// A field, in quotes unless it is empty.
  static func quoted(_ text: String) -> [UInt8] {
    if text.isEmpty { return [] }
    var bytes: [UInt8] = [0x22]
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    return bytes + [0x22]
  }
}
