/// The curve of signatures (RFC 8032).
public enum Ed25519: CurveName {
  public static var name: String { "ED25519" }
}
