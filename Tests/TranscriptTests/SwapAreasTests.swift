import Foundation
import MyNumberKit
import Testing

@Suite("Swap that is not known to be encrypted")
struct SwapAreasTests {
  private func areas(_ table: String, uuids: [String: String] = [:]) throws -> [String] {
    let root = try TemporaryFolder()
    func write(_ text: String, _ path: String) throws {
      let file = root.path + path
      try FileManager.default.createDirectory(
        atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: file))
    }
    try write("Filename\tType\tSize\tUsed\tPriority\n" + table, "/proc/swaps")
    for (name, uuid) in uuids {
      try write(uuid, "/sys/block/\(name)/dm/uuid")
      try write("", "/dev/\(name)")
    }
    return SwapAreas(root: root.path).unencrypted
  }

  @Test("is a partition, a file, or a volume without encryption")
  func unencrypted() throws {
    #expect(
      try areas("/dev/sda2 partition 1 0 -2\n/swapfile file 1 0 -3\n") == [
        "/dev/sda2", "/swapfile",
      ])
    #expect(try areas("/dev/dm-1 partition 1 0 -2\n", uuids: ["dm-1": "LVM-abc"]) == ["/dev/dm-1"])
  }

  @Test("is not a volume of dm-crypt, memory that is compressed, or none")
  func encrypted() throws {
    let uuids = ["dm-0": "CRYPT-PLAIN-swap\n"]
    #expect(
      try areas("/dev/dm-0 partition 1 0 -2\n/dev/zram0 partition 1 0 100\n", uuids: uuids).isEmpty)
    #expect(try areas("").isEmpty)
    #expect(SwapAreas(root: "/nowhere").unencrypted.isEmpty)
  }
}
