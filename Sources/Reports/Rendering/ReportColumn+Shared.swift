extension ReportColumn {
  static let person = ReportColumn("person", "対象者", "Person")
  static let version = ReportColumn("version", "版", "Version", isNumber: true)
  static let user = ReportColumn("user", "利用者", "User")
  static let role = ReportColumn("role", "役割", "Role")
  static let action = ReportColumn("action", "操作", "Action")
  static let outcome = ReportColumn("outcome", "結果", "Outcome")
  static let purpose = ReportColumn("purpose", "利用目的", "Purpose")
  static let form = ReportColumn("form", "書類", "Form copy")
  static let recipient = ReportColumn("recipient", "提供先", "Recipient")
  static let article = ReportColumn("article", "根拠", "Article")
  static let rule = ReportColumn("rule", "規則", "Rule")
}
