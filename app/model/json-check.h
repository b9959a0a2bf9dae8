/* json-check.h: the strict scanner under json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "json.h"

G_BEGIN_DECLS

/* A value in the document.  Offsets are in bytes; of a text and of a name those between the quotes. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 name; /* 0: an element, or the root */
  guint32 name_end;
  guint32 next; /* the following sibling, or 0 */
  guint32 size; /* elements or members */
  guint8  type; /* SamsynJsonType */
  guint8  escaped;      /* the text has escapes */
  guint8  name_escaped; /* the name has escapes */
} SamsynJsonEntry;

/* Reads the whole text; adds its values, each before its children, to `entries` (SamsynJsonEntry). */
gboolean samsyn_json_scan (const char *text,
                           gsize       length,
                           GArray     *entries,
                           GError    **error);

/* The text between two quotes that were found correct, escapes resolved; to be freed by the caller. */
char *samsyn_json_unescape (const char *start,
                            const char *end);

G_END_DECLS
