/// The figures of a summary, to be typed or copied from; nobody's number stands on it.
public struct SummarySheet: Sendable {
  public let kind: SummaryKind
  public let incomeYear: Int
  /// The title in Japanese and in English.
  public let title: (ja: String, en: String)
  /// The payer as on forms; the number of a payer is not on the sheet.
  public let payer: (name: String, address: String, taxOffice: String?)
  /// The columns by the ids under which data have them, with their titles.
  public let columns: [SummaryFigure]
  public let rows: [[SummaryCell]]
  /// How each column is counted; empty where the rows say it.
  public let legend: [SummaryFigure]
  /// What was come upon while counting.
  public let notes: [SummaryNote]
  /// What the sources leave open.
  public let questions: [FilingQuestion]
}

extension SummarySheet {
  private init(
    _ kind: SummaryKind, _ plan: SlipPlan, _ form: SummaryForm, _ columns: [SummaryFigure],
    _ rows: [[SummaryCell]], _ notes: [SummaryNote], legend: [SummaryFigure] = []
  ) {
    self.kind = kind
    incomeYear = plan.incomeYear
    title = (form.ja, form.en)
    let employer = plan.employer
    payer = (employer.filingName, employer.address, employer.taxOffice)
    (self.columns, self.rows, self.notes, self.legend) = (columns, rows, notes, legend)
    questions = form.questions.filter { $0.fromYear <= plan.incomeYear }
  }

  /// The sheets of municipalities.
  init(_ totals: MunicipalityTotals, _ plan: SlipPlan, _ form: SummaryForm) {
    self.init(
      .municipality, plan, form, form.figures, totals.rows(), totals.notes(form),
      legend: form.figures)
  }

  /// The summary table: a line a figure.
  init(
    _ figures: [(id: String, key: String, value: Int)], _ notes: [SummaryNote], _ plan: SlipPlan,
    _ form: SummaryForm
  ) {
    let rows = figures.compactMap { line -> [SummaryCell]? in
      guard let figure = form[line.id] else { return nil }
      return [
        .text(line.id), .figure(figure), .text(line.key), .count(line.value), .counted(figure),
      ]
    }
    self.init(.taxOffice, plan, form, Self.lineColumns, rows, notes)
  }

  private static let lineColumns = [
    ("id", "欄", "line"), ("figure", "項目", "figure"), ("key", "区分", "of"), ("value", "値", "value"),
    ("counted", "数え方", "counted"),
  ].map {
    SummaryFigure(
      id: $0.0, ja: $0.1, en: $0.2, countedJa: "", countedEn: "", source: "")
  }
}
