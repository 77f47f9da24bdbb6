import Numbers
import People
import Text

/// What is found in a file besides its rows: mistakes, and numbers where none belongs.
struct ReadingNotes: Sendable {
  var mistakes: [FilingMistake] = []
  /// How many number fields were filled and left out.
  private(set) var discarded = 0
  private let discardNumbers: Bool

  init(discardNumbers: Bool) { self.discardNumbers = discardNumbers }

  /// Adds a mistake.
  mutating func add(
    _ line: Int, _ column: Int, _ field: String, _ rule: MistakeRule, of person: PersonCode? = nil
  ) {
    mistakes.append(
      FilingMistake(line: line, column: column, person: person, field: field, rule: rule))
  }

  /// Adds a mistake if a text of the file could hold a number.
  mutating func checkText(_ text: String, _ row: borrowing CSVRow, _ index: Int, _ field: String) {
    if MyNumber.looksLikeNumber(in: text.utf8) { add(row.line, index + 1, field, .looksLikeNumber) }
  }

  /// Notes a number column that is filled; its bytes are looked at for being blank, no more.
  mutating func noteNumber(_ row: borrowing CSVRow, _ index: Int, _ field: String) {
    if !row.isFilled(index) { return }
    if discardNumbers {
      discarded += 1
    } else {
      add(row.line, index + 1, field, .numberPresent)
    }
  }

  /// Reads a person's code; adds a mistake for what is none.
  mutating func code(
    _ row: borrowing CSVRow, _ index: Int, _ field: String
  ) throws(TextError) -> PersonCode? {
    let folded = Folding.halfWidth(try row.text(index)).trimmed
    if folded.isEmpty {
      add(row.line, index + 1, field, .codeMissing)
      return nil
    }
    do throws(PeopleError) { return try PersonCode(employee: folded) } catch {
      add(row.line, index + 1, field, .badCode(error))
      return nil
    }
  }
}
