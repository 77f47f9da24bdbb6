/// A record of a filing, field by field, as a table of the policy has it.
public struct RecordLayout: Hashable, Sendable {
  /// Such as `unified-2025`.
  public let name: String
  /// What the first field says: `375` for the tax office, `315` for the unified CSV, `2200700` for
  /// a notice; else which record it is.
  public let record: String
  /// The first income year; of a notice the year of its layout's first day.
  public let fromYear: Int
  /// The last income year; nil while no newer layout is known.
  public let untilYear: Int?
  /// The last income year for which the fields were checked; nil for all.
  public let verifiedUntil: Int?
  /// How many characters a number takes: 13 with a zero in front, or 12.
  public let numberWidth: Int
  public let fields: [LayoutField]
  /// What the sources leave open.
  public let questions: [FilingQuestion]
  let traits: RecordTraits
  private let places: [RecordItem: Int]

  init(
    name: String, record: String, fromYear: Int, untilYear: Int?, verifiedUntil: Int?,
    numberWidth: Int, fields: [LayoutField], questions: [FilingQuestion], traits: RecordTraits
  ) {
    self.name = name
    self.record = record
    self.fromYear = fromYear
    self.untilYear = untilYear
    self.verifiedUntil = verifiedUntil
    self.numberWidth = numberWidth
    self.fields = fields
    self.questions = questions
    self.traits = traits
    places = Dictionary(
      fields.indices.map { (fields[$0].item, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the layout is for an income year.
  public func covers(_ year: Int) -> Bool {
    fromYear <= year && (untilYear.map { year <= $0 } ?? true)
  }

  /// The field of an item; nil when the record lacks it.
  public subscript(item: RecordItem) -> LayoutField? { places[item].map { fields[$0] } }

  /// The questions to print with a filing of an income year.
  public func questions(forIncomeYear year: Int) -> [FilingQuestion] {
    questions.filter { $0.fromYear <= year }
  }
}
