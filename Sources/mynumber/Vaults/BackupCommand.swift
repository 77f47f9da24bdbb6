import ArgumentParser

/// `backup`: copies of the vault's files.
struct BackupCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "backup",
      Message("Back up the vault.", "保管庫の控えを取る。"),
      Message(
        """
        A data backup holds records and ciphertexts and never keys, so that it forgets with the \
        vault when numbers are purged.
        """,
        """
        データの控えには記録と暗号文だけがあり、鍵はない。番号を廃棄すれば、控えも読めなくなる。
        """),
      verbs: [
        BackupCreateCommand.self, BackupRestoreCommand.self, BackupListCommand.self,
        BackupDisposeCommand.self,
      ])
  }
}
