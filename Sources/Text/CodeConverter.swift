import Glibc

/// An open iconv descriptor from CP932 to UTF-16.
@safe struct CodeConverter: ~Copyable {
  private let raw: iconv_t

  init?() {
    guard let raw = unsafe iconv_open("UTF-16BE", "CP932"), Int(bitPattern: raw) != -1
    else { return nil }
    unsafe self.raw = raw
  }

  deinit { _ = unsafe iconv_close(raw) }

  /// The one UTF-16 unit that a code of one or two bytes stands for; nil if it stands for none.
  func scalar(of code: UInt16) -> UInt16? {
    var input: [CChar] = []
    if code > 0xFF { input.append(CChar(bitPattern: UInt8(code >> 8))) }
    input.append(CChar(bitPattern: UInt8(code & 0xFF)))
    var output: [CChar] = [0, 0]
    guard convert(&input, &output) else { return nil }
    let value =
      UInt16(UInt8(bitPattern: output[0])) << 8 | UInt16(UInt8(bitPattern: output[1]))
    return value == 0 ? nil : value
  }

  private func convert(_ input: inout [CChar], _ output: inout [CChar]) -> Bool {
    unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var fromLeft = source.count
        var to = target.baseAddress
        var toLeft = target.count
        let outcome = unsafe iconv(raw, &from, &fromLeft, &to, &toLeft)
        if outcome != 0 { _ = unsafe iconv(raw, nil, nil, nil, nil) }
        return outcome == 0 && fromLeft == 0 && toLeft == 0
      }
    }
  }
}
