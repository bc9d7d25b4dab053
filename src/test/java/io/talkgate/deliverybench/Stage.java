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
 * What the measuring happens to. The replicas do not run yet but where it is said.
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
  private static final Map<String, String> AT_ONCE = Map.of("QUARKUS_SHUTDOWN_DELAY", "0s");

  /** Builds it up, everything running. */
  static Stage set(Knobs knobs, Path directory, Closing closing) throws Exception {
    Database database = closing.add(Database.start(directory.resolve("database")));
    Vertx vertx = Vertx.vertx();
    StandIn standIn = closing.add(new StandIn(vertx));
    List<Replica> replicas = replicas(knobs, directory, database, standIn);
    for (Replica replica : replicas) {
      closing.add(replica).start(AT_ONCE);
    }
    int port = replicas.get(0).port();
    ApprovedLinks links = ApprovedLinks.create(database, port, knobs.links());
    Map<String, String> webhooks =
        links.links().stream()
            .collect(Collectors.toMap(Approved::sendApiKey, Approved::webhookPath));
    Echoes echoes = new Echoes(vertx, replicas.stream().map(Replica::port).toList(), webhooks);
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
    String key = Launch.production(directory).run("new-encryption-key").output().get(0);
    List<Replica> replicas = new ArrayList<>();
    for (String name : List.of("first", "second")) {
      Launch launch =
          new Production(database.port())
              .launch(Files.createDirectories(directory.resolve(name)), Database.NAME)
              .with("TALKGATE_ENCRYPTION_KEY", key)
              .with("TALKGATE_SEND_API_URL", standIn.url(name).toString())
              .withOptions(
                  Stream.concat(Stream.of("-Xmx" + knobs.heap()), knobs.options().stream())
                      .toList());
      replicas.add(new Replica(name, launch));
    }
    return List.copyOf(replicas);
  }

  /** Ends the replicas and starts them with this environment besides. */
  void restart(Map<String, String> environment) {
    for (Replica replica : replicas) {
      replica.close();
      replica.start(environment);
    }
  }

  /** Waits until no lane has anything to do; false if that takes longer. */
  boolean settles(Duration limit) {
    return Pause.within(limit, () -> echoes.isIdle() && busyLanes() == 0);
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
