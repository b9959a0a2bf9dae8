/* json-check.c: the strict scanner under json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "json-check.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "words.h"

/* Objects of up to so many members compare their names pair by pair; larger ones sort them. */
#define FEW_MEMBERS 16

typedef struct
{
  const char *text;
  const char *end;
  const char *at;
  GArray     *entries;
  guint       depth;
  GError    **error;
} Scanner;

static gboolean scan_value (Scanner *scanner,
                            guint    entry);

G_DEFINE_QUARK (samsyn-json-error-quark, samsyn_json_error)

static gboolean
fail (Scanner        *scanner,
      const char     *at,
      SamsynJsonError code,
      const char     *what)
{
  const char *line = scanner->text;
  guint lines = 1;

  for (const char *c = scanner->text; c < at; c++)
    if (*c == '\n')
      {
        lines++;
        line = c + 1;
      }
  g_set_error (scanner->error, SAMSYN_JSON_ERROR, code, _("line %u, column %ld: %s"), lines,
               g_utf8_strlen (line, at - line) + 1, what);
  return FALSE;
}

static gboolean
fail_here (Scanner    *scanner,
           const char *what)
{
  if (scanner->at >= scanner->end)
    what = _("the document ends too early");
  return fail (scanner, scanner->at, SAMSYN_JSON_ERROR_SYNTAX, what);
}

static SamsynJsonEntry *
entry_at (Scanner *scanner,
          guint    entry)
{
  return &g_array_index (scanner->entries, SamsynJsonEntry, entry);
}

static void
skip_space (Scanner *scanner)
{
  while (scanner->at < scanner->end && (*scanner->at == ' ' || *scanner->at == '\t' || *scanner->at == '\n' || *scanner->at == '\r'))
    scanner->at++;
}

static gboolean
take (Scanner *scanner,
      char     expected)
{
  if (scanner->at >= scanner->end || *scanner->at != expected)
    return FALSE;
  scanner->at++;
  return TRUE;
}

/* ---- Texts ------------------------------------------------------------------------------------------------------------------ */

/* Four hexadecimal digits, or -1. */
static int
hex4 (const char *at,
      const char *end)
{
  int code = 0;

  if (end - at < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return -1;
      code = code * 16 + g_ascii_xdigit_value (at[i]);
    }
  return code;
}

static gboolean
scan_unicode_escape (Scanner    *scanner,
                     const char *escape)
{
  int code = hex4 (scanner->at, scanner->end), low = 0;

  if (code < 0)
    return fail (scanner, escape, SAMSYN_JSON_ERROR_SYNTAX, _("\\u must be followed by four hexadecimal digits"));
  scanner->at += 4;
  if (code == 0)
    return fail (scanner, escape, SAMSYN_JSON_ERROR_ENCODING, _("NUL characters are not allowed"));
  if (code >= 0xD800 && code <= 0xDBFF && scanner->end - scanner->at >= 6 && scanner->at[0] == '\\' && scanner->at[1] == 'u')
    {
      low = hex4 (scanner->at + 2, scanner->end);
      scanner->at += 6;
    }
  if ((code >= 0xDC00 && code <= 0xDFFF) || (code >= 0xD800 && code <= 0xDBFF && (low < 0xDC00 || low > 0xDFFF)))
    return fail (scanner, escape, SAMSYN_JSON_ERROR_ENCODING, _("half a surrogate pair is no character"));
  return TRUE;
}

static gboolean
scan_escape (Scanner *scanner)
{
  const char *escape = scanner->at++;

  if (scanner->at >= scanner->end)
    return fail_here (scanner, NULL);
  if (take (scanner, 'u'))
    return scan_unicode_escape (scanner, escape);
  if (*scanner->at == '\0' || strchr ("\"\\/bfnrt", *scanner->at) == NULL)
    return fail (scanner, escape, SAMSYN_JSON_ERROR_SYNTAX, _("there is no such escape"));
  scanner->at++;
  return TRUE;
}

