internal import CQPDF

/// The objects of a PDF, read by qpdf.
///
/// qpdf gives a default for what is not there; `check` tells that something was wrong.
@safe final class QPDFDocument {
  private let handle: OpaquePointer?
  let pageCount: Int

  /// Opens a file.
  ///
  /// - Parameter passphrase: With a zero byte after it; nil for a file that is not encrypted.
  /// - Throws: `callFailed`, also for a file with any fault.
  init(path: String, passphrase: Span<UInt8>?) throws(TypesettingError) {
    unsafe handle = unsafe qpdf_init()
    let qpdf = unsafe handle
    unsafe qpdf_silence_errors(qpdf)
    unsafe qpdf_set_suppress_warnings(qpdf, 1)
    let code: Int32
    if let passphrase {
      guard !passphrase.isEmpty, passphrase[passphrase.count - 1] == 0 else { throw .badPassphrase }
      code = unsafe passphrase.withUnsafeBytes { bytes in
        let word = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        return unsafe qpdf_read(qpdf, path, word)
      }
    } else {
      code = unsafe qpdf_read(qpdf, path, nil)
    }
    pageCount = code == 0 ? unsafe Int(qpdf_get_num_pages(qpdf)) : -1
    try check("qpdf_read")
    guard code == 0, pageCount >= 0 else {
      throw .callFailed(call: "qpdf_read", reason: "code \(code)")
    }
  }

  deinit {
    var qpdf = unsafe handle
    unsafe qpdf_cleanup(&qpdf)
  }

  /// - Throws: `callFailed` if qpdf found any fault since the last time.
  func check(_ call: String) throws(TypesettingError) {
    var isSound = true
    while unsafe qpdf_more_warnings(handle) != 0 {
      _ = unsafe qpdf_next_warning(handle)
      isSound = false
    }
    if unsafe qpdf_has_error(handle) != 0 {
      _ = unsafe qpdf_get_error(handle)
      isSound = false
    }
    guard isSound else { throw .callFailed(call: call, reason: "the file has a fault") }
  }

  /// Forgets which objects were looked at.
  func release() { unsafe qpdf_oh_release_all(handle) }

  /// A page, from 0.
  func page(_ place: Int) -> UInt32 { unsafe qpdf_get_page_n(handle, place) }

  /// What stands in a dictionary, or in that of a stream, such as `/Font`.
  func value(_ key: String, of object: UInt32) -> UInt32 {
    let dictionary =
      unsafe qpdf_oh_is_stream(handle, object) != 0 ? qpdf_oh_get_dict(handle, object) : object
    return unsafe qpdf_oh_get_key_if_dict(handle, dictionary, key)
  }

  /// The number of an indirect object; 0 for another.
  func id(of object: UInt32) -> Int32 { unsafe qpdf_oh_get_object_id(handle, object) }

  func isArray(_ object: UInt32) -> Bool { unsafe qpdf_oh_is_array(handle, object) != 0 }

  /// Whether an object is a name, such as `/Form`.
  func isName(_ object: UInt32, _ name: String) -> Bool {
    guard unsafe qpdf_oh_is_name(handle, object) != 0 else { return false }
    return unsafe qpdf_oh_get_name(handle, object).map { unsafe String(cString: $0) } == name
  }

  /// The keys of a dictionary, with their slashes.
  func keys(of dictionary: UInt32) -> [String] {
    guard unsafe qpdf_oh_is_dictionary(handle, dictionary) != 0 else { return [] }
    unsafe qpdf_oh_begin_dict_key_iter(handle, dictionary)
    var keys: [String] = []
    while unsafe qpdf_oh_dict_more_keys(handle) != 0 {
      if let key = unsafe qpdf_oh_dict_next_key(handle) { unsafe keys.append(String(cString: key)) }
    }
    return keys
  }

  func elements(of array: UInt32) -> [UInt32] {
    guard isArray(array) else { return [] }
    return unsafe (0..<qpdf_oh_get_array_n_items(handle, array)).map {
      unsafe qpdf_oh_get_array_item(handle, array, $0)
    }
  }

  /// A number; 0 for what is none.
  func number(_ object: UInt32) -> Double {
    guard unsafe qpdf_oh_is_number(handle, object) != 0 else { return 0 }
    return unsafe qpdf_oh_get_numeric_value(handle, object)
  }

  /// The content of a page.
  func content(ofPage page: UInt32) throws(TypesettingError) -> [UInt8] {
    var start: UnsafeMutablePointer<UInt8>?
    var count = 0
    let code = unsafe qpdf_oh_get_page_content_data(handle, page, &start, &count)
    return unsafe try taken(start, count, code, "qpdf_oh_get_page_content_data")
  }

  /// What is in a stream.
  func content(ofStream stream: UInt32) throws(TypesettingError) -> [UInt8] {
    var start: UnsafeMutablePointer<UInt8>?
    var (count, isFiltered) = (0, Int32(0))
    let code = unsafe qpdf_oh_get_stream_data(
      handle, stream, qpdf_dl_generalized, &isFiltered, &start, &count)
    return unsafe try taken(
      start, count, isFiltered != 0 ? code : max(code, 1), "qpdf_oh_get_stream_data")
  }

  private func taken(
    _ start: UnsafeMutablePointer<UInt8>?, _ count: Int, _ code: Int32, _ call: String
  ) throws(TypesettingError) -> [UInt8] {
    defer { unsafe cqpdf_release(start, count) }
    try check(call)
    guard code == 0 else { throw .callFailed(call: call, reason: "code \(code)") }
    return unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  }
}
