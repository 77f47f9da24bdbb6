/// Where the sources stand.
enum Repository {
  static let root = String(
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/"))
  static let transcripts = root + "/Tests/TranscriptTests/Transcripts"
}
