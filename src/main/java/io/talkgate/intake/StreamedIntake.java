package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.talkgate.intake.spool.SpoolStream;
import io.talkgate.link.TokenOwner;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.Stamps;
import io.talkgate.talktalk.Glance;
import io.talkgate.talktalk.TalkTalkEvents;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes durable what came to the disk piece by piece. The drainer brings it into the database. */
@Singleton
class StreamedIntake {
  /** To read 10 MiB again and force them to a disk that is busy. */
  private static final Duration LIMIT = Duration.ofSeconds(4);

  /** For the disk to write what has to stand before it. */
  private static final Duration QUEUE_LIMIT = Duration.ofSeconds(2);

  private final BodyFiles files;
  private final Legs legs;
  private final Spooled spooled;
  private final Drainer drainer;
  private final Stamps stamps;
  private final IntakeMetrics metrics;

  StreamedIntake(
      BodyFiles files,
      Legs legs,
      Spooled spooled,
      Drainer drainer,
      Stamps stamps,
      IntakeMetrics metrics) {
    this.files = files;
    this.legs = legs;
    this.spooled = spooled;
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
        publish(new Customer(live.linkId(), glance.user()), body, stamp);
      } else {
        publishUnresolved(body, stamp);
      }
      return glance;
    }
  }

  /**
   * Noted first: what this customer sends next must not overtake it, nor it what came before. Whose
   * it is stands in the body, so what comes while that is being looked for has its own, earlier
   * stamp and goes before it.
   */
  private void publish(Customer customer, SpoolStream body, Stamp stamp) {
    CompletableFuture<Void> before = legs.writing(stamp.id(), customer);
    try {
      publishBehind(before, body, stamp);
      spooled.written();
    } catch (RuntimeException notPublished) {
      spooled.notWritten(stamp.id(), customer);
      throw notPublished;
    } finally {
      legs.wrote(customer);
    }
  }

  private void publishUnresolved(SpoolStream body, Stamp stamp) {
    long bytes = body.length();
    CompletableFuture<Void> before = legs.writingUnresolved(bytes);
    try {
      publishBehind(before, body, stamp);
    } catch (RuntimeException notPublished) {
      spooled.unresolvedNotWritten(bytes);
      throw notPublished;
    }
    spooled.written();
  }

  /** May block: {@link BodyFiles} runs this on a worker, since it reads and forces files. */
  private static void publishBehind(CompletableFuture<Void> before, SpoolStream body, Stamp stamp) {
    Uni.createFrom().completionStage(before).await().atMost(QUEUE_LIMIT);
    body.publish(stamp);
  }
}
