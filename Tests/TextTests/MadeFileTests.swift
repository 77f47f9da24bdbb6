import Foundation
import TestSupport
import Testing

@testable import Text

@Suite("A file that was made before")
struct MadeFileTests {
  private let folder: String

  init() throws {
    let path = NSTemporaryDirectory() + "made-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    folder = try #require(PrivateFolder.resolved(path))
  }

  private func make(_ bytes: [UInt8] = [1, 2, 3]) throws -> MadeFile {
    let file = try PrivateFile(creating: folder + "/a.csv")
    try file.write(bytes.span)
    let inode = try file.inode()
    try file.finish()
    return MadeFile(folder: folder, name: "a.csv", inode: inode, count: bytes.count)
  }

  @Test("is known by the inode it had before it got its name")
  func sameInode() throws { #expect(try make().look() == .there) }

  @Test("is overwritten to its last byte, then gone", arguments: [0, 1, 65_536, 200_001])
  func destroyed(count: Int) throws {
    let file = try make([UInt8](repeating: 0x37, count: count))
    let held = try FileHandle(forReadingFrom: URL(filePath: file.path))
    #expect(try file.destroy() == .there)
    #expect(try (held.readToEnd() ?? Data()) == Data(count: count))
    #expect(try file.look() == .missing && file.destroy() == .missing)
  }

  @Test("is not destroyed where another stands in its place, or a folder on the way is a link")
  func another() throws {
    let file = try make()
    let other = MadeFile(folder: folder, name: "a.csv", inode: "0", count: 3)
    #expect(try other.destroy() == .another)
    let longer = MadeFile(folder: folder, name: "a.csv", inode: file.inode, count: 4)
    #expect(try longer.destroy() == .resized(3))
    let link = folder + "-link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder)
    let linked = MadeFile(folder: link, name: "a.csv", inode: file.inode, count: 3)
    #expect(try linked.destroy() == .link)
    #expect(try file.look() == .there)
  }
}
