import Auditing
import JSON
import Secrets
import Testing

@Suite("Exporting a log")
struct LogExportTests {
  struct Full: Error {}

  @Test("an export is a header, the entries' exact bytes, the checkpoints, and how many of each")
  func lines() throws {
    let log = try TestLog(isSigned: false)
    try log.commit(
      [log.change(.policy(digest: [UInt8](repeating: 1, count: 32)), by: log.administrator)],
      checkpointBy: log.administrator)
    let text = String(decoding: try log.export(), as: UTF8.self)
    let entries = log.entries.map { String(decoding: $0, as: UTF8.self) }
    let leaves = try log.entries.map { Hex.encode(try SHA256.hash(([0] + $0).span)) }
    let checkpoint = CanonicalValue.string(
      String(decoding: try #require(log.checkpoints[2]), as: UTF8.self))
    #expect(
      text == #"{"format":"mynumber-log-1","origin":"mynumber/"# + "\(log.vaultID)\"}\n"
        + #"{"entry":"# + entries[0] + #","index":0,"leaf":""# + leaves[0] + "\"}\n"
        + #"{"entry":"# + entries[1] + #","index":1,"leaf":""# + leaves[1] + "\"}\n"
        + #"{"checkpoint":"# + String(decoding: checkpoint.encoded(), as: UTF8.self)
        + ",\"size\":2}\n" + #"{"checkpoints":1,"entries":2}"# + "\n")
  }

  @Test("every line is canonical JSON")
  func canonical() throws {
    for line in try TestLog.standard().export().split(separator: 0x0A) {
      _ = try CanonicalValue(parsing: Array(line).span)
    }
  }

  @Test("a checkpoint of another size, another log or no shape is not written")
  func checkpoints() throws {
    let log = try TestLog()
    let other = try TestLog(seed: 2)
    var written = 0
    var export = try LogExport<AuditingError>(of: log.vaultID, failure: { $0 }) { _ in written += 1
    }
    let early = try log.checkpoint(by: log.administrator)
    #expect(throws: AuditingError(.outOfOrder, index: 0)) { try export.append(checkpoint: early) }
    try export.append(entry: log.entries[0])
    let foreign = try other.checkpoint(by: other.administrator)
    #expect(throws: AuditingError(.originMismatch, index: 1)) {
      try export.append(checkpoint: foreign)
    }
    #expect(throws: AuditingError.self) { try export.append(checkpoint: Array("x\n".utf8)) }
    #expect(written == 2)
    try export.append(checkpoint: early)
    #expect(written == 3)
    #expect(export.count == 1)
  }

  @Test("what the sink throws comes out as it is", arguments: 0..<4)
  func sink(failing place: Int) throws {
    let log = try TestLog()
    var written = 0
    #expect(throws: Full.self) {
      var export = try LogExport<any Error>(of: log.vaultID, failure: { $0 }) { _ in
        guard written < place else { throw Full() }
        written += 1
      }
      try export.append(entry: log.entries[0])
      try export.append(checkpoint: log.checkpoint(by: log.administrator))
      try export.finish()
    }
    #expect(written == place)
  }
}
