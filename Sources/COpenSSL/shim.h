// Wrappers for what Swift cannot call: macros, casts in macros, variadic functions.
#ifndef COPENSSL_SHIM_H
#define COPENSSL_SHIM_H

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

// Writes the 16-byte tag of a finished encryption. 1 is success.
static inline int copenssl_gcm_get_tag(EVP_CIPHER_CTX *context, unsigned char *tag) {
  return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, 16, tag);
}

// Sets the 16-byte tag a decryption must end with. 1 is success.
// OpenSSL only reads the tag here, but the control call takes every buffer as writable.
static inline int copenssl_gcm_set_tag(EVP_CIPHER_CTX *context, const unsigned char *tag) {
  return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, (void *)tag);
}

// Binds a MAC context to SHA-256 and gives it a key. 1 is success.
static inline int copenssl_hmac_sha256_init(
    EVP_MAC_CTX *context, const unsigned char *key, size_t count) {
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, (char *)"SHA256", 0),
      OSSL_PARAM_construct_end()};
  return EVP_MAC_init(context, key, count, parameters);
}

// CRYPTO_secure_zalloc and CRYPTO_secure_clear_free want a source position, which macros supply.
static inline void *copenssl_secure_zalloc(size_t count) { return OPENSSL_secure_zalloc(count); }
static inline void copenssl_secure_clear_free(void *bytes, size_t count) {
  OPENSSL_secure_clear_free(bytes, count);
}

// prctl is variadic. Both return 0 or the flag on success, -1 on failure.
static inline int copenssl_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
static inline int copenssl_may_dump(void) { return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0); }

// Has the process killed when its parent ends, and keeps it from ever gaining rights. 0 on success.
static inline int copenssl_die_with_parent(void) {
  return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) | prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

// The C library declares these two to GNU programs alone.
extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

// Makes a pipe that no program started later inherits. 0 on success.
static inline int copenssl_pipe(int *ends) { return pipe2(ends, O_CLOEXEC); }

// Has a program begin without the open files from this one on. 0 on success.
static inline int copenssl_close_from(posix_spawn_file_actions_t *actions, int from) {
  return posix_spawn_file_actions_addclosefrom_np(actions, from);
}

// Writes to a pipe; where nobody reads it any more, raises no signal.
static inline ssize_t copenssl_write_quietly(int pipe, const void *bytes, size_t count) {
  sigset_t broken, before, pending;
  sigemptyset(&broken);
  sigaddset(&broken, SIGPIPE);
  sigemptyset(&pending);
  sigpending(&pending);
  if (pthread_sigmask(SIG_BLOCK, &broken, &before) != 0) return -1;
  ssize_t written = write(pipe, bytes, count);
  int error = errno;
  // The signal comes with a part written as well.
  if (written != (ssize_t)count && !sigismember(&pending, SIGPIPE)) {
    const struct timespec now = {0, 0};
    while (sigtimedwait(&broken, NULL, &now) < 0 && errno == EINTR) continue;
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = error;
  return written;
}

#endif
