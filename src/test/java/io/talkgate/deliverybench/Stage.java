package io.talkgate.deliverybench;

import io.talkgate.bench.ApprovedLinks;
import io.talkgate.bench.ApprovedLinks.Approved;
import io.talkgate.bench.Closing;
import io.talkgate.bench.Database;
import io.talkgate.faults.Pause;
import io.talkgate.process.Launch;
import io.talkgate.process.Production;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the measuring happens to.
 *
 * @param customers of all links, each of whom has written
 */
record Stage(
    Database database,
    List<Replica> replicas,
    StandIn standIn,
    Echoes echoes,
    Desk desk,
    List<Customer> customers) {
  /** Builds it up, everything running, the replicas with this environment besides. */
  static Stage set(Knobs knobs, Path directory, Closing closing, Map<String, String> environment)
      throws Exception {
    Database database = closing.add(Database.start(directory.resolve("database")));
    Vertx vertx = Vertx.vertx();
    StandIn standIn = closing.add(new StandIn(vertx));
    List<Replica> replicas = replicas(knobs, directory, database, standIn);
    for (Replica replica : replicas) {
      closing.add(replica).runWith(environment);
    }
    int port = replicas.get(0).port();
    ApprovedLinks links = ApprovedLinks.create(database, port, knobs.links());
    Map<String, String> webhooks =
        links.links().stream()
            .collect(Collectors.toMap(Approved::sendApiKey, Approved::webhookPath));
    List<Integer> ports = replicas.stream().map(Replica::port).toList();
    Echoes echoes = new Echoes(vertx, ports, webhooks, knobs.seed());
    standIn.tells(echoes::received);
    return new Stage(
        database,
        replicas,
        standIn,
        echoes,
        new Desk(port, links.brand()),
        Customers.write(database, port, links.links(), knobs.customers()));
  }

  private static List<Replica> replicas(
      Knobs knobs, Path directory, Database database, StandIn standIn) throws Exception {
    String key = Production.newKey(directory);
    List<Replica> replicas = new ArrayList<>();
    for (int number = 1; number <= knobs.replicas(); number++) {
      String name = "replica" + number;
      Launch launch =
          new Production(database.port())
              .launch(Files.createDirectories(directory.resolve(name)), Database.NAME, key)
              .with("QUARKUS_SHUTDOWN_DELAY", "0s")
              .with("TALKGATE_SEND_API_URL", standIn.url(name).toString())
              .withOptions(
                  Stream.concat(Stream.of("-Xmx" + knobs.heap()), knobs.options().stream())
                      .toList());
      replicas.add(new Replica(name, launch));
    }
    return List.copyOf(replicas);
  }

  /** All replicas run with this environment besides, started anew if they do not. */
  void runWith(Map<String, String> environment) {
    replicas.forEach(replica -> replica.runWith(environment));
  }

  /** Waits until no lane has anything to do; answers how many still have after so long. */
  long stuckAfter(Duration limit) {
    Pause.within(limit, () -> echoes.isIdle() && busyLanes() == 0);
    return busyLanes();
  }

  /** What waits is withdrawn, as by an agent. */
  void withdraw() throws SQLException {
    database.execute(
        "update messages set delivery_status = 'CANCELLED' where delivery_status = 'QUEUED'");
  }

  private long busyLanes() {
    try {
      return database.count("delivery_lanes where state <> 'IDLE'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
