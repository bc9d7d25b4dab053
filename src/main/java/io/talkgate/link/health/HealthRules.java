package io.talkgate.link.health;

import io.talkgate.link.health.EchoWatch.Finding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which state follows from what is known, worst first (contract §5). No clock, no database. */
final class HealthRules {
  private final EchoWatch echoes;

  HealthRules(EchoWatch echoes) {
    this.echoes = echoes;
  }

  /**
   * The state.
   *
   * @param tooQuiet whether the present silence is improbable by the link's own rhythm
   */
  Assessment assess(HealthFacts facts, PublicUrl publicUrl, boolean tooQuiet, Instant now) {
    if (facts.keyRefused() || facts.keyVerdict() == KeyVerdict.BAD) {
      return Assessment.sure(HealthReason.KEY_REFUSED);
    }
    Finding echo = echoes.look(facts, now);
    if (echo == Finding.MISSING) {
      return Assessment.sure(HealthReason.ECHOES_MISSING);
    }
    if (tooQuiet || isStillQuiet(facts)) {
      return new Assessment(HealthReason.RHYTHM_BROKEN, Confidence.LOW);
    }
    @Nullable HealthReason risk = risk(facts, publicUrl, now);
    return Assessment.sure(risk == null ? withoutTrouble(facts, echo) : risk);
  }

  /** Only an event ends what silence began: the hours that follow may well be quiet ones. */
  private static boolean isStillQuiet(HealthFacts facts) {
    Instant last = facts.lastEventAt();
    return facts.stored().reason() == HealthReason.RHYTHM_BROKEN
        && (last == null || facts.since() == null || last.isBefore(facts.since()));
  }

  private static @Nullable HealthReason risk(HealthFacts facts, PublicUrl publicUrl, Instant now) {
    for (AnswerCause cause : AnswerCause.values()) {
      if (cause != AnswerCause.SLOW && cause.isRisky() && facts.hasAnswers(cause)) {
        return HealthReason.ANSWERS_FAILED;
      }
    }
    if (publicUrl.isFailing()) {
      return HealthReason.PUBLIC_URL_FAILS;
    }
    if (publicUrl.endsSoon(now)) {
      return HealthReason.CERTIFICATE_ENDS;
    }
    return facts.hasAnswers(AnswerCause.SLOW) ? HealthReason.ANSWERS_SLOW : null;
  }

  /** Messages of the time when nothing was heard at all tell nothing about {@code echo}. */
  private static HealthReason withoutTrouble(HealthFacts facts, Finding echo) {
    if (facts.lastEventAt() == null) {
      return HealthReason.NO_EVENT_YET;
    }
    boolean wasDeaf = facts.stored().state() == HealthState.WEBHOOK_SILENT;
    return echo == Finding.NOT_SELECTED && !wasDeaf
        ? HealthReason.ECHO_NOT_SELECTED
        : HealthReason.ALL_WELL;
  }
}