/* From the opening quote to behind the closing one. */
static gboolean
scan_text (Scanner *scanner,
           guint32 *start,
           guint32 *end,
           guint8  *escaped)
{
  *start = (guint32) (++scanner->at - scanner->text);
  while (scanner->at < scanner->end && *scanner->at != '"')
    {
      if ((guchar) *scanner->at < 0x20)
        return fail_here (scanner, _("control characters in a text must be written as escapes"));
      if (*scanner->at != '\\')
        scanner->at++;
      else if (scan_escape (scanner))
        *escaped = 1;
      else
        return FALSE;
    }
  *end = (guint32) (scanner->at - scanner->text);
  return take (scanner, '"') || fail_here (scanner, NULL);
}

char *
samsyn_json_unescape (const char *start,
                      const char *end)
{
  static const char letters[] = "bfnrt", meanings[] = "\b\f\n\r\t";
  GString *text = g_string_sized_new ((gsize) (end - start) + 1);

  for (const char *at = start; at < end; at++)
    if (*at != '\\')
      g_string_append_c (text, *at);
    else if (*++at == 'u')
      {
        gunichar code = (gunichar) hex4 (at + 1, end);

        at += 4;
        if (code >= 0xD800 && code <= 0xDBFF)
          {
            code = 0x10000 + ((code - 0xD800) << 10) + ((gunichar) hex4 (at + 3, end) - 0xDC00);
            at += 6;
          }
        g_string_append_unichar (text, code);
      }
    else
      {
        const char *letter = strchr (letters, *at);

        g_string_append_c (text, letter != NULL ? meanings[letter - letters] : *at);
      }
  return g_string_free (text, FALSE);
}

/* ---- Numbers ---------------------------------------------------------------------------------------------------------------- */

static gboolean
scan_digits (Scanner *scanner)
{
  const char *start = scanner->at;

  while (scanner->at < scanner->end && g_ascii_isdigit (*scanner->at))
    scanner->at++;
  return scanner->at > start;
}

static gboolean
check_size (Scanner    *scanner,
            const char *start,
            gboolean    real)
{
  g_autofree char *token = g_strndup (start, (gsize) (scanner->at - start));

  errno = 0;
  if (real ? isfinite (g_ascii_strtod (token, NULL)) : (g_ascii_strtoll (token, NULL, 10), errno == 0))
    return TRUE;
  return fail (scanner, start, SAMSYN_JSON_ERROR_NUMBER, _("the number is too large to be kept exactly; write it as a text"));
}

static gboolean
scan_number (Scanner *scanner,
             guint    entry)
{
  const char *start = scanner->at;
  gboolean real = FALSE;

  take (scanner, '-');
  if (!take (scanner, '0') && !scan_digits (scanner))
    return fail_here (scanner, _("a number must begin with a digit"));
  if (scanner->at < scanner->end && g_ascii_isdigit (*scanner->at))
    return fail (scanner, start, SAMSYN_JSON_ERROR_SYNTAX, _("a number must not begin with 0"));
  if (take (scanner, '.'))
    {
      real = TRUE;
      if (!scan_digits (scanner))
        return fail_here (scanner, _("a decimal point must be followed by a digit"));
    }
  if (take (scanner, 'e') || take (scanner, 'E'))
    {
      real = TRUE;
      if (!take (scanner, '+'))
        take (scanner, '-');
      if (!scan_digits (scanner))
        return fail_here (scanner, _("an exponent must have a digit"));
    }
  entry_at (scanner, entry)->type = real ? SAMSYN_JSON_REAL : SAMSYN_JSON_INTEGER;
  return (!real && scanner->at - start < 18) || check_size (scanner, start, real);
}

/* ---- Arrays and objects ------------------------------------------------------------------------------------------------------- */

