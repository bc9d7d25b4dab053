package io.talkgate.subscription;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Makes the calls that are due. */
@Startup
@Singleton
class CallRounds {
  private static final Logger LOG = Logger.getLogger(CallRounds.class);

  /** Calls under way at a time, of all subscribers. */
  private static final int AT_ONCE = 256;

  private final OutgoingCalls calls;
  private final CallClient client;
  private final Counter delivered;
  private final Counter failed;
  private final AtomicInteger underWay = new AtomicInteger();

  CallRounds(OutgoingCalls calls, CallClient client, MeterRegistry registry) {
    this.calls = calls;
    this.client = client;
    this.delivered = counter(registry, "delivered");
    this.failed = counter(registry, "failed");
  }

  /**
   * Begins rounds until nothing is due. It does not wait for their calls: a slow receiver delays
   * nobody else.
   */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> begin() {
    return claim().invoke(this::goOn).replaceWithVoid();
  }

  private void goOn(List<OutgoingCall> due) {
    if (!due.isEmpty()) {
      called(due).chain(this::begin).subscribe().with(begun -> {}, CallRounds::tell);
    }
  }

  /** One round with all its calls. */
  Uni<Void> call() {
    return claim().chain(this::called);
  }

  private Uni<List<OutgoingCall>> claim() {
    int free = AT_ONCE - underWay.get();
    if (free <= 0) {
      return Uni.createFrom().item(List.of());
    }
    return calls.claim(free).invoke(due -> underWay.addAndGet(due.size()));
  }

  private Uni<Void> called(List<OutgoingCall> due) {
    return Multi.createFrom()
        .iterable(due)
        .onItem()
        .transformToUni(this::settled)
        .merge(AT_ONCE)
        .onItem()
        .ignoreAsUni();
  }

  /** Where the database went away meanwhile, it is claimed again when its lease is over. */
  private Uni<Void> settled(OutgoingCall call) {
    return call(call)
        .onTermination()
        .invoke(underWay::decrementAndGet)
        .onFailure()
        .invoke(CallRounds::tell)
        .onFailure()
        .recoverWithNull();
  }

  private static void tell(Throwable failure) {
    LOG.warnf("What subscribers are told cannot be noted, and is told again: %s", failure);
  }

  /** What was settled long ago is forgotten. */
  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tidy() {
    return calls.forgetOld();
  }

  private Uni<Void> call(OutgoingCall call) {
    return client
        .call(call)
        .onItemOrFailure()
        .transformToUni(
            (status, failure) ->
                failure == null && status >= 200 && status < 300
                    ? done(call, status)
                    : again(call, failure == null ? "HTTP status " + status : words(failure)));
  }

  private Uni<Void> done(OutgoingCall call, int status) {
    delivered.increment();
    return calls.delivered(call, "HTTP status " + status);
  }

  private Uni<Void> again(OutgoingCall call, String why) {
    failed.increment();
    LOG.debugf("%s, try %d: %s", call, call.attempts(), why);
    return calls.failed(call, why);
  }

  private static String words(Throwable failure) {
    String message = failure.getMessage();
    String words = failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    return words.substring(0, Math.min(words.length(), 200));
  }

  private static Counter counter(MeterRegistry registry, String result) {
    return Counter.builder("talkgate.subscription.calls")
        .description("Calls of subscribers' URLs, each try counted")
        .tag("result", result)
        .register(registry);
  }
}
