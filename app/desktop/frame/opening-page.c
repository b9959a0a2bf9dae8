/* opening-page.c: a window whose workspace takes a while to open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "opening-page.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/template.h"

struct _SamsynOpeningPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (SamsynOpeningPage, samsyn_opening_page, ADW_TYPE_BIN)

static void
samsyn_opening_page_class_init (SamsynOpeningPageClass *class)
{
  samsyn_template_set (GTK_WIDGET_CLASS (class), "opening-page");
}

static void
samsyn_opening_page_init (SamsynOpeningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_tidy (GTK_WIDGET (self), "Samsyn");
}
