internal import Auditing
public import Rules
internal import Wording

/// The text of a notice that is kept in the clear: plain text or HTML, in UTF-8.
public struct NoticeText: Sendable {
  /// The most bytes that are kept.
  public static let limit = 1 << 18

  let bytes: [UInt8]

  /// Takes a notice's file.
  ///
  /// - Parameter file: The file as the user named it.
  /// - Throws: `.badInput` for what is empty, too long or no plain UTF-8, could hold a number (the
  ///   log keeps its digest), or is addressed to one person.
  public init(_ bytes: [UInt8], file: String) throws(CustodyError) {
    let mistakes = Self.mistakes(bytes)
    guard mistakes.isEmpty else {
      throw CustodyError(
        .badInput(
          mistakes.map { InputMistake(file: file, line: $0.line, message: $0.message) }))
    }
    self.bytes = bytes
  }

  /// Whether it names a purpose in the policy's words.
  public func names(_ purpose: Purpose) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(purpose.ja)
  }

  private static func mistakes(_ bytes: [UInt8]) -> [InputMistake] {
    guard !bytes.isEmpty else { return [InputMistake(message: "the notice is empty")] }
    guard bytes.count <= limit else {
      return [InputMistake(message: "a notice has at most \(limit) bytes")]
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return [InputMistake(message: "a notice is kept as UTF-8 text or HTML; this is neither")]
    }
    let numbers = EmployerNumbers.mistakes(inText: bytes)
    guard numbers.isEmpty else { return numbers }
    return faults(of: text)
  }

  private static func faults(of text: String) -> [InputMistake] {
    if text.contains(NoticeMark.addressee) {
      return [
        InputMistake(
          message:
            "this copy is addressed to one person; give the general one (notice purpose --all)")
      ]
    }
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { place, line in
      let isPlain = line.allSatisfy { $0 == "\t" || $0 == "\r" || FreeText.isPlain($0) }
      let message: Phrase = "a control character, or one that turns the direction of writing"
      return isPlain ? nil : InputMistake(line: place + 1, message: message)
    }
  }
}
