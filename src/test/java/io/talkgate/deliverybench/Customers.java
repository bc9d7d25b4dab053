package io.talkgate.deliverybench;

import io.talkgate.bench.ApprovedLinks.Approved;
import io.talkgate.bench.Database;
import io.talkgate.testing.WebhookCaller;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets customers of every link write, as NAVER tells it, and finds what came of that. */
final class Customers {
  private static final String FIND =
      """
      select c.brand_id, c.id, k.id, c.link_id, c.talktalk_user
      from customers c join consultations k on k.brand_id = c.brand_id and k.customer_id = c.id
      where c.link_id = '%s' order by c.talktalk_user
      """;

  private Customers() {}

  /** So many of each link, the links in turn. */
  static List<Customer> write(Database database, int port, List<Approved> links, int ofEach)
      throws Exception {
    for (int link = 0; link < links.size(); link++) {
      write("http://localhost:" + port + links.get(link).webhookPath(), link, ofEach);
    }
    List<Customer> all = new ArrayList<>();
    for (int link = 0; link < links.size(); link++) {
      all.addAll(find(database, links.get(link), link));
    }
    all.sort(Comparator.comparing(Customer::number).thenComparing(Customer::link));
    return List.copyOf(all);
  }

  private static void write(String webhook, int link, int customers) throws Exception {
    WebhookCaller naver = new WebhookCaller(webhook);
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      calls.add(naver.writes(Customer.user(link, customer), "hello"));
    }
    for (CompletableFuture<Integer> call : calls) {
      if (call.get(1, TimeUnit.MINUTES) != 200) {
        throw new IllegalStateException("the webhook refuses customers");
      }
    }
  }

  private static List<Customer> find(Database database, Approved link, int number)
      throws SQLException {
    List<Customer> found = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(FIND.formatted(link.id()))) {
      while (row.next()) {
        found.add(
            new Customer(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                link.sendApiKey(),
                number));
      }
    }
    return found;
  }
}
