/* title.h: what a record is called; for the files of this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store.h"

G_BEGIN_DECLS

/* The title of a record, NULL if there is no such record or it has none; to be freed by the caller.  `kind` NULL: not known. */
char *samsyn_title_make (SamsynStore      *store,
                         const SamsynKind *kind,
                         gint64            id,
                         const char       *language);

/* At most so many fields are a title. */
#define SAMSYN_TITLE_FIELDS 8

/* Reads the title fields as they are now; how many there are, 0 where there is no such record.  To be cleared by the caller. */
guint samsyn_title_read (SamsynStore      *store,
                         const SamsynKind *kind,
                         gint64            id,
                         SamsynValue      *values);

/* Where titles come from: as samsyn_store_kind_of() and samsyn_title_read(). */
typedef struct
{
  const SamsynKind *(*kind_of) (gpointer data,
                                gint64   id);
  guint (*read) (gpointer          data,
                 const SamsynKind *kind,
                 gint64            id,
                 SamsynValue      *values);
  gpointer data;
} SamsynTitleSource;

/* The title that a record has by what the source says, also of others whose titles are part of it; or NULL. */
char *samsyn_title_make_from (const SamsynTitleSource *source,
                              gint64                   id,
                              const char              *language);

G_END_DECLS
