#ifndef BENCH_FLOOR_INTERNAL_H
#define BENCH_FLOOR_INTERNAL_H

#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>

enum { KEY = 32, NONCE = 12, TAG = 16, OVERHEAD = NONCE + TAG, NUMBER = 12, UID = 16, HASH = 32 };

// Lengths of the byte strings that the product binds and hashes: each field has 4 bytes before it,
// and an integer takes 8.
enum {
  FIELD = 4,
  INTEGER = FIELD + 8,
  VAULT_ID = FIELD + HASH,
  OBJECT = FIELD + UID + INTEGER + INTEGER,                 // person, kind, version
  OBJECT_AAD = FIELD + 18 + VAULT_ID + OBJECT,              // "mynumber v1 object"
  WRAP_AAD = FIELD + 16 + VAULT_ID + FIELD + UID + FIELD + INTEGER + OBJECT + FIELD + UID,
  LOCKBOX_INFO = FIELD + 19 + VAULT_ID + FIELD + INTEGER + FIELD + UID,
  LOCKBOX_PINNED = FIELD + UID + FIELD + INTEGER + 2 * (FIELD + HASH)
};

void fail(const char *doing);
void check(int ok, const char *doing);

// crypto.c
void crypto_start(void);
void random_fill(uint8_t *out, int count);
void mac(const uint8_t *key, int key_length, int message_length, uint8_t out[HASH]);
void hash(int prefix, const uint8_t *message, int length, uint8_t out[HASH]);
void seal(const uint8_t *key, const uint8_t *plain, int length, int associated, uint8_t *out);
void unseal(const uint8_t *key, const uint8_t *sealed, int length, int associated, uint8_t *out);
void seal_object(const uint8_t *data_key, const uint8_t *plain, int length, uint8_t *sealed,
                 uint8_t commitment[HASH]);
void unseal_number(const uint8_t *data_key, const uint8_t *sealed, uint8_t number[NUMBER]);
void unseal_object(const uint8_t *data_key, const uint8_t *sealed, int length, uint8_t *plain);
void lockbox_make(int name_length, uint8_t encapsulated[KEY]);
void lockbox_open(int name_length, const uint8_t encapsulated[KEY]);
void sign(int length);
extern const uint8_t filler[1 << 16];
extern const uint8_t wrapping_key[KEY];

// log.c
void log_start(sqlite3 *database);
void log_append(int64_t person);
void log_finish(int touches_keys);
int64_t log_size(void);

// floor.c
void attach(const char *records, const char *keys_file);
sqlite3_stmt *prepare(const char *sql);
void run(sqlite3_stmt *statement);
void row(sqlite3_stmt *statement);
int entry_length(int64_t index);
int checkpoint_length(int64_t size);

// slips.c
typedef struct {
  uint16_t record, after, profile, evidence;
  uint8_t code[16], code_length;
} person_shape;

extern person_shape *people;
extern sqlite3_stmt *person, *begin, *begin_immediate, *commit, *lock, *vault_head, *records_head, *keys_head;
int key_of(const char *name, int object);
int64_t decide_person(const person_shape *shape);
void look(sqlite3_stmt *statement);
void blob(sqlite3_stmt *statement, int place, const void *bytes, int length);
void unwrap(int64_t id, int object, int key, uint8_t data_key[KEY + TAG]);
void look_for_wrap(int64_t id, int object, int key);
void slips_start(void);
extern int origin_length, signer_length;

#endif
