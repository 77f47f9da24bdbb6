import TestSupport

/// The sample company's numbers by person, read without our reader.
enum SampleNumbers {
  static func read() throws -> [String: String] {
    let text = String(decoding: try FileBytes.checkout("Samples/employees.csv"), as: UTF8.self)
    var numbers: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let family = cells[3].isEmpty ? (["本人", ""].contains(cells[2]) ? "" : "-1") : "-\(cells[3])"
      let digits = cells[22].compactMap(\.wholeNumberValue).map(String.init).joined()
      if !digits.isEmpty { numbers[cells[0] + family] = digits }
    }
    return numbers
  }
}
