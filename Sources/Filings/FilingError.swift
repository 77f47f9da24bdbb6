public import Rules
public import Text
public import Wording

/// Why a filing cannot be planned or read; never holds a number, a name or an address.
public enum FilingError: Error, Equatable, Sendable {
  /// Every mistake of an input, sorted by place.
  case mistakes([FilingMistake])
  /// The bytes cannot be read as text or as CSV.
  case text(TextError)
  /// The law does not have this copy made.
  case refused(Refusal)
  /// The policy has no layout of this record for the income year.
  case noLayout(record: String, incomeYear: Int)
  /// No layout in force has all of these forms in one file.
  case noNoticeLayout([FormCopyID])
  /// The policy lacks a file of layouts, or it is malformed.
  case badLayout(file: String, line: Int, message: String)
  /// The unified CSV does not say who is an officer or has the year-end adjustment.
  case needsHeaders(FormCopyID)
  /// The setting is not 12 or 13, or not for this record.
  case badNumberWidth
  /// The employee's own copy was wanted together with copies that are filed.
  case recipientAlone
  /// A sum of a summary has more digits than can be counted.
  case totalTooLarge
  /// A page cannot be set, whatever stands on it.
  case typesetting(String)
}

extension FilingError: Worded {
  public var phrase: Phrase {
    switch self {
    case .mistakes(let mistakes):
      Phrase(verbatim: mistakes.map(\.description).joined(separator: "\n"))
    case .text(let error): error.phrase
    case .refused(let refusal): Phrase(verbatim: "\(refusal)")
    case .noLayout(let record, let year): "no layout of record \(record) for income year \(year)"
    case .noNoticeLayout(let forms):
      "no layout in force has a file for \(forms.map(\.rawValue).joined(separator: ", "))"
    case .badLayout(let file, let line, let message): "\(file), line \(line): \(message)"
    case .needsHeaders(let form):
      "\(form) needs a payroll file with headers (年末調整, 税額表区分, 役員)"
    case .recipientAlone: "the copy recipient is made alone, without the copies that are filed"
    case .totalTooLarge: "a total is too large to be counted"
    case .typesetting(let reason): "the page cannot be set: \(reason)"
    case .badNumberWidth: "the width of a number is 13, or 12 in the unified CSV"
    }
  }
}
