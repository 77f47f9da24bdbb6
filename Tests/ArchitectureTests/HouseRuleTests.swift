import Testing

@Suite("Rules of the house")
struct HouseRuleTests {
  @Test("no file has two types at its left margin")
  func oneType() {
    for file in Repository.sources {
      let types = file.declarations.filter(\.isType).map(\.name)
      #expect(types.count <= 1, "\(file.path) declares \(types.joined(separator: ", "))")
    }
  }

  @Test("a file is named for its type, its topic or its function")
  func names() {
    for file in Repository.sources where file.name != file.room {
      #expect(Self.isWellNamed(file), "\(file.path) is named for nothing in it")
    }
  }

  private static func isWellNamed(_ file: SourceFile) -> Bool {
    let declarations = file.declarations
    guard let plus = file.name.firstIndex(of: "+") else {
      return declarations.contains { $0.keyword != "extension" && $0.name == file.name }
    }
    let type = String(file.name[..<plus])
    return !declarations.contains(where: \.isType)
      && declarations.contains { $0.name == type || $0.name.hasPrefix(type + ".") }
  }

  @Test("nothing is forced: no try!, no as!, no unwrapping with !")
  func forces() {
    let places = (Repository.sources + Repository.tests).flatMap {
      $0.places(where: HouseRule.forces)
    }
    #expect(places.isEmpty, "\(places.joined(separator: "\n"))")
  }

  @Test("only the command prints")
  func printing() {
    let places = Repository.sources.filter { $0.room != "mynumber" }.flatMap {
      $0.places(where: HouseRule.prints)
    }
    #expect(places.isEmpty, "\(places.joined(separator: "\n"))")
  }

  @Test("only StorageSQLite speaks SQL")
  func sql() {
    for file in Repository.sources where file.room != "StorageSQLite" {
      for literal in file.literals where HouseRule.isSQL(literal.text) {
        Issue.record("\(file.path):\(literal.line) holds SQL")
      }
    }
  }

  @Test("no room imports Foundation or a part of it")
  func foundation() {
    let files = Repository.sources.filter { file in
      file.imports.contains { $0.hasPrefix("Foundation") }
    }
    #expect(files.isEmpty, "\(files.map(\.path))")
  }

  @Test("no file says where it was written")
  func workplace() throws {
    for path in Repository.textFiles(in: ["Sources", "Tests", "Samples", "Policies"]) {
      let found = HouseRule.workplace(try Repository.text(path))
      #expect(found == nil, "\(path) holds \(found ?? "")")
    }
  }

  @Test(
    "every target is built with the settings of the house",
    arguments: [
      ".strictMemorySafety()", ".treatAllWarnings(as: .error)",
      #".enableUpcomingFeature("ExistentialAny")"#,
      #".enableUpcomingFeature("InternalImportsByDefault")"#,
      #".enableUpcomingFeature("MemberImportVisibility")"#,
    ])
  func settings(setting: String) throws {
    let manifest = try Repository.text("Package.swift")
    #expect(manifest.contains(setting))
    let made = manifest.split(separator: "\n").filter {
      $0.contains(/\.(target|executableTarget|testTarget)\(/)
    }
    #expect(made.count == manifest.ranges(of: "swiftSettings: house").count)
  }
}
