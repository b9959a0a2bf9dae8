/* wrapped-label.c: words that go on in further lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "wrapped-label.h"

/* Without a least width, how narrow a label could be is found out by breaking its text after every letter. */
#define LEAST_CHARACTERS 12

/* About as wide as those, in the height of a letter. */
#define LEAST_EMS 7

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

/* ---- A label that fills the room it is given ------------------------------------------------------------------------------- */

#define SAMSYN_TYPE_FILLING_LAYOUT (samsyn_filling_layout_get_type ())
G_DECLARE_FINAL_TYPE (SamsynFillingLayout, samsyn_filling_layout, SAMSYN, FILLING_LAYOUT, GtkLayoutManager)

/* The label's own way, but for the widths: it would measure the letters of the font and break its text for the least, and write
 * the text in one line for the one it likes. */
struct _SamsynFillingLayout
{
  GtkLayoutManager parent_instance;
  gboolean         likes_line;
};

G_DEFINE_FINAL_TYPE (SamsynFillingLayout, samsyn_filling_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
least_width (GtkWidget *widget)
{
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));

  return PANGO_PIXELS_CEIL (LEAST_EMS * pango_font_description_get_size (font));
}

static int
line_width (GtkWidget *widget)
{
  g_autoptr (PangoLayout) line = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (widget)));
  int width;

  pango_layout_set_width (line, -1);
  pango_layout_get_pixel_size (line, &width, NULL);
  return width;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget        *widget,
         GtkOrientation    orientation,
         int               for_size,
         int              *minimum,
         int              *natural,
         int              *minimum_baseline,
         int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least_width (widget);
      *natural = SAMSYN_FILLING_LAYOUT (manager)->likes_line ? MAX (*minimum, line_width (widget)) : *minimum;
    }
  else
    GTK_WIDGET_GET_CLASS (widget)->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, width, height, baseline);
}

static void
samsyn_filling_layout_class_init (SamsynFillingLayoutClass *class)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (class);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
samsyn_filling_layout_init (SamsynFillingLayout *self)
{
}

GtkWidget *
samsyn_filling_label_new (const char *text,
                          gboolean    likes_line)
{
  GtkWidget *label = samsyn_wrapped_label_new (text);
  SamsynFillingLayout *layout = g_object_new (SAMSYN_TYPE_FILLING_LAYOUT, NULL);

  layout->likes_line = likes_line;
  gtk_label_set_width_chars (GTK_LABEL (label), -1);
  gtk_widget_set_layout_manager (label, GTK_LAYOUT_MANAGER (layout));
  return label;
}
