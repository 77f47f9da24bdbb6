import MyNumberKit

/// The files that an export wrote.
struct WrittenFileListing {
  private var listing = Listing([
    Listing.Column("file", "file", "ファイル"), Listing.Column("form", "form", "様式"),
    Listing.Column("rows", "rows", "件数", isCount: true),
    Listing.Column("numbers", "numbers", "番号", isCount: true),
    Listing.Column("blanks", "blanks", "空欄", isCount: true),
    Listing.Column("bytes", "bytes", "バイト", isCount: true),
    Listing.Column("register", "register id", "出力記録"),
  ])

  /// - Parameter folder: The folder as the user named it.
  mutating func add(_ file: WrittenFile, forms: [FormCopyID], shownIn folder: String) {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    listing.rows.append([
      folder + "/" + name, forms.map(\.rawValue).joined(separator: "; "), "\(file.rows)",
      "\(file.numbers)", "\(file.blanks.count)", "\(file.bytes)", file.id,
    ])
  }

  func write(to context: CommandContext, as format: OutputFormat) throws {
    try listing.write(to: context, as: format)
  }
}
