import Glibc
import Testing

@testable import Text

@Suite("Private files")
final class PrivateFileTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/private-file-XXXXXX".utf8CString)
    try #require(unsafe mkdtemp(&template) != nil)
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for name in names() { _ = unsafe remove("\(folder)/\(name)") }
    _ = unsafe remove(folder)
  }

  private func names() -> [String] {
    var names: [String] = []
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private func write(_ path: String, finishing: Bool) throws(TextError) {
    let bytes = Array("six123".utf8)
    let file = try PrivateFile(creating: path)
    try file.write(bytes.span)
    if finishing { try file.finish() }
  }

  @Test("A finished file has its bytes, its name and mode 0600")
  func finished() throws {
    let path = folder + "/out"
    try write(path, finishing: true)
    var status = stat()
    try #require(unsafe lstat(path, &status) == 0)
    #expect(status.st_size == 6)
    #expect(status.st_mode & 0o7777 == 0o600)
    #expect(names() == ["out"])
  }

  @Test("A file that is dropped before it is finished leaves nothing")
  func dropped() throws {
    try write(folder + "/out", finishing: false)
    #expect(names().isEmpty)
  }

  @Test("A name that is taken is refused before anything is written")
  func taken() throws {
    let path = folder + "/out"
    try write(path, finishing: true)
    #expect(throws: TextError.outputExists(path: path)) { try write(path, finishing: true) }
  }

  @Test("A name that is taken meanwhile is refused at the end, and what stands there stays")
  func takenMeanwhile() throws {
    let path = folder + "/out"
    #expect(throws: TextError.outputExists(path: path)) {
      let file = try PrivateFile(creating: path)
      try write(path, finishing: true)
      try file.finish()
    }
    #expect(names() == ["out"])
  }

  @Test("Where files need a name from the beginning, one has its own and goes if it is dropped")
  func named() throws {
    let path = folder + "/out"
    let bytes = Array("six123".utf8)
    do {
      let file = try PrivateFile(named: path)
      try file.write(bytes.span)
      #expect(names() == ["out"])
    }
    #expect(names().isEmpty)
    let file = try PrivateFile(named: path)
    try file.write(bytes.span)
    try file.finish()
    var status = stat()
    try #require(unsafe lstat(path, &status) == 0)
    #expect(status.st_size == 6 && status.st_mode & 0o7777 == 0o600)
    #expect(throws: TextError.outputExists(path: path)) {
      _ = try PrivateFile(named: path).descriptor
    }
    #expect(names() == ["out"])
  }

  @Test("A dangling link under the name is not followed")
  func link() throws {
    let path = folder + "/out"
    try #require(unsafe symlink(folder + "/elsewhere", path) == 0)
    #expect(throws: TextError.outputExists(path: path)) { try write(path, finishing: true) }
    #expect(names() == ["out"])
  }

  @Test("A folder that is not there is an error that names the path")
  func noFolder() {
    let path = folder + "/nowhere/out"
    #expect(throws: TextError.outputNotMade(path: path, number: ENOENT)) {
      try write(path, finishing: true)
    }
  }
}
