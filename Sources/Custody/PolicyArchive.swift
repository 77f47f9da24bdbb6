internal import Rules
internal import Secrets
internal import Storage

/// The policies that the vault keeps beside the log, each under its digest.
struct PolicyArchive {
  let store: any VaultStore
  private static let kind = "policy"

  init(store: any VaultStore) { self.store = store }

  /// The policy of a digest that the log pins.
  ///
  /// - Throws: `.integrity` if it is missing or hashes to another digest.
  func policy(digest: [UInt8]) throws(CustodyError) -> Policy {
    let row: DocumentRow?
    do throws(StorageError) {
      row = try store.document(digest: digest.span)
    } catch {
      throw CustodyError(error)
    }
    guard let row, row.kind == Self.kind else {
      throw CustodyError(.integrity("vault.sqlite: the pinned policy is missing"))
    }
    return try Self.policy(bytes: row.bytes, digest: digest)
  }

  private static func policy(bytes: [UInt8], digest: [UInt8]) throws(CustodyError) -> Policy {
    let found = try CustodyError.gathering { try SHA256.hash(bytes.span) }
    guard found == digest else {
      throw CustodyError(.integrity("vault.sqlite: the pinned policy was altered"))
    }
    let bundle: PolicyBundle
    do throws(PolicyError) {
      bundle = try PolicyBundle(canonicalBytes: bytes)
    } catch {
      throw CustodyError(.badPolicy(error))
    }
    do throws(PolicyError) {
      return try Policy(bundle: bundle)
    } catch {
      throw CustodyError(.badPolicy(error))
    }
  }

  /// SHA-256 of a policy's canonical bytes.
  static func digest(_ bundle: PolicyBundle) throws(CustodyError) -> [UInt8] {
    do throws(SecretsError) {
      return try bundle.digest()
    } catch {
      throw CustodyError(.bug("\(error)"))
    }
  }

  /// Keeps a policy; inside a transaction.
  func keep(_ bundle: PolicyBundle) throws(CustodyError) {
    let digest = try Self.digest(bundle)
    do throws(StorageError) {
      try store.putDocument(
        digest: digest.span, kind: Self.kind, bytes: bundle.canonicalBytes.span)
    } catch {
      throw CustodyError(error)
    }
  }
}
