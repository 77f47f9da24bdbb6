/// How a person was asked for the number.
public enum RequestMethod: UInt8, ColumnValue {
  case inPerson = 1
  case inWriting = 2
  case byPost = 3
  case byEmail = 4
  case byTelephone = 5
  /// A page or a system of the employer's.
  case online = 6
  case other = 7

  /// The words of `refusal record --method`.
  public var labels: ColumnLabels {
    switch self {
    case .inPerson: ColumnLabels("in-person", "対面", "face-to-face", "口頭")
    case .inWriting: ColumnLabels("in-writing", "書面", "文書", "written", "writing")
    case .byPost: ColumnLabels("by-post", "郵送", "post")
    case .byEmail: ColumnLabels("e-mail", "メール", "電子メール", "email", "mail")
    case .byTelephone: ColumnLabels("telephone", "電話", "phone")
    case .online: ColumnLabels("online", "オンライン", "社内システム")
    case .other: ColumnLabels("other", "その他")
    }
  }
}
