public import People
public import Secrets

// Cosignatures as in C2SP tlog-cosignature: a witness says when it saw the log grow to here out of
// what it saw before.
extension SignedCheckpoint {
  /// The checkpoint with a witness's cosignature behind its signatures; one of the same name before
  /// is replaced.
  ///
  /// - Throws: `.malformed` for a time before 1970, `.cryptography`.
  public func cosigned(
    by witness: Witness, key: borrowing Ed25519PrivateKey, at time: Timestamp
  ) throws(AuditingError) -> SignedCheckpoint {
    guard time.seconds >= 0 else { throw AuditingError(.malformed, detail: "time") }
    let message = cosignedBytes(at: time.seconds)
    let signature: [UInt8]
    do throws(SecretsError) {
      signature = try key.sign(message.span)
    } catch { throw AuditingError(.cryptography(error)) }
    let stamp = (0..<8).map { UInt8(truncatingIfNeeded: time.seconds >> (56 - 8 * $0)) }
    let line = try CheckpointSignature(
      name: witness.name, keyHash: witness.keyHash, signature: stamp + signature)
    return SignedCheckpoint(
      checkpoint: checkpoint,
      signatures: signatures.filter { $0.name != witness.name } + [line])
  }

  /// When the witness cosigned.
  ///
  /// - Throws: `.unknownSigner` if it did not, `.badSignature` if the signature is another's.
  public func time(cosignedBy witness: Witness) throws(AuditingError) -> Timestamp {
    guard
      let line = signatures.dropFirst().first(where: {
        $0.name == witness.name && $0.keyHash == witness.keyHash
      }), line.signature.count == CheckpointSignature.cosignatureCount
    else { throw AuditingError(.unknownSigner, detail: "witness") }
    let seconds = line.signature.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
    let signature = Array(line.signature.dropFirst(8))
    let message = cosignedBytes(at: seconds)
    let isValid: Bool
    do throws(SecretsError) {
      isValid = try witness.publicKey.isValid(signature: signature.span, for: message.span)
    } catch { throw AuditingError(.cryptography(error)) }
    let time = Timestamp(seconds: seconds)
    guard isValid, seconds >= 0, time.seconds == seconds else {
      throw AuditingError(.badSignature, detail: "witness")
    }
    return time
  }

  private func cosignedBytes(at seconds: Int64) -> [UInt8] {
    Array("cosignature/v1\ntime \(seconds)\n".utf8) + checkpoint.body
  }
}
