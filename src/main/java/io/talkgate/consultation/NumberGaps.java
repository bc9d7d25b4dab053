package io.talkgate.consultation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which leaps of NAVER's numbers say that messages may never have reached us (contract §3, {@code
 * possiblyMissing}). {@code messageId} is a sequence of the chat room, undocumented, often absent,
 * on send and echo only [228]; so a leap is believed only where nothing else explains it:
 *
 * <ul>
 *   <li>Numbers are compared in their own order, not in the order in which they came, so that a
 *       late event fills its gap. A higher number that came well before a lower one tells of
 *       another count.
 *   <li>What has no number around the time of the leap explains one each: an event that told none,
 *       a message of ours without an echo, whatever became of it, and every further try of one.
 *   <li>A leap of more than {@value #BELIEVED} numbers is another count, not a loss.
 *   <li>Before the first number nothing can be missing.
 * </ul>
 *
 * <p>Whether the link hears echoes at all is asked by {@link EchoHearing}: where it does not,
 * messages of Partner Center take numbers unseen. What a profile request takes is not known.
 */
final class NumberGaps {
  /** The most messages that one gap is believed to lack. */
  static final int BELIEVED = 100;

  private final UUID customerId;
  private final List<RoomLine> numbered;
  private final List<RoomLine> untold;
  private final Set<UUID> notes;

  /**
   * Of a customer's timeline.
   *
   * @param lines the newest, in any order, notes about gaps among them
   */
  NumberGaps(UUID customerId, List<RoomLine> lines) {
    this.customerId = customerId;
    numbered =
        lines.stream()
            .filter(line -> line.number() != null)
            .sorted(Comparator.comparing(RoomLine::place).thenComparing(RoomLine::at))
            .toList();
    Set<UUID> possible =
        numbered.stream().map(line -> noteId(line.place())).collect(Collectors.toSet());
    notes = lines.stream().map(RoomLine::id).filter(possible::contains).collect(Collectors.toSet());
    untold =
        lines.stream().filter(line -> line.untold() > 0 && !notes.contains(line.id())).toList();
  }

  /**
   * A leap that nothing explains.
   *
   * @param noteId of the note about it, always the same
   * @param before the last message before it
   * @param after the first message after it
   */
  record Gap(UUID noteId, RoomLine before, RoomLine after) {}

  /** The gaps about which there is no note yet. */
  List<Gap> unnoted() {
    return gaps().stream().filter(gap -> !notes.contains(gap.noteId())).toList();
  }

  /** The notes whose gaps are filled; of the oldest message nobody can tell any more. */
  List<UUID> outdatedNotes() {
    Set<UUID> current = gaps().stream().map(Gap::noteId).collect(Collectors.toSet());
    return numbered.stream()
        .skip(1)
        .map(line -> noteId(line.place()))
        .filter(id -> notes.contains(id) && !current.contains(id))
        .distinct()
        .toList();
  }

  private List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    for (int i = 1; i < numbered.size(); i++) {
      RoomLine before = numbered.get(i - 1);
      RoomLine after = numbered.get(i);
      if (isLoss(before, after)) {
        gaps.add(new Gap(noteId(after.place()), before, after));
      }
    }
    return gaps;
  }

  private boolean isLoss(RoomLine before, RoomLine after) {
    long missing = after.place() - before.place() - 1;
    return missing > 0
        && missing <= BELIEVED
        && after.isAfter(before)
        && missing > explained(before, after);
  }

  private int explained(RoomLine before, RoomLine after) {
    return untold.stream()
        .filter(line -> line.isAround(before.at(), after.at()))
        .mapToInt(RoomLine::untold)
        .sum();
  }

  private UUID noteId(long number) {
    String name = "gap before %s %d".formatted(customerId, number);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
