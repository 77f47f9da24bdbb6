/// An X25519 public key (RFC 7748).
///
/// Points of small order are refused when a secret is agreed.
public typealias X25519PublicKey = CurvePublicKey<X25519>
