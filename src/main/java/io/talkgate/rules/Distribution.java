package io.talkgate.rules;

import io.talkgate.consultation.Assignment;
import io.talkgate.consultation.AvailableAgent;
import io.talkgate.consultation.WaitingConsultation;
import io.talkgate.link.settings.AssignmentRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Decides who gets what: plain Java, one consultation after the other, the longest waiting first.
 * Who has no room gets none; what nobody has room for waits on.
 */
final class Distribution {
  private final Map<UUID, AssignmentRules> rules;
  private final List<Seat> seats;

  private Distribution(Map<UUID, AssignmentRules> rules, List<AvailableAgent> agents) {
    this.rules = rules;
    this.seats = seats(agents);
  }

  /**
   * Who is to get what.
   *
   * @param rules of the links that distribute
   * @param waiting in the order in which they are served
   */
  static List<Assignment> plan(
      Map<UUID, AssignmentRules> rules,
      List<WaitingConsultation> waiting,
      List<AvailableAgent> agents) {
    Distribution distribution = new Distribution(rules, agents);
    List<Assignment> plan = new ArrayList<>();
    for (WaitingConsultation consultation : waiting) {
      distribution
          .seatFor(consultation)
          .ifPresent(seat -> plan.add(new Assignment(consultation, seat.take())));
    }
    return plan;
  }

  private Optional<Seat> seatFor(WaitingConsultation consultation) {
    AssignmentRules rule = rules.get(consultation.linkId());
    if (rule == null) {
      return Optional.empty();
    }
    List<Seat> free = seats.stream().filter(seat -> seat.hasRoom(rule.capacity())).toList();
    Optional<Seat> last =
        rule.lastAgentFirst()
            ? free.stream()
                .filter(seat -> seat.agent.id().equals(consultation.lastAgentId()))
                .findFirst()
            : Optional.empty();
    return last.or(() -> free.stream().min(order(rule.order())));
  }

  private static Comparator<Seat> order(AssignmentRules.Order order) {
    Comparator<Seat> longestAgo = Comparator.comparingInt(seat -> seat.turn);
    return order == AssignmentRules.Order.ROUND_ROBIN
        ? longestAgo
        : Comparator.<Seat>comparingInt(seat -> seat.open).thenComparing(longestAgo);
  }

  /** In the order in which they were served last; who never was goes first. */
  private static List<Seat> seats(List<AvailableAgent> agents) {
    List<AvailableAgent> ordered =
        agents.stream()
            .sorted(
                Comparator.comparing(
                        AvailableAgent::lastAssignedAt,
                        Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(AvailableAgent::id))
            .toList();
    return IntStream.range(0, ordered.size())
        .mapToObj(turn -> new Seat(ordered.get(turn), turn, ordered.size()))
        .toList();
  }

  /** An agent while one plan is made. */
  private static final class Seat {
    private final AvailableAgent agent;
    private final int all;
    private int turn;
    private int open;

    Seat(AvailableAgent agent, int turn, int all) {
      this.agent = agent;
      this.turn = turn;
      this.all = all;
      this.open = agent.open();
    }

    boolean hasRoom(int capacityOfLink) {
      Integer own = agent.capacity();
      return open < (own == null ? capacityOfLink : own);
    }

    /** One more: the agent goes behind the others. */
    AvailableAgent take() {
      open++;
      turn += all;
      return agent;
    }
  }
}
