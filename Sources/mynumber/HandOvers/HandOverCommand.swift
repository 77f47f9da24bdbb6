import ArgumentParser

/// `handover`: files of numbers for contractors.
struct HandOverCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "handover",
      Message("Hand numbers over to contractors as sealed files.", "番号を封印したファイルで委託先に渡す。"),
      Message(
        """
        A provision under entrustment (Article 19 item 6): every number passes the gate, the file is \
        sealed to the contractor's key or under a passphrase given apart, registered, and has to \
        come back.
        """,
        """
        委託に伴う提供（番号法19条6号）。番号は一つずつゲートを通り、ファイルは委託先の鍵、または別に伝えるパスフレーズで\
        封印し、登録し、返却・廃棄まで管理する。
        """),
      verbs: [
        HandOverCreateCommand.self, HandOverListCommand.self, HandOverReturnedCommand.self,
        HandOverKeysCommand.self, HandOverOpenCommand.self,
      ])
  }
}
