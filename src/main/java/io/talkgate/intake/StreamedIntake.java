package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.intake.spool.SpoolStream;
import io.talkgate.link.TokenOwner;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.Stamps;
import io.talkgate.talktalk.Glance;
import io.talkgate.talktalk.ParsedEvent;
import io.talkgate.talktalk.TalkTalkEvents;
import io.talkgate.talktalk.UnknownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes durable what came to the disk piece by piece. The drainer brings it into the database. */
@ApplicationScoped
class StreamedIntake {
  private static final String NO_NAME = "unknown";

  /** To read 10 MiB again and force them to a disk that is busy. */
  private static final Duration LIMIT = Duration.ofSeconds(4);

  private final BodyFiles files;
  private final Diverted diverted;
  private final Drainer drainer;
  private final Stamps stamps;
  private final IntakeMetrics metrics;

  StreamedIntake(
      BodyFiles files, Diverted diverted, Drainer drainer, Stamps stamps, IntakeMetrics metrics) {
    this.files = files;
    this.diverted = diverted;
    this.drainer = drainer;
    this.stamps = stamps;
    this.metrics = metrics;
  }

  /**
   * Keeps the body of a live or an unresolved token.
   *
   * @return what it is about, once it is durable; fails if it could not be made so
   */
  Uni<Glance> keep(TokenOwner owner, SpoolStream body) {
    AtomicBoolean givenUp = new AtomicBoolean();
    return Uni.createFrom()
        .completionStage(
            () ->
                files
                    .run(() -> publish(owner, body, givenUp))
                    .onComplete(done -> files.give())
                    .toCompletionStage())
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .onTermination()
        .invoke(() -> givenUp.set(true))
        .invoke(drainer::wake)
        .invoke(metrics::byStream);
  }

  private Glance publish(TokenOwner owner, SpoolStream body, AtomicBoolean givenUp)
      throws IOException {
    try (body) {
      Glance glance = TalkTalkEvents.glance(body::read);
      if (givenUp.get()) {
        throw BodyNotReadException.gone();
      }
      Stamp stamp = stamps.next();
      if (owner instanceof TokenOwner.Live live) {
        publish(live, glance, body, stamp);
      } else {
        body.publish(stamp);
      }
      return glance;
    }
  }

  /** Noted first: what this customer sends next must not overtake it. */
  private void publish(TokenOwner.Live live, Glance glance, SpoolStream body, Stamp stamp) {
    String name = glance.eventName() == null ? NO_NAME : glance.eventName();
    ParsedEvent known = new ParsedEvent.Readable(new UnknownEvent(name, glance.user(), null));
    diverted.note(new ReceivedEvent(stamp, live.brandId(), live.linkId(), new byte[0], known));
    try {
      body.publish(stamp);
    } catch (RuntimeException notPublished) {
      diverted.settle(stamp.id());
      throw notPublished;
    }
  }
}
