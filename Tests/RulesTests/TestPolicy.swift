import People
import Rules

/// The default policy and ways to change it for a test.
enum TestPolicy {
  static let directory =
    "\(#filePath)".split(separator: "/").dropLast(3)
    .reduce("") { "\($0)/\($1)" } + "/Policies"

  static func bundle() throws -> PolicyBundle { try PolicyBundle(directory: directory) }

  static func policy() throws -> Policy { try Policy(bundle: bundle()) }

  /// The default policy's files with one text of one file replaced.
  static func bundle(
    changing name: String, _ old: String, to new: String
  ) throws -> PolicyBundle {
    let files = try bundle().files.map { file in
      guard file.name == name else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      guard let range = text.firstRange(of: old) else { return file }
      return PolicyBundle.File(name: name, bytes: Array(text.replacingCharacters(range, new).utf8))
    }
    return try PolicyBundle(files: files)
  }

  /// The mistakes of a bundle; empty when it is a good policy.
  static func mistakes(_ bundle: PolicyBundle) -> [PolicyMistake] {
    do {
      _ = try Policy(bundle: bundle)
      return []
    } catch {
      return error.mistakes
    }
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, _ text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}

/// A day from its ISO text; the tests write only days that exist.
func day(_ text: String) -> CalendarDate { CalendarDate(parsing: text) ?? .first }
