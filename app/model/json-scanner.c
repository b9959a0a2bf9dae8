/* json-scanner.c: the words of a JSON document: texts and numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "json-scanner.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "words.h"

/* ---- Where it is ----------------------------------------------------------------------------------------------------------- */

gboolean
samsyn_json_scanner_fail (SamsynJsonScanner *scanner,
                          const char        *at,
                          SamsynJsonError    code,
                          const char        *what)
{
  const char *line = scanner->text;
  guint lines = 1;

  if (at - line >= (gssize) strlen (SAMSYN_JSON_MARK) && memcmp (line, SAMSYN_JSON_MARK, strlen (SAMSYN_JSON_MARK)) == 0)
    line += strlen (SAMSYN_JSON_MARK); /* no editor shows it */
  for (const char *c = scanner->text; c < at; c++)
    if (*c == '\n')
      {
        lines++;
        line = c + 1;
      }
  g_set_error (scanner->error, SAMSYN_JSON_ERROR, code, _ ("line %u, column %ld: %s"), lines,
               g_utf8_strlen (line, at - line) + 1, what);
  return FALSE;
}

gboolean
samsyn_json_scanner_fail_here (SamsynJsonScanner *scanner,
                               const char        *what)
{
  if (scanner->at >= scanner->end)
    what = _ ("the document ends too early");
  return samsyn_json_scanner_fail (scanner, scanner->at, SAMSYN_JSON_ERROR_SYNTAX, what);
}

void
samsyn_json_scanner_skip_space (SamsynJsonScanner *scanner)
{
  while (scanner->at < scanner->end
         && (*scanner->at == ' ' || *scanner->at == '\t' || *scanner->at == '\n' || *scanner->at == '\r'))
    scanner->at++;
}

gboolean
samsyn_json_scanner_take (SamsynJsonScanner *scanner,
                          char               expected)
{
  if (scanner->at >= scanner->end || *scanner->at != expected)
    return FALSE;
  scanner->at++;
  return TRUE;
}

/* ---- Texts ----------------------------------------------------------------------------------------------------------------- */

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
scan_unicode_escape (SamsynJsonScanner *scanner,
                     const char        *escape)
{
  int code = hex4 (scanner->at, scanner->end), low = 0;

  if (code < 0)
    return samsyn_json_scanner_fail (scanner, escape, SAMSYN_JSON_ERROR_SYNTAX,
                                     _ ("\\u must be followed by four hexadecimal digits"));
  scanner->at += 4;
  if (code == 0)
    return samsyn_json_scanner_fail (scanner, escape, SAMSYN_JSON_ERROR_ENCODING, _ ("NUL characters are not allowed"));
  if (code >= 0xD800 && code <= 0xDBFF && scanner->end - scanner->at >= 6 && scanner->at[0] == '\\' && scanner->at[1] == 'u')
    {
      low = hex4 (scanner->at + 2, scanner->end);
      scanner->at += 6;
    }
  if ((code >= 0xDC00 && code <= 0xDFFF) || (code >= 0xD800 && code <= 0xDBFF && (low < 0xDC00 || low > 0xDFFF)))
    return samsyn_json_scanner_fail (scanner, escape, SAMSYN_JSON_ERROR_ENCODING, _ ("half a surrogate pair is no character"));
  return TRUE;
}

static gboolean
scan_escape (SamsynJsonScanner *scanner)
{
  const char *escape = scanner->at++;

  if (scanner->at >= scanner->end)
    return samsyn_json_scanner_fail_here (scanner, NULL);
  if (samsyn_json_scanner_take (scanner, 'u'))
    return scan_unicode_escape (scanner, escape);
  if (*scanner->at == '\0' || strchr ("\"\\/bfnrt", *scanner->at) == NULL)
    return samsyn_json_scanner_fail (scanner, escape, SAMSYN_JSON_ERROR_SYNTAX, _ ("there is no such escape"));
  scanner->at++;
  return TRUE;
}

gboolean
samsyn_json_scanner_text (SamsynJsonScanner *scanner,
                          guint32           *start,
                          guint32           *end,
                          guint8            *escaped)
{
  *start = (guint32) (++scanner->at - scanner->text);
  while (scanner->at < scanner->end && *scanner->at != '"')
    {
      if ((guchar) *scanner->at < 0x20)
        return samsyn_json_scanner_fail_here (scanner, _ ("control characters in a text must be written as escapes"));
      if (*scanner->at != '\\')
        scanner->at++;
      else if (scan_escape (scanner))
        *escaped = 1;
      else
        return FALSE;
    }
  *end = (guint32) (scanner->at - scanner->text);
  return samsyn_json_scanner_take (scanner, '"') || samsyn_json_scanner_fail_here (scanner, NULL);
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

/* ---- Numbers --------------------------------------------------------------------------------------------------------------- */

static gboolean
scan_digits (SamsynJsonScanner *scanner)
{
  const char *start = scanner->at;

  while (scanner->at < scanner->end && g_ascii_isdigit (*scanner->at))
    scanner->at++;
  return scanner->at > start;
}

static gboolean
check_size (SamsynJsonScanner *scanner,
            const char        *start,
            gboolean           real)
{
  g_autofree char *token = g_strndup (start, (gsize) (scanner->at - start));

  errno = 0;
  if (real ? isfinite (g_ascii_strtod (token, NULL)) : (g_ascii_strtoll (token, NULL, 10), errno == 0))
    return TRUE;
  return samsyn_json_scanner_fail (scanner, start, SAMSYN_JSON_ERROR_NUMBER,
                                   _ ("the number is too large to be kept exactly; write it as a text"));
}

gboolean
samsyn_json_scanner_number (SamsynJsonScanner *scanner,
                            guint8            *type)
{
  const char *start = scanner->at;
  gboolean real = FALSE;

  samsyn_json_scanner_take (scanner, '-');
  if (!samsyn_json_scanner_take (scanner, '0') && !scan_digits (scanner))
    return samsyn_json_scanner_fail_here (scanner, _ ("a number must begin with a digit"));
  if (scanner->at < scanner->end && g_ascii_isdigit (*scanner->at))
    return samsyn_json_scanner_fail (scanner, start, SAMSYN_JSON_ERROR_SYNTAX, _ ("a number must not begin with 0"));
  if (samsyn_json_scanner_take (scanner, '.'))
    {
      real = TRUE;
      if (!scan_digits (scanner))
        return samsyn_json_scanner_fail_here (scanner, _ ("a decimal point must be followed by a digit"));
    }
  if (samsyn_json_scanner_take (scanner, 'e') || samsyn_json_scanner_take (scanner, 'E'))
    {
      real = TRUE;
      if (!samsyn_json_scanner_take (scanner, '+'))
        samsyn_json_scanner_take (scanner, '-');
      if (!scan_digits (scanner))
        return samsyn_json_scanner_fail_here (scanner, _ ("an exponent must have a digit"));
    }
  *type = real ? SAMSYN_JSON_REAL : SAMSYN_JSON_INTEGER;
  return (!real && scanner->at - start < 18) || check_size (scanner, start, real);
}
