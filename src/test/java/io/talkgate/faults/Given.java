package io.talkgate.faults;

import java.util.Map;

/**
 * What stands before the fault.
 *
 * @param eventsPerSecond how fast NAVER calls
 * @param replicas how many services share the database
 * @param proxied whether the services reach the database through a proxy
 * @param databaseMegabytes the size of the database's own disk; 0 for the machine's
 * @param spoolMegabytes the size of the first service's own disk for its spool; 0 for the machine's
 * @param environment what the services are told besides
 */
record Given(
    int eventsPerSecond,
    int replicas,
    boolean proxied,
    int databaseMegabytes,
    int spoolMegabytes,
    Map<String, String> environment) {

  private static final int USUAL_RATE = 200;

  /** One service on its database, 200 events a second. */
  static Given usual() {
    return new Given(USUAL_RATE, 1, false, 0, 0, Map.of());
  }

  Given eventsPerSecond(int rate) {
    return new Given(rate, replicas, proxied, databaseMegabytes, spoolMegabytes, environment);
  }

  Given replicas(int count) {
    return new Given(
        eventsPerSecond, count, proxied, databaseMegabytes, spoolMegabytes, environment);
  }

  Given behindProxy() {
    return new Given(
        eventsPerSecond, replicas, true, databaseMegabytes, spoolMegabytes, environment);
  }

  Given databaseDisk(int megabytes) {
    return new Given(eventsPerSecond, replicas, proxied, megabytes, spoolMegabytes, environment);
  }

  Given spoolDisk(int megabytes) {
    return new Given(eventsPerSecond, replicas, proxied, databaseMegabytes, megabytes, environment);
  }

  Given with(Map<String, String> more) {
    return new Given(
        eventsPerSecond, replicas, proxied, databaseMegabytes, spoolMegabytes, Map.copyOf(more));
  }

  boolean needsDisk() {
    return databaseMegabytes > 0 || spoolMegabytes > 0;
  }
}
