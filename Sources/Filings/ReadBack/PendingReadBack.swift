internal import Threads

/// A batch that is being read back on another thread.
///
/// The file stays open for as long as that takes: this waits for it even where nobody asks what came
/// of it any more.
struct PendingReadBack: ~Copyable {
  private let writing: ExportWriting
  private let end: Int
  private let verdict: Deferred<Result<Int, ExportError>>

  /// Begins to read a batch back that ends at a place of a file.
  init(_ batch: consuming BatchReadBack, upTo end: Int, of writing: ExportWriting) {
    self.writing = writing
    self.end = end
    verdict = Deferred(consuming: batch) { batch in
      do throws(ExportError) { return .success(try batch.run()) } catch { return .failure(error) }
    }
  }

  deinit { _ = verdict.value() }

  /// Waits until the whole batch is read back.
  ///
  /// - Throws: What was wrong with it.
  borrowing func finish() throws(ExportError) {
    guard try verdict.value().get() == end else {
      throw .readBack(ReadBackFault(.file, .otherRows))
    }
  }
}
