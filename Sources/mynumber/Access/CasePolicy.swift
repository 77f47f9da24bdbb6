import MyNumberKit

/// The policy by which cases are judged that need no vault.
struct CasePolicy {
  private let context: CommandContext

  init(_ context: CommandContext) { self.context = context }

  /// That of the folder, else of the vault named, else the one that comes with the program.
  func policy(_ folder: String?, _ place: VaultOptions) throws -> Policy {
    let namesVault = (place.vault ?? context.variable("MYNUMBER_VAULT")) != nil
    guard folder == nil, namesVault else {
      return try Policy(bundle: try PolicyFolder(context).bundle(folder))
    }
    return try VaultAccess(context).open(place).policy
  }
}
