/* save.h: writing a file whole or not at all
 *
 * A file is written beside its target under a temporary name, synced, and then renamed: whatever happens, the target is the
 * old file or the new one.  Everything the program exports goes this way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SamsynSave SamsynSave;

/* Begins a file: an empty temporary file (0600) in a hidden folder of its own beside the target (unfinished.h).  Refuses a target
 * that is no file to write to (target.h), and an existing one without `replace` (G_IO_ERROR_EXISTS).  Errors are of G_IO_ERROR,
 * with a translated sentence. */
SamsynSave *samsyn_save_begin (const char *path,
                               gboolean    replace,
                               GError    **error);

/* The same for a name that a user gave: "-" is standard output, on which what is saved appears as it comes. */
SamsynSave *samsyn_save_begin_output (const char *name,
                                      gboolean    replace,
                                      GError    **error);

/* The temporary file's path, for libraries that write to a named file; owned by the save. */
const char *samsyn_save_get_temporary (SamsynSave *save);

/* Whether no more fits on the disk, for libraries that don't say why they failed. */
gboolean samsyn_save_is_full (SamsynSave *save);

/* Adds bytes (length -1: a NUL-terminated text).  Buffered. */
gboolean samsyn_save_write (SamsynSave *save,
                            const char *data,
                            gssize      length,
                            GError    **error);

/* Syncs the file, gives it its name, syncs the folder.  The save is to be freed afterwards in any case. */
gboolean samsyn_save_commit (SamsynSave *save,
                             GError    **error);

/* Frees; a file that was not committed is removed.  NULL is ignored. */
void samsyn_save_free (SamsynSave *save);

/* The same end for a file that something else has written under a temporary name on the same disk: sync, rename, sync the
 * folder.  On failure the temporary file is still there. */
gboolean samsyn_save_publish (const char *temporary,
                              const char *path,
                              gboolean    replace,
                              GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynSave, samsyn_save_free)

G_END_DECLS
