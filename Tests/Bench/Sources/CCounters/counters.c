// An executable's own definition of a function is found before a shared library's, also by the
// libraries themselves. So each function below stands in front of the one of OpenSSL, SQLite or
// the C library, counts the call, and passes it on. Both sides of the benchmark go through here.
#define _GNU_SOURCE
#include "counters.h"

#include <dlfcn.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static bench_counters counters;
// OpenSSL calls some of these itself, from inside a MAC, a signature or the random generator.
// Only calls from outside are counted, on every thread.
static _Thread_local int inside;

// Adds to a counter, whatever other threads count meanwhile.
#define COUNT(counter, more) \
  ((void)__atomic_fetch_add(&counters.counter, (uint64_t)(more), __ATOMIC_RELAXED))

bench_counters bench_counters_now(void) { return counters; }

static void *next(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) {
    fprintf(stderr, "bench: no function %s behind the counters\n", name);
    exit(70);
  }
  return found;
}

// The function of the same name in the library, looked up at the first call.
#define BEHIND(name)                    \
  static __typeof__(&name) real = NULL; \
  if (!real) real = (__typeof__(&name))next(#name)

// Makes a call during which nothing else is counted.
#define INSIDE(call)      \
  ({                      \
    inside++;             \
    int status = (call);  \
    inside--;             \
    status;               \
  })

int EVP_EncryptFinal_ex(EVP_CIPHER_CTX *context, unsigned char *out, int *count) {
  BEHIND(EVP_EncryptFinal_ex);
  COUNT(seals, !inside);
  return real(context, out, count);
}

int EVP_DecryptFinal_ex(EVP_CIPHER_CTX *context, unsigned char *out, int *count) {
  BEHIND(EVP_DecryptFinal_ex);
  COUNT(opens, !inside);
  return real(context, out, count);
}

int EVP_CipherUpdate(
    EVP_CIPHER_CTX *context, unsigned char *out, int *written, const unsigned char *in, int count) {
  BEHIND(EVP_CipherUpdate);
  if (!inside) COUNT(cipher_bytes, count);
  return real(context, out, written, in, count);
}

int EVP_MAC_init(
    EVP_MAC_CTX *context, const unsigned char *key, size_t count, const OSSL_PARAM parameters[]) {
  BEHIND(EVP_MAC_init);
  return INSIDE(real(context, key, count, parameters));
}

int EVP_MAC_update(EVP_MAC_CTX *context, const unsigned char *bytes, size_t count) {
  BEHIND(EVP_MAC_update);
  COUNT(mac_bytes, count);
  return INSIDE(real(context, bytes, count));
}

int EVP_MAC_final(EVP_MAC_CTX *context, unsigned char *out, size_t *written, size_t room) {
  BEHIND(EVP_MAC_final);
  COUNT(macs, 1);
  return INSIDE(real(context, out, written, room));
}

int EVP_DigestUpdate(EVP_MD_CTX *context, const void *bytes, size_t count) {
  BEHIND(EVP_DigestUpdate);
  if (!inside) COUNT(hash_bytes, count);
  return real(context, bytes, count);
}

int EVP_DigestFinal_ex(EVP_MD_CTX *context, unsigned char *out, unsigned int *written) {
  BEHIND(EVP_DigestFinal_ex);
  COUNT(hashes, !inside);
  return real(context, out, written);
}

int EVP_PKEY_derive(EVP_PKEY_CTX *context, unsigned char *out, size_t *count) {
  BEHIND(EVP_PKEY_derive);
  COUNT(agreements, 1);
  return INSIDE(real(context, out, count));
}

int EVP_DigestSign(
    EVP_MD_CTX *context, unsigned char *out, size_t *written, const unsigned char *message,
    size_t count) {
  BEHIND(EVP_DigestSign);
  COUNT(signatures, 1);
  return INSIDE(real(context, out, written, message, count));
}

int EVP_DigestVerify(
    EVP_MD_CTX *context, const unsigned char *signature, size_t length,
    const unsigned char *message, size_t count) {
  BEHIND(EVP_DigestVerify);
  COUNT(verifications, 1);
  return INSIDE(real(context, signature, length, message, count));
}

int RAND_priv_bytes(unsigned char *out, int count) {
  BEHIND(RAND_priv_bytes);
  COUNT(random_bytes, count);
  return INSIDE(real(out, count));
}

int sqlite3_step(sqlite3_stmt *statement) {
  BEHIND(sqlite3_step);
  int status = real(statement);
  if (status == SQLITE_ROW) {
    COUNT(rows_read, 1);
  } else if (status == SQLITE_DONE && !sqlite3_stmt_readonly(statement)) {
    COUNT(rows_written, 1);
  }
  return status;
}

int fsync(int descriptor) {
  BEHIND(fsync);
  COUNT(syncs, 1);
  return real(descriptor);
}

int fdatasync(int descriptor) {
  BEHIND(fdatasync);
  COUNT(syncs, 1);
  return real(descriptor);
}
