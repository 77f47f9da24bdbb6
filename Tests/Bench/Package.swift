// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// A package of its own, so that neither the benchmark nor its C is built with the product.
let package = Package(
  name: "mynumber-bench",
  dependencies: [.package(name: "mynumber", path: "../..")],
  targets: [
    .target(
      name: "CCounters",
      linkerSettings: [.linkedLibrary("crypto"), .linkedLibrary("sqlite3"), .linkedLibrary("dl")]),
    .target(
      name: "CFloor", dependencies: ["CCounters"],
      cSettings: [.unsafeFlags(["-O2", "-Wall", "-Wextra"])],
      linkerSettings: [.linkedLibrary("crypto"), .linkedLibrary("sqlite3")]),
    .systemLibrary(name: "CPango", pkgConfig: "pangocairo"),
    .target(
      name: "CPageFloor", dependencies: ["CPango"],
      cSettings: [.unsafeFlags(["-O2", "-Wall", "-Wextra"])]),
    .executableTarget(
      name: "bench-pages",
      dependencies: [
        "CPageFloor", .product(name: "Typesetting", package: "mynumber"),
        .product(name: "MyNumberKit", package: "mynumber"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "bench",
      dependencies: [
        "CCounters", "CFloor", .product(name: "MyNumberKit", package: "mynumber"),
      ],
      swiftSettings: house),
  ]
)
