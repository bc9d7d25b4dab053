package io.talkgate.link.health;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Writes the notes about links in one statement; what cannot be written goes with the next. */
@Singleton
class NotesWriter {
  private static final Logger LOG = Logger.getLogger(NotesWriter.class);
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private static final String WRITE =
      """
      with sent as (
        select brand_id, link_id, array_agg(at order by at) as sends
        from unnest($11::uuid[], $12::uuid[], $13::timestamptz[]) as s (brand_id, link_id, at)
        group by brand_id, link_id),
      days as (
        insert into link_days as d (brand_id, link_id, day, events)
        select n.brand_id, n.link_id, n.day::date, n.events::integer[]
        from unnest($14::uuid[], $15::uuid[], $16::text[], $17::text[]) as n (brand_id, link_id, day, events)
        join links l on l.brand_id = n.brand_id and l.id = n.link_id
        order by n.brand_id, n.link_id, n.day
        on conflict (brand_id, link_id, day) do update
        set events = (
          select array_agg(u.before + u.more order by u.hour)
          from unnest(d.events, excluded.events) with ordinality as u (before, more, hour))),
      answers as (
        insert into link_answers as a (brand_id, link_id, slot, cause, answers, slowest_ms)
        select n.* from unnest($18::uuid[], $19::uuid[], $20::timestamptz[], $21::text[], $22::integer[], $23::integer[])
          as n (brand_id, link_id, slot, cause, answers, slowest_ms)
        join links l on l.brand_id = n.brand_id and l.id = n.link_id
        order by n.brand_id, n.link_id, n.slot, n.cause
        on conflict (brand_id, link_id, slot, cause) do update
        set answers = a.answers + excluded.answers, slowest_ms = greatest(a.slowest_ms, excluded.slowest_ms))
      insert into link_health as h (brand_id, link_id, send_at, open_at, leave_at, friend_at, echo_at, other_at,
        result_code, called_at, recent_sends)
      select n.*, coalesce(s.sends, '{}')
      from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[],
        $7::timestamptz[], $8::timestamptz[], $9::text[], $10::timestamptz[])
        as n (brand_id, link_id, send_at, open_at, leave_at, friend_at, echo_at, other_at, result_code, called_at)
      join links l on l.brand_id = n.brand_id and l.id = n.link_id
      left join sent s on s.brand_id = n.brand_id and s.link_id = n.link_id
      order by n.brand_id, n.link_id
      on conflict (brand_id, link_id) do update
      set send_at = greatest(h.send_at, excluded.send_at), open_at = greatest(h.open_at, excluded.open_at),
        leave_at = greatest(h.leave_at, excluded.leave_at), friend_at = greatest(h.friend_at, excluded.friend_at),
        echo_at = greatest(h.echo_at, excluded.echo_at), other_at = greatest(h.other_at, excluded.other_at),
        result_code = case when excluded.called_at >= h.called_at or h.called_at is null
          then coalesce(excluded.result_code, h.result_code) else h.result_code end,
        called_at = greatest(h.called_at, excluded.called_at),
        recent_sends = (
          select coalesce(array_agg(r.at order by r.at), '{}')
          from (
            select u.at from unnest(h.recent_sends || excluded.recent_sends) as u (at)
            where u.at > coalesce(greatest(h.echo_at, excluded.echo_at), '-infinity')
            order by u.at
            limit 10) r)
      """;

  private final LinkNotes notes;
  private final Transactions transactions;

  NotesWriter(LinkNotes notes, @ActingAs(DatabaseRole.TIMERS) Transactions transactions) {
    this.notes = notes;
    this.transactions = transactions;
  }

  /** Writes what has gathered. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> write() {
    Map<LinkKey, LinkNote> taken = notes.take();
    if (taken.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transactions
        .query(WRITE, columns(taken))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .onFailure()
        .invoke(
            failure -> {
              LOG.debugf("Notes about links wait (%s).", failure.getMessage());
              notes.giveBack(taken);
            })
        .replaceWithVoid();
  }

  /** Waits, on the thread that ends the service and not on an event loop: later is too late. */
  void atStop(@Observes ShutdownEvent stop) {
    try {
      write().await().atMost(LIMIT);
    } catch (RuntimeException notWritten) {
      LOG.debugf("The last notes about links are lost (%s).", notWritten.getMessage());
    }
  }

  private record Sent(LinkKey link, Instant at) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Day(LinkKey link, LocalDate day, int[] events) {
    String asArray() {
      return Arrays.stream(events)
          .mapToObj(Integer::toString)
          .collect(Collectors.joining(",", "{", "}"));
    }
  }

  private record Answered(LinkKey link, LinkNote.Slot slot, LinkNote.Answers answers) {}

  private static Tuple columns(Map<LinkKey, LinkNote> notes) {
    List<LinkKey> keys = notes.keySet().stream().sorted(LinkKey.ORDER).toList();
    List<LinkNote> ordered = keys.stream().map(notes::get).toList();
    Tuple columns = links(Tuple.tuple(), keys);
    for (EventKind kind : EventKind.values()) {
      columns.addValue(Columns.times(ordered, (LinkNote note) -> note.seen.get(kind)));
    }
    columns.addValue(Columns.texts(ordered, (LinkNote note) -> note.resultCode));
    columns.addValue(Columns.times(ordered, (LinkNote note) -> note.calledAt));
    sends(columns, notes);
    days(columns, notes);
    answers(columns, notes);
    return columns;
  }

  private static Tuple links(Tuple columns, List<LinkKey> keys) {
    return columns
        .addValue(Columns.uuids(keys, LinkKey::brandId))
        .addValue(Columns.uuids(keys, LinkKey::linkId));
  }

  private static void sends(Tuple columns, Map<LinkKey, LinkNote> notes) {
    List<Sent> sent =
        notes.entrySet().stream()
            .flatMap(one -> one.getValue().sends.stream().map(at -> new Sent(one.getKey(), at)))
            .toList();
    links(columns, sent.stream().map(Sent::link).toList());
    columns.addValue(Columns.times(sent, (Sent one) -> one.at()));
  }

  private static void days(Tuple columns, Map<LinkKey, LinkNote> notes) {
    List<Day> days =
        notes.entrySet().stream()
            .flatMap(
                one ->
                    one.getValue().days.entrySet().stream()
                        .map(day -> new Day(one.getKey(), day.getKey(), day.getValue())))
            .toList();
    links(columns, days.stream().map(Day::link).toList());
    columns.addValue(Columns.texts(days, (Day one) -> one.day()));
    columns.addValue(Columns.texts(days, (Day one) -> one.asArray()));
  }

  private static void answers(Tuple columns, Map<LinkKey, LinkNote> notes) {
    List<Answered> answers =
        notes.entrySet().stream()
            .flatMap(
                one ->
                    one.getValue().answers.entrySet().stream()
                        .map(slot -> new Answered(one.getKey(), slot.getKey(), slot.getValue())))
            .toList();
    links(columns, answers.stream().map(Answered::link).toList());
    columns.addValue(Columns.times(answers, (Answered one) -> one.slot().begin()));
    columns.addValue(Columns.texts(answers, (Answered one) -> one.slot().cause()));
    columns.addValue(Columns.integers(answers, (Answered one) -> one.answers().count()));
    columns.addValue(
        Columns.integers(
            answers,
            (Answered one) -> (int) Math.min(one.answers().slowestMillis(), Integer.MAX_VALUE)));
  }
}
