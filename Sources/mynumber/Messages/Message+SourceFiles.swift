import MyNumberKit

extension Message {
  static let importSealed = Message("imported", "取り込みました")

  static func sourceShredded(_ file: String) -> Message {
    Message(
      "\(file): overwritten with zeros, removed and recorded",
      "\(file): ゼロで上書きし、名前を消し、記録しました")
  }

  static func sourceLeft(_ file: String) -> Message {
    Message(
      "\(file) is not recorded as destroyed; look for it, and destroy it by hand",
      "\(file) を廃棄したとの記録はありません。所在を確かめ、手で消去してください")
  }

  static let otherNames = Message(
    "the file has another name too: what stands there is zeros", "このファイルには別の名前もあり、中身はゼロです")

  static func noSuchFolder(_ folder: String) -> Message {
    Message("\(folder) is no folder", "\(folder) はフォルダーではありません")
  }

  /// What overwriting does not reach on a medium.
  static func reach(of medium: Medium) -> Message {
    switch medium {
    case .inPlace: disposalCannotReach
    case .copying:
      Message(
        "it stood on a file system that writes to new blocks: the old ones keep the numbers until they "
          + "are used again; snapshots, backups and copies keep them too",
        "このファイルシステムは別のブロックに書くため、元のブロックには再利用されるまで番号が残ります。スナップショット、バックアップ、"
          + "写しにも残ります")
    case .network:
      Message(
        "it stood on another computer: what is kept there, nobody here knows; ask whoever runs it",
        "別のコンピューター上にあったため、何が残るかはここからは分かりません。管理者に確かめてください")
    case .layered:
      Message(
        "it stood over another file system (a container's): an older version may lie below",
        "別のファイルシステムに重ねた領域（コンテナなど）にあったため、下に元の版が残ることがあります")
    case .memory:
      Message(
        "it stood in memory: nothing is left of it but what went to swap, and copies",
        "メモリー上にあったため、スワップと写しのほかには残りません")
    }
  }
}
