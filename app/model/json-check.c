/* json-check.c: the strict scanner under json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "json-scanner.h"

#include <string.h>

#include "words.h"

/* Objects of up to so many members compare their names pair by pair; larger ones sort them. */
#define FEW_MEMBERS 16

static gboolean scan_value (SamsynJsonScanner *scanner,
                            guint              entry);

G_DEFINE_QUARK (samsyn-json-error-quark, samsyn_json_error)

static SamsynJsonEntry *
entry_at (SamsynJsonScanner *scanner,
          guint              entry)
{
  return &g_array_index (scanner->entries, SamsynJsonEntry, entry);
}

/* ---- Arrays and objects ---------------------------------------------------------------------------------------------------- */

static gboolean
scan_word (SamsynJsonScanner *scanner,
           guint              entry,
           const char        *word,
           SamsynJsonType     type)
{
  gsize length = strlen (word);

  if ((gsize) (scanner->end - scanner->at) < length || strncmp (scanner->at, word, length) != 0)
    return samsyn_json_scanner_fail_here (scanner, _ ("this is no value: expected a text, a number, true, false, null, [ or {"));
  scanner->at += length;
  entry_at (scanner, entry)->type = (guint8) type;
  return TRUE;
}

/* Adds a child; chains it behind its elder sibling.  0 with the error where there are too many. */
static guint
add_child (SamsynJsonScanner *scanner,
           guint              parent,
           guint              elder,
           SamsynJsonEntry   *child)
{
  guint entry = scanner->entries->len;
  g_autofree char *what = NULL;

  if (entry == SAMSYN_JSON_VALUES)
    {
      what = g_strdup_printf (_ ("the document is too large: at most %u values are read"), SAMSYN_JSON_VALUES);
      samsyn_json_scanner_fail (scanner, scanner->at, SAMSYN_JSON_ERROR_SIZE, what);
      return 0;
    }
  g_array_append_val (scanner->entries, *child);
  entry_at (scanner, parent)->size++;
  if (elder != 0)
    entry_at (scanner, elder)->next = entry;
  return entry;
}

