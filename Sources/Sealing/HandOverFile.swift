public import Auditing
internal import People
internal import Rules
public import Secrets

/// A file of numbers for a contractor, sealed to its key (HPKE base mode, RFC 9180) or under a
/// passphrase that is given apart.
///
/// It has a title and clear fields, then the sealed part; the format page, "Hand-over file", says
/// what stands at which byte.
public struct HandOverFile: Hashable, Sendable {
  /// How it is sealed.
  public enum Way: Int, Hashable, Sendable {
    /// To the receiver's X25519 key.
    case key = 1
    /// Under a passphrase.
    case passphrase = 2
  }

  /// The clear part.
  public let header: HandOverHeader
  public let way: Way
  private let plainCount: Int
  private let sealed: [UInt8]

  private static let sealing = "seal a hand-over"
  private static let opening = "open a hand-over"

  /// Seals to a receiver whose key the log vouches for.
  public static func seal(
    _ plaintext: Span<UInt8>, _ header: HandOverHeader, to receiver: AuthenticatedKey,
    random: RandomBytes
  ) throws(SealingError) -> HandOverFile {
    let context = header.bytes(sealedBy: .key, plainCount: plaintext.count)
    let info = SealingContext.handOver(header)
    do throws(SecretsError) {
      let sealed = try HPKE.seal(
        plaintext, to: receiver.publicKey, info: info.span, associatedData: context.span,
        random: random)
      return HandOverFile(
        header: header, way: .key, plainCount: plaintext.count,
        sealed: sealed.encapsulated + sealed.ciphertext)
    } catch {
      throw SealingError(.cryptography(error), doing: sealing)
    }
  }

  /// Seals under a passphrase.
  ///
  /// - Throws: `.passphraseTooShort`.
  public static func seal(
    _ plaintext: Span<UInt8>, _ header: HandOverHeader, under passphrase: borrowing SecretBytes,
    random: RandomBytes
  ) throws(SealingError) -> HandOverFile {
    let context = header.bytes(sealedBy: .passphrase, plainCount: plaintext.count)
    let sealed = try PassphraseBox.seal(
      plaintext, under: passphrase, context: context, random: random, doing: sealing)
    return HandOverFile(
      header: header, way: .passphrase, plainCount: plaintext.count, sealed: sealed)
  }

  /// The file.
  public var bytes: [UInt8] { header.bytes(sealedBy: way, plainCount: plainCount) + sealed }

  /// Opens with the receiver's key file and its passphrase.
  ///
  /// - Throws: `.wrongPassphrase`; `.notAuthentic` if it was altered or is for another key;
  ///   `.keyNotHeld` for a file under a passphrase.
  public func open(
    with receiver: ReceiverKey, passphrase: borrowing SecretBytes
  ) throws(SealingError) -> SecretBytes {
    guard way == .key else { throw SealingError(.keyNotHeld, doing: Self.opening) }
    return try open(with: try receiver.privateKey(under: passphrase))
  }

  func open(with key: borrowing X25519PrivateKey) throws(SealingError) -> SecretBytes {
    let context = header.bytes(sealedBy: way, plainCount: plainCount)
    let info = SealingContext.handOver(header)
    do throws(SecretsError) {
      return try HPKE.open(
        sealed.span.extracting(HPKE.encapsulatedCount...),
        encapsulated: sealed.span.extracting(0..<HPKE.encapsulatedCount), with: key,
        info: info.span, associatedData: context.span)
    } catch {
      throw SealingError(opening: error, doing: Self.opening)
    }
  }

  /// Opens with the passphrase that was given apart.
  ///
  /// - Throws: `.wrongPassphrase`, also for one that was altered; `.keyNotHeld` for a file that is
  ///   sealed to a key.
  public func open(under passphrase: borrowing SecretBytes) throws(SealingError) -> SecretBytes {
    guard way == .passphrase else { throw SealingError(.keyNotHeld, doing: Self.opening) }
    return try PassphraseBox.open(
      sealed.span, under: passphrase,
      context: header.bytes(sealedBy: way, plainCount: plainCount), doing: Self.opening)
  }
}

extension HandOverFile {
  /// Reads a file's bytes.
  ///
  /// - Throws: `.malformed`, also for one that is cut short or goes on after its end.
  public init(parsing bytes: [UInt8]) throws(SealingError) {
    let malformed = SealingError(.malformed, doing: "read a hand-over")
    let title = HandOverHeader.title
    guard bytes.starts(with: title) else { throw malformed }
    do throws(PeopleError) {
      let span = bytes.span.extracting(title.count...)
      var reader = FieldReader()
      let vault = VaultID(try reader.bytes(from: span))
      let id = try reader.bytes(from: span)
      let contractor = ContractorID(try reader.text(from: span))
      let content = HandOverContent(rawValue: try reader.text(from: span))
      let way = Way(rawValue: try reader.integer(from: span))
      plainCount = try reader.integer(from: span)
      guard let vault, id.count == 16, let contractor, let content, let way else {
        throw PeopleError.malformed
      }
      header = HandOverHeader(vault: vault, id: id, contractor: contractor, content: content)
      self.way = way
    } catch {
      throw malformed
    }
    let start = header.bytes(sealedBy: way, plainCount: plainCount).count
    sealed = Array(bytes.dropFirst(start))
    let overhead =
      way == .key ? HPKE.encapsulatedCount + AESGCM.tagCount : PassphraseBox.overhead
    guard plainCount >= 0, plainCount < 1 << 40, sealed.count == plainCount + overhead,
      self.bytes == bytes
    else { throw malformed }
  }
}
