internal import Glibc

extension PolicyBundle {
  /// Reads a policy's directory: the YAML files in it and the files of `layouts` and `mappings`.
  ///
  /// Names that begin with a dot and symbolic links are left out.
  ///
  /// - Throws: ``PolicyError`` when the directory or a file cannot be read.
  public init(directory: String) throws(PolicyError) {
    var files: [File] = []
    try Self.collect(from: directory, prefix: "", into: &files)
    try self.init(files: files)
  }

  private static let folders = ["layouts", "mappings"]

  private static func collect(
    from directory: String, prefix: String, into files: inout [File]
  ) throws(PolicyError) {
    let isNested = !prefix.isEmpty
    for name in try names(in: directory) where !name.hasPrefix(".") {
      let path = "\(directory)/\(name)"
      var status = stat()
      guard unsafe lstat(path, &status) == 0 else { continue }
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR, !isNested, folders.contains(name) {
        try collect(from: path, prefix: name + "/", into: &files)
      } else if kind == S_IFREG, isNested || name.hasSuffix(".yaml") {
        files.append(File(name: prefix + name, bytes: try bytes(ofFile: path)))
      }
      if files.count > maximumFiles {
        throw PolicyError(mistakes: [.whole("policy", "more than \(maximumFiles) files")])
      }
    }
  }

  private static func names(in directory: String) throws(PolicyError) -> [String] {
    guard let stream = unsafe opendir(directory) else {
      throw PolicyError(mistakes: [.whole("policy", "the directory cannot be read")])
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }

  private static func bytes(ofFile path: String) throws(PolicyError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw PolicyError(mistakes: [.whole("policy", "a file cannot be read")])
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= maximumBytes {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0 { throw PolicyError(mistakes: [.whole("policy", "a file cannot be read")]) }
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }
}
