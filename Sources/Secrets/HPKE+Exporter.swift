extension HPKE {
  /// What a sender set up: the key to send along, and the exports both sides can make.
  public struct Sender: ~Copyable, Sendable {
    /// The 32 bytes that the recipient needs.
    public let encapsulated: [UInt8]
    public let exporter: Exporter
  }

  /// Makes secrets that sender and recipient share (RFC 9180 section 5.3).
  public struct Exporter: ~Copyable, Sendable {
    private let secret: SecretBytes

    init(_ secret: consuming SecretBytes) { self.secret = secret }

    /// Gives `count` secret bytes bound to `context`.
    ///
    /// Throws `.badLength` unless `count` is from 1 to 8160.
    public borrowing func export(
      _ context: Span<UInt8>, count: Int
    ) throws(SecretsError) -> SecretBytes {
      try secret.withSpan { (secret) throws(SecretsError) in
        try LabeledHKDF(suite: .hpke).expand(secret, label: "sec", info: context, count: count)
      }
    }
  }
}
