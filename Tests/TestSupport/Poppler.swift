import Foundation

/// What Poppler's tools and qpdf, programs of other hands, say about a PDF.
public enum Poppler {
  /// The text, in the order of reading.
  public static func text(_ pdf: [UInt8]) throws -> String {
    try run("pdftotext", ["-enc", "UTF-8", "FILE", "-"], on: pdf).output
  }

  /// The text of a page, counted from 1.
  public static func text(_ pdf: [UInt8], page: Int) throws -> String {
    try run("pdftotext", ["-f", "\(page)", "-l", "\(page)", "FILE", "-"], on: pdf).output
  }

  /// The text of a document that a passphrase opens; empty if it does not.
  public static func text(_ pdf: [UInt8], passphrase: String) throws -> String {
    try run("pdftotext", ["-upw", passphrase, "-enc", "UTF-8", "FILE", "-"], on: pdf).output
  }

  /// What qpdf says of a document's encryption.
  public static func encryption(_ pdf: [UInt8], passphrase: String) throws -> String {
    try run("qpdf", ["--password=" + passphrase, "--show-encryption", "FILE"], on: pdf).output
  }

  /// The fonts: name, and whether embedded, a subset, and with a map to Unicode.
  public static func fonts(_ pdf: [UInt8]) throws -> [PDFFont] {
    try run("pdffonts", ["FILE"], on: pdf).output.split(separator: "\n").dropFirst(2).map { line in
      let words = line.split(separator: " ").map(String.init)
      // From the right: object number and generation, then the three answers.
      let answers = words.dropLast(2).suffix(3).map { $0 == "yes" }
      return PDFFont(
        name: words.first ?? "", isEmbedded: answers[0], isSubset: answers[1],
        hasUnicode: answers[2])
    }
  }

  /// The lines of `pdfinfo`, by their names.
  public static func info(_ pdf: [UInt8]) throws -> [String: String] {
    let lines = try run("pdfinfo", ["FILE"], on: pdf).output.split(separator: "\n")
    return Dictionary(
      lines.compactMap { line in
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        return (String(line[..<colon]), value)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The words with their places, in points from the top left corner.
  public static func words(_ pdf: [UInt8]) throws -> [PDFWord] {
    let html = try run("pdftotext", ["-bbox", "FILE", "-"], on: pdf).output
    let pattern = /<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/
    return html.matches(of: pattern).map { match in
      PDFWord(
        text: String(match.output.5), left: Double(match.output.1) ?? .nan,
        top: Double(match.output.2) ?? .nan, right: Double(match.output.3) ?? .nan,
        bottom: Double(match.output.4) ?? .nan)
    }
  }

  /// A page, counted from 1, as a picture.
  ///
  /// - Parameter resolution: Pixels an inch.
  public static func picture(_ pdf: [UInt8], page: Int = 1, resolution: Int) throws -> Picture? {
    let number = "\(page)"
    let made = try bytes(
      "pdftoppm", ["-r", "\(resolution)", "-gray", "-f", number, "-l", number, "FILE"], on: pdf)
    return Picture(Array(made.output))
  }

  /// Whether qpdf finds nothing wrong.
  public static func isSound(_ pdf: [UInt8]) throws -> Bool {
    try run("qpdf", ["--check", "FILE"], on: pdf).status == 0
  }

  private static func run(
    _ tool: String, _ arguments: [String], on pdf: [UInt8]
  ) throws -> (output: String, status: Int32) {
    let made = try bytes(tool, arguments, on: pdf)
    return (String(decoding: made.output, as: UTF8.self), made.status)
  }

  private static func bytes(
    _ tool: String, _ arguments: [String], on pdf: [UInt8]
  ) throws -> (output: Data, status: Int32) {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".pdf")
    try Data(pdf).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [tool] + arguments.map { $0 == "FILE" ? file.path : $0 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else { throw MissingTool(name: tool) }
    return (output, process.terminationStatus)
  }
}
