internal import Text

extension CSVReader {
  /// Reads a file from its beginning, in the encoding that it is found to have.
  ///
  /// - Throws: `.badInput` that names the file.
  init(_ descriptor: Int32, named file: String) throws(CustodyError) {
    let encoding: TextEncoding
    do throws(TextError) {
      encoding = try TextEncoding.detect(fileDescriptor: descriptor)
    } catch {
      throw CustodyError(error, file: file)
    }
    self.init(fileDescriptor: descriptor, encoding: encoding)
  }
}
