package io.talkgate.deliverybench;

import io.talkgate.faults.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Kills one of the replicas after the other, at random, and starts it again at once; not the last
 * one, whose work the other has to end. Some kills are aimed: they hit while NAVER has received
 * calls of that replica and not answered them yet.
 */
final class Kills {
  private static final Duration AIM_LIMIT = Duration.ofSeconds(20);
  private static final int HELD_MILLIS = 200;
  private static final int LIFE_MILLIS = 600;

  private final List<Replica> replicas;
  private final StandIn standIn;
  private final int aimed;
  private final Random random;
  private int hits;
  private int hitCalls;

  /**
   * Of the stage's replicas.
   *
   * @param aimed one kill of so many is aimed
   */
  Kills(Stage stage, int aimed, long seed) {
    this.aimed = aimed;
    random = new Random(seed);
    replicas = stage.replicas();
    standIn = stage.standIn();
  }

  void run(int kills) {
    for (int kill = 0; kill < kills; kill++) {
      Replica victim = replicas.get(random.nextInt(replicas.size()));
      if (kill % aimed == 0) {
        killBeforeAnswer(victim);
      } else {
        Pause.of(Duration.ofMillis(random.nextInt(LIFE_MILLIS)));
        victim.kill();
      }
      if (kill < kills - 1) {
        victim.start();
      }
    }
  }

  /** How many kills have hit between NAVER's receiving and our noting. */
  int hits() {
    return hits;
  }

  /** How many messages were on their way back then. */
  int hitCalls() {
    return hitCalls;
  }

  private void killBeforeAnswer(Replica victim) {
    standIn.hold(victim.name());
    if (Pause.within(AIM_LIMIT, () -> standIn.held() > 0)) {
      Pause.of(Duration.ofMillis(random.nextInt(HELD_MILLIS)));
      hits++;
      hitCalls += standIn.held();
    }
    victim.kill();
    standIn.release();
  }
}
