import Foundation
import MyNumberKit
import Testing

@Suite("Files in which a number could stand clear")
struct PlaintextScanTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ bytes: [UInt8], _ name: String, mode: Int = 0o600) throws {
    let path = folder.path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  private func found(excluding: Set<String> = []) -> [String] {
    let root = PrivateFolder.resolved(folder.path) ?? folder.path
    return PlaintextScan(folder.path, excluding: excluding).findings.map {
      String($0.path.dropFirst(root.count + 1))
    }
  }

  @Test("are named, in UTF-8 and CP932, in full width, with separators and over a piece's end")
  func named() throws {
    try write(Array("0001,見本,890634246695\n".utf8), "a.csv")
    try write(Array("８９０６３４２４６６９５".utf8), "below/b.txt")
    try write(Array("8906 3424 6695".utf8), "c.txt")
    // 890634246695 in full-width digits of CP932.
    try write("890634246695".utf8.flatMap { [0x82, $0 - 0x30 + 0x4F] }, "d.csv")
    let filler = [UInt8](repeating: 0x61, count: (1 << 16) - 6)
    try write(filler + Array("890634246695".utf8), "e.log")
    #expect(found() == ["a.csv", "below/b.txt", "c.txt", "d.csv", "e.log"])
  }

  @Test(
    "are not those with eleven digits, a wrong check digit, corporate numbers apart, or no digit")
  func others() throws {
    try write(Array("89063424669".utf8), "short")
    try write(Array("890634246696".utf8), "wrong")
    try write(Array("2026-11-22,03-1234-5678".utf8), "dates")
    try write([UInt8](repeating: 0, count: 200_000), "zeros")
    try write([], "empty")
    #expect(found().isEmpty)
    #expect(PlaintextScan(folder.path).files == 5)
  }

  @Test(
    "that others may read are marked, links are not followed, and the vault's folder is left out")
  func marked() throws {
    try write(Array("890634246695".utf8), "open.txt", mode: 0o644)
    try write(Array("890634246695".utf8), "closed.txt")
    try write(Array("890634246695".utf8), "vault/x")
    let outside = try TemporaryFolder()
    try Data("890634246695".utf8).write(to: URL(filePath: outside.path + "/x"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: outside.path)
    let vault = try #require(PrivateFolder.resolved(folder.path + "/vault"))
    let scan = PlaintextScan(folder.path, excluding: [vault])
    #expect(scan.findings.map(\.isOpenToOthers) == [false, true])
    #expect(scan.findings.allSatisfy { !$0.path.contains("link") && !$0.path.contains("vault/") })
  }

  @Test("in what cannot be read are not called absent")
  func unread() {
    let scan = PlaintextScan(folder.path + "/nowhere")
    #expect(scan.findings.isEmpty && scan.files == 0 && scan.unread.count == 1)
  }
}
