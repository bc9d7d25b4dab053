package io.talkgate.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Old messages of the customers who write, spread over the last year, loaded by COPY. */
final class StoredMessages {
  private static final long YEAR_MILLIS = 365L * 24 * 60 * 60 * 1000;
  private static final String COPY =
      "copy messages (brand_id, id, customer_id, direction, author_type, content, search_text, created_at) from '%s'";
  private static final String TEXT = "배송이 언제 시작되나요? 주문번호는 %d 입니다.";

  private final Database database;
  private final Random random = new Random(2);

  StoredMessages(Database database) {
    this.database = database;
  }

  /** Adds so many messages, by way of this file, which is deleted. */
  void copy(Path file, int messages) throws IOException, SQLException {
    List<String> customers = customers();
    try {
      try (Writer writer = Files.newBufferedWriter(file)) {
        for (int message = 0; message < messages; message++) {
          writer.write(line(customers.get(random.nextInt(customers.size()))));
        }
      }
      // The file's customers were read from the database; checking their keys again takes hours.
      database.execute("set session_replication_role = replica; " + COPY.formatted(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private String line(String customer) {
    long millis = System.currentTimeMillis() - 1 - (long) (random.nextDouble() * YEAR_MILLIS);
    UUID id =
        new UUID(
            (millis << 16) | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
    String text = TEXT.formatted(random.nextInt(Integer.MAX_VALUE));
    String[] keys = customer.split("\t", -1);
    return String.join(
            "\t",
            keys[0],
            id.toString(),
            keys[1],
            "INBOUND",
            "CUSTOMER",
            "{\"type\": \"TEXT\", \"text\": \"" + text + "\", \"inputType\": \"typing\"}",
            text,
            Instant.ofEpochMilli(millis).toString())
        + "\n";
  }

  /** Brand and id of each, with a tab between. */
  private List<String> customers() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select brand_id, id from customers")) {
      List<String> customers = new ArrayList<>();
      while (rows.next()) {
        customers.add(rows.getString(1) + "\t" + rows.getString(2));
      }
      return customers;
    }
  }
}
