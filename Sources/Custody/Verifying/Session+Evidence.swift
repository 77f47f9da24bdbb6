internal import Auditing
internal import People
internal import Sealing
internal import Storage

extension Session {
  /// Whether the session can look at the particulars of verifications.
  public var holdsEvidence: Bool { keyRing.holds(Self.evidence) }

  /// What is kept of the verification of a person's number in use.
  ///
  /// - Throws: `.integrity` for evidence that does not open as what it is stored as.
  public func evidence(of person: VerifiedPerson) throws(CustodyError) -> StoredEvidence {
    let version = person.record.currentVersion
    guard try hasEvidence(of: person, version) else { return .none }
    guard holdsEvidence else { return .sealed }
    let object = SealedObject(person: person.record.id, kind: .evidence, version: version)
    let plain = try opened(object, row: person.row, key: Self.evidence)
    do throws(PeopleError) {
      return .opened(try EvidenceRecord(decoding: plain.span))
    } catch {
      throw CustodyError(.integrity("a sealed evidence record has a wrong form"))
    }
  }

  /// Whether there is evidence whose key was not destroyed.
  private func hasEvidence(
    of person: VerifiedPerson, _ version: Int
  ) throws(CustodyError) -> Bool {
    guard version > 0 else { return false }
    do throws(StorageError) {
      guard try vault.store.evidence(person: person.row, version: version) != nil else {
        return false
      }
      return try vault.store.wraps(person: person.row, object: .evidence, version: version)
        .contains { !$0.header.isErased }
    } catch {
      throw CustodyError(error)
    }
  }
}
