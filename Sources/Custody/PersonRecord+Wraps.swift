internal import People
internal import Rules

extension PersonRecord {
  /// Whether by the record there must be a live wrap of a version's data key for a purpose.
  ///
  /// Collecting and declaring seal the current number to every purpose declared and not purged that
  /// some form carries for such a person: an officer's number is not sealed to what they were told
  /// as an employee.
  func mustHaveWrap(of number: Int, for purpose: String, under policy: Policy) -> Bool {
    version(number)?.how == .current && declares(purpose) && purgedOn(purpose) == nil
      && policy.carries(PurposeID(rawValue: purpose), for: self)
  }

  /// The purposes for which the current number must be there.
  func sealedPurposes(under policy: Policy) -> [String] {
    declaredPurposes.filter { mustHaveWrap(of: currentVersion, for: $0, under: policy) }
  }
}
