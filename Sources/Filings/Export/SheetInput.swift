internal import Text

/// What the processes that draw copies and read them back take: a row with the form's table, then one
/// a copy (RFC 4180).
enum SheetInput {
  /// The row with the table of a form, and the texts that may look like numbers on it.
  static func head(_ form: PaperForm, _ known: KnownTexts = KnownTexts()) -> [UInt8] {
    var bytes = quoted(String(decoding: form.table, as: UTF8.self))
    for text in known.texts { bytes += [0x2C] + quoted(String(decoding: text, as: UTF8.self)) }
    return bytes + [0x0D, 0x0A]
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

  /// Goes to the next row.
  static func advance(_ rows: inout CSVReader) throws(FilingError) -> Bool {
    do throws(TextError) { return try rows.advance() } catch { throw .text(error) }
  }

  /// The form of a row with its table.
  static func form(_ row: borrowing CSVRow) throws(FilingError) -> PaperForm {
    try PaperFormReader.form(bytes(of: 0, in: row), file: SheetProcess.command)
  }

  /// The texts beside it.
  static func known(_ row: borrowing CSVRow) -> KnownTexts {
    var texts = KnownTexts()
    for place in 1..<max(1, row.count) { texts.insert(bytes(of: place, in: row)) }
    return texts
  }

  private static func bytes(of field: Int, in row: borrowing CSVRow) -> [UInt8] {
    row.withField(field) { text in
      var bytes: [UInt8] = []
      for place in text.indices { bytes.append(text[place]) }
      return bytes
    }
  }
}
