internal import People
public import Secrets

/// The files of a policy as they stand: names relative to the directory, and their bytes.
public struct PolicyBundle: Hashable, Sendable {
  /// One file of a policy.
  public struct File: Hashable, Sendable {
    /// The path relative to the policy's directory, with `/` between its parts.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The files, sorted by the bytes of their names; no name stands twice.
  public let files: [File]

  /// Limits on what is read: a policy is small.
  static let maximumFiles = 200
  static let maximumBytes = 4 << 20
  private static let label = "mynumber v1 policy"

  /// Takes files in any order.
  ///
  /// - Throws: ``PolicyError`` for a name that stands twice or is no plain relative path, and for
  ///   more than 200 files or 4 MiB.
  public init(files: [File]) throws(PolicyError) {
    let sorted = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let mistakes = Self.mistakes(in: sorted)
    guard mistakes.isEmpty else { throw PolicyError(mistakes: mistakes) }
    self.files = sorted
  }

  private static func mistakes(in files: [File]) -> [PolicyMistake] {
    var mistakes: [PolicyMistake] = []
    for (index, file) in files.enumerated() {
      if !isPlain(file.name) {
        mistakes.append(.whole("policy", "a file name is not a plain relative path"))
      } else if index > 0, files[index - 1].name == file.name {
        mistakes.append(.whole(file.name, "the file stands twice"))
      }
    }
    if files.count > maximumFiles {
      mistakes.append(.whole("policy", "more than \(maximumFiles) files"))
    }
    if files.reduce(0, { $0 + $1.bytes.count }) > maximumBytes {
      mistakes.append(.whole("policy", "more than 4 MiB"))
    }
    return mistakes
  }

  /// The bytes of a file; nil when there is none of that name.
  public func bytes(of name: String) -> [UInt8]? {
    files.first { $0.name == name }?.bytes
  }

  /// Each file's name and bytes, length-prefixed, in order: what the digest is of.
  public var canonicalBytes: [UInt8] {
    var writer = FieldWriter()
    writer.write(Self.label)
    writer.write(UInt64(files.count))
    for file in files {
      writer.write(file.name)
      writer.write(file.bytes)
    }
    return writer.bytes
  }

  /// Reads canonical bytes back, as a vault keeps them.
  ///
  /// - Throws: ``PolicyError`` when the bytes are not exactly what `canonicalBytes` writes.
  public init(canonicalBytes: [UInt8]) throws(PolicyError) {
    let files: [File]
    do {
      files = try Self.files(in: canonicalBytes)
    } catch {
      throw PolicyError(mistakes: [.whole("policy", "the stored policy is malformed")])
    }
    try self.init(files: files)
    guard self.canonicalBytes == canonicalBytes else {
      throw PolicyError(mistakes: [.whole("policy", "the stored policy is malformed")])
    }
  }

  /// SHA-256 of the canonical bytes, 32 bytes.
  public func digest() throws(SecretsError) -> [UInt8] {
    let bytes = canonicalBytes
    return try SHA256.hash(bytes.span)
  }

  private static func isPlain(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let clean = name.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") }
    return clean && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  private static func files(in bytes: [UInt8]) throws(PeopleError) -> [File] {
    let span = bytes.span
    var reader = FieldReader()
    guard try reader.text(from: span) == label else { throw .malformed }
    let count = try reader.unsigned(from: span)
    guard count <= UInt64(maximumFiles) else { throw .malformed }
    var files: [File] = []
    for _ in 0..<count {
      let name = try reader.text(from: span)
      files.append(File(name: name, bytes: try reader.bytes(from: span)))
    }
    try reader.finish(span)
    return files
  }
}
