package io.talkgate.rules;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.TimedChanges;
import io.talkgate.link.RuleBook;
import io.talkgate.link.RuledLink;
import io.talkgate.link.settings.AutomaticMessages;
import io.talkgate.link.settings.ClosingRules;
import io.talkgate.link.settings.Occasion;
import io.talkgate.link.settings.OpeningHours;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps the rules of all links, on every replica: a look at what has just happened, for what is
 * said about it, and a rarer one at what has lasted too long. Without rules there is nothing to
 * look at.
 */
@Startup
@Singleton
public class DeskClock {
  /** What is served within that time did not wait. */
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  private final RuleBook book;
  private final Speaking speaking;
  private final TimedChanges changes;
  private final Clock clock;
  private final Counter delayed;

  DeskClock(
      RuleBook book, Speaking speaking, TimedChanges changes, Clock clock, MeterRegistry metrics) {
    this.book = book;
    this.speaking = speaking;
    this.changes = changes;
    this.clock = clock;
    this.delayed =
        Counter.builder("talkgate.rules.reply.delays")
            .description("Consultations whose customers waited too long for an answer")
            .register(metrics);
  }

  /** Says what is to be said about what has just happened. */
  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public Uni<Void> speak() {
    return book.all().chain(links -> speak(links, clock.instant()));
  }

  private Uni<Void> speak(List<RuledLink> links, Instant now) {
    return speaking
        .on(Occasion.GREETING, Questions.FIRST_MESSAGE, greeting(links, now))
        .chain(() -> away(links, now))
        .chain(() -> speaking.on(Occasion.BUSY, Questions.ALL_BUSY, busy(links, now)))
        .chain(
            () ->
                speaking.on(
                    Occasion.ASSIGNED, Questions.ASSIGNED, lately(links, Occasion.ASSIGNED, now)))
        .chain(
            () ->
                speaking.on(
                    Occasion.CLOSING, Questions.CLOSED, lately(links, Occasion.CLOSING, now)))
        .chain(
            () ->
                speaking.on(
                    Occasion.SURVEY,
                    Questions.CLOSED_UNASKED,
                    lately(links, Occasion.SURVEY, now)));
  }

  /** Warns about, closes and reports what has lasted too long. */
  @Scheduled(every = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public Uni<Void> settle() {
    return book.all().chain(links -> settle(links, clock.instant()));
  }

  private Uni<Void> settle(List<RuledLink> links, Instant now) {
    return speaking
        .on(Occasion.CUSTOMER_SILENT, Questions.CUSTOMER_SILENT, toWarn(links, now))
        .chain(
            () ->
                speaking.each(
                    Questions.CUSTOMER_SILENT_TO_THE_END,
                    toClose(links, now),
                    due ->
                        changes.closeInactive(
                            due.link().brandId(), due.consultationId(), due.since())))
        .chain(
            () ->
                speaking.each(
                    Questions.UNANSWERED,
                    unanswered(links, now),
                    due -> speaking.take(Occasion.REPLY_DELAYED, due).invoke(this::count)));
  }

  private void count(Object isFirst) {
    if (Boolean.TRUE.equals(isFirst)) {
      delayed.increment();
    }
  }

  private static List<Asked> greeting(List<RuledLink> links, Instant now) {
    return asked(
        links,
        says(Occasion.GREETING).and(link -> hours(link).isOpen(now)),
        link -> Optional.of(Asked.latelySince(link, hours(link).openSince(now), "", now)));
  }

  /** Whoever is served at once hears nothing of a queue. */
  private static List<Asked> busy(List<RuledLink> links, Instant now) {
    return asked(
        links,
        says(Occasion.BUSY).and(link -> hours(link).isOpen(now)),
        link -> {
          String capacity = link.rules().assignmentRules().capacity().toString();
          Asked asked = Asked.latelySince(link, hours(link).openSince(now), capacity, now);
          return Optional.of(new Asked(link, capacity, asked.from(), now.minus(AT_ONCE)));
        });
  }

  private Uni<Void> away(List<RuledLink> links, Instant now) {
    List<Asked> closed =
        asked(
            links,
            link -> !hours(link).isOpen(now),
            link ->
                Optional.of(
                    Asked.latelySince(
                        link, hours(link).closedSince(now), closedUntil(link, now), now)));
    return speaking.each(
        Questions.WROTE,
        closed,
        due ->
            speaking
                .take(Occasion.AWAY, due)
                .chain(
                    taken ->
                        hours(due.link()).acceptOutside()
                            ? Uni.createFrom().item(false)
                            : changes.closeOutsideHours(
                                due.link().brandId(), due.consultationId())));
  }

  /** One closed period has one key. */
  private static String closedUntil(RuledLink link, Instant now) {
    return hours(link).nextOpening(now).map(Instant::toString).orElse("never");
  }

  private static List<Asked> lately(List<RuledLink> links, Occasion occasion, Instant now) {
    return asked(links, says(occasion), link -> Optional.of(Asked.lately(link, now)));
  }

  private static List<Asked> toWarn(List<RuledLink> links, Instant now) {
    return asked(
        links,
        link -> !closing(link).warnBefore().isZero(),
        link ->
            closing(link)
                .customerSilent()
                .map(
                    silence ->
                        Asked.lasting(link, silence.minus(closing(link).warnBefore()), "", now)));
  }

  private static List<Asked> toClose(List<RuledLink> links, Instant now) {
    return asked(
        links,
        link -> true,
        link ->
            closing(link)
                .customerSilent()
                .map(silence -> Asked.lasting(link, silence, warnedBefore(link, now), now)));
  }

  private static String warnedBefore(RuledLink link, Instant now) {
    Duration warning = closing(link).warnBefore();
    return warning.isZero() ? "" : now.minus(warning).toString();
  }

  /**
   * Only what waits since the desk has been open counts, and not before it has been so for long.
   */
  private static List<Asked> unanswered(List<RuledLink> links, Instant now) {
    return asked(
        links,
        link -> hours(link).isOpen(now),
        link ->
            closing(link)
                .replyDelay()
                .filter(delay -> !hours(link).openSince(now).isAfter(now.minus(delay)))
                .map(delay -> Asked.lasting(link, delay, "", now)));
  }

  private static List<Asked> asked(
      List<RuledLink> links,
      Predicate<RuledLink> which,
      Function<RuledLink, Optional<Asked>> question) {
    return links.stream().filter(which).map(question).flatMap(Optional::stream).toList();
  }

  private static Predicate<RuledLink> says(Occasion occasion) {
    return link -> messages(link).on(occasion).isPresent();
  }

  private static AutomaticMessages messages(RuledLink link) {
    return link.rules().automaticMessages();
  }

  private static ClosingRules closing(RuledLink link) {
    return link.rules().closingRules();
  }

  private static OpeningHours hours(RuledLink link) {
    return link.rules().openingHours();
  }
}
