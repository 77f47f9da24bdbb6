internal import Secrets

/// The two secrets that HPKE exports for a lockbox; the commitment is published.
struct LockboxExports: ~Copyable {
  let commitment: [UInt8]
  private let wrappingKey: SecretBytes

  init(commitment: [UInt8], wrappingKey: consuming SecretBytes) {
    self.commitment = commitment
    self.wrappingKey = wrappingKey
  }

  consuming func takeWrappingKey() -> SecretBytes { wrappingKey }
}
