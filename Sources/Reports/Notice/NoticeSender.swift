/// Who gives a notice: the employer, as its file says.
public struct NoticeSender: Hashable, Sendable {
  public let name: String
  public let address: String
  public let telephone: String
  /// The person or the department to ask; nil for the employer as such.
  public let contact: String?

  public init(name: String, address: String, telephone: String, contact: String? = nil) {
    self.name = name
    self.address = address
    self.telephone = telephone
    self.contact = contact
  }
}
