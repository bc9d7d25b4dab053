package io.talkgate.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract §1 "Link states": every call in every state; "-" is a conflict. */
class LinkLifecycleTest {
  private static final String TABLE =
      """
      CALL,              DRAFT,   PENDING,  APPROVED, REJECTED, REVOKED
      CHANGE,            DRAFT,   PENDING,  APPROVED, REJECTED, -
      CHANGE_ACCOUNT,    DRAFT,   -,        -,        REJECTED, -
      REQUEST_APPROVAL,  PENDING, -,        -,        PENDING,  -
      APPROVE,           -,       APPROVED, -,        -,        -
      REJECT,            -,       REJECTED, -,        -,        -
      REVOKE,            REVOKED, REVOKED,  REVOKED,  REVOKED,  -
      RENEW_WEBHOOK_URL, -,       PENDING,  APPROVED, REJECTED, -
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(useHeadersInDisplayName = true, textBlock = TABLE)
  void everyCallInEveryState(
      LinkCall call,
      String draft,
      String pending,
      String approved,
      String rejected,
      String revoked) {
    assertEquals(state(draft), LinkLifecycle.after(call, LinkStatus.DRAFT));
    assertEquals(state(pending), LinkLifecycle.after(call, LinkStatus.PENDING));
    assertEquals(state(approved), LinkLifecycle.after(call, LinkStatus.APPROVED));
    assertEquals(state(rejected), LinkLifecycle.after(call, LinkStatus.REJECTED));
    assertEquals(state(revoked), LinkLifecycle.after(call, LinkStatus.REVOKED));
  }

  @Test
  void theTableNamesEveryCall() {
    Set<String> named = new HashSet<>();
    TABLE.lines().skip(1).map(line -> line.substring(0, line.indexOf(','))).forEach(named::add);

    assertEquals(Set.copyOf(Arrays.stream(LinkCall.values()).map(LinkCall::name).toList()), named);
  }

  private static Optional<LinkStatus> state(String cell) {
    return cell.equals("-") ? Optional.empty() : Optional.of(LinkStatus.valueOf(cell));
  }
}
