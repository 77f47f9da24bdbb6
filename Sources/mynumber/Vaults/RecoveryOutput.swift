import Glibc
import MyNumberKit

/// The recovery file on its way: durable before the vault is, and gone if the vault fails.
final class RecoveryOutput {
  private let path: String
  private var file: PrivateFile?
  private var isKept = false

  /// Begins the file, so that a name that is taken shows before anything is made.
  init(_ path: String) throws {
    self.path = path
    file = try PrivateFile(creating: path)
  }

  /// Writes the file and gives it its name.
  func keep(_ recovery: RecoveryFile) throws(CustodyError) {
    let bytes = Array(recovery.text.utf8)
    do throws(TextError) {
      try file?.write(bytes.span)
      try file.take()?.finish()
    } catch {
      throw CustodyError(.output("\(error)"))
    }
    isKept = true
  }

  /// Takes the file away again.
  func discard() {
    if isKept { _ = unsafe unlink(path) }
  }
}
