import ArgumentParser
import MyNumberKit

/// Which people: named on the command line, or one a line in a file.
struct PeopleOptions: ParsableArguments {
  @Option(
    help: .both(
      "The people's codes, with commas between.", "対象者のコード（コンマ区切り）。", valueName: "code,…"))
  var people: String?

  @Option(
    help: .both(
      "A file with one code a line.", "1行に一つずつコードを書いたファイル。", valueName: "file"))
  var file: String?

  private static let limit = 1 << 20

  /// The people; nil if none were named.
  ///
  /// - Throws: A usage error for both options at once; 65 for what is no code, with its place.
  func codes(in context: CommandContext) throws -> [PersonCode]? {
    if let people {
      guard file == nil else { throw Failure.usage(.peopleTwice) }
      return try people.split(separator: ",", omittingEmptySubsequences: false).map {
        try Self.code(String($0), .peopleOption)
      }
    }
    guard let file else { return nil }
    let bytes = try InputFile.bytes(context.path(file), named: file, limit: Self.limit)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(ExitStatus.badInput, .notUTF8(file))
    }
    var codes: [PersonCode] = []
    for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated() where !line.isEmpty
    {
      codes.append(try Self.code(String(line), .verbatim("\(file):\(place + 1)")))
    }
    return codes
  }

  private static func code(_ text: String, _ place: Message) throws -> PersonCode {
    guard let code = PersonCode(argument: text) else {
      throw Failure(ExitStatus.badInput, .noPersonCode(at: place))
    }
    return code
  }
}
