/// Who may be on a file of notices, which has no employees' codes.
protocol NoticeDirectory: SlipDirectory {
  /// Goes through everybody who is employed or was, to be compared by name and birth date.
  func forEachEmployee(_ body: (SlipPerson) -> Void)
}
