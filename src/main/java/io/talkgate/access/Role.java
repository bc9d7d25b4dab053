package io.talkgate.access;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The roles of contract §4. Within a brand each one includes the ones before it; the operator
 * stands above brands.
 */
public enum Role {
  /** 관찰자: reads. */
  OBSERVER,
  /** 상담사: answers customers. */
  AGENT,
  /** 관리자: manages links, templates and settings. */
  MANAGER,
  /** 최고 관리자: manages members, too, and may revoke links. */
  OWNER,
  /** 플랫폼 운영자: creates brands, approves links, reads no conversation. */
  OPERATOR;

  /** Names for annotations, as they stand in tokens and in the API. */
  public static final String OBSERVER_NAME = "observer";

  public static final String AGENT_NAME = "agent";
  public static final String MANAGER_NAME = "manager";
  public static final String OWNER_NAME = "owner";
  public static final String OPERATOR_NAME = "operator";

  /** The role's name in tokens and in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True if whoever has this role may do what the other role may. */
  public boolean includes(Role other) {
    return this == other || (this != OPERATOR && other != OPERATOR && compareTo(other) >= 0);
  }

  /** The names of this role and of all it includes. */
  public Set<String> includedNames() {
    return Stream.of(values())
        .filter(this::includes)
        .map(Role::wireName)
        .collect(Collectors.toUnmodifiableSet());
  }
}
