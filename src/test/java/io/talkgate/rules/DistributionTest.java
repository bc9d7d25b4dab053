package io.talkgate.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.talkgate.consultation.AvailableAgent;
import io.talkgate.consultation.WaitingConsultation;
import io.talkgate.link.settings.AssignmentRules;
import io.talkgate.link.settings.AssignmentRules.Mode;
import io.talkgate.link.settings.AssignmentRules.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue 8, 3: who gets what. */
class DistributionTest {
  private static final UUID LINK = UUID.randomUUID();
  private static final Instant START = Instant.parse("2026-11-30T00:00:00Z");

  /**
   * Agents are written {@code name:open/capacity@minute of the last one}, waiting consultations by
   * the name of the customer's last agent; the answer is the name that each gets.
   */
  @ParameterizedTest
  @CsvSource({
    // round robin: whoever got one longest ago, who never did first
    "ROUND_ROBIN, false, a:0@2 b:0@1 c:0, - - - - -, c b a c b",
    "ROUND_ROBIN, false, a:2@2 b:0@5, - -, a b",
    // fewest open, then longest ago
    "FEWEST_OPEN, false, a:2@1 b:0@5 c:1@3, - - - - - -, b c b a c b",
    "FEWEST_OPEN, false, a:1@2 b:1@1, - -, b a",
    // capacity of the link is 3, some have their own
    "ROUND_ROBIN, false, a:3@1 b:2@2, - - -, b - -",
    "FEWEST_OPEN, false, a:0/1 b:4/6, - - - -, a b b -",
    "ROUND_ROBIN, false, a:0/0, -, -",
    "ROUND_ROBIN, false, , - -, - -",
    // the last agent first, if there with room
    "FEWEST_OPEN, true, a:2@1 b:0@2, a a b x, a b b b",
    "FEWEST_OPEN, false, a:2@1 b:0@2, a, b",
    // who waits longest is served first, the others wait on
    "FEWEST_OPEN, true, a:2, x a, a -"
  })
  void getsWhat(
      Order order, boolean lastFirst, @Nullable String agents, String waiting, String expected) {
    AssignmentRules rules = new AssignmentRules(Mode.AUTOMATIC, order, lastFirst, 3, null);
    List<WaitingConsultation> queue =
        Stream.of(waiting.split(" ", -1)).map(DistributionTest::waiting).toList();

    Map<UUID, String> given =
        Distribution.plan(Map.of(LINK, rules), queue, agents(agents)).stream()
            .collect(Collectors.toMap(one -> one.consultation().id(), one -> one.agent().name()));

    List<String> names = queue.stream().map(one -> given.getOrDefault(one.id(), "-")).toList();
    assertEquals(expected, String.join(" ", names));
  }

  private static WaitingConsultation waiting(String lastAgent) {
    UUID last = lastAgent.equals("-") ? null : id(lastAgent);
    return new WaitingConsultation(UUID.randomUUID(), UUID.randomUUID(), LINK, last);
  }

  private static List<AvailableAgent> agents(@Nullable String agents) {
    List<AvailableAgent> all = new ArrayList<>();
    for (String one : agents == null ? new String[0] : agents.split(" ", -1)) {
      String[] at = one.split("@", -1);
      String[] capacity = at[0].split("/", -1);
      String[] open = capacity[0].split(":", -1);
      all.add(
          new AvailableAgent(
              id(open[0]),
              open[0],
              Integer.parseInt(open[1]),
              capacity.length < 2 ? null : Integer.valueOf(capacity[1]),
              at.length < 2 ? null : START.plusSeconds(60L * Integer.parseInt(at[1]))));
    }
    return all;
  }

  private static UUID id(String name) {
    return new UUID(0, name.charAt(0));
  }
}
