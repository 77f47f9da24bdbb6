import Glibc

extension Timestamp {
  /// The present moment by the system's clock; the only place in this room that looks at one.
  public static func now() -> Timestamp {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(seconds: Int64(time.tv_sec))
  }
}
