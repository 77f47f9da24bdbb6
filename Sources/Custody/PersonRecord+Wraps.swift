internal import People

extension PersonRecord {
  /// Whether by the record there must be a live wrap of a version's data key for a purpose.
  ///
  /// Collecting and declaring seal the current number to every purpose declared and not purged, and
  /// note those left out: an officer's number is not sealed to what they were told as an employee.
  func mustHaveWrap(of number: Int, for purpose: String) -> Bool {
    version(number)?.how == .current && declares(purpose) && purgedOn(purpose) == nil
      && !unsealedPurposes.contains(purpose)
  }

  /// Whether there were numbers and each is destroyed.
  var isWithoutNumbers: Bool { !versions.isEmpty && versions.allSatisfy { $0.how == .purged } }

  /// Whether nothing is left for which a number could still be opened: then the name and the address
  /// are not needed either.
  var isWhollyPurged: Bool {
    isWithoutNumbers
      && declaredPurposes.allSatisfy { purgedOn($0) != nil || unsealedPurposes.contains($0) }
  }

  /// The purposes for which the current number must be there.
  var sealedPurposes: [String] {
    declaredPurposes.filter { mustHaveWrap(of: currentVersion, for: $0) }
  }

  /// Whether the person was told of a purpose for which the number in use was never sealed.
  func lacksSeal(for purpose: String) -> Bool {
    current?.how == .current && unsealedPurposes.contains(purpose)
  }
}
