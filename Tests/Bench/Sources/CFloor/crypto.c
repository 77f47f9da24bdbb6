// The cipher calls of the product, one context of each kind for all of them.
#include "internal.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <string.h>

const uint8_t filler[1 << 16] = {1};
const uint8_t wrapping_key[KEY] = {2};

static EVP_CIPHER_CTX *cipher;
static EVP_MAC_CTX *hmac;
static EVP_MD_CTX *digest;
static EVP_PKEY *signer, *holder;
static uint8_t holder_public[KEY];
static uint8_t block[4096];
static size_t used = sizeof block;

void crypto_start(void) {
  if (cipher) return;
  cipher = EVP_CIPHER_CTX_new();
  EVP_CIPHER *aes = EVP_CIPHER_fetch(NULL, "AES-256-GCM", NULL);
  check(EVP_EncryptInit_ex2(cipher, aes, NULL, NULL, NULL), "AES-256-GCM");
  hmac = EVP_MAC_CTX_new(EVP_MAC_fetch(NULL, "HMAC", NULL));
  OSSL_PARAM sha256[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, (char *)"SHA256", 0),
      OSSL_PARAM_construct_end()};
  check(EVP_MAC_init(hmac, filler, KEY, sha256), "HMAC");
  digest = EVP_MD_CTX_new();
  check(EVP_DigestInit_ex2(digest, EVP_MD_fetch(NULL, "SHA256", NULL), NULL), "SHA-256");
  signer = EVP_PKEY_new_raw_private_key_ex(NULL, "ED25519", NULL, filler, KEY);
  holder = EVP_PKEY_new_raw_private_key_ex(NULL, "X25519", NULL, filler, KEY);
  size_t count = KEY;
  check(EVP_PKEY_get_raw_public_key(holder, holder_public, &count), "X25519");
}

void random_fill(uint8_t *out, int count) {
  while (count > 0) {
    if (used == sizeof block) {
      check(RAND_priv_bytes(block, sizeof block), "RAND_priv_bytes");
      used = 0;
    }
    int part = count < (int)(sizeof block - used) ? count : (int)(sizeof block - used);
    memcpy(out, block + used, (size_t)part);
    out += part;
    count -= part;
    used += (size_t)part;
  }
}

void mac(const uint8_t *key, int key_length, int message_length, uint8_t out[HASH]) {
  size_t written;
  check(
      EVP_MAC_init(hmac, key, (size_t)key_length, NULL) &&
          EVP_MAC_update(hmac, filler, (size_t)message_length) &&
          EVP_MAC_final(hmac, out, &written, HASH),
      "HMAC");
}

void hash(int prefix, const uint8_t *message, int length, uint8_t out[HASH]) {
  uint8_t first = (uint8_t)prefix;
  check(EVP_DigestInit_ex2(digest, NULL, NULL), "SHA-256");
  if (prefix >= 0) EVP_DigestUpdate(digest, &first, 1);
  check(EVP_DigestUpdate(digest, message, (size_t)length), "SHA-256");
  check(EVP_DigestFinal_ex(digest, out, NULL), "SHA-256");
}

void seal(const uint8_t *key, const uint8_t *plain, int length, int associated, uint8_t *out) {
  int n;
  random_fill(out, NONCE);
  check(
      EVP_CipherInit_ex2(cipher, NULL, key, out, 1, NULL) &&
          EVP_CipherUpdate(cipher, NULL, &n, filler, associated) &&
          EVP_CipherUpdate(cipher, out + NONCE, &n, plain, length) &&
          EVP_EncryptFinal_ex(cipher, out + NONCE + length, &n) &&
          EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, TAG, out + NONCE + length),
      "seal");
}

void unseal(const uint8_t *key, const uint8_t *sealed, int length, int associated, uint8_t *out) {
  int n, body = length - OVERHEAD;
  check(
      EVP_CipherInit_ex2(cipher, NULL, key, sealed, 0, NULL) &&
          EVP_CipherUpdate(cipher, NULL, &n, filler, associated) &&
          EVP_CipherUpdate(cipher, out, &n, sealed + NONCE, body) &&
          EVP_CIPHER_CTX_ctrl(
              cipher, EVP_CTRL_AEAD_SET_TAG, TAG, (void *)(sealed + NONCE + body)) &&
          EVP_DecryptFinal_ex(cipher, out + body, &n),
      "open");
}

