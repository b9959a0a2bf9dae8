/* id-choice.h: a choice among records, or other things with a number, in a drop-down with search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

typedef struct
{
  GArray    *ids;    /* gint64 */
  GPtrArray *labels; /* char * */
} SamsynIdChoices;

/* Choices that begin with the one for nothing (id 0). */
SamsynIdChoices *samsyn_id_choices_new  (const char *nothing);
void             samsyn_id_choices_add  (SamsynIdChoices *choices,
                                         gint64           id,
                                         const char      *label);
void             samsyn_id_choices_free (SamsynIdChoices *choices);

/* All records of a kind, in the order of its lists. */
void samsyn_id_choices_add_kind (SamsynIdChoices *choices,
                                 SamsynStore     *store,
                                 const char      *kind);

/* Fills a drop-down, which takes the choices, and chooses the id, or nothing where it is not among them.  `name` is for screen
 * readers. */
void   samsyn_id_choice_fill (GtkDropDown     *down,
                              SamsynIdChoices *choices,
                              gint64           id,
                              const char      *name);
gint64 samsyn_id_choice_get  (GtkDropDown *down);
void   samsyn_id_choice_set  (GtkDropDown *down,
                              gint64       id);

G_END_DECLS
