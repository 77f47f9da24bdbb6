internal import CPangoCairo

/// Turns what Pango, Cairo and Fontconfig return into errors.
enum FontCall {
  /// Throws unless Cairo is content.
  static func check(_ status: cairo_status_t, _ call: String) throws(TypesettingError) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    let reason = unsafe cairo_status_to_string(status).map { unsafe String(cString: $0) }
    throw .callFailed(call: call, reason: reason ?? "status \(status.rawValue)")
  }

  /// Throws unless Fontconfig is content.
  static func check(_ answer: FcBool, _ call: String) throws(TypesettingError) {
    guard answer != 0 else { throw .callFailed(call: call, reason: "no reason given") }
  }

  /// Throws if nothing was made.
  static func made<Pointer>(_ pointer: Pointer?, _ call: String) throws(TypesettingError) -> Pointer
  {
    guard let pointer else {
      throw .callFailed(call: call, reason: "nothing was made")
    }
    return pointer
  }
}
