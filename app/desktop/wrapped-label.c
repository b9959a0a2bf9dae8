/* wrapped-label.c: words that go on in further lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "wrapped-label.h"

/* Without a least width, how narrow a label could be is found out by breaking its text after every letter. */
#define LEAST_CHARACTERS 12

GtkWidget *
samsyn_wrapped_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARACTERS);
  return label;
}
