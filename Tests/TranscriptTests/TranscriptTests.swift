import Glibc
import TestSupport
import Testing

@Suite("The command plays its transcripts")
struct TranscriptTests {
  /// With `UPDATE_TRANSCRIPTS=1` what really happened is written back, to be read and committed.
  private static let updates = unsafe getenv("UPDATE_TRANSCRIPTS") != nil

  @Test(
    "Every command prints what its transcript says",
    arguments: [
      "help-english", "help-japanese", "setting-up", "collecting", "declaring", "import-japanese",
      "mapping", "reading", "refusals", "policy", "auditing", "usage", "tampering", "users",
      "slips", "missing", "verifying", "entrustment", "handing-over", "confirming", "notices",
      "recipient", "coming-back", "entrustment-ending", "updating", "records", "correcting",
      "paper", "purging",
      "characters", "keys", "backup", "incidents", "proving", "handling",
    ])
  func transcript(_ name: String) throws {
    let path = "\(FileBytes.root)/Tests/TranscriptTests/Transcripts/\(name).txt"
    let bytes = try FileBytes.read(path)
    let transcript = Transcript(name: name, text: String(decoding: bytes, as: UTF8.self))
    let played = try TranscriptRunner().play(transcript)
    if Self.updates { try write(played, to: path) }
  }

  private func write(_ transcript: Transcript, to path: String) throws {
    let bytes = Array(transcript.text.utf8)
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let count = unsafe bytes.withUnsafeBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    #expect(count == bytes.count)
  }
}
