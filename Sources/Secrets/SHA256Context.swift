internal import COpenSSL

/// SHA-256 of many messages on one reused context, whole or in pieces.
@safe public struct SHA256Context: ~Copyable {
  private let context: OpaquePointer

  /// Makes a context.
  public init() throws(SecretsError) {
    unsafe context = try Self.makeContext()
  }

  private static func makeContext() throws(SecretsError) -> OpaquePointer {
    guard let algorithm = unsafe OpenSSL.sha256 else { throw OpenSSL.failure("EVP_MD_fetch") }
    guard let fresh = unsafe EVP_MD_CTX_new() else { throw OpenSSL.failure("EVP_MD_CTX_new") }
    guard unsafe EVP_DigestInit_ex2(fresh, algorithm, nil) == 1 else {
      unsafe EVP_MD_CTX_free(fresh)
      throw OpenSSL.failure("EVP_DigestInit_ex2")
    }
    return unsafe fresh
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Writes the digest of `message`; throws `.badLength` when `out` is not 32 bytes.
  public mutating func hash(
    _ message: Span<UInt8>, into out: inout MutableSpan<UInt8>
  ) throws(SecretsError) {
    try start()
    try update(message)
    try finish(into: &out)
  }

  /// Writes the digest of one byte and a message: a leaf of RFC 9162 has the byte 0x00.
  public mutating func hash(
    prefix: UInt8, _ message: Span<UInt8>, into out: inout MutableSpan<UInt8>
  ) throws(SecretsError) {
    try start()
    try update(CollectionOfOne(prefix).span)
    try update(message)
    try finish(into: &out)
  }

  /// Writes the digest of one byte and two messages: a node of RFC 9162 has the byte 0x01.
  public mutating func hash(
    prefix: UInt8, _ left: Span<UInt8>, _ right: Span<UInt8>, into out: inout MutableSpan<UInt8>
  ) throws(SecretsError) {
    try start()
    try update(CollectionOfOne(prefix).span)
    try update(left)
    try update(right)
    try finish(into: &out)
  }

  // MARK: The steps

  /// Begins a message that comes in pieces.
  public func start() throws(SecretsError) {
    let status = unsafe EVP_DigestInit_ex2(context, nil, nil)
    try OpenSSL.check(status, "EVP_DigestInit_ex2")
  }

  /// Takes the next piece.
  public func update(_ bytes: Span<UInt8>) throws(SecretsError) {
    unsafe try OpenSSL.feed(bytes, "EVP_DigestUpdate") { unsafe EVP_DigestUpdate(context, $0, $1) }
  }

  /// Writes the digest of the pieces; throws `.badLength` when `out` is not 32 bytes.
  public func finish(into out: inout MutableSpan<UInt8>) throws(SecretsError) {
    unsafe try OpenSSL.draw(into: &out, "EVP_DigestFinal_ex") {
      unsafe EVP_DigestFinal_ex(context, $0, nil)
    }
  }
}
