internal import CQPDF

/// Encrypts a complete PDF with AES-256 (ISO 32000-2 7.6.4, revision 6), through qpdf.
///
/// qpdf copies the passphrase, and its copies are not wiped: a process that protects files forbids
/// core dumps and ends soon.
@safe public enum ProtectedPDF {
  /// The PDF that only a passphrase opens.
  ///
  /// - Parameter passphrase: 1 to 127 printable ASCII characters with a zero byte after them.
  /// - Throws: `badPassphrase`, `callFailed`.
  public static func protect(
    _ pdf: [UInt8], passphrase: Span<UInt8>
  ) throws(TypesettingError) -> [UInt8] {
    guard isPassphrase(passphrase) else { throw .badPassphrase }
    var qpdf: OpaquePointer? = unsafe qpdf_init()
    defer { unsafe qpdf_cleanup(&qpdf) }
    unsafe qpdf_silence_errors(qpdf)
    let handle = unsafe qpdf
    // qpdf looks into the bytes until it has written.
    return try unsafe pdf.span.withUnsafeBytes { (bytes) throws(TypesettingError) in
      try unsafe read(bytes, handle)
      try unsafe check(qpdf_init_write_memory(handle), "qpdf_init_write_memory", handle)
      unsafe encrypt(handle, passphrase)
      try unsafe check(qpdf_write(handle), "qpdf_write", handle)
      return try unsafe written(handle)
    }
  }

  private static func isPassphrase(_ bytes: Span<UInt8>) -> Bool {
    guard (2...128).contains(bytes.count), bytes[bytes.count - 1] == 0 else { return false }
    for place in 0..<bytes.count - 1 where !(0x20...0x7E).contains(bytes[place]) { return false }
    return true
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, _ qpdf: OpaquePointer?
  ) throws(TypesettingError) {
    let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    let code = unsafe qpdf_read_memory(qpdf, "slip", start, UInt64(bytes.count), nil)
    try unsafe check(code, "qpdf_read_memory", qpdf)
  }

  /// Who has the passphrase may do everything; nobody else can open it.
  private static func encrypt(_ qpdf: OpaquePointer?, _ passphrase: Span<UInt8>) {
    unsafe passphrase.withUnsafeBytes { bytes in
      let word = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      unsafe qpdf_set_r6_encryption_parameters2(
        qpdf, word, word, 1, 1, 1, 1, 1, 1, qpdf_r3p_full, 1)
    }
  }

  private static func written(_ qpdf: OpaquePointer?) throws(TypesettingError) -> [UInt8] {
    let start = unsafe qpdf_get_buffer(qpdf)
    let count = unsafe Int(qpdf_get_buffer_length(qpdf))
    guard let start = unsafe start, count > 0 else {
      throw .callFailed(call: "qpdf_get_buffer", reason: "nothing was made")
    }
    return unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  }

  /// A warning is a failure too: the input is our own.
  private static func check(
    _ code: Int32, _ call: String, _ qpdf: OpaquePointer?
  ) throws(TypesettingError) {
    guard code != 0 else { return }
    // What nobody has asked for would be printed.
    _ = unsafe qpdf_get_error(qpdf)
    while unsafe qpdf_more_warnings(qpdf) != 0 { _ = unsafe qpdf_next_warning(qpdf) }
    throw .callFailed(call: call, reason: "code \(code)")
  }
}
