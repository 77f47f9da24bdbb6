import MyNumberKit

/// Assesses an incident in an opened vault.
struct IncidentAssessing {
  private let session: Session
  private let context: CommandContext

  init(_ session: Session, _ context: CommandContext) {
    self.session = session
    self.context = context
  }

  /// Goes through the whole log.
  func assessment(_ options: IncidentOptions) throws -> IncidentAssessment {
    var builder = IncidentAssessmentBuilder(
      incident: options.incident, source: try source(options), from: options.from, to: options.to)
    try session.vault.forEachSignedEntry { (entry) throws(ReportsError) in try builder.add(entry) }
    do {
      return try builder.finish(policy: session.vault.policy)
    } catch ReportsError.unknownUser {
      throw Failure.usage(.unknownToLog)
    } catch ReportsError.severalUsers(let ids) {
      throw Failure.usage(.severalUsers(ids))
    } catch ReportsError.fileUnknown(let id) {
      throw Failure.usage(.notRegistered(id))
    } catch ReportsError.incidentUnknown {
      throw Failure.usage(.noIncident(options.incident))
    }
  }

  private func source(_ options: IncidentOptions) throws -> IncidentSource {
    if let user = options.user { return .user(user) }
    if let file = options.file { return file.source }
    if let name = options.backup {
      let copies = try BackupRegister(session).list().map { (id: $0.id, path: $0.path) }
      return .backup(try id(of: name, among: copies))
    }
    if let name = options.export {
      let files = try ExportedFiles(session).list().map { (id: $0.id, path: $0.path) }
      return .export(try id(of: name, among: files))
    }
    if let entry = options.registered { return .registered(entry) }
    return .period
  }

  /// The one file of a path or of an id that begins so.
  private func id(of name: String, among files: [(id: String, path: String)]) throws -> String {
    let name = ExportName.named(name, context)
    let named = files.filter { $0.path == name || $0.id.hasPrefix(name) }
    guard let last = named.last else { throw Failure.usage(.notRegistered(name)) }
    guard named.count == 1 || named.allSatisfy({ $0.path == name }) else {
      throw Failure.usage(.severalRegistered(name))
    }
    return last.id
  }
}
