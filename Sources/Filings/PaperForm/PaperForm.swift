internal import Rules
internal import Typesetting

/// A form on paper as a table of the policy has it: its lines, its words, and where items stand.
///
/// The employee's own copy has no box for a number: a table that gives one a place is refused.
public struct PaperForm: Hashable, Sendable {
  /// Such as `recipient-2025`.
  public let name: String
  /// The first income year.
  public let fromYear: Int
  /// The last income year; nil while no newer form is known.
  public let untilYear: Int?
  /// The last income year for which the form was checked; nil for all.
  public let verifiedUntil: Int?
  /// Whether numbers stand on it.
  public let bearsNumbers: Bool
  /// What the form is called.
  let title: String
  /// The table as it stands in the policy.
  let table: [UInt8]
  /// What the sources leave open.
  public let questions: [FilingQuestion]
  let paper: PaperSize
  let lines: [FormLine]
  let labels: [FormLabel]
  /// What a copy made anew for its recipient says (再交付).
  let reissue: FormLabel?
  let boxes: [FormBox]

  /// The names of the tables, of which a policy may have any number.
  private static let prefixes = ["layouts/recipient-", "layouts/municipality-"]

  /// Whether the form is for an income year.
  public func covers(_ year: Int) -> Bool {
    fromYear <= year && (untilYear.map { year <= $0 } ?? true)
  }

  /// The items that have a box.
  var items: Set<RecordItem> { Set(boxes.map(\.item)) }

  /// Reads every form of a policy.
  /// - Throws: `badLayout`.
  static func all(in bundle: PolicyBundle) throws(FilingError) -> [PaperForm] {
    var forms: [PaperForm] = []
    for file in bundle.files where prefixes.contains(where: { file.name.hasPrefix($0) }) {
      forms.append(try PaperFormReader.form(file.bytes, file: file.name))
    }
    return forms
  }
}
