/// The curve of key agreement (RFC 7748).
public enum X25519: CurveName {
  public static var name: String { "X25519" }
}
