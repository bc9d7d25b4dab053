package io.talkgate.talktalk;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The send API over HTTP. */
@Singleton
class NaverSendApi implements SendApi {
  /**
   * The client ends a silent call by itself after the timeout, and cleanly; but it begins anew with
   * every chunk, so a trickling answer is cut here.
   */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final Supplier<URI> url;
  private final Duration connectTimeout;
  private final Duration timeout;
  private @Nullable SendApiEndpoint endpoint;

  @Inject
  NaverSendApi(Config config, SendApiConfig settings) {
    this(
        () -> config.getValue(SendApiConfig.URL_NAME, URI.class),
        settings.sendApiConnectTimeout(),
        settings.sendApiTimeout());
  }

  /** The URL is asked for at the first call: where we run on a free port it is not known before. */
  NaverSendApi(Supplier<URI> url, Duration connectTimeout, Duration timeout) {
    this.url = url;
    this.connectTimeout = connectTimeout;
    this.timeout = timeout;
  }

  @Override
  public Uni<SendOutcome> call(SendApiKey key, OutgoingEvent event) {
    return outcome(
        endpoint().post(key.value(), WireCodec.encode(event)),
        answer -> AnswerReader.read(answer, key));
  }

  @Override
  public Uni<SendOutcome> upload(SendApiKey key, String imageUrl) {
    return outcome(
        endpoint().upload(key.value(), WireCodec.encodeUpload(imageUrl)),
        answer -> AnswerReader.readUpload(answer, key));
  }

  private Uni<SendOutcome> outcome(Uni<byte[]> answer, Function<byte[], SendOutcome> read) {
    return answer
        .map(read)
        .ifNoItem()
        .after(timeout.plus(GRACE))
        .fail()
        .onFailure()
        .recoverWithItem(CallFailures::outcome);
  }

  private synchronized SendApiEndpoint endpoint() {
    if (endpoint == null) {
      endpoint = SendApiClients.build(url.get(), connectTimeout, timeout);
    }
    return endpoint;
  }
}
