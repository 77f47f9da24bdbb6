/// How a person's number and identity were checked (確認方法).
public enum VerificationMethod: UInt8, ColumnValue {
  case inPerson = 1
  case byPost = 2
  case online = 3
  /// Done before the vault, particulars not kept; counts only once attested.
  case noRecord = 4
  case telephone = 5

  /// The words of the column 確認方法 verification_method.
  public var labels: ColumnLabels {
    switch self {
    case .inPerson: ColumnLabels("in-person", "対面", "face-to-face")
    case .byPost: ColumnLabels("by-post", "郵送", "post", "mail")
    case .online: ColumnLabels("online", "オンライン", "電子")
    case .telephone: ColumnLabels("telephone", "電話")
    case .noRecord: ColumnLabels("no-record", "記録なし", "legacy")
    }
  }
}
