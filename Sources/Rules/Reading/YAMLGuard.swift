public import Wording

/// What a YAML file of ours must not hold, told from its characters before a parser sees them.
///
/// It knows no YAML, so nothing can be hidden from it behind what looks like a comment or a quoted
/// text: the rules hold everywhere. Anchors and aliases let a small file stand for a huge one and
/// can begin only where no word is under way, so `&` and `*` are refused but inside words. The
/// parser breaks lines at CR, U+0085, U+2028 and U+2029 too; no editor of ours does, and such a
/// line would not be the one that people see. Depth is only estimated, since brackets in texts
/// count too; libyaml itself stops at 1000 levels.
public struct YAMLGuard {
  /// A place in the file and what is wrong there.
  public struct Finding: Hashable, Sendable {
    /// The line, from 1, ended by LF.
    public let line: Int
    /// The character of the line, from 1.
    public let column: Int
    /// The rule.
    public let message: Phrase
    /// The rule in English.
    public var text: String { message.english }
  }

  /// How deep blocks and brackets may nest; no file of ours needs more than six.
  static let maximumDepth = 64

  private(set) var findings: [Finding] = []
  private var line = 1
  private var column = 0
  private var brackets = 0
  private var isLeading = true
  private var isInWord = false

  private init() {}

  /// The first finding of each line; none for a file that may be parsed.
  public static func findings(in text: String) -> [Finding] {
    var guarding = YAMLGuard()
    var scalars = text.unicodeScalars[...]
    // An editor may begin the file with a byte order mark, which the parser skips.
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var isAfterReturn = false
    for scalar in scalars {
      if isAfterReturn, scalar != "\n" { guarding.note(breakRule) }
      isAfterReturn = scalar == "\r"
      guarding.take(scalar)
    }
    if isAfterReturn { guarding.note(breakRule) }
    return guarding.findings
  }

  private static let breakRule: Phrase = "a line ends with LF or CRLF, and with nothing else"

  private mutating func take(_ scalar: Unicode.Scalar) {
    guard scalar != "\n" else { return beginLine() }
    column += 1
    switch scalar {
    case "[", "{": open()
    case "]", "}": brackets = max(0, brackets - 1)
    case "&", "*":
      if !isInWord { note("anchors and aliases are not used: & and * stand inside words only") }
    case "\t": note("a tab is not used")
    case "\u{85}", "\u{2028}", "\u{2029}": note(Self.breakRule)
    default: if Self.isControl(scalar) { note("a control character") }
    }
    indent(scalar)
    isInWord = Self.isOfWord(scalar)
  }

  private mutating func beginLine() {
    (line, column, isLeading, isInWord) = (line + 1, 0, true, false)
  }

  private mutating func open() {
    brackets += 1
    if brackets > Self.maximumDepth { note("nested too deeply") }
  }

  private mutating func indent(_ scalar: Unicode.Scalar) {
    if !" -?:".unicodeScalars.contains(scalar) { isLeading = false }
    if isLeading, column > Self.maximumDepth { note("nested too deeply") }
  }

  private mutating func note(_ message: Phrase) {
    guard findings.last?.line != line else { return }
    findings.append(Finding(line: line, column: max(1, column), message: message))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\r" && scalar.properties.generalCategory == .control
  }

  /// Whether the parser takes the character for part of a word: no token begins right behind one.
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x85, 0x2028, 0x2029, 0xFEFF: false
    default: scalar.value >= 0xA0
    }
  }
}
