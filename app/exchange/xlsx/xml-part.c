/* xml-part.c: an XML part of a package, element by element
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "xml-part.h"

#include <expat.h>
#include <string.h>

#include "exchange/error.h"
#include "model/words.h"

#define DEEPEST 200

typedef struct
{
  XML_Parser               parser;
  const SamsynXmlHandlers *handlers;
  gpointer                 data;
  GCancellable            *cancellable;
  guint                    depth;
  GError                  *error;
} Reading;

/* Namespaces whose elements are told by their local name; the second of a pair is the strict form of the standard. */
static const char *const known[] = {
  "http://schemas.openxmlformats.org/",
  "http://purl.oclc.org/ooxml/",
  "http://purl.org/dc/",
};

static const char *
local_name (const char *name)
{
  const char *bar = strrchr (name, '|');

  if (bar == NULL)
    return name;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (name, known[i]))
      return bar + 1;
  return name;
}

const char *
samsyn_xml_attribute (const char **attributes,
                      const char  *name)
{
  for (; *attributes; attributes += 2)
    {
      const char *bar = strrchr (*attributes, '|');
      if (strcmp (bar ? bar + 1 : *attributes, name) == 0)
        return attributes[1];
    }
  return NULL;
}

gboolean
samsyn_xml_flag (const char **attributes,
                 const char  *name,
                 gboolean     otherwise)
{
  const char *value = samsyn_xml_attribute (attributes, name);

  return value ? strcmp (value, "1") == 0 || strcmp (value, "true") == 0 : otherwise;
}

static void
stop (Reading *reading)
{
  XML_StopParser (reading->parser, XML_FALSE);
}

static void
fail_hostile (Reading *reading)
{
  if (reading->error == NULL)
    reading->error = g_error_new_literal (SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_HOSTILE,
                                          _ ("The file defines entities of its own or is nested without end, as files made to do "
                                            "harm are. Nothing was read; ask who sent it."));
  stop (reading);
}

static void
on_start (void        *data,
          const char  *name,
          const char **attributes)
{
  Reading *reading = data;

  if (reading->error)
    return;
  if (++reading->depth > DEEPEST)
    fail_hostile (reading);
  else if (!reading->handlers->start (local_name (name), attributes, reading->data, &reading->error))
    stop (reading);
}

static void
on_end (void       *data,
        const char *name)
{
  Reading *reading = data;

  if (reading->error)
    return;
  reading->depth--;
  if (reading->handlers->end && !reading->handlers->end (local_name (name), reading->data, &reading->error))
    stop (reading);
}

static void
on_text (void       *data,
         const char *text,
         int         length)
{
  Reading *reading = data;

  if (reading->error == NULL && reading->handlers->text)
    reading->handlers->text (text, length, reading->data);
}

static void
on_doctype (void       *data,
            const char *name,
            const char *system_id,
            const char *public_id,
            int         has_internal_subset)
{
  fail_hostile (data);
}

static gboolean
parse (Reading    *reading,
       const char *data,
       gsize       length,
       gboolean    last,
       GError    **error)
{
  if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
    return FALSE;
  if (XML_Parse (reading->parser, data, length, last) == XML_STATUS_OK && reading->error == NULL)
    return TRUE;
  if (reading->error)
    g_propagate_error (error, g_steal_pointer (&reading->error));
  else
    g_set_error_literal (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_INVALID,
                         _ ("The workbook is damaged: a part of it is not well-formed. Nothing was read; open it in a "
                            "spreadsheet "
                            "program and save it anew."));
  return FALSE;
}

static gboolean
on_piece (const char *data,
          gsize       length,
          gpointer    reading,
          GError    **error)
{
  return parse (reading, data, length, FALSE, error);
}

gboolean
samsyn_xml_read (SamsynZip               *zip,
                 const char              *part,
                 const SamsynXmlHandlers *handlers,
                 gpointer                 data,
                 GCancellable            *cancellable,
                 GError                 **error)
{
  Reading reading = { .handlers = handlers, .data = data, .cancellable = cancellable };
  gboolean good;

  reading.parser = XML_ParserCreateNS (NULL, '|');
  XML_SetUserData (reading.parser, &reading);
  XML_SetElementHandler (reading.parser, on_start, on_end);
  XML_SetCharacterDataHandler (reading.parser, on_text);
  XML_SetStartDoctypeDeclHandler (reading.parser, on_doctype);
  good = samsyn_zip_read (zip, part, on_piece, &reading, error) && parse (&reading, "", 0, TRUE, error);
  g_clear_error (&reading.error);
  XML_ParserFree (reading.parser);
  return good;
}
