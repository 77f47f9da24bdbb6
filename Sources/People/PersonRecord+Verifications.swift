extension PersonRecord {
  /// On what ground a version of the number is taken to be the person's; `.none` for one of which
  /// nothing is kept.
  public func verification(of version: Int) -> Verification {
    if version == currentVersion { return verification }
    return formerVerifications.first { $0.version == version }?.verification ?? .none
  }

  /// The first day of the employment; nil for who is not employed.
  public var employedOn: CalendarDate? {
    kind == .employee || kind == .officer ? hiredOn : nil
  }

  /// The last day on which the person was asked in vain before the number in use was given; nil for
  /// who was never asked.
  public var notGivenUntil: CalendarDate? {
    guard let given = current?.declaredOn else { return nil }
    return requests.map { $0.answeredOn ?? $0.askedOn }.filter { $0 <= given }.max()
  }

  /// Keeps the ground of the number in use, before another takes its place.
  public mutating func keepVerification() {
    guard currentVersion > 0, verification.isComplete else { return }
    forgetVerification(of: currentVersion)
    formerVerifications.append(
      FormerVerification(version: currentVersion, verification: verification))
    formerVerifications.sort { $0.version < $1.version }
  }

  /// Forgets the ground of a version that was destroyed.
  public mutating func forgetVerification(of version: Int) {
    formerVerifications.removeAll { $0.version == version }
  }
}
