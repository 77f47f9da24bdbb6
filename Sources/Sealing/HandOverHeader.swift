public import Auditing
internal import People
public import Rules

/// The clear part of a hand-over file, which the sealed part is bound to.
public struct HandOverHeader: Hashable, Sendable {
  /// The vault it comes from.
  public let vault: VaultID
  /// The random id under which it is registered, 16 bytes.
  public let id: [UInt8]
  /// For whom it is.
  public let contractor: ContractorID
  /// The form of what it holds.
  public let content: HandOverContent

  static let title = Array("mynumber hand-over v1\n".utf8)

  /// Describes a file.
  public init(vault: VaultID, id: [UInt8], contractor: ContractorID, content: HandOverContent) {
    self.vault = vault
    self.id = id
    self.contractor = contractor
    self.content = content
  }

  /// The bytes that begin the file: the title, then the fields, the way of sealing and the number of
  /// plain bytes among them.
  func bytes(sealedBy way: HandOverFile.Way, plainCount: Int) -> [UInt8] {
    var writer = FieldWriter()
    writer.write(vault.bytes)
    writer.write(id)
    writer.write(contractor.text)
    writer.write(content.rawValue)
    writer.write(way.rawValue)
    writer.write(plainCount)
    return Self.title + writer.bytes
  }
}
