/// The texts of a row by item: so few that each is found sooner by looking at all of them.
public struct ItemTexts: Hashable, Sendable {
  private var items: [RecordItem] = []
  private var texts: [String] = []

  init() {
    items.reserveCapacity(32)
    texts.reserveCapacity(32)
  }

  /// The text of an item; nil where the row says nothing.
  public internal(set) subscript(item: RecordItem) -> String? {
    get { items.firstIndex(of: item).map { texts[$0] } }
    set {
      if let place = items.firstIndex(of: item) {
        if let newValue {
          texts[place] = newValue
        } else {
          items.remove(at: place)
          texts.remove(at: place)
        }
      } else if let newValue {
        items.append(item)
        texts.append(newValue)
      }
    }
  }
}
