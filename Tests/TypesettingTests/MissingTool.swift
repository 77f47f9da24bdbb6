/// A program that the tests read PDF with is not installed; `.ci/packages` sees to it.
struct MissingTool: Error {
  let name: String
}
