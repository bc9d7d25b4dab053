package io.talkgate.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.talkgate.consultation.ClaimTerms;
import io.talkgate.consultation.Outbox;
import io.talkgate.consultation.OutboxMessage;
import io.talkgate.consultation.OutboxSignals;
import io.talkgate.consultation.Outlook;
import io.talkgate.consultation.Settled;
import io.talkgate.platform.database.DatabaseErrors;
import io.talkgate.platform.database.SchemaMigration;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps the outbox moving on this replica: claims at once when a message is queued here, soon after
 * one has been sent, when the next slot or wait is over, and at every poll for what other replicas
 * have left. One claim is under way at a time. All its state lives on {@link DeliveryContext}.
 */
@Singleton
class Delivery implements OutboxSignals {
  private static final Logger LOG = Logger.getLogger(Delivery.class);
  private static final long STOP_SECONDS = 8;

  /**
   * A claim that got less than it asked for has left nothing behind that the paces allow. The next
   * one waits, so that it finds more than the one message whose slot came first: each claim locks
   * the host's row, for which all replicas wait.
   */
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final SchemaMigration schema;
  private final Outbox outbox;
  private final Sender sender;
  private final Overdue overdue;
  private final DeliveryMetrics metrics;
  private final DeliveryContext context;
  private final ClaimTerms terms;
  private final int atOnce;
  private final Duration poll;
  private final CountDownLatch idle = new CountDownLatch(1);

  private int underWay;
  private boolean claiming;
  private boolean again;
  private boolean pausing;
  private boolean claimingSoon;
  private boolean stopping;

  /** Asked at every poll also while each claim finds something: it tells of waits for slots. */
  private long looked = System.nanoTime();

  private long timer = -1;

  Delivery(
      SchemaMigration schema,
      Outbox outbox,
      Sender sender,
      Overdue overdue,
      DeliveryMetrics metrics,
      DeliveryContext context,
      DeliveryConfig config) {
    this.schema = schema;
    this.outbox = outbox;
    this.sender = sender;
    this.overdue = overdue;
    this.metrics = metrics;
    this.context = context;
    this.terms = config.terms();
    this.atOnce = config.sendAtOnce();
    this.poll = config.sendPollInterval();
  }

  void start(@Observes StartupEvent event) {
    context.run(this::wake);
  }

  @Override
  public void queued() {
    context.run(this::claim);
  }

  /** Claims no more and waits for the calls under way, as long as a stop may take. */
  void stop(@Observes ShutdownEvent event) {
    context.run(
        () -> {
          stopping = true;
          noteIfIdle();
        });
    try {
      if (!idle.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Messages are being sent; whether they arrive will show at the next start.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void claim() {
    int free = atOnce - underWay;
    again = true;
    if (stopping || claiming || free <= 0) {
      return;
    }
    again = false;
    claiming = true;
    long asked = System.nanoTime();
    outbox
        .claim(free, terms)
        .subscribe()
        .with(
            messages -> context.run(() -> claimed(messages, free, asked)),
            failure -> context.run(() -> notClaimed(failure)));
  }

  private void claimed(List<OutboxMessage> messages, int wanted, long asked) {
    claiming = false;
    underWay += messages.size();
    messages.forEach(message -> send(message, asked));
    if (again || messages.size() == wanted) {
      claim();
      return;
    }
    if (!messages.isEmpty()) {
      pause();
    }
    if (messages.isEmpty() || System.nanoTime() - looked > poll.toNanos()) {
      lookAhead();
    }
  }

  private void pause() {
    if (!pausing) {
      pausing = true;
      context.after(
          PAUSE,
          () -> {
            pausing = false;
            claim();
          });
    }
  }

  /** After the pause, and after all that is settled together: one claim for all of them. */
  private void claimSoon() {
    if (!pausing && !claimingSoon) {
      claimingSoon = true;
      context.run(
          () -> {
            claimingSoon = false;
            claim();
          });
    }
  }

  private void send(OutboxMessage message, long asked) {
    sender
        .send(message, asked)
        .subscribe()
        .with(
            settled -> context.run(() -> sent(settled)),
            failure -> context.run(() -> notSettled(message, failure)));
  }

  private void sent(Settled settled) {
    boolean wasFull = underWay == atOnce;
    underWay--;
    noteIfIdle();
    if (wasFull || settled == Settled.DONE_WITH_MORE || settled == Settled.REFUSED) {
      claimSoon();
    } else if (settled == Settled.LATER) {
      lookAhead();
    }
  }

  private void notSettled(OutboxMessage message, Throwable failure) {
    underWay--;
    noteIfIdle();
    LOG.warnf(
        "What became of message %s could not be noted (%s); it will be UNKNOWN.",
        message.id(), failure.getMessage());
  }

  private void notClaimed(Throwable failure) {
    claiming = false;
    if (!schema.isDone() || DatabaseErrors.isUnavailable(failure)) {
      LOG.debugf("The outbox cannot be read (%s); trying again.", failure.getMessage());
    } else {
      LOG.error("The outbox cannot be read; trying again.", failure);
    }
    wakeAfter(poll);
  }

  /** Asks when there is something to do; while a claim is under way that comes after it. */
  private void lookAhead() {
    if (stopping || claiming) {
      return;
    }
    looked = System.nanoTime();
    outbox
        .outlook(terms)
        .subscribe()
        .with(
            outlook -> context.run(() -> wakeAt(outlook)),
            failure -> context.run(() -> wakeAfter(poll)));
  }

  private void wakeAt(Outlook outlook) {
    if (outlook.paced()) {
      metrics.paced();
    }
    Duration next = Objects.requireNonNullElse(outlook.next(), poll);
    wakeAfter(next.compareTo(poll) < 0 ? next : poll);
  }

  private void wakeAfter(Duration wait) {
    context.cancel(timer);
    timer = context.after(wait, this::wake);
  }

  /** Overdue lanes are looked for however busy the others are. */
  private void wake() {
    if (stopping) {
      return;
    }
    wakeAfter(poll);
    claim();
    overdue
        .settle()
        .subscribe()
        .with(
            settled -> {
              if (settled > 0) {
                queued();
              }
            },
            failure -> LOG.debugf("Overdue lanes wait (%s).", failure.getMessage()));
  }

  private void noteIfIdle() {
    if (stopping && underWay == 0) {
      idle.countDown();
    }
  }
}
