extension PersonRecord {
  /// Whether the current number is held.
  public var holdsNumber: Bool { current?.how == .current }

  /// The newest request by the day of asking; of one day the one recorded last.
  public var latestRequest: NumberRequest? {
    var latest: NumberRequest?
    for request in requests where latest.map({ $0.askedOn <= request.askedOn }) ?? true {
      latest = request
    }
    return latest
  }

  /// Notes a request; as long as there is no number, the newest says why.
  public mutating func add(_ request: NumberRequest) {
    requests.append(request)
    noteReason()
  }

  /// Takes back the request recorded last of a day and method that was a mistake.
  ///
  /// Returns the request as it stood; nil if there is none.
  public mutating func takeBack(_ request: NumberRequest) -> NumberRequest? {
    guard let place = requests.lastIndex(where: request.isSame(as:)) else { return nil }
    let taken = requests.remove(at: place)
    if requests.isEmpty, !holdsNumber { noNumberReason = .notAsked }
    noteReason()
    return taken
  }

  private mutating func noteReason() {
    guard !holdsNumber, let latest = latestRequest else { return }
    noNumberReason = latest.answer.reason
  }
}
