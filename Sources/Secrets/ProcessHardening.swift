internal import COpenSSL
internal import Glibc

/// What a process that holds secrets asks of the operating system.
public enum ProcessHardening {
  /// Forbids core dumps, and other processes of the same user to look into this one's memory.
  ///
  /// Sets the limit on core files to zero, past raising, and clears the dumpable flag, which also
  /// keeps dumps from a handler that the kernel pipes them to.
  public static func disableCoreDumps() throws(SecretsError) {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    guard unsafe setrlimit(CInt(RLIMIT_CORE.rawValue), &none) == 0 else {
      throw SecretsError(.callFailed, call: "setrlimit")
    }
    guard copenssl_forbid_dumps() == 0 else { throw SecretsError(.callFailed, call: "prctl") }
  }

  /// Makes this a process that lives no longer than the one that started it, and can start none.
  ///
  /// Its memory is kept out of the swap, if locked memory has no limit.
  public static func confine() throws(SecretsError) {
    try disableCoreDumps()
    guard copenssl_die_with_parent() == 0 else { throw SecretsError(.callFailed, call: "prctl") }
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    guard unsafe setrlimit(CInt(__RLIMIT_NPROC.rawValue), &none) == 0 else {
      throw SecretsError(.callFailed, call: "setrlimit")
    }
    // Under a limit, memory that is wanted later would be denied.
    var limit = rlimit()
    if unsafe getrlimit(CInt(__RLIMIT_MEMLOCK.rawValue), &limit) == 0, limit.rlim_cur == .max {
      _ = mlockall(CInt(MCL_CURRENT) | CInt(MCL_FUTURE))
    }
  }
}
