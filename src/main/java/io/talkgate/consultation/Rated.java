package io.talkgate.consultation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has said about a consultation.
 *
 * @param score null if it stays
 * @param comment null if it stays
 */
record Rated(UUID consultationId, @Nullable Integer score, @Nullable String comment, Instant at) {
  /** What is kept of a comment, in characters; the message has all of it. */
  private static final int KEPT = 2000;

  static Rated score(Ratings.Score score, Instant at) {
    return new Rated(score.consultationId(), score.points(), null, at);
  }

  static Rated comment(UUID consultationId, String text, Instant at) {
    boolean fits = text.length() <= KEPT || text.codePointCount(0, text.length()) <= KEPT;
    String kept = fits ? text : text.substring(0, text.offsetByCodePoints(0, KEPT));
    return new Rated(consultationId, null, kept, at);
  }

  /** This and what was said after it. */
  Rated and(Rated later) {
    return new Rated(
        consultationId,
        later.score == null ? score : later.score,
        later.comment == null ? comment : later.comment,
        later.at);
  }
}
