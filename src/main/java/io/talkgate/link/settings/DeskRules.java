package io.talkgate.link.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.talkgate.platform.problem.FieldError;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a brand has set about the desk of one link; a section that it has not set is
 * null, and off.
 *
 * @param hours when the desk answers
 * @param messages what is said automatically
 * @param closing what the clock does
 * @param assignment who gets what waits
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeskRules(
    @Nullable OpeningHours hours,
    @Nullable AutomaticMessages messages,
    @Nullable ClosingRules closing,
    @Nullable AssignmentRules assignment) {

  /** Nothing set. */
  public static final DeskRules NONE = new DeskRules(null, null, null, null);

  /** When the desk answers; always, where nothing is set. */
  public OpeningHours openingHours() {
    return hours == null ? OpeningHours.ALWAYS : hours;
  }

  /** What is said automatically; nothing, where nothing is set. */
  public AutomaticMessages automaticMessages() {
    return messages == null ? AutomaticMessages.NONE : messages;
  }

  /** What the clock does; nothing, where nothing is set. */
  public ClosingRules closingRules() {
    return closing == null ? ClosingRules.NONE : closing;
  }

  /** Who gets what waits; whoever answers, where nothing is set. */
  public AssignmentRules assignmentRules() {
    return assignment == null ? AssignmentRules.MANUAL : assignment;
  }

  /** These with what is set in a change in their place. */
  public DeskRules with(DeskRules change) {
    return new DeskRules(
        change.hours == null ? hours : change.hours,
        change.messages == null ? messages : change.messages,
        change.closing == null ? closing : change.closing,
        change.assignment == null ? assignment : change.assignment);
  }

  /** What does not go together in what is set, with the path of each. */
  public List<FieldError> problems() {
    return Stream.of(
            openingHours().problems("hours").stream(),
            automaticMessages().problems("messages"),
            closingRules().problems("closing"),
            assignmentRules().problems("assignment"))
        .flatMap(problems -> problems)
        .toList();
  }
}
