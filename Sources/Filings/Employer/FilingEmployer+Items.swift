extension FilingEmployer {
  /// What an item of the payer's says, which all records have in the same places; nil for others.
  func value(of item: RecordItem) -> String? {
    switch item {
    case .payerAddress: address
    case .payerName: filingName
    case .payerTelephone: telephone
    case .reference1: reference(0)
    case .reference2: reference(1)
    default: nil
    }
  }

  private func reference(_ index: Int) -> String {
    index < referenceNumbers.count ? referenceNumbers[index] : ""
  }
}
