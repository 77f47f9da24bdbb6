import MyNumberKit

/// A file of the register as the user names it: an id in hexadecimal is left as it is, a path is
/// looked for from the working folder.
enum ExportName {
  static func named(_ text: String, _ context: CommandContext) -> String {
    let isID = (4...32).contains(text.utf8.count) && text.utf8.allSatisfy(isDigit)
    return isID ? text : context.path(text)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
