import ArgumentParser
import MyNumberKit

/// `verify check`: judges cases without recording anything.
struct VerifyCheckCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "check",
      Message("Judge cases in JSON, without recording anything.", "JSON の事例を、記録せずに判定する。"),
      Message(
        """
        For finding out, before anybody is asked, which documents do (Article 16, and the order \
        and the regulation under it). Reads one case, JSON lines or an array, and prints an answer in JSON for each, one a line: \
        the case, accepted or not, who verifies, under which articles, what is missing. A case says date, \
        channel (in-person, by-post, online, telephone), person, provider, documents and facts. It \
        needs no vault: the rules are those of --policy, else of the vault named, else those that \
        come with the program. Words are those of the policy ('policy show --file identity.yaml'). \
        Nothing is written anywhere. Not being accepted is an answer: the exit status is 0.
        """,
        """
        求める前に、どの書類でよいか（番号法16条と施行令・施行規則）を確かめるためのもの。事例を一つ、JSON Lines、または\
        配列で読み、それぞれの答えを JSON で1行ずつ出す。事例、認められるか、誰が確認するか、\
        根拠の条文、足りないもの。事例は date, channel（in-person, by-post, online, telephone）, person, provider, \
        documents, facts からなる。保管庫は要らない。規則は --policy、なければ指定した保管庫、なければプログラム付属の\
        ものによる。使える語は規程にある（policy show --file identity.yaml）。どこにも書き込まない。認められないことも答えであり、終了コードは 0。
        """),
      example: """
        echo '{"date": "2026-04-01", "channel": "in-person", "person": {"kind": "employee"},
          "provider": {"kind": "person"}, "documents": [{"kind": "resident-record"},
          {"kind": "driving-licence", "expiresOn": "2029-05-14"}],
          "facts": {"particulars-agree": true}}' | mynumber verify check -
        """)
  }

  @Argument(help: .both("The file of cases, or - for standard input.", "事例のファイル。- は標準入力。"))
  var file: String

  @Option(help: .both("The folder of a policy.", "規程のフォルダー。", valueName: "folder"))
  var policy: String?

  @OptionGroup var place: VaultOptions

  func run(in context: CommandContext) throws {
    let rules = try CasePolicy(context).policy(policy, place).identity
    let cases = try CaseFile(context, file).read { (bytes) throws(CaseError) in
      try IdentityCase(json: bytes)
    }
    for identity in cases {
      let answer = rules.judge(identity)
      try context.terminal.write(
        answer.json(of: identity) { gap in
          Message.phrase(gap.shortfall.phrase(under: rules)).text
        })
    }
  }
}
