internal import Auditing
public import JSON

/// A signed certificate of disposal (廃棄証明書): what was destroyed, why, and the scan afterwards.
///
/// It holds codes, purposes, documents, dates and row ids: no number and nothing that narrows one.
/// It stays valid when the person is wholly gone.
public struct DisposalCertificate: Sendable {
  /// What the signature covers before the canonical bytes of the body.
  public static let label = "mynumber v1 certificate\n"
  /// The whole certificate, `body` and `signature`.
  public let value: CanonicalValue

  /// Canonical JSON with a final newline.
  public var bytes: [UInt8] { value.encoded() + Array("\n".utf8) }
}
