import ArgumentParser
import MyNumberKit

/// `retention explain`: until when a number would be kept, from events alone.
struct RetentionExplainCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "explain",
      Message(
        "Answer cases in JSON: until when a number is kept, and why.",
        "JSON の事例に、番号をいつまで、なぜ保存するかを答える。"),
      Message(
        """
        For whoever checks the rules. Reads one case, JSON lines or an array, and prints an answer \
        in JSON for each, one a line: for each purpose where it stands, the last day and whether it \
        is presumed; for each document its articles, its last day and from what it runs. A case \
        says asOf, person, purposes, hiredOn, leftOn, lastPaidOn, replacedOn, events and holds. It \
        needs no vault: the rules are those of --policy, else of the vault named, else those that \
        come with the program. Nothing is written anywhere.
        """,
        """
        規則を確かめるためのもの。事例を一つ、JSON Lines、または配列で読み、それぞれの答えを JSON で1行ずつ出す。\
        利用目的ごとに状態、保存の末日、推定によるかどうか。書類ごとに条文、末日、起算。事例は asOf, person, purposes, \
        hiredOn, leftOn, lastPaidOn, replacedOn, events, holds からなる。保管庫は要らない。規則は --policy、なければ\
        指定した保管庫、なければプログラム付属のものによる。どこにも書き込まない。
        """),
      example: """
        echo '{"asOf": "2026-11-22", "person": {"kind": "employee"},
          "purposes": ["tax-declarations"], "leftOn": "2025-12-31",
          "lastPaidOn": "2026-01-25", "events": [{"kind": "paid", "year": 2025,
          "basis": "derived"}]}' | mynumber retention explain -
        """)
  }

  @Argument(help: .both("The file of cases, or - for standard input.", "事例のファイル。- は標準入力。"))
  var file: String

  @Option(help: .both("The folder of a policy.", "規程のフォルダー。", valueName: "folder"))
  var policy: String?

  @OptionGroup var place: VaultOptions

  func run(in context: CommandContext) throws {
    let policy = try CasePolicy(context).policy(self.policy, place)
    let questions = try CaseFile(context, file).read { (bytes) throws(CaseError) in
      try RetentionCase(json: bytes, under: policy)
    }
    for question in questions {
      try context.terminal.write(RetentionAnswer(question, by: policy.retention).json())
    }
  }
}
