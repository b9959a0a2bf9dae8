/* preferences.h: what the user prefers, whatever the workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_PREFERENCE_REPORT_LANGUAGE, /* one of samsyn_languages(), "": the program's */
  SAMSYN_PREFERENCE_AUTHOR,          /* the name that stands beside changes, "": the login's */
  SAMSYN_PREFERENCE_LETTERS,         /* of the responsibility map: "huki", "": RASCI */
  SAMSYN_PREFERENCE_BACKUPS,         /* the folder for backups, "": in the user's data */
  SAMSYN_N_PREFERENCES
} SamsynPreference;

/* What is preferred, "" where nothing is; to be freed by the caller. */
char *samsyn_preference_get (SamsynPreference preference);

/* Keeps it; whether that went well. */
gboolean samsyn_preference_set (SamsynPreference preference,
                                const char      *value);

/* What follows from them: the language of reports, static; the folder, to be freed by the caller. */
const char *samsyn_preferred_report_language (void);
char       *samsyn_preferred_backup_folder   (void);

G_END_DECLS
