package io.talkgate.talktalk;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** Builds the client of the send API. */
final class SendApiClients {
  /** More than pacing (under 30 calls in 3 s) and the timeout (15 s) let run at once. */
  static final int MAX_CONNECTIONS = 256;

  /** Short, so that a call seldom meets a connection NAVER is just closing: that is unclear. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

  private SendApiClients() {}

  static SendApiEndpoint build(URI url, Duration connectTimeout, Duration timeout) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(url)
        .connectTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .followRedirects(false)
        .disableDefaultMapper(true)
        .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, MAX_CONNECTIONS)
        .property(QuarkusRestClientProperties.CONNECTION_TTL, (int) KEEP_ALIVE.toSeconds())
        // Nobody waits for a connection: a call that gave up waiting would still be sent later.
        .httpClientOptionsCustomizer(options -> options.setMaxWaitQueueSize(0))
        .httpClientRequestCustomizer(new AnswerBounds(timeout)::watch)
        // Whatever is configured elsewhere: the header holds the key, the body a customer's words.
        .loggingScope(LoggingScope.NONE)
        .register(new OnlyStatus200())
        .build(SendApiEndpoint.class);
  }
}
