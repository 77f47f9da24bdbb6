public import People

/// One row of a planned filing, without its numbers.
public struct SlipRow: Sendable {
  /// The line of the payroll file.
  public let line: Int
  public let person: PersonCode
  /// Its slots, as a range of the plan's.
  public let slots: Range<Int>
  /// The bytes with the line ending, number fields empty.
  let bytes: [UInt8]
  /// Where numbers go, ascending.
  let holes: [NumberHole]
}
