extension LayoutField {
  /// What is wrong with a value of the field: its characters, its length, its code.
  func mistakes(in value: String) -> [MistakeRule] {
    var rules = FieldFolding.mistakes(
      value, as: characters, width: width, isExact: isExact, countsBytes: countsBytes)
    if rules.isEmpty, let codes, !codes.allow(value) {
      rules.append(.badValue(allowed: codes.text))
    }
    if item == .municipality, !MunicipalityCode.isValid(value) { rules.append(.badCheckDigit) }
    return rules
  }
}
