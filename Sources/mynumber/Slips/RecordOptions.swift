import ArgumentParser
import MyNumberKit

/// The options of exports of records that are filed beside withholding slips.
struct RecordOptions: ParsableArguments {
  @Option(help: .both("A CSV of who was paid what.", "支払のデータ（CSV）。", valueName: "file"))
  var file: String

  @OptionGroup var filing: FilingOptions

  /// Writes the file of a kind of record.
  func export(_ kind: RecordKind, in context: CommandContext) throws {
    let exported = try InputFile.openedRegular(context.path(file), named: file) { descriptor in
      let session = try VaultAccess(context).signIn(filing.options)
      return try RecordExport(session, kind, options: try made()).run(
        records: descriptor, into: context.path(filing.out)
      ) { tell($0, context.terminal) }
    }
    tell(exported, context.terminal)
    var listing = WrittenFileListing()
    if let file = exported.file {
      listing.add(file, forms: [exported.plan.form], shownIn: filing.out)
      try listing.write(to: context, as: filing.format.format)
      context.terminal.tell(.filesWritten)
    } else {
      context.terminal.tell(.nobodyToFile)
    }
  }

  /// Draws people's own copies of retirement slips, which bear no number.
  func draw(isReissue: Bool, in context: CommandContext) throws {
    let files = try InputFile.openedRegular(context.path(file), named: file) { descriptor in
      let session = try VaultAccess(context).signIn(filing.options)
      var options = try made()
      options.isReissue = isReissue
      return try RetirementCopyExport(session, options: options).run(
        records: descriptor, into: context.path(filing.out))
    }
    var listing = WrittenFileListing()
    for file in files { listing.add(file, forms: [RetirementCopyExport.form], shownIn: filing.out) }
    try listing.write(to: context, as: filing.format.format)
    context.terminal.tell(.copyNotFacsimile)
    context.terminal.tell(.copiesExported)
  }

  private func made() throws -> RecordExportOptions {
    var made = RecordExportOptions(incomeYear: filing.year)
    if !filing.people.isEmpty { made.people = Set(filing.people) }
    made.leaveBlank = try BlankReasons.parse(filing.leaveBlank)
    made.substitutes = filing.substitute
    made.discardNumbers = filing.discardNumbers
    made.numberAsOf = filing.numberAsOf
    return made
  }

  private func tell(_ finding: RecordFinding, _ terminal: any Terminal) {
    switch finding {
    case .record, .copy, .counted: break
    case .leftOut(let left):
      terminal.tell(.leftOut(left.person.text, "\(left.article)", left.atMostYen))
    case .notFiled(let person): terminal.tell(.notFiled(person))
    case .changed(let change):
      terminal.tell(.changed(change.person.text, change.field, from: change.from, to: change.to))
    }
  }

  private func tell(_ exported: ExportedRecords, _ terminal: any Terminal) {
    if !exported.ignoredColumns.isEmpty { terminal.tell(.unknownColumns(exported.ignoredColumns)) }
    if exported.discarded > 0 { terminal.tell(.numbersDiscarded(exported.discarded)) }
    for blank in exported.file?.blanks ?? [] {
      terminal.tell(.leftBlank(blank.person.text, blank.reason))
    }
    if !exported.uncompared.isEmpty { terminal.tell(.notCompared(exported.uncompared)) }
    let plan = exported.plan
    if !plan.isLayoutVerified { terminal.tell(.layoutUnverified(plan.incomeYear)) }
    for question in plan.questions { terminal.tell(.openQuestion(question)) }
  }
}
