package io.talkgate.subscription;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Makes the calls that are due. */
@Startup
@ApplicationScoped
class CallRounds {
  private static final Logger LOG = Logger.getLogger(CallRounds.class);
  private static final int AT_ONCE = 32;

  private final OutgoingCalls calls;
  private final CallClient client;
  private final Counter delivered;
  private final Counter failed;

  CallRounds(OutgoingCalls calls, CallClient client, MeterRegistry registry) {
    this.calls = calls;
    this.client = client;
    this.delivered = counter(registry, "delivered");
    this.failed = counter(registry, "failed");
  }

  /** One round. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> call() {
    return calls
        .claim(AT_ONCE)
        .onItem()
        .transformToMulti(due -> Multi.createFrom().iterable(due))
        .onItem()
        .transformToUniAndMerge(this::call)
        .onItem()
        .ignoreAsUni();
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
