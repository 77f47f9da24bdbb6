internal import Text
internal import Wording

/// The file of a copy on its way out, with the place it will have.
final class BackupOutput {
  private let file: OutgoingFile
  /// The folder without links.
  let folder: String
  /// The name in it.
  let name: String

  /// - Throws: `.output` where the name is taken or no file can be made.
  init(_ path: String) throws(CustodyError) {
    file = try MadeFileDisposal.reaching { () throws(TextError) in try OutgoingFile(path) }
    guard let place = PrivateFolder.place(of: path) else {
      throw CustodyError(.output("\(path): no such folder"))
    }
    (folder, name) = place
  }

  func write(_ bytes: Span<UInt8>) { file.write(bytes) }

  func settle() throws(CustodyError) {
    try MadeFileDisposal.reaching { () throws(TextError) in try file.settle() }
  }

  func inode() throws(CustodyError) -> String {
    try MadeFileDisposal.reaching { () throws(TextError) in try file.inode() }
  }

  func finish() throws(CustodyError) {
    try MadeFileDisposal.reaching { () throws(TextError) in try file.finish() }
  }
}
