import ArgumentParser

/// The root command: nouns, then verbs.
struct MyNumberCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "mynumber",
      abstract: Message(
        "Keep employees' My Numbers so that each use is declared, recorded and, in time, ended.",
        "従業員等の個人番号を、通知した利用目的のためだけに、記録を残して扱い、期限に廃棄する。"
      ).text,
      discussion: discussion.text,
      subcommands: [
        InitCommand.self, EmployerCommand.self, UserCommand.self, PersonCommand.self,
        DeclareCommand.self, NoticeCommand.self, NumberCommand.self, VerifyCommand.self,
        RefusalCommand.self, ChangeCommand.self, LedgerCommand.self, SlipCommand.self,
        ExportCommand.self,
        AuditCommand.self, HandlingCommand.self, RetentionCommand.self, PurgeCommand.self,
        HoldCommand.self,
        IncidentCommand.self, EntrustmentCommand.self, HandOverCommand.self, KeyCommand.self,
        PolicyCommand.self, BackupCommand.self, DoctorCommand.self, DrawSheetsCommand.self,
        ReadSheetsCommand.self,
      ])
  }

  @Flag(name: .long, help: .both("Show the version.", "版を示す。"))
  var version = false

  private static var discussion: Message {
    Message(
      """
      Data go to standard output, everything else to standard error. Options of all commands may \
      stand before or after the verb. Exit status: 0 done, 64 usage, 65 bad input data, 66 no such \
      input, 73 output exists or cannot be made, 74 input or output failed, 75 busy, 76 something \
      was tampered with or does not verify, 77 refused, 78 bad policy, 70 a fault of the program.
      """,
      """
      データは標準出力に、それ以外は標準エラーに出る。共通の指定は動詞の前にも後にも置ける。終了コード: 0 完了、\
      64 使い方の誤り、65 入力データの誤り、66 入力がない、73 出力先があるか作れない、74 入出力の失敗、75 使用中、\
      76 改ざんまたは検証不能、77 拒否、78 規程の誤り、70 プログラムの不具合。
      """)
  }
}
