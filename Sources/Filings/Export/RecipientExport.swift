public import Custody
internal import People
internal import Rules

/// Exports the employees' own copies of withholding slips (受給者交付用) as PDF.
///
/// No number stands on them, so none is opened, and no purpose key is asked for: the payroll file
/// says what stands on a slip, the roster whose it is.
public struct RecipientExport {
  private let session: Session
  private let slips: SlipExport
  private let isOnePerPerson: Bool
  private let passphrases: RecipientPassphrases?

  /// Exports as the session's user.
  ///
  /// - Parameters:
  ///   - isOnePerPerson: A file for each person, rather than one for all.
  ///   - passphrases: What each person's file is encrypted with (AES-256); files of one person alone
  ///     are.
  public init(
    _ session: Session, options: SlipExportOptions, isOnePerPerson: Bool,
    passphrases: RecipientPassphrases? = nil
  ) {
    precondition(isOnePerPerson || passphrases == nil, "a file of all has nobody's passphrase")
    self.passphrases = passphrases
    var own = options
    own.copies = [.recipient]
    self.session = session
    self.isOnePerPerson = isOnePerPerson
    slips = SlipExport(session, options: own)
  }

  /// Writes the files into a folder, which is made if it is missing.
  ///
  /// Where each person gets a file, everything is drawn once beforehand, so that a mistake is told
  /// before any file has its name.
  ///
  /// - Parameters:
  ///   - descriptor: The payroll file, open for reading and seekable.
  ///   - told: Told of people left out, changes and notes.
  ///   - progress: Told how many copies have been drawn.
  /// - Throws: `.filing` with the mistakes of the file, or of texts that cannot be printed, at most
  ///   `PayrollFile.mistakeLimit`; then no file was written. `.noEmployer`, `.custody`.
  public func run(
    payroll descriptor: Int32, into folder: String,
    told: (SlipPlan, SlipFinding) -> Void = { _, _ in }, progress: (Int) -> Void = { _ in }
  ) throws(ExportError) -> [ExportedFile] {
    try slips.custody { () throws(CustodyError) in try session.require(.export) }
    let rules = try slips.rules()
    let payroll = try slips.read(descriptor, rules)
    try slips.check(payroll)
    guard let plan = try slips.makePlans(payroll, rules).first else { return [] }
    try ExportWriting.makeFolder(folder)
    var drawing = try RecipientDrawing(
      plan, isOnePerPerson ? .single : .pairs, session: session, folder: folder,
      passphrases: passphrases)
    let writing = try isOnePerPerson ? nil : drawing.begin()
    try each(plan, payroll, told) { (slip) throws(ExportError) in
      try drawing.take(slip, to: writing)
      progress(drawing.count)
    }
    try drawing.check()
    if let writing { return [try drawing.finish(writing)] }
    return try files(&drawing, plan, payroll, progress)
  }

  private func files(
    _ drawing: inout RecipientDrawing, _ plan: SlipPlan, _ payroll: PayrollFile,
    _ progress: (Int) -> Void
  ) throws(ExportError) -> [ExportedFile] {
    try drawing.restart()
    var files: [ExportedFile] = []
    try each(plan, payroll, { _, _ in }) { (slip) throws(ExportError) in
      files.append(try drawing.write(slip))
      progress(drawing.count)
    }
    return files
  }

  /// Lends each copy; the other findings are told.
  private func each(
    _ plan: SlipPlan, _ payroll: PayrollFile, _ told: (SlipPlan, SlipFinding) -> Void,
    _ body: (RecipientSlip) throws(ExportError) -> Void
  ) throws(ExportError) {
    try slips.run([plan], payroll) { (_, finding) throws(ExportError) in
      if case .recipient(let slip) = finding { try body(slip) } else { told(plan, finding) }
    }
  }
}
