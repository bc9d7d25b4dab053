package io.talkgate.console;

import io.talkgate.access.Role;
import java.util.List;

/** The pages, and whose they are. */
enum Navigation {
  CONSULTATIONS("/console/consultations", "nav.consultations", Role.OBSERVER),
  OVERVIEW("/console/overview", "nav.overview", Role.OBSERVER),
  LINKS("/console/links", "nav.links", Role.OBSERVER),
  EVENTS("/console/events", "nav.events", Role.MANAGER),
  MEMBERS("/console/members", "nav.members", Role.OWNER),
  APPROVALS("/console/approvals", "nav.approvals", Role.OPERATOR);

  private final String path;
  private final String text;
  private final Role role;

  Navigation(String path, String text, Role role) {
    this.path = path;
    this.text = text;
    this.role = role;
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

  static List<Entry> of(Role role, String path) {
    return List.of(values()).stream()
        .filter(page -> page.isFor(role))
        .map(page -> page.entry(path))
        .toList();
  }

  private Entry entry(String path) {
    boolean current = path.equals(this.path) || path.startsWith(this.path + "/");
    return new Entry(this.path, text, current, this == CONSULTATIONS);
  }
}
