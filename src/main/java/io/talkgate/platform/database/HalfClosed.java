package io.talkgate.platform.database;

import io.netty.channel.Channel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Ends connections of which only our side is closed. The client says that it goes and waits for the
 * server to close as well (seen with Vert.x 4.5.25), also where the server never answered its first
 * word: a network that swallows everything for half a minute took all places of a pool in that way,
 * for good. {@link AnswerLimit} comes later, when a connection is there. The client alone closes
 * one side only; it has no public way to its channels.
 */
@Singleton
class HalfClosed {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Vertx vertx;

  HalfClosed(Vertx vertx) {
    this.vertx = vertx;
  }

  void atStart(@Observes StartupEvent start) {
    watch(vertx, PATIENCE);
  }

  /** Looks every {@code patience}; what it finds a second time it closes. */
  static void watch(Vertx vertx, Duration patience) {
    long millis = patience.toMillis();
    for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
      Set<Channel> seen = new HashSet<>();
      var unused =
          loop.scheduleAtFixedRate(
              () -> look((SingleThreadEventLoop) loop, seen),
              millis,
              millis,
              TimeUnit.MILLISECONDS);
    }
  }

  private static void look(SingleThreadEventLoop loop, Set<Channel> seen) {
    Set<Channel> now = new HashSet<>();
    Iterator<Channel> channels = loop.registeredChannelsIterator();
    while (channels.hasNext()) {
      if (channels.next() instanceof SocketChannel socket && isHalfClosed(socket)) {
        now.add(socket);
      }
    }
    now.stream().filter(seen::contains).forEach(HalfClosed::close);
    seen.clear();
    seen.addAll(now);
  }

  private static boolean isHalfClosed(SocketChannel socket) {
    return socket.isOutputShutdown() && socket.isOpen();
  }

  /** Past the client's codec, which would only say again that it goes. */
  private static void close(Channel channel) {
    var unused = channel.pipeline().firstContext().close();
  }
}
