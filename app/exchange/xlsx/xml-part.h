/* xml-part.h: an XML part of a package, element by element
 *
 * Names come without their prefix.  A document type, which could define entities that grow without end, ends the reading, and
 * so does a depth that no workbook has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "zip-read.h"

G_BEGIN_DECLS

/* `name` is the local name of an element of office documents; elements of other namespaces come with their whole name
 * ("namespace|name"), so that they are not mistaken for one.  `attributes` are pairs, with whole names where they have a
 * namespace.  A handler that returns FALSE ends the reading with its error. */
typedef struct
{
  gboolean (*start) (const char  *name,
                     const char **attributes,
                     gpointer     data,
                     GError     **error);
  gboolean (*end)   (const char *name,
                     gpointer    data,
                     GError    **error);
  void (*text)      (const char *text,
                     gsize       length,
                     gpointer    data);
} SamsynXmlHandlers;

gboolean samsyn_xml_read (SamsynZip               *zip,
                          const char              *part,
                          const SamsynXmlHandlers *handlers,
                          gpointer                 data,
                          GCancellable            *cancellable,
                          GError                 **error);

/* The value of an attribute with that local name, whatever its namespace, or NULL. */
const char *samsyn_xml_attribute (const char **attributes,
                                  const char  *name);

/* The same as a boolean ("1", "true"), with what holds where it is missing. */
gboolean samsyn_xml_flag (const char **attributes,
                          const char  *name,
                          gboolean     otherwise);

G_END_DECLS
