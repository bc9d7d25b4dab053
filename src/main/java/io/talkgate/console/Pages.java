package io.talkgate.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of {@code templates/console}. */
@CheckedTemplate(basePath = "console")
final class Pages {
  private Pages() {}

  static native TemplateInstance approvals(Shell shell);

  static native TemplateInstance categories(Shell shell);

  static native TemplateInstance consultations(Shell shell);

  static native TemplateInstance events(Shell shell);

  static native TemplateInstance link(Shell shell);

  static native TemplateInstance links(Shell shell);

  static native TemplateInstance members(Shell shell);

  static native TemplateInstance overview(Shell shell);

  static native TemplateInstance rules(Shell shell);

  static native TemplateInstance statistics(Shell shell);

  static native TemplateInstance subscriptions(Shell shell);

  static native TemplateInstance templates(Shell shell);
}
