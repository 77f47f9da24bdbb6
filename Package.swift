// swift-tools-version: 6.2
import PackageDescription

/// The settings of the house: every target is built with all of them.
let house: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: house)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [],
  resources: [Resource]? = nil
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, resources: resources,
    swiftSettings: house)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "mynumber",
  products: [
    .library(name: "MyNumberKit", targets: ["MyNumberKit"]),
    .library(name: "Typesetting", targets: ["Typesetting"]),
    .executable(name: "mynumber", targets: ["mynumber"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    room("Wording"),
    room("Threads"),
    room("Secrets", ["COpenSSL"]),
    room("Numbers", ["Secrets", "Wording"]),
    room("Text", ["Secrets", "Wording"]),
    room("Typesetting", ["CPangoCairo", "CQPDF"]),
    room("JSON", ["Secrets"]),
    room("People", ["Numbers", "Wording"]),
    room("Rules", ["People", "Numbers", "Text", "JSON", "Secrets", "Wording", yams]),
    room("Auditing", ["Rules", "People", "Numbers", "JSON", "Secrets", "Threads", "Wording"]),
    room("Sealing", ["Auditing", "Rules", "People", "Numbers", "Secrets"]),
    room("Storage", ["Wording"]),
    room("StorageSQLite", ["Storage", grdb, sqlite]),
    room(
      "Custody",
      [
        "Sealing", "Auditing", "Rules", "People", "Numbers", "JSON", "Secrets", "Text", "Storage",
        "Wording",
      ]),
    room(
      "Filings",
      [
        "Custody", "Auditing", "Rules", "People", "Numbers", "Text", "Typesetting", "Secrets",
        "Threads", "Wording", yams,
      ]),
    room("Reports", ["Auditing", "Rules", "People", "Text", "Typesetting", "JSON", "Wording"]),
    room(
      "MyNumberKit",
      [
        "Custody", "Sealing", "Auditing", "Rules", "People", "Numbers", "Text", "JSON", "Storage",
        "StorageSQLite", "Filings", "Reports", "Secrets", "Wording",
      ]),
    .executableTarget(
      name: "mynumber", dependencies: ["MyNumberKit", arguments], swiftSettings: house),

    .target(
      name: "TestSupport", dependencies: [sqlite], path: "Tests/TestSupport", swiftSettings: house),
    tests(
      "SecretsTests", ["Secrets", "COpenSSL", "TestSupport"], resources: [.copy("Vectors")]),
    tests("WordingTests", ["Wording"]),
    tests("ThreadsTests", ["Threads"]),
    tests("RulesTestSupport", ["Rules", "People", "JSON"]),
    tests("NumbersTests", ["Numbers", "Secrets", "TestSupport"]),
    tests("TextTests", ["Text", "Secrets", "TestSupport"]),
    tests("TypesettingTests", ["Typesetting", "TestSupport"]),
    tests("JSONTests", ["JSON", "TestSupport"]),
    tests("PeopleTests", ["People", "TestSupport"]),
    tests(
      "RulesTests", ["Rules", "People", "JSON", "RulesTestSupport"], resources: [.copy("Cases")]),
    tests(
      "AuditingTests",
      ["Auditing", "Rules", "People", "JSON", "Secrets", "TestSupport", "RulesTestSupport"],
      resources: [.copy("Vectors")]),
    tests(
      "SealingTests",
      [
        "Sealing", "Auditing", "Rules", "People", "Numbers", "Secrets", "RulesTestSupport",
        "TestSupport",
      ]),
    tests("StorageTests", ["Storage", "StorageSQLite", "TestSupport"]),
    tests(
      "CustodyTests", ["MyNumberKit", "TestSupport", "mynumber"], exclude: ["Golden", "Official"]),
    tests(
      "FilingsTests",
      [
        "Filings", "Rules", "People", "Numbers", "Text", "Typesetting", "Secrets", "TestSupport",
      ],
      exclude: ["Golden", "Official"]),
    tests(
      "ReportsTests",
      ["Reports", "Auditing", "Rules", "People", "Text", "JSON", "Secrets", "TestSupport"]),
    tests("ArchitectureTests", []),
    tests(
      "TranscriptTests", ["MyNumberKit", "mynumber", "TestSupport", "RulesTestSupport"],
      exclude: ["Transcripts"]),
  ]
)
