internal import People
internal import Wording

extension PinnedRows {
  /// The person of a code whom somebody named.
  ///
  /// - Throws: `.notFound` if there is none; `.integrity` as ``person(_:)``.
  func requirePerson(_ code: PersonCode) throws(CustodyError) -> VerifiedPerson {
    guard let person = try person(code) else {
      throw CustodyError(.notFound("person \(code.text)"))
    }
    return person
  }
}
