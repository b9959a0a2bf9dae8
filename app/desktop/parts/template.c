/* template.c: templates of widgets, in the program's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "template.h"

#include "model/words.h"
#include "wrap-layout.h"

typedef struct
{
  GString *out;
  GString *text; /* of the translatable element that is open, or NULL */
  char    *context;
} Rewrite;

static void
append_escaped (GString    *out,
                const char *text,
                gssize      length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (out, escaped);
}

static void
start_element (GMarkupParseContext *parser,
               const char          *name,
               const char         **names,
               const char         **values,
               gpointer             data,
               GError             **error)
{
  Rewrite *rewrite = data;
  const char *context = NULL;
  gboolean translatable = FALSE;

  g_string_append_printf (rewrite->out, "<%s", name);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "translatable"))
        translatable = g_str_equal (values[i], "yes");
      else if (g_str_equal (names[i], "context"))
        context = values[i];
      else if (!g_str_equal (names[i], "comments"))
        {
          g_string_append_printf (rewrite->out, " %s=\"", names[i]);
          append_escaped (rewrite->out, values[i], -1);
          g_string_append_c (rewrite->out, '"');
        }
    }
  g_string_append_c (rewrite->out, '>');
  if (translatable)
    {
      rewrite->text = g_string_new (NULL);
      rewrite->context = g_strdup (context);
    }
}

static void
end_element (GMarkupParseContext *parser,
             const char          *name,
             gpointer             data,
             GError             **error)
{
  Rewrite *rewrite = data;

  if (rewrite->text != NULL)
    {
      append_escaped (rewrite->out, samsyn_words (NULL, rewrite->context, rewrite->text->str), -1);
      g_string_free (g_steal_pointer (&rewrite->text), TRUE);
      g_clear_pointer (&rewrite->context, g_free);
    }
  g_string_append_printf (rewrite->out, "</%s>", name);
}

static void
add_text (GMarkupParseContext *parser,
          const char          *text,
          gsize                length,
          gpointer             data,
          GError             **error)
{
  Rewrite *rewrite = data;

  if (rewrite->text != NULL)
    g_string_append_len (rewrite->text, text, (gssize) length);
  else
    append_escaped (rewrite->out, text, (gssize) length);
}

char *
samsyn_template_translate (const char *xml,
                           gssize      length,
                           GError    **error)
{
  static const GMarkupParser functions = { .start_element = start_element, .end_element = end_element, .text = add_text };
  g_autoptr (GString) out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  Rewrite rewrite = { .out = out };
  g_autoptr (GMarkupParseContext) parser = g_markup_parse_context_new (&functions, G_MARKUP_DEFAULT_FLAGS, &rewrite, NULL);
  gboolean read;

  read = g_markup_parse_context_parse (parser, xml, length, error) && g_markup_parse_context_end_parse (parser, error);
  if (rewrite.text != NULL)
    g_string_free (rewrite.text, TRUE);
  g_free (rewrite.context);
  return read ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

void
samsyn_template_set (GtkWidgetClass *class,
                     const char     *name)
{
  g_autofree char *path = g_strdup_printf (SAMSYN_RESOURCES "ui/%s.ui", name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) source = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (GBytes) template = NULL;
  char *xml = NULL;

  g_type_ensure (SAMSYN_TYPE_WRAP_LAYOUT); /* any template may have one */
  if (source != NULL)
    xml = samsyn_template_translate (g_bytes_get_data (source, NULL), (gssize) g_bytes_get_size (source), &error);
  if (xml == NULL)
    g_error ("The program's own template %s can't be read: %s", path, error->message);
  template = g_bytes_new_take (xml, strlen (xml));
  gtk_widget_class_set_template (class, template);
}
