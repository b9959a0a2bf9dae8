/* xlsx-relations.c: how the parts of a package name each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "xlsx-private.h"

#include <string.h>

#include "exchange/error.h"
#include "model/words.h"

typedef struct
{
  GHashTable *relations;
  const char *part;
} Reading;

static void
free_relation (gpointer data)
{
  SamsynXlsxRelation *relation = data;

  g_free (relation->type);
  g_free (relation->part);
  g_free (relation);
}

/* A target seen from a part, as a name in the package; NULL if it climbs out of it. */
static char *
resolve (const char *part,
         const char *target)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autofree char *folder = *target == '/' ? g_strdup ("") : g_path_get_dirname (part);
  g_autofree char *whole = g_strconcat (strcmp (folder, ".") == 0 ? "" : folder, "/", target, NULL);
  g_auto (GStrv) words = g_strsplit (whole, "/", -1);

  if (strchr (target, '\\') || strchr (target, ':'))
    return NULL;
  for (guint i = 0; words[i]; i++)
    {
      if (*words[i] == '\0' || strcmp (words[i], ".") == 0)
        continue;
      if (strcmp (words[i], "..") != 0)
        g_ptr_array_add (steps, words[i]);
      else if (steps->len == 0)
        return NULL;
      else
        g_ptr_array_set_size (steps, steps->len - 1);
    }
  g_ptr_array_add (steps, NULL);
  return g_strjoinv ("/", (char **) steps->pdata);
}

static gboolean
on_start (const char  *name,
          const char **attributes,
          gpointer     data,
          GError     **error)
{
  Reading *reading = data;
  const char *id = samsyn_xml_attribute (attributes, "Id");
  const char *type = samsyn_xml_attribute (attributes, "Type");
  const char *target = samsyn_xml_attribute (attributes, "Target");
  SamsynXlsxRelation *relation;

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL)
    return TRUE;
  relation = g_new0 (SamsynXlsxRelation, 1);
  relation->type = g_strdup (strrchr (type, '/') ? strrchr (type, '/') + 1 : type);
  g_hash_table_replace (reading->relations, g_strdup (id), relation);
  if (g_strcmp0 (samsyn_xml_attribute (attributes, "TargetMode"), "External") == 0)
    return TRUE;
  /* A place in the same part is no other part. */
  if (*target == '#')
    return TRUE;
  relation->part = resolve (reading->part, target);
  if (relation->part == NULL)
    g_set_error_literal (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_HOSTILE,
                         _ ("A part of the workbook points outside the file, as files made to do harm do. Nothing was read; ask "
                           "who sent it."));
  return relation->part != NULL;
}

GHashTable *
samsyn_xlsx_relations (SamsynZip  *zip,
                       const char *part,
                       GError    **error)
{
  static const SamsynXmlHandlers handlers = { .start = on_start };
  g_autoptr (GHashTable) relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_relation);
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = g_path_get_basename (part);
  g_autofree char *name = g_strdup_printf ("%s%s_rels/%s.rels", strcmp (folder, ".") == 0 ? "" : folder,
                                           strcmp (folder, ".") == 0 ? "" : "/", *part ? base : "");
  Reading reading = { relations, part };

  if (samsyn_zip_has (zip, name) && !samsyn_xml_read (zip, name, &handlers, &reading, NULL, error))
    return NULL;
  return g_steal_pointer (&relations);
}

const SamsynXlsxRelation *
samsyn_xlsx_relation_of (GHashTable *relations,
                         const char *type)
{
  GHashTableIter iter;
  gpointer relation;

  g_hash_table_iter_init (&iter, relations);
  while (g_hash_table_iter_next (&iter, NULL, &relation))
    if (strcmp (((SamsynXlsxRelation *) relation)->type, type) == 0 && ((SamsynXlsxRelation *) relation)->part)
      return relation;
  return NULL;
}
