/* json.h: JSON documents, read strictly
 *
 * What a document says must be what both writer and reader see, or it is refused: RFC 8259 to the letter, UTF-8 without NUL (a
 * byte order mark before it is passed over), no doubled member names, no lone surrogates, no numbers that can't be kept (integers
 * of 64 bits, finite reals), nesting to SAMSYN_JSON_DEPTH, SAMSYN_JSON_VALUES values.  Libraries that are more generous only get
 * to see text that passed here.
 *
 * The document is kept as it was read; nodes are places in it.  A million values cost 28 bytes each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SAMSYN_JSON_DEPTH 64
#define SAMSYN_JSON_SIZE ((gsize) 1 << 30) /* the largest document that is read, in bytes */
#define SAMSYN_JSON_VALUES (1u << 24)
#define SAMSYN_JSON_MARK "\xEF\xBB\xBF"

#define SAMSYN_JSON_ERROR (samsyn_json_error_quark ())
GQuark samsyn_json_error_quark (void);

/* Why a document is refused.  The message is translated and begins with line and column. */
typedef enum
{
  SAMSYN_JSON_ERROR_SYNTAX,
  SAMSYN_JSON_ERROR_ENCODING, /* not UTF-8, NUL, lone surrogates */
  SAMSYN_JSON_ERROR_DOUBLED,  /* the same member name twice in an object */
  SAMSYN_JSON_ERROR_NUMBER,   /* too large to be kept */
  SAMSYN_JSON_ERROR_DEPTH,
  SAMSYN_JSON_ERROR_SIZE,
} SamsynJsonError;

typedef enum
{
  SAMSYN_JSON_NULL,
  SAMSYN_JSON_FALSE,
  SAMSYN_JSON_TRUE,
  SAMSYN_JSON_INTEGER, /* a number without point and exponent */
  SAMSYN_JSON_REAL,
  SAMSYN_JSON_TEXT,
  SAMSYN_JSON_ARRAY,
  SAMSYN_JSON_OBJECT,
} SamsynJsonType;

typedef struct _SamsynJson SamsynJson;

/* A node: its number in the document.  The root is 0, and since the root is nobody's child 0 also means "no such node". */
typedef guint SamsynJsonNode;

/* Whether a text is a document that samsyn_json_read() would read. */
gboolean samsyn_json_check (const char *text,
                            gsize       length,
                            GError    **error);

/* Reads a document; keeps a reference to the bytes.  Free with samsyn_json_free(). */
SamsynJson *samsyn_json_read (GBytes  *bytes,
                              GError **error);
void        samsyn_json_free (SamsynJson *json);

/* What the node is. */
SamsynJsonType samsyn_json_type (const SamsynJson *json,
                                 SamsynJsonNode    node);

/* The first element or member of an array or object, and the one after another; 0 at the end. */
SamsynJsonNode samsyn_json_first (const SamsynJson *json,
                                  SamsynJsonNode    node);
SamsynJsonNode samsyn_json_next  (const SamsynJson *json,
                                  SamsynJsonNode    node);

/* How many elements or members. */
guint samsyn_json_size (const SamsynJson *json,
                        SamsynJsonNode    node);

/* The member with that name, 0 if there is none (or the node is no object). */
SamsynJsonNode samsyn_json_member (const SamsynJson *json,
                                   SamsynJsonNode    node,
                                   const char       *name);

/* The name of a member, to be freed by the caller; and whether it is this one, which costs nothing. */
char    *samsyn_json_name    (const SamsynJson *json,
                              SamsynJsonNode    node);
gboolean samsyn_json_name_is (const SamsynJson *json,
                              SamsynJsonNode    node,
                              const char       *name);

/* The content of a text; NULL for other types.  To be freed by the caller. */
char *samsyn_json_text (const SamsynJson *json,
                        SamsynJsonNode    node);

/* A number as the document writes it; NULL for other types.  To be freed by the caller. */
char *samsyn_json_token (const SamsynJson *json,
                         SamsynJsonNode    node);

/* The value of an INTEGER, or of either number; programmer's error for other types. */
gint64 samsyn_json_integer (const SamsynJson *json,
                            SamsynJsonNode    node);
double samsyn_json_real    (const SamsynJson *json,
                            SamsynJsonNode    node);

/* ---- Writing --------------------------------------------------------------------------------------------------------------- */

/* Appends a text with quotes and escapes, or a number in the shortest form that reads back the same. */
void samsyn_json_append_text (GString    *out,
                              const char *text);
void samsyn_json_append_real (GString *out,
                              double   real);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynJson, samsyn_json_free)

G_END_DECLS
