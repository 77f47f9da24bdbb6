extension Span<UInt8> {
  /// A copy, which only tests may make.
  var bytesCopied: [UInt8] { indices.map { self[$0] } }

  var text: String { String(decoding: bytesCopied, as: UTF8.self) }
}
