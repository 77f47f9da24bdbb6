/// One copy that is filed for a span of income years, and who is left out of it.
struct FilingCopy: Hashable, Sendable {
  let form: FormCopyID
  let fromYear: Int
  let untilYear: Int?
  let citations: [Citation]
  let leaveOut: [LeaveOutRule]

  func covers(_ year: Int) -> Bool {
    fromYear <= year && (untilYear.map { year <= $0 } ?? true)
  }
}
