package io.talkgate.platform.database;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Turns lists of records into columns for {@code unnest} and rows back into records. */
public final class Columns {
  private Columns() {}

  /** A uuid[] column. */
  public static <T> @Nullable UUID[] uuids(List<T> records, Function<T, @Nullable UUID> value) {
    return column(new @Nullable UUID[records.size()], records, value);
  }

  /** A text[] column; enums and numbers in their text form. */
  public static <T> @Nullable String[] texts(
      List<T> records, Function<T, ? extends @Nullable Object> value) {
    return column(new @Nullable String[records.size()], records, value.andThen(Columns::text));
  }

  /** A timestamptz[] column. */
  public static <T> @Nullable OffsetDateTime[] times(
      List<T> records, Function<T, @Nullable Instant> value) {
    return column(
        new @Nullable OffsetDateTime[records.size()], records, value.andThen(Columns::time));
  }

  /** A boolean[] column. */
  public static <T> Boolean[] booleans(List<T> records, Function<T, Boolean> value) {
    return column(new Boolean[records.size()], records, value);
  }

  /** An integer[] column. */
  public static <T> Integer[] integers(List<T> records, Function<T, Integer> value) {
    return column(new Integer[records.size()], records, value);
  }

  /** A bigint[] column. */
  public static <T> @Nullable Long[] longs(List<T> records, Function<T, @Nullable Long> value) {
    return column(new @Nullable Long[records.size()], records, value);
  }

  /** A loop: a batch has some fifty columns, whose streams stood out in its profile. */
  private static <T, V extends @Nullable Object> V[] column(
      V[] column, List<T> records, Function<T, ? extends V> value) {
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(records.get(i));
    }
    return column;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** One timestamptz. */
  public static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** One timestamptz back. */
  public static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** The records of all rows. */
  public static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
    return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
  }

  /**
   * Bytes as a parameter, not copied, as they may be 10 MiB; they must not be changed any more.
   * What is to replace the deprecated method belongs to no API yet.
   */
  @SuppressWarnings("deprecation")
  public static Buffer bytes(byte[] bytes) {
    return Buffer.buffer(Unpooled.wrappedBuffer(bytes));
  }
}
