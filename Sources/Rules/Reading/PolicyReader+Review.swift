internal import People
internal import Wording

extension PolicyReader {
  static let reviewKeys: Set = [
    "working_hours", "working_days", "bulk_reads", "repeated", "check_months",
    "training_months", "seasons", "cites",
  ]

  /// On which days work is usual.
  private enum WorkingDays: String, CaseIterable {
    case open, all
  }

  func readReview(_ table: PolicyTable) {
    let citations = table.citations("cites")
    let hours = readHours(table)
    let days = table.required("working_days")?.choice(WorkingDays.self)
    let bulk = table.required("bulk_reads")?.integer(1...1_000_000)
    let repeated = table.required("repeated")?.integer(2...1000)
    let check = table.required("check_months")?.integer(1...120)
    let training = table.required("training_months")?.integer(1...120)
    for item in table["seasons"]?.list() ?? [] { readSeason(item) }
    guard let hours, let days, let bulk, let repeated, let check, let training else { return }
    review = ReviewRules(
      from: hours.from, until: hours.until, closesOnHolidays: days == .open, bulkReads: bulk,
      repeated: repeated, checkMonths: check, trainingMonths: training, seasons: seasons.values,
      citations: citations)
  }

  private func readHours(_ table: PolicyTable) -> (from: Int, until: Int)? {
    guard let node = table.required("working_hours"), let row = node.table(["from", "until"]),
      let from = minute(row.required("from")), let until = minute(row.required("until"))
    else { return nil }
    guard from < until else {
      node.fail("ends before it begins")
      return nil
    }
    return (from, until)
  }

  /// A time of day such as 07:00, to 24:00, in minutes.
  private func minute(_ node: PolicyNode?) -> Int? {
    guard let node, let text = node.text() else { return nil }
    let bytes = Array(text.utf8)
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), parts.count == 2,
      bytes.enumerated().allSatisfy({ $0.offset == 2 || (0x30...0x39).contains($0.element) }),
      parts[1] < 60, parts[0] * 60 + parts[1] <= 24 * 60
    else {
      node.fail("a time such as 07:00 is expected here")
      return nil
    }
    return parts[0] * 60 + parts[1]
  }

  private func readSeason(_ item: PolicyNode) {
    guard let row = item.table(["purpose", "months"]) else { return }
    let months = (row.required("months")?.list() ?? []).compactMap { $0.integer(1...12) }
    guard let node = row.required("purpose"), let text = node.text() else { return }
    guard purposes.contains(PurposeID(text)) else {
      return node.fail("there is no purpose \(text.debugDescription)")
    }
    if months.isEmpty || Set(months).count != months.count {
      (row["months"] ?? item).fail("each month of the season once, and one at least")
    }
    seasons.add(ReviewRules.Season(purpose: PurposeID(text), months: months), at: item)
  }
}
