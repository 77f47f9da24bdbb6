import ArgumentParser
import MyNumberKit

/// `export check`: whether the files are where they were made.
struct ExportCheckCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "check",
      Message("Look whether the files are where they were made.", "ファイルが作成した場所にあるかを確かめる。"),
      Message(
        """
        Looks at what stands at the place of each file with numbers that has not been destroyed: the \
        file (by its inode) with as many bytes as it had, nothing, a link or another file. Nothing \
        is read. Exit status: 66 if some are missing, 76 if something else stands in their place.
        """,
        """
        廃棄していない番号入りのファイルごとに、その場所にあるものを確かめる: 同じファイル（inode）で同じバイト数か、ないか、\
        リンクか、別のファイルか。内容は読まない。終了コード: なければ66、別のものがあれば76。
        """),
      example: "mynumber export check --vault acme.vault --as 田中")
  }

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let files = ExportedFiles(session)
    var listing = Listing([
      .init("id", "Id", "ID"), .init("file", "File", "ファイル"),
      .init("bytes", "Bytes", "バイト数", isCount: true), .init("due", "Due", "廃棄期限"),
      .init("finding", "Finding", "結果", isWord: true),
    ])
    var findings: [MadeFile.Finding] = []
    for record in try files.list() where record.standsHere && record.numbers != 0 {
      guard let finding = try files.look(at: record) else { continue }
      findings.append(finding)
      listing.rows.append([
        record.id, record.path, record.bytes.map { "\($0)" } ?? "", record.due?.isoText ?? "",
        finding.word,
      ])
    }
    try listing.write(to: context, as: format.format)
    try judge(findings)
  }

  private func judge(_ findings: [MadeFile.Finding]) throws {
    let missing = findings.count { $0 == .missing }
    let odd = findings.count { $0 != .missing && $0 != .there }
    if odd > 0 { throw Failure(ExitStatus.integrity, .exportsReplaced(odd)) }
    if missing > 0 { throw Failure(ExitStatus.noInput, .exportsMissing(missing)) }
  }
}
