public import People

/// What one person's slip adds to the summaries; it holds no number and no name.
public struct SlipFigures: Hashable, Sendable {
  /// How the residents' tax is collected.
  enum Collection: Hashable, Sendable {
    /// 特別徴収.
    case special
    /// 普通徴収, with its sign (普A) if there is one.
    case ordinary(sign: String?)
  }

  /// What becomes of the slip at the tax office.
  enum Standing: Hashable, Sendable {
    case filed
    case leftOut
    /// The payment report counts as it.
    case countedByReport
  }

  /// The payment report of a person for whom one is filed.
  struct Report: Hashable, Sendable {
    /// Six digits.
    let municipality: String
    let designation: String
    let collection: Collection
  }

  /// The line of the payroll file.
  public let line: Int
  public let person: PersonCode
  /// Nil where no report is filed.
  let report: Report?
  /// Whether the remarks have a sign of ordinary collection, but not its flag.
  let hasStraySign: Bool
  let standing: Standing
  /// Left in the year (#60 = 2).
  let hasLeft: Bool
  /// Paid by the day (丙).
  let isDaily: Bool
  /// Yen on the slip, with the former employer's.
  let paid: Int
  let tax: Int
  /// Yen of the former employer's among them.
  let formerPaid: Int
  let formerTax: Int
  /// Whether a former employer's pay is given although the year-end adjustment was not made.
  let hasStrayFormer: Bool
  /// Yen of tax that is deferred (#70).
  let deferredTax: Int
}
