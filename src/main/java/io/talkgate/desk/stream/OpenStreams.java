package io.talkgate.desk.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Counts the streams that are open here. */
@Startup
@Singleton
class OpenStreams {
  private final StreamConfig config;
  private final Map<UUID, Integer> ofMembers = new HashMap<>();
  private int all;

  OpenStreams(StreamConfig config, MeterRegistry metrics) {
    this.config = config;
    Gauge.builder("talkgate.stream.open", this, OpenStreams::count)
        .description("Streams that are open at this replica.")
        .register(metrics);
  }

  /** False if there are too many already. */
  synchronized boolean enter(UUID member) {
    int own = ofMembers.getOrDefault(member, 0);
    if (own >= config.perMember() || all >= config.inAll()) {
      return false;
    }
    ofMembers.put(member, own + 1);
    all++;
    return true;
  }

  synchronized void leave(UUID member) {
    all--;
    ofMembers.computeIfPresent(member, (id, own) -> own == 1 ? null : own - 1);
  }

  synchronized int count() {
    return all;
  }
}
