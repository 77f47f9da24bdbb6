import ArgumentParser

/// `user`: the people who may work with the vault.
struct UserCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "user",
      Message("Manage the people who may work with the vault.", "保管庫を扱う利用者を管理する。"),
      Message(
        """
        Keys are permissions: a user reads a number only with the key of a purpose that was sealed \
        to them. The administrator adds and revokes users and holds no key.
        """,
        """
        鍵がそのまま権限になる。利用者は、自分に封印された利用目的の鍵でしか番号を読めない。管理者は利用者の追加と\
        取消しを行うが、鍵は持たない。
        """),
      verbs: [
        UserAddCommand.self, UserGrantCommand.self, UserListCommand.self, UserRevokeCommand.self,
        UserPassphraseCommand.self,
      ])
  }
}
