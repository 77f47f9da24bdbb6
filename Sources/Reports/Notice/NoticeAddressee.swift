public import People

/// To whom a notice is given: one person, or everybody of a kind.
public struct NoticeAddressee: Hashable, Sendable {
  public let kind: PersonKind
  /// The code of the one person; nil for the general form.
  public let code: PersonCode?
  /// The person's name, from whoever may see it.
  public let name: String?

  /// Everybody of a kind.
  public init(_ kind: PersonKind) {
    self.kind = kind
    code = nil
    name = nil
  }

  /// One person.
  public init(_ kind: PersonKind, code: PersonCode, name: String?) {
    self.kind = kind
    self.code = code
    self.name = name
  }

  /// The line above the text.
  var line: String {
    guard let code else { return "\(group)各位" }
    guard let name else { return "\(group)（コード \(code.text)）様" }
    return "\(name) 様（コード \(code.text)）"
  }

  private var group: String {
    switch kind {
    case .employee: "従業員"
    case .officer: "役員"
    case .family: "ご家族"
    case .payee: "お取引先・お支払先"
    case .proprietor: "事業主"
    }
  }
}
