public import People

/// By which way the documents reach whoever verifies.
public enum IdentityChannel: String, CaseIterable, Hashable, Sendable {
  /// Face to face (対面).
  case inPerson = "in-person"
  /// Papers are sent or handed over (書面の送付).
  case byPost = "by-post"
  case online
  case telephone

  /// The channel of the column 確認方法; nil for what is not recorded.
  public init?(_ method: VerificationMethod) {
    switch method {
    case .inPerson: self = .inPerson
    case .byPost: self = .byPost
    case .online: self = .online
    case .telephone: self = .telephone
    case .noRecord: return nil
    }
  }
}
