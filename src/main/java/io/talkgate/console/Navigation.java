package io.talkgate.console;

import io.talkgate.access.Role;
import java.util.List;

/** The pages, and whose they are. */
enum Navigation {
  CONSULTATIONS("/console/consultations", "nav.consultations", Role.OBSERVER, Place.BAR),
  OVERVIEW("/console/overview", "nav.overview", Role.OBSERVER, Place.BAR),
  STATISTICS("/console/statistics", "nav.statistics", Role.MANAGER, Place.BAR),
  TEMPLATES("/console/templates", "nav.templates", Role.AGENT, Place.BAR),
  LINKS("/console/links", "nav.links", Role.OBSERVER, Place.SETTINGS),
  RULES("/console/rules", "nav.rules", Role.MANAGER, Place.SETTINGS),
  CATEGORIES("/console/categories", "nav.categories", Role.MANAGER, Place.SETTINGS),
  SUBSCRIPTIONS("/console/subscriptions", "nav.subscriptions", Role.MANAGER, Place.SETTINGS),
  EVENTS("/console/events", "nav.events", Role.MANAGER, Place.SETTINGS),
  MEMBERS("/console/members", "nav.members", Role.OWNER, Place.SETTINGS),
  APPROVALS("/console/approvals", "nav.approvals", Role.OPERATOR, Place.BAR);

  private final String path;
  private final String text;
  private final Role role;
  private final Place place;

  Navigation(String path, String text, Role role, Place place) {
    this.path = path;
    this.text = text;
    this.role = role;
    this.place = place;
  }

  /** Where an entry stands: beside the logo, or in the menu 설정/관리. */
  enum Place {
    BAR,
    SETTINGS
  }

  /**
   * One entry as it is shown.
   *
   * @param text the key of its text
   * @param current whether the page shown belongs to it
   * @param counts whether the number of waiting consultations stands beside it
   */
  record Entry(String path, String text, boolean current, boolean counts) {}

  /** Where a role begins. */
  static String start(Role role) {
    return role == Role.OPERATOR ? APPROVALS.path : CONSULTATIONS.path;
  }

  /** Whether the page is there for a role. */
  boolean isFor(Role other) {
    return other.includes(role);
  }

  static List<Entry> of(Role role, Place place, String path) {
    return List.of(values()).stream()
        .filter(page -> page.isFor(role) && page.place == place)
        .map(page -> page.entry(path))
        .toList();
  }

  private Entry entry(String path) {
    boolean current = path.equals(this.path) || path.startsWith(this.path + "/");
    return new Entry(this.path, text, current, this == CONSULTATIONS);
  }
}
