/// One field of a record.
public struct LayoutField: Hashable, Sendable {
  /// The place in the record, from 1.
  public let number: Int
  /// The same item's name in all layouts.
  public let item: RecordItem
  /// The official name (項目名).
  public let name: String
  /// The most characters, or bytes of CP932 where those are counted.
  public let width: Int
  /// Whether the width counts bytes.
  public let countsBytes: Bool
  /// Whether a value must have exactly that many.
  public let isExact: Bool
  public let characters: FieldClass
  public let need: FieldNeed
  public let standard: FieldDefault
  /// Whether the field must stay empty.
  public let ban: FieldBan
  /// The codes it takes; nil for any value.
  public let codes: FieldCodes?
  /// What it tells of somebody whose number stands in the record.
  public let role: FieldRole?
  /// Whose number it holds; nil for every other field.
  public let owner: NumberOwner?
  /// How far the fact is to be trusted, and its source (`P` primary, `S`, `3`, `M`, `D` derived).
  public let source: String
}
