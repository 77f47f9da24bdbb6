import Foundation
import Glibc
import MyNumberKit
import TestSupport
import Testing

@testable import mynumber

/// The process that draws copies with numbers, as the real program.
@Suite("Copies with numbers on paper")
struct PaperCopyTests {
  private static let program = FileBytes.root + "/.build/debug/mynumber"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func form() throws -> [UInt8] {
    try FileBytes.checkout("Policies/layouts/municipality-2025.tsv")
  }

  /// Feeds the process and gives what it drew; nil if it failed.
  private func draw(_ input: [UInt8], program: String = program) throws -> [UInt8]? {
    let path = folder.path + "/sheet.pdf"
    let output = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    try #require(output >= 0)
    defer { close(output) }
    do {
      let process = try FedProcess(program, arguments: ["draw-sheets"], output: output)
      try process.write(input.span)
      try process.finish()
    } catch {
      return nil
    }
    return try FileBytes.read(path)
  }

  private func quoted(_ bytes: [UInt8]) -> [UInt8] {
    [0x22] + bytes.flatMap { $0 == 0x22 ? [$0, $0] : [$0] } + [0x22]
  }

  /// The items of the boxes in their order.
  private func items() throws -> [String] {
    String(decoding: try form(), as: UTF8.self).split(separator: "\n")
      .filter { $0.hasPrefix("item\t") }.map { String($0.split(separator: "\t")[1]) }
  }

  private func input(_ values: [String: String]) throws -> [UInt8] {
    var seen: Set<String> = []
    let cells = try items().map { seen.insert($0).inserted ? values[$0] ?? "" : "" }
    return quoted(try form()) + [13, 10] + Array((cells.joined(separator: ",") + "\r\n").utf8)
  }

  @Test("each number stands in its own boxes, digit by digit, and nothing else is added")
  func numbers() throws {
    let numbers = [
      "95": "654170921305", "99": "905310848070", "103": "425998219036", "u119": "205889342227",
      "94": "5835678256246",
    ]
    let pdf = try #require(try draw(input(numbers)))
    #expect(try Poppler.isSound(pdf) && Poppler.info(pdf)["Pages"] == "1")
    let words = try Poppler.words(pdf)
    let point = 72 / 25.4
    let boxes = [
      "95": (95.71, 143.71, 22.51), "99": (25.23, 67.43, 120.83), "103": (25.23, 67.43, 131.56),
      "u119": (84.69, 128.34, 131.56), "94": (32.92, 97.92, 181.45),
    ]
    for (item, number) in numbers {
      let (left, right, top) = try #require(boxes[item])
      let within = words.filter {
        $0.left > left * point && $0.right < right * point && $0.top > (top - 1) * point
          && $0.bottom < (top + 5) * point
      }
      #expect(Self.read(within) == number, "\(item)")
    }
    let digits = words.filter { $0.left < 144 * point }.map(\.text).joined().filter(\.isNumber)
    #expect(digits.count >= 61)
  }

  /// Words of a line from left to right.
  private static func read(_ words: [PDFWord]) -> String {
    words.sorted { $0.left < $1.left }.map(\.text).joined()
  }

  @Test("a proprietor's own number stands at the right end of thirteen boxes")
  func proprietor() throws {
    let pdf = try #require(try draw(input(["94": "123456789018"])))
    let point = 72 / 25.4
    let digits = try Poppler.words(pdf).filter {
      $0.top > 180.5 * point && $0.bottom < 186 * point && $0.text.contains(/^[0-9]+$/)
        && $0.right < 97.92 * point
    }
    #expect(Self.read(digits) == "123456789018")
    #expect((digits.map(\.left).min() ?? 0) > 37.92 * point, "the first box is empty")
  }

  @Test(
    "what is no form, a row of other boxes, a number too long or a broken row draws nothing",
    arguments: ["", "\"form\tx\n\"\r\n", "cut", "short", "long", "quote"])
  func refused(input kind: String) throws {
    let sound = try input(["95": "123456789018"])
    let bytes: [UInt8] =
      switch kind {
      case "cut": Array(sound.prefix(5000))
      case "short": try quoted(form()) + Array("\r\na,b\r\n".utf8)
      case "long": try input(["95": "1234567890123"])
      case "quote": sound + Array("\"".utf8)
      default: Array(kind.utf8)
      }
    #expect(try draw(bytes) == nil)
  }

  @Test("a program that is missing, or another, is a failure")
  func otherProgram() throws {
    let sound = try input([:])
    #expect(try draw(sound, program: folder.path + "/none") == nil)
    #expect(try draw(sound, program: "/bin/false") == nil)
    // More than a pipe holds, which nobody reads: an error, no signal.
    let much = [UInt8](repeating: 0x61, count: 1 << 20)
    #expect(try draw(much, program: "/bin/false") == nil)
  }

  @Test("it begins with nothing of its parent's: no variables, no open files but its three")
  func bare() throws {
    let path = folder.path + "/seen"
    let output = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(output) }
    // Left open for any program that is started.
    let other = unsafe open("/dev/null", O_RDONLY)
    defer { close(other) }
    let process = try FedProcess(
      "/bin/sh", arguments: ["-c", "echo /proc/self/fd/*; cat /proc/$$/environ"], output: output)
    try process.finish()
    let seen = String(decoding: try FileBytes.read(path), as: UTF8.self)
    // The fourth is the folder that the shell looks through.
    let own = (0...3).map { "/proc/self/fd/\($0)" }.joined(separator: " ")
    #expect(seen == own + "\n", "\(seen)")
  }

  @Test("it is dropped with its parent's hold on it, and leaves nothing of it in memory to dump")
  func confined() throws {
    let path = folder.path + "/held"
    let output = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(output) }
    let held: Int32
    do {
      let process = try FedProcess(Self.program, arguments: ["draw-sheets"], output: output)
      let head = try quoted(form()) + [13, 10]
      try process.write(head.span)
      held = process.id
      let limits = try confinedLimits(of: held)
      #expect(limits.contains(/Max core file size +0 +0/))
      #expect(limits.contains(/Max processes +0 +0/))
    }
    // Dropped: killed and waited for.
    #expect(kill(held, 0) == -1)
  }

  /// The limits of a process once it has confined itself.
  private func confinedLimits(of process: Int32) throws -> String {
    for _ in 0..<500 {
      let limits = try String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
      if limits.contains(/Max processes +0 +0/) { return limits }
      usleep(20_000)
    }
    return ""
  }
}
