package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Lets those who ask for the same at the same time wait for one answer. */
final class SharedWork<K, V> {
  private final ConcurrentMap<K, Uni<V>> underWay = new ConcurrentHashMap<>();

  /** The answer of the work under way for the key, which is begun if there is none. */
  Uni<V> join(K key, Supplier<Uni<V>> work) {
    Uni<V> answer =
        underWay.computeIfAbsent(
            key,
            same ->
                Uni.createFrom()
                    .deferred(work::get)
                    .onTermination()
                    .invoke(() -> underWay.remove(same))
                    .memoize()
                    .indefinitely());
    return onOwnContext(answer);
  }

  /** Each goes on where it was, which Hibernate Reactive insists on. */
  private Uni<V> onOwnContext(Uni<V> answer) {
    Context context = Vertx.currentContext();
    return context == null
        ? answer
        : answer.emitOn(goOn -> context.runOnContext(now -> goOn.run()));
  }
}
