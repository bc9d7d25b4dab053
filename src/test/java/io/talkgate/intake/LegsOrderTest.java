package io.talkgate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Design §3.4: whatever fails in whatever order, nothing that was answered is lost, and no event of
 * a customer overtakes another; one that the disk refused may be late.
 */
class LegsOrderTest {
  private static final int ROUNDS = 1500;
  private static final int STEPS = 120;

  private final Logger outages = Logger.getLogger(OutageLog.class.getName());

  @BeforeEach
  void thousandsOfOutagesNeedNotBeSaid() {
    outages.setLevel(Level.OFF);
  }

  @AfterEach
  void sayThemAgain() {
    outages.setLevel(null);
  }

  @Test
  void nothingIsLostAndNothingOvertakesWhateverFails() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      play(seed, true);
    }
  }

  @Test
  void whileTheDiskWorksEachCustomersEventsArriveExactlyInOrder() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      TwoLegs legs = play(seed, false);
      assertEquals(0, legs.refusedByDisk(), "seed " + seed);
    }
  }

  private static TwoLegs play(int seed, boolean diskFails) {
    TwoLegs legs = new TwoLegs(new Random(seed), diskFails);
    for (int step = 0; step < STEPS; step++) {
      legs.step();
    }
    legs.heal();
    assertEquals("", legs.faults(), "seed " + seed);
    assertTrue(legs.isAtRest(), "seed " + seed + ": everybody is back on the database's leg");
    return legs;
  }
}
