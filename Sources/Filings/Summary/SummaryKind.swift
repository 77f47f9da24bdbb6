/// A sheet that goes with filings and has figures on it, but nobody's number.
public enum SummaryKind: Hashable, Sendable, CaseIterable {
  /// 給与支払報告書の総括表, one for each municipality.
  case municipality
  /// 給与所得の源泉徴収票等の法定調書合計表.
  case taxOffice

  /// The policy's file of its figures.
  var file: String {
    switch self {
    case .municipality: "layouts/summary-municipality.tsv"
    case .taxOffice: "layouts/summary-tax-office.tsv"
    }
  }
}
