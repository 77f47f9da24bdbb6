/// What the command's exit status says (sysexits, and 76 for integrity).
enum ExitStatus {
  static let done: Int32 = 0
  static let usage: Int32 = 64
  static let badInput: Int32 = 65
  static let noInput: Int32 = 66
  static let fault: Int32 = 70
  static let noOutput: Int32 = 73
  static let inputOutput: Int32 = 74
  static let busy: Int32 = 75
  static let integrity: Int32 = 76
  static let refused: Int32 = 77
  static let badPolicy: Int32 = 78
}
