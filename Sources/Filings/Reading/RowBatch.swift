internal import Text

/// The rows of a part of a file, and what was wrong in that part.
struct RowBatch<Row: Sendable>: Sendable {
  /// Those without a mistake.
  var rows: [Row] = []
  var mistakes: [FilingMistake] = []
  /// How many number fields were filled and left out up to here.
  var discarded = 0
  /// Why the file cannot be read further.
  var error: TextError?
}