static gboolean
scan_word (Scanner       *scanner,
           guint          entry,
           const char    *word,
           SamsynJsonType type)
{
  gsize length = strlen (word);

  if ((gsize) (scanner->end - scanner->at) < length || strncmp (scanner->at, word, length) != 0)
    return fail_here (scanner, _("this is no value: expected a text, a number, true, false, null, [ or {"));
  scanner->at += length;
  entry_at (scanner, entry)->type = (guint8) type;
  return TRUE;
}

/* Adds a child; chains it behind its elder sibling. */
static guint
add_child (Scanner         *scanner,
           guint            parent,
           guint            elder,
           SamsynJsonEntry *child)
{
  guint entry = scanner->entries->len;

  g_array_append_val (scanner->entries, *child);
  entry_at (scanner, parent)->size++;
  if (elder != 0)
    entry_at (scanner, elder)->next = entry;
  return entry;
}

static gboolean
scan_elements (Scanner *scanner,
               guint    array)
{
  guint element = 0;

  skip_space (scanner);
  if (take (scanner, ']'))
    return TRUE;
  do
    {
      SamsynJsonEntry child = { 0 };

      element = add_child (scanner, array, element, &child);
      if (!scan_value (scanner, element))
        return FALSE;
      skip_space (scanner);
    }
  while (take (scanner, ','));
  return take (scanner, ']') || fail_here (scanner, _("expected , or ] after an element"));
}

static gboolean
same_name (const char            *text,
           const SamsynJsonEntry *a,
           const SamsynJsonEntry *b)
{
  return a->name_end - a->name == b->name_end - b->name && memcmp (text + a->name, text + b->name, a->name_end - a->name) == 0;
}

typedef struct
{
  char   *name;
  guint32 at;
} Name;

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  int order = strcmp (((const Name *) a)->name, ((const Name *) b)->name);

  return order != 0 ? order : ((const Name *) a)->at < ((const Name *) b)->at ? -1 : 1;
}

static void
clear_name (gpointer data)
{
  g_free (((Name *) data)->name);
}

/* Names as they are meant, sorted: also where somebody wrote a million of them, or one with escapes and one without. */
static guint32
find_doubled_sorted (Scanner *scanner,
                     guint    object)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));

  g_array_set_clear_func (names, clear_name);
  for (guint i = object + 1; i != 0; i = entry_at (scanner, i)->next)
    {
      const SamsynJsonEntry *entry = entry_at (scanner, i);
      Name name = { samsyn_json_unescape (scanner->text + entry->name, scanner->text + entry->name_end), entry->name };

      g_array_append_val (names, name);
    }
  g_array_sort (names, compare_names);
  for (guint i = 1; i < names->len; i++)
    if (g_str_equal (g_array_index (names, Name, i - 1).name, g_array_index (names, Name, i).name))
      return g_array_index (names, Name, i).at;
  return 0;
}

/* Where the object's second member of the same name is, or 0. */
static guint32
find_doubled (Scanner *scanner,
              guint    object)
{
  for (guint i = object + 1; i != 0; i = entry_at (scanner, i)->next)
    if (entry_at (scanner, i)->name_escaped || entry_at (scanner, object)->size > FEW_MEMBERS)
      return find_doubled_sorted (scanner, object);
  for (guint i = object + 1; i != 0; i = entry_at (scanner, i)->next)
    for (guint j = entry_at (scanner, i)->next; j != 0; j = entry_at (scanner, j)->next)
      if (same_name (scanner->text, entry_at (scanner, i), entry_at (scanner, j)))
        return entry_at (scanner, j)->name;
  return 0;
}

static gboolean
scan_member (Scanner *scanner,
             guint    object,
             guint   *member)
{
  SamsynJsonEntry child = { 0 };

  skip_space (scanner);
  if (scanner->at >= scanner->end || *scanner->at != '"')
    return fail_here (scanner, _("expected a member's name in double quotes"));
  if (!scan_text (scanner, &child.name, &child.name_end, &child.name_escaped))
    return FALSE;
  skip_space (scanner);
  if (!take (scanner, ':'))
    return fail_here (scanner, _("expected : after a member's name"));
  *member = add_child (scanner, object, *member, &child);
  if (!scan_value (scanner, *member))
    return FALSE;
  skip_space (scanner);
  return TRUE;
}

