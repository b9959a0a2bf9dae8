/* messages.c: what the session tells, for a moment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "messages.h"

#include "desktop/parts/announce.h"
#include "desktop/parts/toast.h"
#include "model/words.h"

#define MESSAGES "samsyn-messages" /* of the overlay */

typedef struct
{
  GtkLabel *said;     /* inside the overlay */
  AdwToast *undoable; /* the one that offers to undo the last step, or NULL */
  AdwToast *told;     /* the newest, or NULL */
} Messages;

static void
messages_free (gpointer data)
{
  Messages *messages = data;

  g_clear_weak_pointer (&messages->told);
  g_clear_weak_pointer (&messages->undoable);
  g_free (messages);
}

/* Its button would undo something else from now on. */
static void
on_changed (AdwToastOverlay *overlay)
{
  Messages *messages = g_object_get_data (G_OBJECT (overlay), MESSAGES);

  if (messages->undoable != NULL)
    samsyn_toast_dismiss (messages->undoable);
  g_clear_weak_pointer (&messages->undoable);
}

static void
on_tell (AdwToastOverlay *overlay,
         const char      *text,
         gint64           step)
{
  Messages *messages = g_object_get_data (G_OBJECT (overlay), MESSAGES);
  AdwToast *toast = samsyn_toast_new (text, step == 0 ? NULL : step == SAMSYN_TELL_LEFT ? _ ("Go Back") : _ ("Undo"));
  g_autofree char *undo = NULL;

  /* What is true now doesn't wait for what was. */
  if (messages->told != NULL)
    samsyn_toast_dismiss (messages->told);
  g_set_weak_pointer (&messages->told, toast);
  if (step != 0)
    g_set_weak_pointer (&messages->undoable, toast);
  adw_toast_overlay_add_toast (overlay, toast);
  if (step == SAMSYN_TELL_LEFT)
    /* TRANSLATORS: for screen readers: what was left unsaved, and that one can go back to it */
    undo = g_strdup_printf (_ ("%s (Ctrl+Z goes back to it)"), text);
  else if (step != 0)
    /* TRANSLATORS: for screen readers: what was done, and that it can be undone */
    undo = g_strdup_printf (_ ("%s (Ctrl+Z undoes it)"), text);
  samsyn_announce (messages->said, undo != NULL ? undo : text);
}

void
samsyn_messages_show (SamsynSession   *session,
                      AdwToastOverlay *overlay,
                      GtkLabel        *said)
{
  Messages *messages = g_new0 (Messages, 1);

  messages->said = said;
  g_object_set_data_full (G_OBJECT (overlay), MESSAGES, messages, messages_free);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), overlay, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "tell", G_CALLBACK (on_tell), overlay, G_CONNECT_SWAPPED);
}
