// Counts of the costly calls that this process made, by whichever side made them.
#ifndef BENCH_COUNTERS_H
#define BENCH_COUNTERS_H

#include <stdint.h>

typedef struct {
  uint64_t seals;          // EVP_EncryptFinal_ex
  uint64_t opens;          // EVP_DecryptFinal_ex
  uint64_t cipher_bytes;   // EVP_CipherUpdate: plaintext, ciphertext and associated data
  uint64_t macs;           // EVP_MAC_final
  uint64_t mac_bytes;      // EVP_MAC_update
  uint64_t hashes;         // EVP_DigestFinal_ex
  uint64_t hash_bytes;     // EVP_DigestUpdate
  uint64_t agreements;     // EVP_PKEY_derive (X25519)
  uint64_t signatures;     // EVP_DigestSign (Ed25519)
  uint64_t verifications;  // EVP_DigestVerify (Ed25519)
  uint64_t random_bytes;   // RAND_priv_bytes
  uint64_t rows_written;   // sqlite3_step of a writing statement that is done
  uint64_t rows_read;      // sqlite3_step that gave a row
  uint64_t syncs;          // fsync and fdatasync
} bench_counters;

bench_counters bench_counters_now(void);

#endif
