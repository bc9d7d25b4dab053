package io.talkgate.intake;

import io.smallrye.config.ConfigMapping;
import io.talkgate.platform.http.Cidr;
import io.talkgate.platform.http.Origins;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Who may call webhooks: everybody, unless a list of addresses says otherwise. */
@Singleton
class AllowedCallers {
  private final Origins origins;
  private final List<Cidr> allowed;

  AllowedCallers(Origins origins, WebhookConfig config) {
    this.origins = origins;
    this.allowed = config.allowedCidrs().orElse(List.of()).stream().map(Cidr::parse).toList();
  }

  /** What concerns webhooks as a whole. */
  @ConfigMapping(prefix = "talkgate.webhook")
  interface WebhookConfig {

    /**
     * {@code TALKGATE_WEBHOOK_ALLOWED_CIDRS}: addresses and ranges; everybody if there are none.
     * NAVER publishes no addresses of its callers: whoever sets this has them from NAVER.
     */
    Optional<List<String>> allowedCidrs();
  }

  /** True if the call comes from an address on the list, or there is no list. */
  boolean allow(HttpServerRequest call) {
    if (allowed.isEmpty()) {
      return true;
    }
    InetAddress caller = origins.address(call);
    return allowed.stream().anyMatch(range -> range.contains(caller));
  }
}
