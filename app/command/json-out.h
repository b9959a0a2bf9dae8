/* json-out.h: JSON on standard output, written as it is composed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SAMSYN_JSON_OUT_DEPTH 16

typedef struct
{
  GString *text;
  char     closers[SAMSYN_JSON_OUT_DEPTH];
  gboolean filled[SAMSYN_JSON_OUT_DEPTH + 1];
  guint    depth;
} SamsynJsonOut;

/* Begins with an object; samsyn_json_out_finish() ends it and frees. */
void samsyn_json_out_start  (SamsynJsonOut *out);
void samsyn_json_out_finish (SamsynJsonOut *out);

/* A member of the innermost object, or (name NULL) an element of the innermost array. */
void samsyn_json_out_object  (SamsynJsonOut *out,
                              const char    *name);
void samsyn_json_out_array   (SamsynJsonOut *out,
                              const char    *name);
void samsyn_json_out_end     (SamsynJsonOut *out);
void samsyn_json_out_text    (SamsynJsonOut *out,
                              const char    *name,
                              const char    *text); /* NULL: null */
void samsyn_json_out_words   (SamsynJsonOut *out,
                              const char    *name,
                              const char    *context,
                              const char    *words); /* an object: what they are in each language */
void samsyn_json_out_integer (SamsynJsonOut *out,
                              const char    *name,
                              gint64         integer);
void samsyn_json_out_real    (SamsynJsonOut *out,
                              const char    *name,
                              double         real);
void samsyn_json_out_truth   (SamsynJsonOut *out,
                              const char    *name,
                              gboolean       truth);

/* Begins a member or element whose value the caller appends to out->text. */
void samsyn_json_out_raw (SamsynJsonOut *out,
                          const char    *name);

G_END_DECLS
