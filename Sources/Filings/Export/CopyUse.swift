internal import Rules

/// Whether a copy is made for anybody in a payroll file, and if not, why.
struct CopyUse {
  private(set) var isMade = false
  private var needless: NeedlessCopy?

  mutating func take(_ finding: SlipFinding) {
    switch finding {
    case .slip, .recipient: isMade = true
    case .needless(let copy): needless = needless ?? copy
    case .counted, .leftOut, .changed, .noted: break
    }
  }

  /// Why nobody's slip has the copy; nil where somebody's has it, or nobody is in the file.
  var refusal: Refusal? { isMade ? nil : needless.map { .copyNotFiled($0) } }
}
