import Glibc

/// A folder for output that only its owner may read.
@safe public enum PrivateFolder {
  /// Makes the folder, mode 0700, if nothing has its name; its parent must be there.
  ///
  /// - Throws: `outputNotMade`.
  public static func make(_ path: String) throws(TextError) {
    if unsafe mkdir(path, 0o700) == 0 { return }
    let number = errno
    var status = stat()
    let isFolder = unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    guard number == EEXIST, isFolder else {
      throw .outputNotMade(path: path, number: number)
    }
  }

  /// The path without links and dots; nil where nothing stands there.
  public static func resolved(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// The folder of a file's path without links and dots, and the file's name as it is; nil where
  /// there is no such folder.
  public static func place(of path: String) -> (folder: String, name: String)? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, !name.isEmpty else { return nil }
    let folder = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
    return resolved(folder.isEmpty ? "/" : folder).map { ($0, String(name)) }
  }
}
