package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SendApiConfigTest {

  @Test
  void naversHostIsTheDefault() {
    SendApiConfig config = with(Map.of());

    assertEquals(URI.create("https://gw.talk.naver.com"), config.sendApiUrl());
    assertEquals(Duration.ofSeconds(15), config.sendApiTimeout());
    assertEquals(Duration.ofSeconds(3), config.sendApiConnectTimeout());
  }

  @Test
  void theNamesAreThoseOfTheContract() {
    SendApiConfig config =
        with(
            Map.of(
                SendApiConfig.URL_NAME,
                "http://localhost:1",
                "talkgate.send-api-timeout",
                "2s",
                "talkgate.send-api-connect-timeout",
                "1s"));

    assertEquals(URI.create("http://localhost:1"), config.sendApiUrl());
    assertEquals(Duration.ofSeconds(2), config.sendApiTimeout());
    assertEquals(Duration.ofSeconds(1), config.sendApiConnectTimeout());
  }

  private static SendApiConfig with(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(SendApiConfig.class)
        .withConverter(
            Duration.class, 100, io.quarkus.runtime.configuration.DurationConverter::parseDuration)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(SendApiConfig.class);
  }
}
