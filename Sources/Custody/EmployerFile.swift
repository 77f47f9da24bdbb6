/// The employer file as it was given.
public struct EmployerFile: Sendable {
  /// The YAML text.
  public let yaml: [UInt8]
  /// 市区町村コード and 指定番号, as CSV.
  public let designations: [UInt8]?
}
