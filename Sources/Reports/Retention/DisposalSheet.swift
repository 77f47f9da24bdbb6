public import Auditing
internal import People
public import Rules

/// A certificate of disposal (廃棄証明書) for people: the same facts as the signed one, on paper.
///
/// It is set in Japanese, holds codes and no name of a person, and is made of what was verified and
/// nothing else, so that the same certificate gives the same bytes.
public struct DisposalSheet: Sendable {
  /// How many lines are set; of what is beyond, the signed certificate alone has all.
  public static let limit = 1000

  let verdict: CertificateVerdict
  private let names: PolicyNames

  /// - Parameter names: What the policy calls purposes.
  public init(of verdict: CertificateVerdict, names: PolicyNames) {
    self.verdict = verdict
    self.names = names
  }

  /// What was destroyed, a line for each person, version and purpose.
  var rows: [[String]] {
    verdict.statement.items.prefix(Self.limit).map { item in
      [
        item.person, "\(item.version)", names.name(of: item.purpose), Self.documents(of: item),
        item.disposal.isoText + (item.isPresumed ? "（推定）" : ""),
        item.destroyed.map { "\(Self.kinds[$0.table] ?? $0.table) \($0.id)" }
          .joined(separator: "、"),
      ]
    }
  }

  /// What stands above the table: titles and values.
  var facts: [[String]] {
    let statement = verdict.statement
    return [
      ["証明日時", statement.issued.iso], ["廃棄の基準日", statement.asOf.isoText],
      ["廃棄した利用者", "\(verdict.destroyer.name)（\(verdict.destroyer.id)）"],
      ["承認した利用者", statement.approval?.by.joined(separator: "、") ?? "規程により不要"],
      ["署名した利用者", "\(verdict.issuer.name)（\(verdict.issuer.id)）"],
      ["保管庫ID", "\(verdict.vaultID)"],
      ["廃棄前の記録", Self.text(of: statement.before)],
      ["廃棄後の記録", Self.text(of: statement.after)],
      ["取扱規程", statement.policy],
      ["残存の検査", Self.text(of: statement.scan)],
      ["残っている鍵の控え", Self.copies(in: statement)],
    ]
  }

  private static func text(of position: LogPosition) -> String {
    "\(position.size)件 \(Hex.encode(position.root.bytes))"
  }

  private static func text(of scan: RemnantFinding) -> String {
    """
    \(scan.files.joined(separator: "、"))（\(scan.bytes)バイト）に、廃棄した値\(scan.patterns)個は\
    残っていない。記憶媒体の空き領域（確定のたびに消えるジャーナルの跡を含む）、スナップショット、複製は検査の対象でない。
    """
  }

  private static func copies(in statement: DisposalStatement) -> String {
    var lines = statement.keyCopies.map { copy in
      let due = copy.due.map { "、廃棄期限 \($0.isoText)" } ?? ""
      return "\(copy.id)（\(copy.made.isoText) 作成\(due)）"
    }
    if !statement.registerGaps.isEmpty {
      let entries = statement.registerGaps.map(String.init).joined(separator: "、")
      lines.append("登録簿を引き継げなかった復元（記録 \(entries)）より前の控えが、ほかにも残っている可能性がある。")
    }
    return lines.isEmpty ? "なし" : lines.joined(separator: "\n")
  }

  private static func documents(of item: DisposalItem) -> String {
    guard !item.documents.isEmpty else { return "誤った番号（書類なし）" }
    return item.documents.map { document in
      let basis = document.isEmployersChoice ? "事業者の定め、" : ""
      let last = document.lastDay.map { "、\($0.isoText)まで" } ?? ""
      return "\(document.name)（\(basis)\(document.articles.joined(separator: "・"))\(last)）"
    }
    .joined(separator: "\n")
  }

  private static let kinds = [
    "wrap": "鍵", "number": "暗号文", "second-entry-wrap": "再入力の鍵", "second-entry": "再入力の暗号文",
    "evidence-wrap": "本人確認記録の鍵", "profile-wrap": "氏名・住所の鍵",
  ]
}
