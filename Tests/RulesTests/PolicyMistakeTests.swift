import Rules
import Testing

@Suite("A policy with mistakes is refused")
struct PolicyMistakeTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let old: String
    let new: String
    let says: String
    var testDescription: String { name }

    init(_ name: String, _ file: String, _ old: String, _ new: String, _ says: String) {
      (self.name, self.file, self.old, self.new, self.says) = (name, file, old, new, says)
    }
  }

  static let changes: [Change] = [
    Change(
      "a contract's clause left out", "entrustment.yaml", "  - id: inspection",
      "  - id: no-removal",
      "inspection is missing"),
    Change(
      "a clause that the guideline wants made desirable", "entrustment.yaml", "need: mandatory",
      "need: desirable", "guideline"),
    Change(
      "a clause that no contract has", "entrustment.yaml", "  - id: inspection", "  - id: golf",
      "none of"),
    Change(
      "a contractor's role with a key", "roles.yaml",
      "actions: [sign-in, passphrase, read]\n    keys: []",
      "actions: [sign-in, passphrase, read]\n    keys: [health-pension]", "reads what was shared"),
    Change(
      "a contractor's role that imports", "roles.yaml", "actions: [sign-in, passphrase, read]",
      "actions: [sign-in, passphrase, read, import]", "reads what was shared"),
    Change(
      "an id that could be a contractor's key", "purposes.yaml", "id: property-accumulation",
      "id: property@accumulation", "an id is"),
    Change(
      "an unknown key", "purposes.yaml", "    family_verified_by: employee\n",
      "    family_verified_by: employee\n    consent: true\n", "unknown key \"consent\""),
    Change(
      "a purpose without a basis", "purposes.yaml", "[番号法9条4項, 雇用保険法7条, 雇用保険法施行規則6条]", "[]",
      "one citation"),
    Change(
      "a purpose on the Act alone", "purposes.yaml", "[番号法9条4項, 雇用保険法7条, 雇用保険法施行規則6条]", "[番号法9条4項]",
      "beside 番号法"),
    Change(
      "a purpose on the labour standards act", "purposes.yaml", "[番号法9条4項, 雇用保険法7条, 雇用保険法施行規則6条]",
      "[番号法9条4項, 労働基準法107条]", "makes no work"),
    Change(
      "a purpose on the accident insurance act", "purposes.yaml", "[番号法9条4項, 雇用保険法7条, 雇用保険法施行規則6条]",
      "[労働者災害補償保険法12条の8]", "known statute"),
    Change("accident insurance by name", "purposes.yaml", "ja: 雇用保険届出事務", "ja: 労災保険届出事務", "労災保険"),
    Change(
      "accident insurance in English", "purposes.yaml", "id: property-accumulation",
      "id: accident-insurance", "労災保険"),
    Change("a citation without an article", "purposes.yaml", "所得税法203条", "所得税法", "citation"),
    Change(
      "a date that is none", "purposes.yaml", "from: 2016-01-01", "from: 2016-02-30",
      "a date such as"),
    Change(
      "a date not in ISO form", "purposes.yaml", "from: 2016-01-01", "from: 2016/1/1",
      "a date such as"),
    Change(
      "a purpose that stands twice", "purposes.yaml", "id: tax-declarations", "id: tax-withholding",
      "stands twice"),
    Change(
      "a compartment as a purpose", "purposes.yaml", "id: property-accumulation", "id: roster",
      "compartment"),
    Change(
      "a number on the person's own copy", "forms.yaml", "    carries: []",
      "    carries: [employee]", "nobody's number"),
    Change(
      "an item of Article 19 on the own copy", "forms.yaml", "    carries: []",
      "    article19: 2\n    carries: []", "leave article19 out"),
    Change(
      "a filed copy that carries nobody", "forms.yaml",
      "    carries: [category3-spouse, employee, officer]", "    carries: []", "whose numbers"),
    Change(
      "the wrong item of Article 19", "forms.yaml", "article19: 2", "article19: 3", "番号法19条2号"),
    Change(
      "an employee as recipient", "forms.yaml", "recipient: person", "recipient: employee",
      "write person"),
    Change(
      "the labour standards office", "forms.yaml", "recipient: hello-work",
      "recipient: labour-standards-office", "labour standards"),
    Change(
      "an unknown recipient", "forms.yaml", "recipient: hello-work", "recipient: bank", "none of"),
    Change(
      "an unknown subject", "forms.yaml", "carries: [payee, proprietor]",
      "carries: [payee, customer]", "none of"),
    Change(
      "a form of an unknown purpose", "forms.yaml", "purposes: [retirement-income]",
      "purposes: [sales]", "there is no purpose"),
    Change(
      "a form without citations", "forms.yaml", "    cites: [地方税法317条の6第2項]\n", "",
      "cites is missing"),
    Change(
      "a form copy that stands twice", "forms.yaml", "id: payment-record\n",
      "id: dependents-declaration\n", "stands twice"),
    Change(
      "a bundle of an unknown purpose", "bundles.yaml", "purposes: [health-pension]",
      "purposes: [health]", "there is no purpose"),
    Change(
      "employment insurance for an officer", "bundles.yaml",
      "    purposes: [tax-withholding, tax-declarations, health-pension]\n",
      "    purposes: [tax-withholding, employment-insurance]\n", "番号法14条1項"),
    Change(
      "a subject with two bundles", "bundles.yaml", "subject: heir", "subject: payee", "two bundles"
    ),
    Change(
      "a role with an unknown key", "roles.yaml", "keys: [roster, evidence",
      "keys: [roster, master", "there is no key"),
    Change(
      "a role with an unknown action", "roles.yaml", "[sign-in, passphrase, audit,",
      "[sign-in, see-all, audit,", "none of"),
    Change(
      "an auditor with a key", "roles.yaml", "    keys: []", "    keys: [roster]",
      "audits holds no key"),
    Change(
      "an administrator with a purpose key", "roles.yaml", "backup, restore, attest]\n    keys: []",
      "backup, restore, attest]\n    keys: [tax-withholding]", "no purpose key"),
    Change(
      "a reader without a key", "roles.yaml", "[sign-in, passphrase, audit,",
      "[sign-in, passphrase, read, audit,", "needs a purpose key"),
    Change(
      "nine years of the employer's choice", "retention.yaml", "    years: 7\n    set_by: employer",
      "    years: 9\n    set_by: employer", "at most 7"),
    Change(
      "no document of a family member", "retention.yaml", "kinds: [family]", "kinds: [officer]",
      "numbers of family for health-pension"),
    Change(
      "a document of nobody known", "retention.yaml", "holds: [tax-spouse]", "holds: [king]",
      "none of"),
    Change(
      "retention of an unknown purpose", "retention.yaml", "purpose: payment-records",
      "purpose: payments", "there is no purpose"),
    Change(
      "a completion by an unknown form", "retention.yaml", "[employment-insurance-loss]",
      "[employment-insurance-end]", "there is no form copy"),
    Change(
      "a presumed tax year", "retention.yaml", "    counts: tax-year\n",
      "    counts: tax-year\n    presumed_months: 2\n", "only a completion"),
    Change(
      "a fiscal year that ends nowhere", "retention.yaml", "fiscal_year_ends: 03-31",
      "fiscal_year_ends: 13-31", "a month and a day"),
    Change(
      "a resident record that proves the person too", "identity.yaml",
      "{any_of: [card], count: 1}", "{any_of: [number], count: 1}", "only a card"),
    Change(
      "a rule without a document", "identity.yaml",
      "    needs:\n      - {any_of: [card], count: 1}\n", "    needs: []\n", "needs a document"),
    Change(
      "a licence that proves the number", "identity.yaml", "{any_of: [number], count: 1}",
      "{any_of: [number, photo], count: 1}", "proves no number"),
    Change(
      "a rule that takes what is refused", "identity.yaml", "{any_of: [photo], count: 1}",
      "{any_of: [photo, refused], count: 1}", "nothing that is refused"),
    Change(
      "employment by post", "identity.yaml",
      "channels: [in-person]\n", "channels: [in-person, by-post]\n", "face to face only"),
    Change(
      "a notification card without its questions", "identity.yaml",
      "    facts: [unchanged-since-2020-05-25, earlier-changes-entered]\n", "", "only unchanged"),
    Change(
      "a screen for the telephone's record", "identity.yaml", "    facts: [certified-software]\n",
      "", "asks for certified-software"),
    Change(
      "a record of which nobody asks how it was made", "identity.yaml",
      "    facts: [recorded-after-verification]\n", "", "asks for recorded-after-verification"),
    Change(
      "consent as a fact", "identity.yaml", "  - id: particulars-agree", "  - id: consent",
      "none of"),
    Change(
      "a question that is missing", "identity.yaml", "  - id: documents-volunteered",
      "  - id: particulars-agree", "documents-volunteered is missing"),
    Change(
      "a notification card's question answered by its name", "identity.yaml",
      "en: the notification card's entries have not changed since 2020-05-25\n    implied: false",
      "en: the notification card's entries have not changed since 2020-05-25\n    implied: true",
      "does not say"),
    Change(
      "certified software because the record is named", "identity.yaml",
      "software provided or certified by the state\n    implied: false",
      "software provided or certified by the state\n    implied: true", "does not say"),
    Change(
      "known by employment on the first day", "identity.yaml",
      "checked by papers at hiring\n    implied: false",
      "checked by papers at hiring\n    implied: true", "does not say"),
    Change(
      "a picture recognised by being sent", "identity.yaml",
      "recognises the way of sending\n    implied: false",
      "recognises the way of sending\n    implied: true", "does not say"),
    Change(
      "the employer for tax dependents", "identity.yaml",
      "  - party: tax-dependent\n    verifier: employee",
      "  - party: tax-dependent\n    verifier: employer", "is verified by employee"),
    Change(
      "the employee for category 3", "identity.yaml",
      "  - party: category3-spouse\n    verifier: employer",
      "  - party: category3-spouse\n    verifier: employee", "is verified by employer"),
    Change(
      "documents for a former employer's number", "identity.yaml",
      "    providers: [person]\n    channels: [in-person, by-post]\n    residences: [japan]\n",
      "    providers: [person, former-employer]\n    channels: [in-person, by-post]\n",
      "former employer"),
    Change(
      "a proof that no article asks for", "identity.yaml",
      "    channels: [telephone]\n    cites: [番号法施行規則2条5項]\n",
      "    channels: [online]\n    cites: [番号法施行規則2条5項]\n", "no article asks for number"),
    Change(
      "earlier articles out of order", "identity.yaml",
      "      - {until: 2025-03-31, cites: [番号法16条]}\n",
      "      - {until: 2025-03-31, cites: [番号法16条]}\n      - {until: 2024-01-01, cites: [番号法16条]}\n",
      "oldest comes first"),
    Change(
      "a forbidden purpose left out", "purposes.yaml", "  - id: wage-ledger", "  - id: payslip",
      "wage-ledger is missing"),
    Change(
      "a forbidden purpose that nothing names", "purposes.yaml", "words: [賃金台帳, ", "words: [",
      "賃金台帳 is missing"),
    Change(
      "a forbidden purpose of our own", "purposes.yaml", "  - id: wage-ledger", "  - id: chess",
      "none of"),
    Change(
      "staff management as a purpose", "purposes.yaml", "ja: 雇用保険届出事務", "ja: 人事管理事務",
      "staff management"),
    Change(
      "the wage ledger as a purpose", "purposes.yaml", "id: property-accumulation",
      "id: wage-ledger", "wage ledger"),
    Change(
      "a sales list as a purpose", "purposes.yaml", "en: payment records", "en: sales lists",
      "sales lists"),
    Change(
      "no remedy for an applicant", "collection.yaml",
      "    remedy_en: import once the hiring is certain (採用状況 確定 or 入社)\n", "",
      "remedy_en is missing"),
    Change(
      "a change that is none", "number-changes.yaml", "when: [change, correction]",
      "when: [update]", "none of"),
    Change(
      "a change for no reason", "number-changes.yaml", "when: [change, correction]", "when: []",
      "change, correction or both"),
    Change(
      "a change told by an unknown form", "number-changes.yaml",
      "form: employment-insurance-number", "form: wage-ledger", "there is no form copy"),
    Change(
      "a change told for another purpose", "number-changes.yaml",
      "purposes: [employment-insurance]", "purposes: [tax-withholding]",
      "is no form of tax-withholding"),
    Change(
      "a change told for no purpose", "number-changes.yaml", "purposes: [employment-insurance]",
      "purposes: []", "one purpose at least"),
    Change(
      "a change told of somebody the form does not carry", "number-changes.yaml",
      "subjects: [employee]", "subjects: [payee]", "does not carry the number of payee"),
    Change(
      "a change told of nobody", "number-changes.yaml", "subjects: [employee]", "subjects: []",
      "whose number"),
    Change(
      "a correction of what was not filed", "number-changes.yaml",
      "    filed: [withholding-slip-tax-office]\n", "", "which documents were filed"),
    Change(
      "a change without a term", "number-changes.yaml", "    within_days: 5\n", "",
      "within_days is missing"),
    Change(
      "a change told in no days", "number-changes.yaml", "within_days: 5", "within_days: 0",
      "whole number from 1"),
    Change(
      "a change after something else", "number-changes.yaml", "after: declaration",
      "after: lunch", "none of"),
    Change(
      "a change without an article", "number-changes.yaml", "cites: [雇用保険法施行規則14条]",
      "cites: []", "one citation"),
    Change(
      "a change rule that stands twice", "number-changes.yaml", "- id: pension\n",
      "- id: employment-insurance\n", "stands twice"),
    Change(
      "a day of work that ends first", "review.yaml", "from: \"07:00\"", "from: \"22:00\"",
      "ends before it begins"),
    Change(
      "an hour that is none", "review.yaml", "until: \"21:00\"", "until: \"24:01\"",
      "a time such as"),
    Change(
      "an hour without a digit", "review.yaml", "from: \"07:00\"", "from: \"+7:00\"",
      "a time such as"),
    Change(
      "days of work that are none", "review.yaml", "working_days: open", "working_days: never",
      "none of"),
    Change(
      "many reads that are none", "review.yaml", "bulk_reads: 50", "bulk_reads: 0",
      "whole number from 1"),
    Change(
      "a repetition of one", "review.yaml", "repeated: 3", "repeated: 1", "whole number from 2"),
    Change(
      "a check that never comes again", "review.yaml", "check_months: 12", "check_months: 0",
      "whole number from 1"),
    Change(
      "a training that is not repeated", "review.yaml", "training_months: 12\n", "",
      "training_months"),
    Change(
      "a season of an unknown purpose", "review.yaml", "- purpose: payment-records",
      "- purpose: sales", "there is no purpose"),
    Change(
      "a season that stands twice", "review.yaml", "- purpose: payment-records",
      "- purpose: tax-withholding", "stands twice"),
    Change(
      "a month that is none", "review.yaml", "months: [11, 12, 1, 2]", "months: [13]",
      "whole number from 1"),
    Change(
      "a month named twice", "review.yaml", "months: [11, 12, 1, 2]", "months: [1, 1]",
      "each month of the season once"),
    Change(
      "a season without a month", "review.yaml", "months: [11, 12, 1, 2]", "months: []",
      "each month of the season once"),
    Change(
      "a review without an article", "review.yaml", "cites: [番号法12条]", "cites: []",
      "one citation"),
    Change(
      "an obstacle of the ledger left out", "ledger.yaml", "  - id: name-changed",
      "  - id: number-changed", "name-changed is missing"),
    Change(
      "an obstacle that is none", "ledger.yaml", "  - id: name-changed", "  - id: consent-missing",
      "none of"),
    Change(
      "a ledger of an unknown purpose", "ledger.yaml", "purpose: tax-declarations",
      "purpose: sales", "there is no purpose"),
    Change(
      "a ledger of another purpose's form", "ledger.yaml", "purpose: tax-declarations",
      "purpose: health-pension", "no form of health-pension"),
    Change(
      "a ledger made from nothing", "ledger.yaml",
      "source: {ja: 給与所得者の扶養控除等（異動）申告書, en: dependents' declaration}\n", "",
      "source is missing"),
    Change(
      "a declaration without an article", "ledger.yaml", "cites: [所得税法198条4項, 所得税法194条1項]",
      "cites: [所得税法]", "citation"),
    Change(
      "an applicant left out", "collection.yaml", "  - id: applicant", "  - id: dispatch-client",
      "applicant is missing"),
    Change(
      "consent for collecting", "collection.yaml", "    cites: [番号法14条1項, 番号法15条]\n",
      "    cites: [番号法14条1項, 番号法15条]\n    consent: true\n", "unknown key \"consent\""),
    Change(
      "a second entry that nobody knows", "collection.yaml", "rule: none", "rule: twice",
      "none, blind, human-check"),
    Change(
      "no word about a second entry", "collection.yaml", "  rule: none\n", "", "rule"),
    Change(
      "a second entry without its source", "collection.yaml", "  cites: [番号法12条]\n", "",
      "cites"),
    Change(
      "a threshold that is none", "collection.yaml", "at_most_yen: 50000", "at_most_yen: 0",
      "whole number"),
    Change(
      "one paper without a photograph", "identity.yaml", "{any_of: [non-photo], count: 2}",
      "{any_of: [non-photo], count: 1}", "two at a time"),
    Change(
      "the number notice as proof", "identity.yaml", "uses: [refused]", "uses: [number]",
      "proves no number"),
    Change(
      "a rule that ends before it begins", "identity.yaml", "    from: 2025-04-01\n",
      "    from: 2025-04-01\n    until: 2025-03-31\n", "before it begins"),
    Change(
      "overlapping due days", "filing-range.yaml", "form: withholding-slip-recipient",
      "form: withholding-slip-municipality", "overlap"),
    Change(
      "due days that touch", "filing-range.yaml", "due_until: 2026-12-31",
      "due_until: 2027-01-01", "overlap"),
    Change(
      "due days that end before they begin", "filing-range.yaml", "due_from: 2027-01-01",
      "due_from: 2027-01-01\n    due_until: 2026-01-01", "before it begins"),
    Change(
      "electronic filing by two counts at once", "filing-range.yaml",
      "    due_from: 2027-01-01\n    sheets",
      "    due_from: 2026-01-01\n    sheets", "overlap"),
    Change(
      "sheets that are none", "filing-range.yaml", "sheets: 30", "sheets: 0", "1"),
    Change(
      "sheets counted of an unknown copy", "filing-range.yaml",
      "    counted: withholding-slip-tax-office\n    due_until",
      "    counted: withholding-slip-city\n    due_until", "there is no form copy"),
    Change(
      "leavers due at another time than a month", "filing-range.yaml", "leavers_due: month",
      "leavers_due: week", "none of"),
    Change(
      "files made that need never go", "retention.yaml", "  dispose_within_days: 60\n", "",
      "dispose_within_days is missing"),
    Change(
      "a copy that counts as itself", "filing-range.yaml",
      "counted_by: withholding-slip-municipality", "counted_by: withholding-slip-tax-office",
      "as itself"),
    Change(
      "a copy that counts as an unknown one", "filing-range.yaml",
      "counted_by: withholding-slip-municipality", "counted_by: withholding-slip-city",
      "there is no form copy"),
    Change(
      "people left out of a copy that is not filed", "filing-range.yaml",
      "counted_by: withholding-slip-municipality",
      "counted_by: withholding-slip-municipality\n    leave_out: []", "not filed for anybody"),
    Change(
      "a filed copy that says nothing of who is left out", "filing-range.yaml",
      "    leave_out: []\n", "", "leave_out is missing"),
    Change(
      "whom the copy does not carry, from a day on", "forms.yaml", "{employee: 2026-01-01}",
      "{payee: 2026-01-01}", "does not carry payee"),
    Change(
      "an unknown subject, from a day on", "forms.yaml", "{employee: 2026-01-01}",
      "{customer: 2026-01-01}", "unknown key"),
    Change(
      "a subject from a day that is none", "forms.yaml", "{employee: 2026-01-01}",
      "{employee: 2026}", "a date such as"),
    Change(
      "an amount that is none", "filing-range.yaml", "at_most_yen: 300000", "at_most_yen: 3e5",
      "whole number"),
    Change("an anchor", "roles.yaml", "ja: 人事", "ja: &a 人事", "anchors and aliases"),
    Change("an alias", "roles.yaml", "ja: 人事", "ja: *a", "anchors and aliases"),
    Change(
      "an alias behind what looks like a comment", "roles.yaml", "ja: 人事",
      "ja: {a: \" #\", b: *x}", "anchors and aliases"),
    Change(
      "an alias behind a quotation mark in a plain text", "roles.yaml", "ja: 人事",
      "ja: [x\n    \" , *b \"]", "anchors and aliases"),
    Change(
      "an alias behind a quoted text over two lines", "roles.yaml", "ja: 人事",
      "ja: [\"人\n # \", *x]", "anchors and aliases"),
    Change("a tab", "roles.yaml", "ja: 人事", "ja:\t人事", "tab"),
    Change(
      "brackets without end", "roles.yaml", "ja: 人事", "ja: " + String(repeating: "[", count: 100),
      "nested too deeply"),
    Change(
      "dashes without end", "roles.yaml", "ja: 人事", String(repeating: "- ", count: 100),
      "nested too deeply"),
    Change(
      "a key that stands twice", "roles.yaml", "    ja: 人事\n", "    ja: 人事\n    ja: 経理\n",
      "a key stands twice"),
    Change("no YAML", "roles.yaml", "ja: 人事", "ja: \"人事", "not YAML"),
    Change("a list for a mapping", "bundles.yaml", "bundles:\n", "- bundles\n", "not YAML"),
  ]

  @Test("names the mistake", arguments: changes)
  func mistake(change: Change) throws {
    let changed = try TestPolicy.bundle(changing: change.file, change.old, to: change.new)
    #expect(changed != (try TestPolicy.bundle()), "the change must find its text")
    let mistakes = TestPolicy.mistakes(changed)
    #expect(
      mistakes.contains { $0.description.contains(change.says) },
      "found: \(mistakes.map(\.description))")
  }

  @Test("gives file, line and column, for every mistake at once, sorted")
  func places() throws {
    let files = [
      PolicyBundle.File(
        name: "purposes.yaml",
        bytes: Array("purposes:\n  - id: a\n    wrong: 1\n    basis: [x]\n".utf8)),
      PolicyBundle.File(name: "extra.yaml", bytes: []),
    ]
    let mistakes = TestPolicy.mistakes(try PolicyBundle(files: files))
    #expect(mistakes == mistakes.sorted())
    #expect(mistakes.contains { $0.file == "extra.yaml" && $0.line == 0 })
    #expect(mistakes.contains { $0.file == "forms.yaml" && $0.description.contains("missing") })
    let key = mistakes.first { $0.description.contains("wrong") }
    #expect(key?.line == 3)
    #expect(key?.column == 5)
    #expect(key?.description.hasPrefix("purposes.yaml:3:5: ") == true)
    #expect(mistakes.contains { $0.line == 4 && $0.column == 13 })
  }

  @Test("a purpose needs a form copy and a retention")
  func completeness() throws {
    let purpose = """
        - id: other
          ja: x
          en: x
          basis: [所得税法226条1項]
          family_verified_by: employee

      """
    let bundle = try TestPolicy.bundle(
      changing: "purposes.yaml", "  - id: tax-withholding", to: purpose + "  - id: tax-withholding")
    let messages = TestPolicy.mistakes(bundle).map(\.description)
    #expect(messages.contains { $0.contains("no form copy carries") })
    #expect(messages.contains { $0.contains("no retention rule") })
  }

  @Test("bytes that are no UTF-8, an empty file and a huge one are mistakes")
  func bytes() throws {
    for (bytes, says) in [
      ([0xff, 0xfe], "not UTF-8"), ([], "empty"),
      ([UInt8](repeating: 0x61, count: 300 << 10), "larger"),
    ] as [([UInt8], String)] {
      let files = try TestPolicy.bundle().files.map {
        $0.name == "roles.yaml" ? PolicyBundle.File(name: $0.name, bytes: bytes) : $0
      }
      let mistakes = TestPolicy.mistakes(try PolicyBundle(files: files))
      #expect(mistakes.contains { $0.file == "roles.yaml" && $0.description.contains(says) })
    }
  }

  @Test(
    "a bundle refuses names that leave its directory",
    arguments: ["../a", "/a", "a//b", "", "a b", "."])
  func names(name: String) {
    #expect(throws: PolicyError.self) {
      try PolicyBundle(files: [PolicyBundle.File(name: name, bytes: [])])
    }
  }

  @Test("a bundle refuses a name that stands twice, and a directory that is not there")
  func twice() {
    let file = PolicyBundle.File(name: "a", bytes: [])
    #expect(throws: PolicyError.self) { try PolicyBundle(files: [file, file]) }
    #expect(throws: PolicyError.self) { try PolicyBundle(directory: "/nowhere/at/all") }
  }
}
