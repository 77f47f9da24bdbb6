extension JapanesePhrases {
  /// Of the vault, its users, its policy and its log.
  static let vault = [
    "wrong user or passphrase": "利用者名またはパスフレーズが違います",
    "the vault is in use; try again": "保管庫は使用中です。もう一度実行してください",
    "the vault was never finished: its making was interrupted":
      "保管庫の作成が途中で止まったままです",
    "the checkpoint could not be kept in {0} (errno {1})":
      "チェックポイントを {0} に保存できません（errno {1}）",
    "destroyed, but without a certificate (entry {0}): {1}":
      "廃棄しましたが、証明書がありません（項目{0}）: {1}",
    "the recovery file belongs to another vault": "復旧ファイルは別の保管庫のものです",
    "user {0}": "利用者 {0}",
    "a user needs a role": "利用者には役割が要ります",
    "the last day {0} has passed": "期限の {0} は過ぎています",
    "an administrator cannot revoke themselves": "管理者は自分を失効させられません",
    "nothing to grant: {0} holds all that you hold and the role may hold":
      "渡せる鍵がありません。{0} は、あなたが持ち、役割が許す鍵をすべて持っています",
    "only an administrator, or a holder of the key, may do this":
      "管理者か、その鍵を持つ人だけができます",
    "the policy has no role {0}": "規程に役割 {0} はありません",
    "the policy has no such form copy": "規程にその様式はありません",
    "the policy has no such purpose": "規程にその利用目的はありません",
    "the vault has no key pair for the purpose {0}": "保管庫に利用目的 {0} の鍵がありません",
    "the purpose {0} is still declared to {1}: {2}{3}":
      "利用目的 {0} は{1}人に明示したままです: {2}{3}",
    "another process is using the vault": "ほかの処理が保管庫を使用中です",
    "no such file": "ファイルがありません",
    "already exists": "すでにあります",
    "not a vault file of a known format ({0})": "知られた形式の保管庫ファイルではありません（{0}）",
    "the two files of the vault do not belong together": "保管庫の二つのファイルが対になっていません",
    "the journal {0} belongs to another folder": "ジャーナル {0} は別のフォルダーのものです",
    "{0} is open to others than its owner": "{0} が所有者以外にも開かれています",
    "{0} is not a plain file or folder": "{0} は通常のファイルやフォルダーではありません",
    "the file is damaged": "ファイルが壊れています",
    "no space left": "空き容量がありません",
    "the row is there already or has a wrong length": "行がすでにあるか、長さが違います",
    "called in the wrong kind of transaction": "誤った種類のトランザクションで呼ばれました",
    "failed with status {0}": "失敗しました（状態 {0}）",
    "not of the documented format": "定められた形式ではありません",
    "not in the one encoding that the format allows": "形式が許す唯一の符号化ではありません",
    "another format or version": "別の形式または版です",
    "the entries do not hash to the root": "項目のハッシュが根と一致しません",
    "the entry does not hash to its leaf": "項目のハッシュが葉と一致しません",
    "the signature does not verify": "署名を検証できません",
    "the signer is not known to the log": "署名者がログにありません",
    "the signer may not do this": "署名者にその権限がありません",
    "out of order": "順序が違います",
    "the checkpoint is of another log": "チェックポイントは別のログのものです",
    "two views of the log contradict each other": "ログの二つの状態が矛盾しています",
    "the cryptographic library failed: {0}": "暗号ライブラリーが失敗しました: {0}",
  ]
}
