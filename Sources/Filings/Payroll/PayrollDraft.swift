import People

/// A row of a payroll file while it is read.
struct PayrollDraft {
  let line: Int
  let person: PersonCode
  var texts = ItemTexts()
  var family: [FamilyEntry] = []
  var isAdjusted: Bool?
  var taxColumn: TaxColumn?
  var isOfficer = false
  var isProfessional = false
  var ordinaryCollectionReason: String?
  var correctionMark: String?
  var submissionKind: String?
  var passed: PassedRow?
  let columns: [RecordItem: Int]

  init(line: Int, person: PersonCode, columns: [RecordItem: Int]) {
    self.line = line
    self.person = person
    self.columns = columns
  }
}
