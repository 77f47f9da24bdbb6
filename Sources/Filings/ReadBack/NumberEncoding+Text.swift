internal import Numbers
internal import Text

extension NumberEncoding {
  /// The encoding of a file, as far as digits are concerned.
  init(_ encoding: TextEncoding) { self = encoding == .utf8 ? .utf8 : .cp932 }
}
