package io.talkgate.console;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import java.util.Locale;

/**
 * The login form.
 *
 * @param csrf the form's token
 * @param to the path to go on to
 * @param problem why the login before was refused; empty before the first
 * @param issuer whether it offers to log in at the OpenID issuer
 */
record LoginPage(String csrf, String to, String problem, boolean issuer, Locale language)
    implements TemplateInstance {

  /** A text of the bundle {@code console/pages}. */
  @TemplateExtension
  static String t(Locale language, String key) {
    return ConsoleTexts.pages(language).getString(key);
  }
}