static gboolean
scan_members (Scanner *scanner,
              guint    object)
{
  guint member = 0;
  guint32 doubled;

  skip_space (scanner);
  if (take (scanner, '}'))
    return TRUE;
  do
    if (!scan_member (scanner, object, &member))
      return FALSE;
  while (take (scanner, ','));
  if (!take (scanner, '}'))
    return fail_here (scanner, _("expected , or } after a member"));
  doubled = find_doubled (scanner, object);
  return doubled == 0 || fail (scanner, scanner->text + doubled - 1, SAMSYN_JSON_ERROR_DOUBLED,
                               _("the object already has a member of this name"));
}

static gboolean
scan_nested (Scanner       *scanner,
             guint          entry,
             SamsynJsonType type)
{
  gboolean done;

  if (scanner->depth == SAMSYN_JSON_DEPTH)
    return fail (scanner, scanner->at, SAMSYN_JSON_ERROR_DEPTH, _("objects and arrays are nested too deep"));
  scanner->at++;
  scanner->depth++;
  entry_at (scanner, entry)->type = (guint8) type;
  done = type == SAMSYN_JSON_ARRAY ? scan_elements (scanner, entry) : scan_members (scanner, entry);
  scanner->depth--;
  return done;
}

/* Entries move while children are added: the entry is looked up again after each. */
static gboolean
scan_value (Scanner *scanner,
            guint    entry)
{
  SamsynJsonEntry *value;
  gboolean done;

  skip_space (scanner);
  value = entry_at (scanner, entry);
  value->start = (guint32) (scanner->at - scanner->text);
  switch (scanner->at < scanner->end ? *scanner->at : '\0')
    {
    case '"':
      value->type = SAMSYN_JSON_TEXT;
      return scan_text (scanner, &value->start, &value->end, &value->escaped);
    case '{':
      return scan_nested (scanner, entry, SAMSYN_JSON_OBJECT);
    case '[':
      return scan_nested (scanner, entry, SAMSYN_JSON_ARRAY);
    case 't':
      return scan_word (scanner, entry, "true", SAMSYN_JSON_TRUE);
    case 'f':
      return scan_word (scanner, entry, "false", SAMSYN_JSON_FALSE);
    case '-': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
      done = scan_number (scanner, entry);
      entry_at (scanner, entry)->end = (guint32) (scanner->at - scanner->text);
      return done;
    default:
      return scan_word (scanner, entry, "null", SAMSYN_JSON_NULL);
    }
}

gboolean
samsyn_json_scan (const char *text,
                  gsize       length,
                  GArray     *entries,
                  GError    **error)
{
  Scanner scanner = { .text = text, .end = text + length, .at = text, .entries = entries, .error = error };
  SamsynJsonEntry root = { 0 };
  const char *bad;

  if (length > SAMSYN_JSON_SIZE)
    {
      g_set_error (error, SAMSYN_JSON_ERROR, SAMSYN_JSON_ERROR_SIZE, _("the document is too large: at most %u megabytes are read"),
                   (guint) (SAMSYN_JSON_SIZE >> 20));
      return FALSE;
    }
  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    return fail (&scanner, text, SAMSYN_JSON_ERROR_ENCODING,
                 _("the document begins with a byte order mark; save it as UTF-8 without one"));
  if (!g_utf8_validate_len (text, length, &bad))
    return fail (&scanner, bad, SAMSYN_JSON_ERROR_ENCODING, _("this is not UTF-8"));
  g_array_append_val (entries, root);
  if (!scan_value (&scanner, 0))
    return FALSE;
  skip_space (&scanner);
  return scanner.at == scanner.end
         || fail (&scanner, scanner.at, SAMSYN_JSON_ERROR_SYNTAX, _("there is something behind the end of the document"));
}
