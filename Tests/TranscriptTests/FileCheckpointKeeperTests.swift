import MyNumberKit
import TestSupport
import Testing

@Suite("Checkpoints kept in files")
struct FileCheckpointKeeperTests {
  private let folder: TemporaryFolder
  private let vault: VaultID

  init() throws {
    folder = try TemporaryFolder()
    vault = try #require(VaultID([UInt8](repeating: 7, count: 32)))
  }

  private func keeper(witness: Bool = true) throws -> FileCheckpointKeeper {
    try FileCheckpointKeeper(
      stateFolder: folder.path + "/state", witnessFolder: witness ? folder.path : nil)
  }

  private func text(_ size: Int, of vault: VaultID) throws -> [UInt8] {
    let root = try MerkleHash([UInt8](repeating: UInt8(size), count: 32))
    let checkpoint = try Checkpoint(origin: vault.origin, size: size, root: root)
    let key = try Ed25519PrivateKey(random: RandomBytes())
    return try SignedCheckpoint.sign(checkpoint, name: "\(vault.origin)/u0", key: key).text
  }

  private func sizes(_ kept: [KeptCheckpoint]) -> [Int] { kept.map(\.signed.checkpoint.size) }

  private func isIntegrity(_ error: any Error) -> Bool {
    guard let error = error as? CustodyError else { return false }
    return error.exitStatus == 76
  }

  @Test("At first nothing is kept")
  func empty() throws {
    #expect(try keeper().kept(for: vault).isEmpty)
  }

  @Test("The last one of each user and the witness's newest come back")
  func keeping() throws {
    let keeper = try keeper()
    for size in 1...3 { try keeper.keep(try text(size, of: vault), seenBy: "u0", in: vault) }
    try keeper.keep(try text(4, of: vault), seenBy: "u9", in: vault)
    #expect(sizes(try keeper.kept(for: vault)) == [3, 4, 4])
    #expect(sizes(try self.keeper(witness: false).kept(for: vault)) == [3, 4])
  }

  @Test("What is brought along and what the witness holds stand outside; another vault's does not")
  func outside() throws {
    let keeper = try keeper()
    for size in 1...3 { try keeper.keep(try text(size, of: vault), seenBy: "u0", in: vault) }
    let signed = try SignedCheckpoint(parsing: text(9, of: vault))
    let given = try FileCheckpointKeeper(
      stateFolder: folder.path + "/state", witnessFolder: folder.path,
      given: [KeptCheckpoint(signed: signed, place: "seen.checkpoint")])
    #expect(sizes(try given.outside(for: vault)) == [9, 3])
    #expect(sizes(try given.kept(for: vault)) == [3, 9, 3])
    #expect(try self.keeper(witness: false).outside(for: vault).isEmpty)
    let other = try #require(VaultID([UInt8](repeating: 8, count: 32)))
    #expect { try given.outside(for: other) } throws: { isIntegrity($0) }
  }

  @Test("The witness keeps every text, one after another")
  func witness() throws {
    let keeper = try keeper()
    let texts = try (1...3).map { try text($0, of: vault) }
    for text in texts { try keeper.keep(text, seenBy: "u0", in: vault) }
    let file = try #require(keeper.witnessFile(of: vault))
    #expect(try FileBytes.read(file) == texts.flatMap { $0 })
  }

  @Test(
    "A kept file that is empty, cut short, garbled or of another vault is an integrity error",
    arguments: ["empty", "cut", "garbled", "other"])
  func malformed(_ damage: String) throws {
    let keeper = try keeper(witness: false)
    let sound = try text(5, of: vault)
    try keeper.keep(sound, seenBy: "u0", in: vault)
    let other = try #require(VaultID([UInt8](repeating: 8, count: 32)))
    let bytes: [UInt8] =
      switch damage {
      case "empty": []
      case "cut": sound.dropLast(10)
      case "garbled": sound.map { $0 ^ 1 }
      default: try text(5, of: other)
      }
    try folder.write("state/mynumber/\(vault)/u0", bytes)
    #expect { try keeper.kept(for: vault) } throws: { isIntegrity($0) }
  }

  @Test("A witness file whose end is torn is an integrity error")
  func torn() throws {
    let keeper = try keeper()
    for size in 1...2 { try keeper.keep(try text(size, of: vault), seenBy: "u0", in: vault) }
    let file = try #require(keeper.witnessFile(of: vault))
    let bytes = try FileBytes.read(file)
    try folder.write("\(vault).checkpoints", bytes.dropLast(5))
    #expect { try keeper.kept(for: vault) } throws: { isIntegrity($0) }
  }

  @Test("A witness folder that is not there is an error, not a silent nothing")
  func noWitness() {
    #expect(throws: CustodyError.self) {
      try FileCheckpointKeeper(
        stateFolder: folder.path, witnessFolder: folder.path + "/nowhere")
    }
  }

  @Test("A state folder that cannot be written is an error of input and output")
  func unwritable() throws {
    try folder.write("file", [])
    let keeper = try FileCheckpointKeeper(stateFolder: folder.path + "/file", witnessFolder: nil)
    #expect { try keeper.keep(try text(1, of: vault), seenBy: "u0", in: vault) } throws: {
      ($0 as? CustodyError)?.exitStatus == 74 && "\($0)".contains(folder.path + "/file")
    }
  }
}
