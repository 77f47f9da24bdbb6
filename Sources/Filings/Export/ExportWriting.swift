internal import Custody
internal import Rules
internal import Text

/// The file of an export on its way out.
final class ExportWriting {
  private let file: OutgoingFile
  var count: Int { file.count }

  /// Begins a file without numbers.
  init(_ path: String) throws(ExportError) {
    do throws(TextError) {
      file = try OutgoingFile(path)
    } catch {
      throw .filing(.text(error))
    }
  }

  /// Begins a file with numbers; one that has its name at once is in the log before.
  ///
  /// - Parameter folder: A folder that is there.
  init(
    _ fileName: String, for form: FormCopyID, in folder: String, _ session: Session
  ) throws(ExportError) {
    do throws(CustodyError) {
      file = try OutgoingFile(folder + "/" + fileName, of: session) { () throws(CustodyError) in
        try ExportRegister(session).announce(fileName, for: form)
      }
    } catch {
      throw .custody(error)
    }
  }

  /// Takes the bytes of whole rows.
  func sink(_ bytes: Span<UInt8>) { file.write(bytes) }

  /// Makes durable what was written.
  ///
  /// - Throws: The first failure, so that nothing is registered that was not written.
  func settle() throws(ExportError) {
    do throws(TextError) {
      try file.settle()
    } catch {
      throw .filing(.text(error))
    }
  }

  /// Gives the file its name.
  func finish() throws(ExportError) {
    do throws(TextError) {
      try file.finish()
    } catch {
      throw .filing(.text(error))
    }
  }

  /// Makes the folder of the files, if it is missing.
  static func makeFolder(_ path: String) throws(ExportError) {
    do throws(TextError) {
      try PrivateFolder.make(path)
    } catch {
      throw .filing(.text(error))
    }
  }
}
