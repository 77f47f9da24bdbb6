import MyNumberKit

/// A file of cases in JSON: one, JSON lines, or an array.
struct CaseFile {
  private let context: CommandContext
  private let file: String

  /// The largest file of cases, in bytes.
  private static let limit = 64 << 20
  /// A list of mistakes is cut after this many.
  private static let mistakeLimit = 1000
  private static let noCase = Phrase(
    english: "there is no case in it", japanese: "事例がありません")

  /// - Parameter file: The file as the user named it; `-` is standard input.
  init(_ context: CommandContext, _ file: String) {
    self.context = context
    self.file = file
  }

  /// Reads every case.
  ///
  /// - Throws: `.badInput` with every mistake by line, column and member.
  func read<Value>(_ body: ([UInt8]) throws(CaseError) -> Value) throws -> [Value] {
    let bytes = try InputFile.bytesOrInput(context.path(file), named: file, limit: Self.limit)
    let text = try text(bytes)
    var values: [Value] = []
    var mistakes: [InputMistake] = []
    for range in text.values where mistakes.count < Self.mistakeLimit {
      let bytes = text.bytes(of: range)
      do throws(CaseError) {
        values.append(try body(bytes))
      } catch {
        mistakes += error.mistakes.map { mistake($0, bytes, range, text) }
      }
    }
    if text.values.isEmpty { mistakes.append(InputMistake(file: file, message: Self.noCase)) }
    guard mistakes.isEmpty else { throw CustodyError(.badInput(mistakes)) }
    return values
  }

  private func text(_ bytes: [UInt8]) throws -> JSONText {
    do throws(JSONError) {
      return try JSONText(bytes)
    } catch {
      throw CustodyError(.badInput([mistake(error, at: (error.line, error.column))]))
    }
  }

  private func mistake(
    _ mistake: CaseError.Mistake, _ bytes: [UInt8], _ range: Range<Int>, _ text: JSONText
  ) -> InputMistake {
    do throws(JSONError) {
      _ = try CanonicalValue(json: bytes)
    } catch {
      return self.mistake(
        error, at: text.position(line: error.line, column: error.column, in: range))
    }
    let position = text.position(of: mistake.place, in: range)
    return InputMistake(
      file: file, line: position.line, column: position.column,
      field: mistake.place.isEmpty ? nil : mistake.place, message: mistake.message)
  }

  private func mistake(
    _ error: JSONError, at position: (line: Int, column: Int)
  ) -> InputMistake {
    InputMistake(
      file: file, line: position.line, column: position.column,
      message: "not JSON as expected (\(error.detailPhrase))")
  }
}
