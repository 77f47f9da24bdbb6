internal import People

extension PersonRecord {
  /// Whether by the record there must be a live wrap of a version's data key for a purpose.
  ///
  /// Collecting seals the current number to every purpose declared and not purged.
  func mustHaveWrap(of number: Int, for purpose: String) -> Bool {
    version(number)?.how == .current && declares(purpose) && purgedOn(purpose) == nil
  }

  /// The purposes for which the current number must be there.
  var sealedPurposes: [String] {
    declaredPurposes.filter { mustHaveWrap(of: currentVersion, for: $0) }
  }
}
