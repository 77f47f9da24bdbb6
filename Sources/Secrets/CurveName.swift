/// A curve of Edwards' or Montgomery's form with 32-byte raw keys, by which key types differ.
public protocol CurveName: Sendable {
  /// The name that OpenSSL knows the curve under.
  static var name: String { get }
}
