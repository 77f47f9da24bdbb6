/// How the bytes of a field are encoded, as far as digits and separators are concerned.
public enum NumberEncoding: Sendable {
  /// UTF-8, and so ASCII.
  case utf8
  /// Windows code page 932, Microsoft's Shift_JIS.
  case cp932
}
