package io.talkgate.rules;

import static io.talkgate.consultation.ConsultationStatus.CLOSED;
import static io.talkgate.consultation.ConsultationStatus.IN_PROGRESS;
import static io.talkgate.consultation.ConsultationStatus.ON_HOLD;
import static io.talkgate.consultation.ConsultationStatus.OPENED;
import static io.talkgate.consultation.ConsultationStatus.WAITING;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.AutomaticReplies;
import io.talkgate.consultation.ConsultationStatus;
import io.talkgate.consultation.OnceOnly;
import io.talkgate.consultation.TimedChanges;
import io.talkgate.link.settings.AutomaticMessage;
import io.talkgate.link.settings.Occasion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Takes occasions, one by one: says what is set for them, or notes that they were there. */
@Singleton
class Speaking {
  private static final Logger LOG = Logger.getLogger(Speaking.class);

  private final Finder finder;
  private final AutomaticReplies replies;
  private final TimedChanges changes;
  private final Clock clock;

  Speaking(Finder finder, AutomaticReplies replies, TimedChanges changes, Clock clock) {
    this.finder = finder;
    this.replies = replies;
    this.changes = changes;
    this.clock = clock;
  }

  /** Takes what is due of an occasion. */
  Uni<Void> on(Occasion occasion, String question, List<Asked> asked) {
    return each(question, asked, due -> take(occasion, due));
  }

  /** Does something about what is due; one that fails delays no other and is found again. */
  Uni<Void> each(String question, List<Asked> asked, Function<Due, Uni<?>> work) {
    return finder
        .find(question, asked)
        .chain(
            found ->
                Multi.createFrom()
                    .iterable(found)
                    .onItem()
                    .transformToUniAndConcatenate(due -> orPass(due, work))
                    .onItem()
                    .ignoreAsUni());
  }

  private static Uni<Void> orPass(Due due, Function<Due, Uni<?>> work) {
    return work.apply(due)
        .onFailure()
        .invoke(
            failure ->
                LOG.warnf(failure, "No rule kept for consultation %s.", due.consultationId()))
        .replaceWithVoid()
        .onFailure()
        .recoverWithNull();
  }

  /** Takes one; answers whether nobody had before. */
  Uni<?> take(Occasion occasion, Due due) {
    OnceOnly once = new OnceOnly(occasion.name(), due.key(), statesOf(occasion));
    Optional<AutomaticMessage> message = due.link().rules().automaticMessages().on(occasion);
    return message.isPresent()
        ? replies.addOnce(
            due.link().brandId(),
            due.consultationId(),
            once,
            Words.of(due, occasion, message.get(), clock.instant()))
        : changes.note(due.link().brandId(), due.consultationId(), once);
  }

  private static Set<ConsultationStatus> statesOf(Occasion occasion) {
    return switch (occasion) {
      case GREETING, AWAY, REPLY_DELAYED -> EnumSet.of(WAITING, IN_PROGRESS);
      case BUSY -> EnumSet.of(WAITING);
      case ASSIGNED -> EnumSet.of(OPENED, WAITING, IN_PROGRESS, ON_HOLD);
      case CUSTOMER_SILENT -> EnumSet.of(IN_PROGRESS);
      case CLOSING, SURVEY -> EnumSet.of(CLOSED);
    };
  }
}
