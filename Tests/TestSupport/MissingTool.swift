/// A program that the tests read PDF with is not installed; `.ci/packages` sees to it.
public struct MissingTool: Error {
  public let name: String
}
