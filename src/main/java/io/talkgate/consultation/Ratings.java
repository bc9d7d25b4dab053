package io.talkgate.consultation;

import io.talkgate.talktalk.SendEvent;
import io.talkgate.talktalk.TextContent;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How customers rate a consultation (만족도 평가): by a button whose code says which one and how good,
 * then, if they like, in words within an hour. Neither opens a consultation.
 */
public final class Ratings {
  /** The worst score. */
  public static final int WORST = 1;

  /** The best score. */
  public static final int BEST = 5;

  /** For so long after the score, the next words are its comment. */
  static final Duration COMMENT = Duration.ofHours(1);

  private static final Pattern CODE =
      Pattern.compile("talkgate\\.rating\\.([0-9a-f-]{36})\\.([" + WORST + "-" + BEST + "])");

  private Ratings() {}

  /** The code of a button that gives a consultation a score. */
  public static String code(UUID consultationId, int score) {
    return "talkgate.rating." + consultationId + "." + score;
  }

  /** The score that a pressed button gives; empty for everything else. */
  static Optional<Score> scoreOf(SendEvent event) {
    if (!(event.content() instanceof TextContent text) || text.code() == null) {
      return Optional.empty();
    }
    Matcher code = CODE.matcher(text.code());
    return code.matches()
        ? Optional.of(new Score(UUID.fromString(code.group(1)), Integer.parseInt(code.group(2))))
        : Optional.empty();
  }

  /**
   * A score for a consultation, which may be anybody's: whose it is, is seen when it is written.
   */
  record Score(UUID consultationId, int points) {}
}
