package io.talkgate.desk.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.talkgate.desk.stream.ChangeReads.News;
import io.talkgate.platform.database.CommitBell;
import io.talkgate.platform.database.NewsChannel;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * This replica's reading of what changes, on one connection: woken by NOTIFY and, in case one got
 * lost, every second. While nobody is told anything it only stays connected. All of it runs on one
 * context of Vert.x, so that nothing happens between a reading and its being told.
 */
@Singleton
class ChangeTail {
  private static final Logger LOG = Logger.getLogger(ChangeTail.class);
  private static final long LOOK_MILLIS = 1_000;

  /** What comes while a NOTIFY or a reading has just been made goes with the next one. */
  private static final long PAUSE_MILLIS = 10;

  private final Vertx vertx;
  private final NewsChannel channel;
  private final CommitBell bell;
  private final Context context;
  private final Set<StreamClient> clients = new LinkedHashSet<>();
  private final Coalesced reading;
  private final Coalesced ringing;
  private List<Promise<Snapshot>> waiting = new ArrayList<>();
  private NewsChannel.@Nullable Line line;
  private @Nullable Snapshot seen;
  private boolean stopped;

  ChangeTail(Vertx vertx, NewsChannel channel, CommitBell bell) {
    this.vertx = vertx;
    this.channel = channel;
    this.bell = bell;
    this.context = vertx.getOrCreateContext();
    this.reading = new Coalesced(vertx, PAUSE_MILLIS, this::read);
    this.ringing = new Coalesced(vertx, PAUSE_MILLIS, this::notifyOthers);
  }

  void atStart(@Observes StartupEvent start) {
    bell.listen(() -> context.runOnContext(nothing -> ringing.ask()));
    context.runOnContext(nothing -> vertx.setPeriodic(0, LOOK_MILLIS, id -> look()));
  }

  void atStop(@Observes ShutdownEvent stop) {
    stopped = true;
    bell.listen(() -> {});
    end();
  }

  /** Ends all streams, so that their clients go on elsewhere. */
  void end() {
    context.runOnContext(nothing -> List.copyOf(clients).forEach(StreamClient::end));
  }

  /** Runs something where the tail runs. */
  void run(Runnable work) {
    context.runOnContext(nothing -> work.run());
  }

  /**
   * From the answered moment on the client is told what changes, until it leaves. Fails while the
   * database cannot be asked. Called where the tail runs.
   */
  Future<Snapshot> join(StreamClient client) {
    if (line == null) {
      return Future.failedFuture(new TailAwayException());
    }
    Promise<Snapshot> joined = Promise.promise();
    waiting.add(joined);
    reading.ask();
    return joined.future().onSuccess(moment -> clients.add(client));
  }

  void leave(StreamClient client) {
    context.runOnContext(nothing -> clients.remove(client));
  }

  private void look() {
    if (stopped) {
      return;
    }
    if (line == null) {
      connect();
    } else {
      reading.ask();
    }
  }

  private void connect() {
    channel
        .open(
            () -> context.runOnContext(v -> reading.ask()),
            gone -> context.runOnContext(v -> lost(gone)))
        .onFailure(failure -> LOG.debugf(failure, "Changes cannot be listened for."))
        .onSuccess(this::connected);
  }

  private void connected(NewsChannel.Line open) {
    if (line != null || stopped) {
      open.close();
      return;
    }
    line = open;
    reading.ask();
  }

  private void lost(NewsChannel.Line gone) {
    if (line == gone) {
      line = null;
      waiting.forEach(joining -> joining.fail(new TailAwayException()));
      waiting = new ArrayList<>();
    }
  }

  private Future<Void> notifyOthers() {
    NewsChannel.Line open = line;
    return open == null ? Future.succeededFuture() : open.tell();
  }

  private Future<Void> read() {
    NewsChannel.Line open = line;
    if (open == null) {
      return Future.succeededFuture();
    }
    List<Promise<Snapshot>> joining = waiting;
    waiting = new ArrayList<>();
    Snapshot base = clients.isEmpty() ? null : seen;
    return (base == null ? ChangeReads.now(open::query) : ChangeReads.since(open::query, base))
        .onSuccess(news -> tell(news, joining))
        .onFailure(
            failure -> {
              LOG.debugf(failure, "Changes cannot be read.");
              joining.forEach(one -> one.fail(new TailAwayException()));
              open.close();
              lost(open);
            })
        .mapEmpty();
  }

  private void tell(News news, List<Promise<Snapshot>> joining) {
    seen = news.upto();
    List<StreamClient> told = List.copyOf(clients);
    if (news.tooMany()) {
      told.forEach(StreamClient::end);
    } else if (!news.changes().isEmpty()) {
      told.forEach(client -> client.tell(news.changes()));
    }
    told.forEach(client -> client.reached(news.upto()));
    joining.forEach(one -> one.complete(news.upto()));
  }
}
