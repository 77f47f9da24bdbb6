/// A wrapped data key as it stands in the keys file.
struct StoredWrap {
  /// The row of the lockbox under which it lies.
  var lockboxRow: Int64
  /// The declaration it was made for, 16 bytes.
  var declaration: [UInt8]
  /// Nonce, sealed data key and tag: 60 bytes.
  var sealed: [UInt8]
}
