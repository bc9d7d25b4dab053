package io.talkgate.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the meters of libraries pass {@code promtool check metrics}, so that it finds faults in our
 * own: each is described, without quotes (which OpenMetrics escapes in a way that older parsers
 * refuse), its labels are in snake case, and no name ends like another type's.
 */
final class TidyMeters implements MeterFilter {
  private static final Map<String, String> RENAMED = Map.of("system.cpu.count", "system.cpus");

  /** In nanoseconds; and durations of open connections, under names of no type's. */
  private static final Set<String> DENIED = Set.of("process.cpu.time", "http.server.connections");

  private static final Pattern HUMP = Pattern.compile("([a-z])([A-Z])");

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    return DENIED.contains(id.getName()) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    String name = RENAMED.getOrDefault(id.getName(), id.getName());
    List<Tag> tags = id.getTags().stream().map(TidyMeters::tidy).toList();
    return new Meter.Id(
        name,
        Tags.of(tags),
        id.getBaseUnit(),
        described(id.getName(), id.getDescription()),
        id.getType());
  }

  private static Tag tidy(Tag tag) {
    String key = HUMP.matcher(tag.getKey()).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    return Tag.of(key, tag.getValue());
  }

  private static String described(String name, @Nullable String description) {
    return description == null || description.isBlank()
        ? name.replace('.', ' ')
        : description.replace('"', '\'');
  }
}
