public import JSON

/// A signed certificate of disposal (廃棄証明書): what was destroyed, why, and the scan afterwards.
///
/// It holds codes, purposes, documents, dates and row ids: no number and nothing that narrows one.
/// With it stand the log's changes of authority up to then, so that whoever has the vault id can
/// check the signature with nothing else, also when the person is wholly gone.
public struct DisposalCertificate: Sendable {
  /// What the signature covers before the canonical bytes of the body.
  public static let label = "mynumber v1 certificate\n"
  /// The member `format`.
  public static let format = "mynumber-certificate-1"
  /// The whole certificate, `body` and `signature`.
  public let value: CanonicalValue

  /// Wraps a certificate that was made; what was read goes through ``CertificateVerification``.
  public init(value: CanonicalValue) { self.value = value }

  /// Canonical JSON with a final newline.
  public var bytes: [UInt8] { value.encoded() + Array("\n".utf8) }
}
