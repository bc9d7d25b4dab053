package io.talkgate.platform.database;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection from which nothing comes for too long, as if the server had closed it. The
 * client's own idle timeout waits for the answer of what is under way before it closes (seen with
 * Vert.x 4.5.25), and that answer never comes from a network that swallows packets. The client has
 * no public way to its channel.
 */
final class AnswerLimit extends ReadTimeoutHandler {
  private AnswerLimit(Duration limit) {
    super(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  protected void readTimedOut(ChannelHandlerContext connection) {
    ChannelFuture unused = connection.close();
  }

  /**
   * Gives a new connection its limit; what waits on it fails when the limit is over. First in line,
   * since behind the codec not every read is seen.
   */
  static void set(SqlConnection connection, Duration limit) {
    var pooled = ((SqlConnectionInternal) connection).unwrap();
    SocketConnectionBase socket = (SocketConnectionBase) pooled.unwrap();
    socket.socket().channelHandlerContext().pipeline().addFirst(new AnswerLimit(limit));
  }
}
