package io.talkgate.desk.stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.talkgate.access.Caller;
import io.talkgate.access.Standing;
import io.talkgate.platform.database.DatabaseErrors;
import io.talkgate.platform.database.NewsChannel;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Opens streams and keeps them going. */
@Singleton
class Streams {
  private final ChangeTail tail;
  private final NewsChannel channel;
  private final StreamEvents events;
  private final Standing standing;
  private final Vertx vertx;
  private final StreamConfig config;

  Streams(
      ChangeTail tail,
      NewsChannel channel,
      StreamEvents events,
      Standing standing,
      Vertx vertx,
      StreamConfig config) {
    this.tail = tail;
    this.channel = channel;
    this.events = events;
    this.standing = standing;
    this.vertx = vertx;
    this.config = config;
  }

  /**
   * What the caller is told, until the client goes, is too slow, or loses its rights.
   *
   * @param from the position to go on from, as the client gives it; null to begin now
   * @param cut cuts off the connection of a client that is too slow
   */
  Multi<OutboundSseEvent> open(Caller caller, @Nullable String from, Runnable cut) {
    AtomicInteger waiting = new AtomicInteger();
    return Multi.createFrom()
        .<OutboundSseEvent>emitter(
            out -> {
              var client =
                  new StreamClient(Scope.of(caller), events, out, waiting, config.waiting(), cut);
              tail.run(() -> open(caller, from, client, out));
            })
        .onItem()
        .invoke(() -> waiting.decrementAndGet());
  }

  private void open(
      Caller caller,
      @Nullable String from,
      StreamClient client,
      MultiEmitter<? super OutboundSseEvent> out) {
    long heartbeat =
        vertx.setPeriodic(config.heartbeat().toMillis(), id -> tail.run(client::heartbeat));
    long recheck = vertx.setPeriodic(config.recheck().toMillis(), id -> recheck(caller, client));
    out.onTermination(
        () -> {
          vertx.cancelTimer(heartbeat);
          vertx.cancelTimer(recheck);
          tail.leave(client);
        });
    tail.join(client).onFailure(client::fail).onSuccess(moment -> resume(client, from, moment));
  }

  /** What changes from the moment on is told to the client already, which holds it back. */
  private void resume(StreamClient client, @Nullable String from, Snapshot moment) {
    Optional<Position> position = Optional.ofNullable(from).flatMap(Position::parse);
    if (position.isEmpty()) {
      client.begin(false, List.of(), moment);
      return;
    }
    ChangeReads.between(channel::query, position.get(), moment, client.scope())
        .onFailure(failure -> tail.run(() -> unreadable(client, failure, moment)))
        .onSuccess(
            missed ->
                tail.run(
                    () ->
                        client.begin(missed != null, missed == null ? List.of() : missed, moment)));
  }

  /** A position that this database cannot read, or a database that went away meanwhile. */
  private static void unreadable(StreamClient client, Throwable failure, Snapshot moment) {
    if (DatabaseErrors.isOfTheData(failure)) {
      client.begin(false, List.of(), moment);
    } else {
      client.end();
    }
  }

  /** Without a database nobody can tell, and there is nothing to be told either. */
  private void recheck(Caller caller, StreamClient client) {
    standing
        .isAsBefore(caller)
        .subscribe()
        .with(
            still -> {
              if (!still) {
                client.end();
              }
            },
            unknown -> {});
  }
}
