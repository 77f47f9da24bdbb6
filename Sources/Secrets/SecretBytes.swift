internal import COpenSSL

/// Bytes in locked memory that are wiped on the way out and cannot be copied, printed or compared.
///
/// They live in OpenSSL's secure heap, or in guarded pages of their own when it is full; they are
/// never in ordinary memory. What cannot be had from the system ends the process, as with any
/// other allocation.
@safe public struct SecretBytes: ~Copyable, @unchecked Sendable {
  // Sendable: the block has one owner, and the language lends it exclusively for writing.
  @usableFromInline let start: UnsafeMutablePointer<UInt8>
  private let isMapped: Bool

  /// The number of bytes, which is not secret.
  public let count: Int

  /// Makes `count` zero bytes and lends them to `fill`; if it throws, they are wiped.
  public init<E: Error>(
    count: Int, fill: (inout MutableSpan<UInt8>) throws(E) -> Void
  ) throws(E) {
    let fresh = SecretHeap.allocate(count)
    unsafe start = fresh.start
    isMapped = fresh.isMapped
    self.count = count
    var span = unsafe UnsafeMutableBufferPointer(start: fresh.start, count: count).mutableSpan
    try fill(&span)
  }

  /// Makes a copy of `bytes`; the original stays the caller's to wipe.
  public init(copying bytes: Span<UInt8>) {
    self.init(count: bytes.count) { span in span.copy(from: bytes, at: 0) }
  }

  /// Lends the bytes to `body`; the span cannot leave the closure.
  @inlinable @inline(__always)
  public borrowing func withSpan<R: ~Copyable, E: Error>(
    _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try body(unsafe UnsafeBufferPointer(start: start, count: count).span)
  }

  /// Lends the bytes to `body` for writing.
  @inlinable @inline(__always)
  public mutating func withMutableSpan<R: ~Copyable, E: Error>(
    _ body: (inout MutableSpan<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    var span = unsafe UnsafeMutableBufferPointer(start: start, count: count).mutableSpan
    return try body(&span)
  }

  /// Overwrites the bytes with zeros, which they stay until they are written again.
  public mutating func wipe() {
    withMutableSpan { $0.wipe() }
  }

  /// Compares in time that depends on the lengths only.
  public borrowing func isEqual(to other: Span<UInt8>) -> Bool {
    guard other.count == count else { return false }
    return unsafe other.withUnsafeBufferPointer { bytes in
      guard let other = bytes.baseAddress else { return true }
      return unsafe CRYPTO_memcmp(start, other, count) == 0
    }
  }

  deinit {
    unsafe SecretHeap.free(SecretHeap.Block(start: start, isMapped: isMapped), count: count)
  }
}