static gboolean
scan_elements (SamsynJsonScanner *scanner,
               guint              array)
{
  guint element = 0;

  samsyn_json_scanner_skip_space (scanner);
  if (samsyn_json_scanner_take (scanner, ']'))
    return TRUE;
  do
    {
      SamsynJsonEntry child = { 0 };

      element = add_child (scanner, array, element, &child);
      if (element == 0 || !scan_value (scanner, element))
        return FALSE;
      samsyn_json_scanner_skip_space (scanner);
    }
  while (samsyn_json_scanner_take (scanner, ','));
  return samsyn_json_scanner_take (scanner, ']')
         || samsyn_json_scanner_fail_here (scanner, _ ("expected , or ] after an element"));
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
find_doubled_sorted (SamsynJsonScanner *scanner,
                     guint              object)
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
find_doubled (SamsynJsonScanner *scanner,
              guint              object)
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
scan_member (SamsynJsonScanner *scanner,
             guint              object,
             guint             *member)
{
  SamsynJsonEntry child = { 0 };

  samsyn_json_scanner_skip_space (scanner);
  if (scanner->at >= scanner->end || *scanner->at != '"')
    return samsyn_json_scanner_fail_here (scanner, _ ("expected a member's name in double quotes"));
  if (!samsyn_json_scanner_text (scanner, &child.name, &child.name_end, &child.name_escaped))
    return FALSE;
  samsyn_json_scanner_skip_space (scanner);
  if (!samsyn_json_scanner_take (scanner, ':'))
    return samsyn_json_scanner_fail_here (scanner, _ ("expected : after a member's name"));
  *member = add_child (scanner, object, *member, &child);
  if (*member == 0 || !scan_value (scanner, *member))
    return FALSE;
  samsyn_json_scanner_skip_space (scanner);
  return TRUE;
}

static gboolean
scan_members (SamsynJsonScanner *scanner,
              guint              object)
{
  guint member = 0;
  guint32 doubled;

  samsyn_json_scanner_skip_space (scanner);
  if (samsyn_json_scanner_take (scanner, '}'))
    return TRUE;
  do
    if (!scan_member (scanner, object, &member))
      return FALSE;
  while (samsyn_json_scanner_take (scanner, ','));
  if (!samsyn_json_scanner_take (scanner, '}'))
    return samsyn_json_scanner_fail_here (scanner, _ ("expected , or } after a member"));
  doubled = find_doubled (scanner, object);
  return doubled == 0 || samsyn_json_scanner_fail (scanner, scanner->text + doubled - 1, SAMSYN_JSON_ERROR_DOUBLED,
                                                   _ ("the object already has a member of this name"));
}

static gboolean
scan_nested (SamsynJsonScanner *scanner,
             guint              entry,
             SamsynJsonType     type)
{
  gboolean done;

  if (scanner->depth == SAMSYN_JSON_DEPTH)
    {
      g_autofree char *what
          = g_strdup_printf (_ ("objects and arrays are nested too deep: at most %u levels are read"), SAMSYN_JSON_DEPTH);

      return samsyn_json_scanner_fail (scanner, scanner->at, SAMSYN_JSON_ERROR_DEPTH, what);
    }
  scanner->at++;
  scanner->depth++;
  entry_at (scanner, entry)->type = (guint8) type;
  done = type == SAMSYN_JSON_ARRAY ? scan_elements (scanner, entry) : scan_members (scanner, entry);
  scanner->depth--;
  return done;
}

/* Entries move while children are added: the entry is looked up again after each. */
static gboolean
scan_value (SamsynJsonScanner *scanner,
            guint              entry)
{
  SamsynJsonEntry *value;
  gboolean done;

  samsyn_json_scanner_skip_space (scanner);
  value = entry_at (scanner, entry);
  value->start = (guint32) (scanner->at - scanner->text);
  switch (scanner->at < scanner->end ? *scanner->at : '\0')
    {
    case '"':
      value->type = SAMSYN_JSON_TEXT;
      return samsyn_json_scanner_text (scanner, &value->start, &value->end, &value->escaped);
    case '{':
      return scan_nested (scanner, entry, SAMSYN_JSON_OBJECT);
    case '[':
      return scan_nested (scanner, entry, SAMSYN_JSON_ARRAY);
    case 't':
      return scan_word (scanner, entry, "true", SAMSYN_JSON_TRUE);
    case 'f':
      return scan_word (scanner, entry, "false", SAMSYN_JSON_FALSE);
    case '-': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
      done = samsyn_json_scanner_number (scanner, &value->type);
      entry_at (scanner, entry)->end = (guint32) (scanner->at - scanner->text);
      return done;
    default:
      return scan_word (scanner, entry, "null", SAMSYN_JSON_NULL);
    }
}

/* With its mark, or by the zero byte that each letter of ASCII has. */
static gboolean
is_utf16 (const char *text,
          gsize       length)
{
  return length >= 2
         && (memcmp (text, "\xFF\xFE", 2) == 0 || memcmp (text, "\xFE\xFF", 2) == 0 || (text[0] == '\0') != (text[1] == '\0'));
}

gboolean
samsyn_json_scan (const char *text,
                  gsize       length,
                  GArray     *entries,
                  GError    **error)
{
  SamsynJsonScanner scanner = { .text = text, .end = text + length, .at = text, .entries = entries, .error = error };
  SamsynJsonEntry root = { 0 };
  const char *bad;

  if (length > SAMSYN_JSON_SIZE)
    {
      g_set_error (error, SAMSYN_JSON_ERROR, SAMSYN_JSON_ERROR_SIZE,
                   _ ("the document is too large: at most %u megabytes are read"), (guint) (SAMSYN_JSON_SIZE >> 20));
      return FALSE;
    }
  if (is_utf16 (text, length))
    {
      g_set_error_literal (error, SAMSYN_JSON_ERROR, SAMSYN_JSON_ERROR_ENCODING, _ ("the document is UTF-16; save it as UTF-8"));
      return FALSE;
    }
  if (length >= 3 && memcmp (text, SAMSYN_JSON_MARK, 3) == 0)
    scanner.at += 3;
  if (!g_utf8_validate_len (text, length, &bad))
    return samsyn_json_scanner_fail (&scanner, bad, SAMSYN_JSON_ERROR_ENCODING, _ ("this is not UTF-8"));
  g_array_append_val (entries, root);
  if (!scan_value (&scanner, 0))
    return FALSE;
  samsyn_json_scanner_skip_space (&scanner);
  return scanner.at == scanner.end
         || samsyn_json_scanner_fail (&scanner, scanner.at, SAMSYN_JSON_ERROR_SYNTAX,
                                      _ ("there is something behind the end of the document"));
}
