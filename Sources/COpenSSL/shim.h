// Wrappers for what Swift cannot call: macros, casts in macros, variadic functions.
#ifndef COPENSSL_SHIM_H
#define COPENSSL_SHIM_H

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <sys/prctl.h>

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

#endif
