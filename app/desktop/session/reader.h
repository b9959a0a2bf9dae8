/* reader.h: reading beside the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/parts/rest.h"

G_BEGIN_DECLS

/* What is read, and what becomes of it. */
typedef struct
{
  /* What was found, or NULL with the error set; on whichever thread, and perhaps more than once. */
  gpointer (*read) (SamsynStore *store,
                    GError     **error);
  GDestroyNotify free;
  /* On the main thread, with what was found, which is the owner's then, or with an error. */
  void (*done) (gpointer      owner,
                gpointer      found,
                const GError *error);
  /* Instead of the first, where it depends on what was asked. */
  gpointer (*answer) (SamsynStore *store,
                      const char  *question,
                      GError     **error);
} SamsynReading;

typedef struct _SamsynReader SamsynReader;

/* A reader of the workspace that the store has open for writing or reading; it must not outlive it, nor `rest`, which gives back
 * what was read with. */
SamsynReader *samsyn_reader_new  (SamsynStore *store,
                                  SamsynRest  *rest);
void          samsyn_reader_free (SamsynReader *reader);

/* Reads for the owner, instead of whatever is being read still: at once where that takes a moment only, so that `done` has been
 * called when this returns, and otherwise on a thread with a connection of its own. */
void samsyn_reader_start (SamsynReader        *reader,
                          const SamsynReading *reading,
                          gpointer             owner);

/* The same on a thread in any case. */
void samsyn_reader_start_beside (SamsynReader        *reader,
                                 const SamsynReading *reading,
                                 gpointer             owner);

/* The same with a question. */
void samsyn_reader_ask_beside (SamsynReader        *reader,
                               const SamsynReading *reading,
                               gpointer             owner,
                               const char          *question);

/* What is being read on a thread begins anew a moment later: the file is let go of when this returns. */
void samsyn_reader_pause (SamsynReader *reader);

/* Nothing more is read for the owner. */
void samsyn_reader_stop (SamsynReader *reader,
                         gpointer      owner);

/* Whether something is being read on a thread. */
gboolean samsyn_reader_is_busy (SamsynReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynReader, samsyn_reader_free)

G_END_DECLS
