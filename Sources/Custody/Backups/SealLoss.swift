internal import Auditing
internal import JSON
internal import People
internal import Storage

/// What of a person beside the numbers a restored backup has sealed, and no wrap opens.
///
/// What is sealed anew takes the place of what was sealed before, whose wrap is destroyed; a restore of a
/// backup from before that destroys the new one, so that neither opens.
struct SealLoss {
  /// The name and the address.
  private(set) var profile = false
  /// The versions of whose verification the particulars are lost.
  private(set) var evidence: [Int] = []
  /// The versions whose second entry is lost before it was compared.
  private(set) var secondEntries: [Int] = []
  private let vault: Vault

  var isEmpty: Bool { !profile && evidence.isEmpty && secondEntries.isEmpty }

  /// Looks for what is not noted yet.
  init(of person: VerifiedPerson, in vault: Vault) throws(CustodyError) {
    self.vault = vault
    let record = person.record
    if !record.isProfileLost, !record.isWithoutNumbers {
      let version = try Self.profileVersion(person, vault)
      profile = try isDestroyed(.profile, version, of: person)
    }
    for number in record.versions where number.how != .purged {
      let version = number.version
      if try hasEvidence(version, of: person), try isDestroyed(.evidence, version, of: person) {
        evidence.append(version)
      }
      let state = record.secondEntry(of: version)?.state
      guard state == .entered || state == .differed else { continue }
      if try isDestroyed(.secondEntry, version, of: person) { secondEntries.append(version) }
    }
  }

  private static func profileVersion(
    _ person: VerifiedPerson, _ vault: Vault
  ) throws(CustodyError) -> Int {
    do throws(StorageError) {
      return try vault.store.withProfile(id: person.row) { version, _, _ in version } ?? 0
    } catch {
      throw CustodyError(error)
    }
  }

  private func hasEvidence(
    _ version: Int, of person: VerifiedPerson
  ) throws(CustodyError) -> Bool {
    do throws(StorageError) {
      return try vault.store.evidence(person: person.row, version: version) != nil
    } catch {
      throw CustodyError(error)
    }
  }

  /// Whether there were wraps, and each is a tombstone.
  private func isDestroyed(
    _ object: WrapObject, _ version: Int, of person: VerifiedPerson
  ) throws(CustodyError) -> Bool {
    do throws(StorageError) {
      let wraps = try vault.store.wraps(person: person.row, object: object, version: version)
      return !wraps.isEmpty && wraps.allSatisfy(\.header.isErased)
    } catch {
      throw CustodyError(error)
    }
  }

  /// The entry that says so.
  func note(in content: EntryContent) -> EntryContent {
    var content = content
    content.detail["profile"] = .bool(profile)
    content.detail["evidence"] = .array(evidence.map(CanonicalValue.integer))
    content.detail["second_entries"] = .array(secondEntries.map(CanonicalValue.integer))
    return content
  }
}
