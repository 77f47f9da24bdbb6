internal import Custody
internal import Rules
internal import Secrets
internal import Text

/// The file of an export on its way out.
final class ExportWriting {
  private let file: OutgoingFile
  /// The register's id; nil until the file is registered, unless it had to be named before.
  private var id: String?
  /// What draws the file out of the rows that are handed to it; nil for a file of the rows.
  private var drawing: FedProcess?
  /// What reads it back, and has been told which numbers must stand in it.
  private var checking: FedProcess?
  private var failure: ExportError?
  /// The size of a file that was drawn by another process.
  private var drawnCount: Int?
  var count: Int { drawnCount ?? file.count }
  /// Whether the rows are not what the file holds.
  private(set) var isDrawn = false

  /// Begins a file without numbers.
  init(_ path: String) throws(ExportError) {
    file = try Self.text { () throws(TextError) in try OutgoingFile(path) }
  }

  /// Begins a file with numbers; one that has its name at once is in the log before.
  ///
  /// - Parameter folder: A folder that is there.
  init(
    _ fileName: String, for form: FormCopyID, in folder: String, _ session: Session
  ) throws(ExportError) {
    let real = try Self.real(folder)
    let register = ExportRegister(session)
    let newID = try Self.custody { () throws(CustodyError) -> String in
      try register.check(fileName, in: real)
      return try register.newID()
    }
    id = newID
    file = try Self.custody { () throws(CustodyError) in
      try OutgoingFile(folder + "/" + fileName, of: session) { () throws(CustodyError) in
        try register.announce(fileName, in: real, id: newID, for: form)
      }
    }
  }

  /// Has the file drawn by a program, out of the rows of a form, and read back by it.
  ///
  /// - Parameter known: Texts on it that may look like a number.
  func draw(
    _ form: PaperForm, by program: SheetProgram, known: KnownTexts
  ) throws(ExportError) {
    guard let descriptor = file.descriptor else { return }
    do throws(SecretsError) {
      drawing = try FedProcess(
        program.path, arguments: [SheetProcess.command], output: descriptor)
      checking = try FedProcess(
        program.path, arguments: [SheetCheck.command], output: descriptor, reports: true)
    } catch {
      throw .filing(.typesetting(error.description))
    }
    isDrawn = true
    let (head, expected) = (SheetInput.head(form), SheetInput.head(form, known))
    sink(head.span)
    expect(expected.span)
  }

  /// Takes which numbers must stand in the boxes of the next copy, as the gate lent them.
  func expect(_ numbers: Span<UInt8>) {
    guard failure == nil else { return }
    do throws(SecretsError) {
      try checking?.write(numbers)
    } catch {
      failure = .readBack(ReadBackFault(.file, .otherPages))
    }
  }

  /// Where the file can be read before it has its name; nil after.
  var openPath: String? { file.descriptor.map(SheetCheck.path) }

  /// Takes the bytes of whole rows.
  func sink(_ bytes: Span<UInt8>) {
    guard isDrawn else { return file.write(bytes) }
    guard failure == nil else { return }
    do throws(SecretsError) {
      try drawing?.write(bytes)
    } catch {
      failure = .filing(.typesetting("the process that draws has ended"))
    }
  }

  /// Makes durable what was written, and has read back what was drawn.
  ///
  /// - Throws: The first failure, so that nothing is registered that was not written; `.readBack`.
  func settle() throws(ExportError) {
    if let failure { throw failure }
    try endDrawing()
    try endChecking()
    try Self.text { () throws(TextError) in try file.settle() }
  }

  private func endDrawing() throws(ExportError) {
    guard let drawing = drawing.take() else { return }
    do throws(SecretsError) {
      try drawing.finish()
    } catch {
      throw .filing(.typesetting("the process that draws has failed"))
    }
    drawnCount = try Self.text { () throws(TextError) in try file.size() }
  }

  private func endChecking() throws(ExportError) {
    guard let checking = checking.take() else { return }
    let (isWell, report) = checking.finishReporting()
    guard isWell else {
      throw .readBack(ReadBackFault(report: report) ?? ReadBackFault(.file, .otherPages))
    }
  }

  /// What was written, to be read back for as long as this object is there and has not given the file
  /// its name; nil after.
  ///
  /// - Throws: The first failure of writing.
  func written() throws(ExportError) -> WrittenBytes? {
    try Self.text { () throws(TextError) in try file.written() }
  }

  /// Gives a file its name that is not registered, since it tells of nobody.
  func release() throws(ExportError) {
    try Self.text { () throws(TextError) in try file.finish() }
  }

  /// Registers the file, whose place it adds, once it is whole, then gives it its name; if that fails,
  /// it is taken out of the register again.
  ///
  /// - Returns: The register's id.
  func finish(
    _ export: RegisteredExport, in folder: String, _ session: Session
  ) throws(ExportError) -> String {
    let made = MadeFile(
      folder: try Self.real(folder), name: export.fileName,
      inode: try Self.text { () throws(TextError) in try file.inode() }, count: nil)
    let registration = try register(export, made, session)
    do throws(ExportError) {
      try Self.text { () throws(TextError) in try file.finish() }
    } catch {
      // What may stand after all stays registered. Why there is no file matters more than that the
      // note of it failed too.
      if made.isGone { try? ExportRegister(session).withdraw(registration) }
      throw error
    }
    return registration.id
  }

  private func register(
    _ export: RegisteredExport, _ made: MadeFile, _ session: Session
  ) throws(ExportError) -> ExportRegistration {
    let register = ExportRegister(session)
    return try Self.custody { () throws(CustodyError) in
      var export = export
      let id = if let id { id } else { try register.newID() }
      export.place = RegisteredExport.Place(id: id, folder: made.folder, inode: made.inode ?? "")
      return try register.add(export)
    }
  }

  /// Makes the folder of the files, if it is missing.
  static func makeFolder(_ path: String) throws(ExportError) {
    try text { () throws(TextError) in try PrivateFolder.make(path) }
  }

  private static func real(_ folder: String) throws(ExportError) -> String {
    guard let real = PrivateFolder.resolved(folder) else {
      throw .filing(.text(.outputNotMade(path: folder, number: 2)))
    }
    return real
  }

  private static func text<R: ~Copyable>(
    _ body: () throws(TextError) -> R
  ) throws(ExportError) -> R {
    do throws(TextError) { return try body() } catch { throw .filing(.text(error)) }
  }

  private static func custody<R>(_ body: () throws(CustodyError) -> R) throws(ExportError) -> R {
    do throws(CustodyError) { return try body() } catch { throw .custody(error) }
  }
}
