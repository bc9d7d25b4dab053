package io.talkgate.access;

import java.util.List;
import java.util.stream.Stream;

/** Who may log in to a demo (contract §6). */
record DemoAccount(String username, Role role) {
  static final String PASSWORD = "talkgate";

  static final List<DemoAccount> ALL =
      List.of(
          new DemoAccount("operator", Role.OPERATOR),
          new DemoAccount("owner", Role.OWNER),
          new DemoAccount("manager", Role.MANAGER),
          new DemoAccount("agent", Role.AGENT),
          new DemoAccount("agent2", Role.AGENT),
          new DemoAccount("observer", Role.OBSERVER));

  static Stream<String> usernames() {
    return ALL.stream().map(DemoAccount::username);
  }
}
