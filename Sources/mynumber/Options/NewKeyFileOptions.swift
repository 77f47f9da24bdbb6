import ArgumentParser
import MyNumberKit

/// Where a new key pair goes, and under which passphrase.
struct NewKeyFileOptions: ParsableArguments {
  @Option(
    help: .both("The file to write; it must be new.", "書き出すファイル。新しいものに限る。", valueName: "file"))
  var out: String

  @Option(
    help: .both(
      "A file of mode 0600 with the passphrase; otherwise it is asked for.",
      "パスフレーズのファイル（0600）。なければ入力を求める。", valueName: "file"))
  var newPassphraseFile: String?

  /// Makes a key pair under the passphrase and writes its file.
  ///
  /// - Parameter text: The file's text of the pair.
  func write<Key>(
    in context: CommandContext, text: (Key) -> String,
    _ make: (borrowing SecretBytes) throws -> Key
  ) throws -> Key {
    let file = try PrivateFile(creating: context.path(out))
    let passphrase = try PassphraseReader(context).newPassphrase(
      file: newPassphraseFile, asking: .receiverPassphrase, option: "--new-passphrase-file")
    let key = try make(passphrase)
    let bytes = Array(text(key).utf8)
    try file.write(bytes.span)
    try file.finish()
    return key
  }
}
