/* fuzz.h: what the programs that try random input have in common
 *
 * Each has the entry points of libFuzzer (https://llvm.org/docs/LibFuzzer.html).  Linked with libFuzzer it invents input; linked
 * with replay.c it runs what was found before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* The next bytes of an input as numbers and texts; zero and "" after its end. */
typedef struct
{
  const uint8_t *at;
  const uint8_t *end;
} FuzzInput;

static inline guint
fuzz_byte (FuzzInput *input)
{
  return input->at < input->end ? *input->at++ : 0;
}

static inline gint64
fuzz_integer (FuzzInput *input)
{
  guint64 integer = 0;

  for (guint i = 0; i < 8; i++)
    integer = integer << 8 | fuzz_byte (input);
  return (gint64) integer;
}

/* At most `most` bytes, ended with a zero byte that is not counted; to be freed by the caller. */
static inline char *
fuzz_bytes (FuzzInput *input,
            gsize      most,
            gsize     *length)
{
  *length = MIN (most, (gsize) (input->end - input->at));
  char *bytes = g_strndup ((const char *) input->at, *length);
  input->at += *length;
  return bytes;
}

/* A folder of the program's own, removed when it ends, and the same clock and chance each time. */
char *fuzz_begin (void);
