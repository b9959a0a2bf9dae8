/* fit.h: whether what a window shows has the room it needs, however wide the window is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/frame/workspace.h"
#include "stage.h"

G_BEGIN_DECLS

#define FIT_NARROW 360
#define FIT_WIDE 1400
#define FIT_STEP 40
#define FIT_TALL 780 /* as a telephone that is 360 pixels wide */

/* The application, with text at 200 % and without animations; to be called first. */
SamsynApplication *fit_start (void);

/* Shows a widget, or a window, as narrow as it must fit. */
GtkWidget *fit_show (GtkWidget *child);

/* The workspace of the first sample, with a sentence that it is open elsewhere, in a window. */
typedef struct
{
  char            *folder;
  SamsynWorkspace *workspace;
  SamsynSession   *session;
  GtkWidget       *window;
} FitSample;

void fit_sample_open  (FitSample *sample);
void fit_sample_close (FitSample *sample);

/* Any record of that kind, 0 if there is none. */
gint64 fit_sample_record (const FitSample  *sample,
                          const SamsynKind *kind);

/* The main loop's turns until everything is drawn; whether it came to rest: what lays itself out anew for ever never does. */
gboolean fit_rest (GtkWidget *window);

/* Looks at what the window shows: at rest, within the window, nothing cut off, nothing with less room than it needs.  The number
 * of faults, which are told with `where`. */
guint fit_look (GtkWidget  *window,
                const char *where);

/* Looks at every other step from narrow to wide; and from wide to narrow, at those between. */
guint fit_widen  (GtkWidget  *window,
                  const char *where);
guint fit_narrow (GtkWidget  *window,
                  const char *where);

/* Gives the window a width, waits for it, and looks. */
guint fit_look_in (GtkWidget  *window,
                   const char *where,
                   int         width);

/* Looks at whatever can be opened from a button, a drop-down list or a row inside the widget, as it opens.  The number of
 * faults. */
guint fit_open_all (GtkWidget  *window,
                    GtkWidget  *widget,
                    const char *where);

G_END_DECLS