// HKDF-Expand has one block: HMAC of the label and the byte 1.
enum { ENCRYPT_LABEL = 19 + 1, COMMIT_LABEL = 18 + 1 };

void seal_object(const uint8_t *data_key, const uint8_t *plain, int length, uint8_t *sealed,
                 uint8_t commitment[HASH]) {
  uint8_t key[KEY];
  mac(data_key, KEY, ENCRYPT_LABEL, key);
  seal(key, plain, length, OBJECT_AAD, sealed);
  mac(data_key, KEY, COMMIT_LABEL, commitment);
}

void unseal_number(const uint8_t *data_key, const uint8_t *sealed, uint8_t number[NUMBER]) {
  unseal_object(data_key, sealed, NUMBER + OVERHEAD, number);
}

void unseal_object(const uint8_t *data_key, const uint8_t *sealed, int length, uint8_t *plain) {
  uint8_t key[KEY];
  mac(data_key, KEY, COMMIT_LABEL, key);
  mac(data_key, KEY, ENCRYPT_LABEL, key);
  unseal(key, sealed, length, OBJECT_AAD, plain);
}

// RFC 9180, section 4: what LabeledExtract and LabeledExpand put before their input.
enum { KEM = 7 + 5, HPKE = 7 + 10 };

static void agree(EVP_PKEY *own, const uint8_t peer[KEY]) {
  uint8_t shared[KEY];
  size_t count = KEY;
  EVP_PKEY *other = EVP_PKEY_new_raw_public_key_ex(NULL, "X25519", NULL, peer, KEY);
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(NULL, own, NULL);
  check(
      EVP_PKEY_derive_init(context) == 1 && EVP_PKEY_derive_set_peer(context, other) == 1 &&
          EVP_PKEY_derive(context, shared, &count) == 1,
      "X25519");
  EVP_PKEY_CTX_free(context);
  EVP_PKEY_free(other);
}

// The key schedule, the exporter's secret and its two exports.
static void schedule(int name_length) {
  uint8_t out[HASH];
  mac(filler, KEY, KEM + 7 + KEY, out);                            // eae_prk
  mac(out, HASH, 2 + KEM + 13 + 2 * KEY + 1, out);                 // shared_secret
  mac(filler, KEY, HPKE + 11, out);                                // psk_id_hash
  mac(filler, KEY, HPKE + 9 + LOCKBOX_INFO + name_length, out);    // info_hash
  mac(out, HASH, HPKE + 6, out);                                   // secret
  mac(out, HASH, 2 + HPKE + 3 + 1 + 2 * HASH + 1, out);            // exp
  mac(out, HASH, 2 + HPKE + 3 + 30 + 1, out);                      // "mynumber v1 lockbox commitment"
  mac(out, HASH, 2 + HPKE + 3 + 24 + 1, out);                      // "mynumber v1 wrapping key"
}

void lockbox_make(int name_length, uint8_t encapsulated[KEY]) {
  size_t count = KEY;
  uint8_t secret[KEY];
  random_fill(secret, KEY);
  EVP_PKEY *fresh = EVP_PKEY_new_raw_private_key_ex(NULL, "X25519", NULL, secret, KEY);
  check(EVP_PKEY_get_raw_public_key(fresh, encapsulated, &count), "X25519");
  agree(fresh, holder_public);
  EVP_PKEY_free(fresh);
  schedule(name_length);
}

void lockbox_open(int name_length, const uint8_t encapsulated[KEY]) {
  agree(holder, encapsulated);
  schedule(name_length);
}

// A commit's signature is made, and checked before it is written.
void sign(int length) {
  uint8_t signature[64];
  size_t count = sizeof signature;
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  check(
      EVP_DigestSignInit_ex(context, NULL, NULL, NULL, NULL, signer, NULL) == 1 &&
          EVP_DigestSign(context, signature, &count, filler, (size_t)length) == 1,
      "Ed25519");
  EVP_MD_CTX_free(context);
  context = EVP_MD_CTX_new();
  check(
      EVP_DigestVerifyInit_ex(context, NULL, NULL, NULL, NULL, signer, NULL) == 1 &&
          EVP_DigestVerify(context, signature, count, filler, (size_t)length) == 1,
      "Ed25519");
  EVP_MD_CTX_free(context);
}
