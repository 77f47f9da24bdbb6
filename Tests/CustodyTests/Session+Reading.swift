import MyNumberKit

extension Session {
  /// Reads a number through the gate and gives its digits; the numbers of tests are fictitious.
  func digits(
    _ code: String, _ form: String = "withholding-slip-municipality", purpose: String? = nil,
    reason: String = "test", version: Int? = nil, year: Int? = 2025
  ) throws -> [UInt8] {
    let query = NumberQuery(
      code: try PersonCode(code), purpose: purpose.map { PurposeID($0) }, form: FormCopyID(form),
      reason: reason, version: version, incomeYear: year)
    var digits: [UInt8] = []
    try Gate(self).read(query) { number in
      number.withDigits { for index in $0.indices { digits.append($0[index]) } }
    }
    return digits
  }

  /// Ends the session's hold on the files.
  func close() { vault.store.close() }
}
