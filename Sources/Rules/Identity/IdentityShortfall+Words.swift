extension IdentityShortfall: CustomStringConvertible {
  public var description: String {
    switch self {
    case .numberDocumentMissing: "the number document is missing"
    case .identityDocumentsMissing(let needed):
      needed == 1
        ? "an identity document is missing" : "\(needed) identity documents are needed"
    case .methodMissing: "the method of verification is missing"
    case .dateMissing: "the day of verification is missing"
    case .dateInFuture: "the day of verification is in the future"
    case .numberDocumentUnknown: "the number document is not one the policy knows"
    case .identityDocumentUnknown(let place):
      "identity document \(place) is not one the policy knows"
    case .documentNotInForce(let id): "\(id) was not accepted on that day"
    case .documentRefused(let id): "\(id) proves no number"
    case .notANumberProof(let id): "\(id) proves no number"
    case .methodNotAllowed: "these documents do not suffice by this method"
    case .notTheEmployersToDo: "the employee verifies a dependent: leave the columns empty"
    case .notAttested: "verification without particulars must be attested"
    case .powerMissing: "the spouse's power of attorney is missing"
    }
  }

  /// The article it rests on.
  public var article: String {
    switch self {
    case .numberDocumentMissing, .numberDocumentUnknown, .notANumberProof, .documentRefused:
      "番号法16条, 番号法施行令12条1項"
    case .identityDocumentsMissing, .identityDocumentUnknown: "番号法16条, 番号法施行規則1条, 2条3項"
    case .documentNotInForce: "番号法施行規則1条, 2条"
    case .methodMissing, .methodNotAllowed: "番号法施行規則2条, 3条, 11条"
    case .dateMissing, .dateInFuture: "番号法16条"
    case .notTheEmployersToDo: "所得税法194条, 健康保険法施行規則38条"
    case .notAttested: "番号法16条"
    case .powerMissing: "国民年金法12条5項, 番号法施行令12条2項, 番号法施行規則6条"
    }
  }
}
