import Text

/// The fields of a unified CSV by what is done with them.
struct UnifiedColumns: Sendable {
  let layout: RecordLayout
  let encoding: TextEncoding
  /// Whether rows go out as they came, so that what stands in them must fit the layout.
  let passes: Bool
  /// The fields for numbers, by place from 0.
  let numbers: [Int]
  /// The field of the payer's number, where a corporate number may stand, which is public.
  let payer: Int?
  /// All other fields, by place from 0.
  let others: [PassedField?]
  /// The field of the person's code, by place from 0; nil in a layout without one.
  let code: Int?

  init(_ layout: RecordLayout, _ encoding: TextEncoding, passes: Bool) {
    self.layout = layout
    self.encoding = encoding
    self.passes = passes
    numbers = layout.fields.indices.filter { layout.fields[$0].owner != nil }
    payer = layout.fields.firstIndex { $0.owner == .payer }
    others = layout.fields.map { field in
      if field.owner != nil { return nil }
      return PassedField(field, isWatched: !passes || Self.watched.contains(field.item))
    }
    code = layout[.payeeCode].map { $0.number - 1 }
  }

  /// What is held against the vault and other items; all else passes through unkept, so that a row
  /// stays small.
  private static let watched = Set(
    RecordItem.dependentCounts
      + FamilyPlace.boxes.flatMap { [$0.kanaItem, $0.nameItem, $0.residenceItem] }
      .compactMap { $0 }
      + RecordItem.parts.flatMap { [$0.part, $0.whole] }
      + RecordItem.exclusives.flatMap { [$0.0, $0.1] }
      + [
        .correction, .year, .name, .paid, .spouseFlag, .elderlySpouse, .spouseDeduction, .birthEra,
        .birthYear, .birthMonth, .birthDay, .minor, .secondaryColumn, .leaving, .leavingYear,
        .leavingMonth, .leavingDay, .summary, .underSixteenCount, .nonresidentCount,
        .municipality, .purpose,
      ])
}
