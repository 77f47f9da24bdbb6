internal import COpenSSL
internal import Glibc

extension MutableSpan where Element == UInt8 {
  /// Copies all of `source` to the bytes from `offset` on.
  @inline(__always)
  package mutating func copy(from source: Span<UInt8>, at offset: Int) {
    precondition(offset >= 0 && offset <= count && source.count <= count - offset)
    unsafe withUnsafeMutableBufferPointer { target in
      unsafe source.withUnsafeBufferPointer { bytes in
        guard let from = bytes.baseAddress, let base = target.baseAddress else {
          return
        }
        _ = unsafe memcpy(base + offset, from, bytes.count)
      }
    }
  }

  /// Overwrites every byte with zero in a way that no optimiser removes.
  package mutating func wipe() {
    unsafe withUnsafeMutableBufferPointer { target in
      unsafe OPENSSL_cleanse(target.baseAddress, target.count)
    }
  }

  /// Lends a part of the bytes to be written.
  @inlinable @inline(__always)
  package mutating func withPart<Value: ~Copyable, Failure>(
    _ range: Range<Int>,
    _ body: (inout MutableSpan<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    var part = _mutatingExtracting(range)
    return try body(&part)
  }
}
