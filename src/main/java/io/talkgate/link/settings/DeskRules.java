package io.talkgate.link.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.talkgate.platform.problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a brand has set about the desk of one link; what it has not set is off.
 *
 * @param hours when the desk answers
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeskRules(@Nullable OpeningHours hours) {

  /** Nothing set. */
  public static final DeskRules NONE = new DeskRules(null);

  /** When the desk answers; always, where nothing is set. */
  public OpeningHours openingHours() {
    return hours == null ? OpeningHours.ALWAYS : hours;
  }

  /** These with what is set in a change in their place. */
  public DeskRules with(DeskRules change) {
    return new DeskRules(change.hours == null ? hours : change.hours);
  }

  /** What does not go together in what is set, with the path of each. */
  public List<FieldError> problems() {
    return hours == null ? List.of() : hours.problems("hours");
  }
}
