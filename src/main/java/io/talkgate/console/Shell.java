package io.talkgate.console;

import io.talkgate.access.BrowserSession;
import io.talkgate.access.Caller;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What every page shows around itself. Public methods are called by the templates.
 *
 * @param path the page's path, which tells the entry of the navigation it belongs to
 */
record Shell(BrowserSession session, Locale language, String path) {

  /** A text of the bundle {@code console/pages}. */
  public String t(String key) {
    return ConsoleTexts.pages(language).getString(key);
  }

  /** The session's token against forged calls. */
  public String csrf() {
    return session.csrfToken();
  }

  /** The member's id. */
  public UUID memberId() {
    return caller().memberId();
  }

  /** The member's name. */
  public String name() {
    return caller().name();
  }

  /** The brand's id; empty for an operator. */
  public String brandId() {
    return caller().isOperator() ? "" : caller().brand().toString();
  }

  /** The role, as the API names it. */
  public String role() {
    return caller().role().wireName();
  }

  /** The role in words. */
  public String roleName() {
    return t("role." + role());
  }

  /** Whether the member may do what a role may. */
  public boolean may(String role) {
    return caller().role().includedNames().contains(role);
  }

  /** The language the pages can be had in otherwise. */
  public String otherLanguage() {
    return language.equals(Locale.KOREAN) ? "en" : "ko";
  }

  /** The entries that this member sees beside the logo. */
  public List<Navigation.Entry> navigation() {
    return Navigation.of(caller().role(), Navigation.Place.BAR, path);
  }

  /** The entries that this member sees in the menu of settings. */
  public List<Navigation.Entry> settings() {
    return Navigation.of(caller().role(), Navigation.Place.SETTINGS, path);
  }

  /** Whether the page is one of the settings. */
  public boolean inSettings() {
    return settings().stream().anyMatch(Navigation.Entry::current);
  }

  private Caller caller() {
    return session.caller();
  }
}
