/* catalogue.h: a compiled message catalogue (.mo), read from memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SamsynCatalogue SamsynCatalogue;

/* Reads a catalogue of either byte order; NULL if the bytes are none.  Keeps a reference to `bytes`: what is found is valid until
 * the catalogue is freed. */
SamsynCatalogue *samsyn_catalogue_new  (GBytes *bytes);
void             samsyn_catalogue_free (SamsynCatalogue *catalogue);

/* The translation of `msgid` in `context` (NULL: none), or NULL.  `form` is the plural form, from 0.  The
 * original "" has the catalogue's header. */
const char *samsyn_catalogue_find (const SamsynCatalogue *catalogue,
                                   const char            *context,
                                   const char            *msgid,
                                   guint                  form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynCatalogue, samsyn_catalogue_free)

G_END_DECLS
