import Glibc

/// A file that was read, by what it is and not only by its name, so that it can be destroyed and no
/// other in its place.
@safe public struct SourceFile: Sendable {
  /// Where it stands and what it is.
  public let file: MadeFile
  /// On what it stands.
  public let medium: Medium
  /// By how many names it is known; all but the one that is taken away keep the zeros.
  public let names: Int

  /// Looks at an open file.
  ///
  /// - Parameter path: Its path.
  /// - Throws: `inputOutput`.
  public init(_ descriptor: Int32, at path: String) throws(TextError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .inputOutput(number: errno) }
    guard let place = PrivateFolder.place(of: path) else { throw .inputOutput(number: ENOENT) }
    file = MadeFile(
      folder: place.folder, name: place.name, inode: MadeFile.text(status.st_ino),
      count: Int(status.st_size))
    medium = Medium(of: place.folder)
    names = Int(status.st_nlink)
  }
}
