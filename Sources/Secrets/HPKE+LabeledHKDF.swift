extension HPKE {
  /// LabeledExtract and LabeledExpand of RFC 9180 section 4.
  struct LabeledHKDF {
    /// Whose suite id stands in the labels.
    enum Suite {
      case kem
      case hpke

      var id: [UInt8] {
        switch self {
        case .kem: Array("KEM".utf8) + [0x00, 0x20]
        case .hpke: Array("HPKE".utf8) + [0x00, 0x20, 0x00, 0x01, 0x00, 0x02]
        }
      }
    }

    let suite: Suite

    func extract(
      salt: Span<UInt8>, label: String, inputKey: Span<UInt8>
    ) throws(SecretsError) -> SecretBytes {
      var mac = try HMACSHA256()
      try mac.start(key: salt)
      try mac.update(prefix(label).span)
      try mac.update(inputKey)
      return try mac.finish()
    }

    func expand(
      _ prk: Span<UInt8>, label: String, info: Span<UInt8>, count: Int
    ) throws(SecretsError) -> SecretBytes {
      guard count > 0, count <= HKDF.largestCount else { throw SecretsError(.badLength) }
      var labeled = [UInt8(count >> 8), UInt8(count & 0xff)] + prefix(label)
      for index in info.indices { labeled.append(info[index]) }
      return try HKDF.expand(prk, info: labeled.span, count: count)
    }

    private func prefix(_ label: String) -> [UInt8] {
      Array("HPKE-v1".utf8) + suite.id + Array(label.utf8)
    }
  }
}
