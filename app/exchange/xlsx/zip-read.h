/* zip-read.h: the parts of a zip file that somebody else made
 *
 * Everything that is inflated is counted: a file made to fill the memory is refused before it does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How much may come out of a file.  0: the usual limit. */
typedef struct
{
  guint64 part;  /* bytes of one part; 64 MiB */
  guint64 whole; /* bytes of all parts that are read, a part counted once; 256 MiB */
  guint   ratio; /* inflated bytes for one that is stored; 200 */
} SamsynZipLimits;

typedef struct _SamsynZip SamsynZip;

/* Opens a zip file and learns its parts' names.  `limits` may be NULL.  Errors are of SAMSYN_EXCHANGE_ERROR: HOSTILE for names
 * that lead out of the file or stand twice, PROTECTED for encrypted files and those of the old format. */
SamsynZip *samsyn_zip_open (const char            *path,
                            const SamsynZipLimits *limits,
                            GError               **error);
void       samsyn_zip_free (SamsynZip *zip);

/* Whether there is a part of that name, as "xl/workbook.xml". */
gboolean samsyn_zip_has (SamsynZip  *zip,
                         const char *name);

/* Inflates a part piece by piece; stops with FALSE where `piece` does. */
typedef gboolean (*SamsynZipFunc) (const char *data,
                                   gsize       length,
                                   gpointer    user_data,
                                   GError    **error);
gboolean samsyn_zip_read (SamsynZip    *zip,
                          const char   *name,
                          SamsynZipFunc piece,
                          gpointer      user_data,
                          GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynZip, samsyn_zip_free)

G_END_DECLS
