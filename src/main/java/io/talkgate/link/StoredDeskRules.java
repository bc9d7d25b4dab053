package io.talkgate.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.talkgate.link.settings.DeskRules;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Reads and writes {@code link_rules} in the session of whoever has found or locked the link. */
@Singleton
class StoredDeskRules implements PanacheRepositoryBase<DeskRulesEntity, UUID> {
  private static final String SET_REOPEN_WINDOW =
      "update links set reopen_window = make_interval(secs => ?1) where id = ?2 returning id";

  private final ObjectMapper mapper;
  private final Clock clock;

  StoredDeskRules(ObjectMapper mapper, Clock clock) {
    this.mapper = mapper;
    this.clock = clock;
  }

  /** What is set about the link's desk. */
  Uni<DeskRules> of(LinkEntity link) {
    return findById(link.id()).map(row -> row == null ? DeskRules.NONE : read(row.rules()));
  }

  /** Keeps these. */
  Uni<DeskRules> keep(LinkEntity link, DeskRules rules) {
    String json = write(rules);
    return findById(link.id())
        .chain(
            row -> {
              if (row == null) {
                return persist(new DeskRulesEntity(link, json, clock.instant()));
              }
              row.change(json, clock.instant());
              return Uni.createFrom().item(row);
            })
        .chain(() -> setReopenWindow(link, rules.closingRules().reopenWindow()))
        .replaceWith(rules);
  }

  /** In the link's row, which every batch of events reads: a batch knows no rules. */
  private static Uni<UUID> setReopenWindow(LinkEntity link, Duration window) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(SET_REOPEN_WINDOW, UUID.class)
                    .setParameter(1, (double) window.toSeconds())
                    .setParameter(2, link.id())
                    .getSingleResult());
  }

  /**
   * Reads what is kept.
   *
   * @throws IllegalStateException if no version has written it
   */
  DeskRules read(String json) {
    try {
      return mapper.readValue(json, DeskRules.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read stored rules at " + e.getLocation(), e);
    }
  }

  private String write(DeskRules rules) {
    try {
      return mapper.writeValueAsString(rules);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write rules", e);
    }
  }
}
