/// Looks for My Numbers in files that are stored as they are: the employer's, and notices.
enum EmployerNumbers {
  /// The mistakes in the YAML file, comments included.
  ///
  /// A 整理番号 has 10 digits, or 13, of which every few would be taken for a number. The value of
  /// `reference_numbers` may be one of each, and nothing else is left out.
  static func mistakes(inYAML file: [UInt8]) -> [InputMistake] {
    var exempt = ReferenceNumbers()
    var lines = file.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    for place in lines.indices { exempt.blank(&lines[place]) }
    return mistakes(in: lines)
  }

  /// The mistakes in a text, line by line, then over the ends of lines.
  static func mistakes(inText text: [UInt8]) -> [InputMistake] {
    mistakes(in: text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init))
  }

  private static func mistakes(in lines: [[UInt8]]) -> [InputMistake] {
    let found = lines.indices.filter { couldHold(lines[$0]) }
    if !found.isEmpty { return found.map { mistake(line: $0 + 1) } }
    return couldHold(Array(lines.joined(separator: [0x0A]))) ? [mistake(line: nil)] : []
  }

  /// The mistakes in the CSV file of designation numbers, field by field: a municipality's code and
  /// a designation number side by side often have twelve digits.
  static func mistakes(inDesignations file: [UInt8]) -> [InputMistake] {
    var mistakes: [InputMistake] = []
    for (place, line) in file.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      let parts = fields.count == 2 ? fields : [line]
      if parts.contains(where: { couldHold(Array($0)) }) {
        mistakes.append(mistake(line: place + 1))
      }
    }
    return mistakes
  }

  private static func couldHold(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).couldHoldNumber
  }

  private static func mistake(line: Int?) -> InputMistake {
    InputMistake(line: line, message: String.numberMistake)
  }
}
