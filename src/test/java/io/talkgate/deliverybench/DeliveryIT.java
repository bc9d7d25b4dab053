package io.talkgate.deliverybench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Some kills: all that is measured is {@code ./mvnw -Pdelivery verify}. */
class DeliveryIT {

  @Test
  void messagesSurviveKillsInOrderAndNoneIsDoubled() throws Exception {
    assertEquals(List.of(), Delivering.run(Knobs.brief(), Knobs.RESULTS.resolve("brief")));
  }
}
