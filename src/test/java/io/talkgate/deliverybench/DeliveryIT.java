package io.talkgate.deliverybench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The pace, and some kills, shortened: all of it is {@code ./mvnw -Pdelivery verify}. */
class DeliveryIT {

  @Test
  void messagesGoOutInOrderAtThePaceAndSurviveKills() throws Exception {
    assertEquals(List.of(), Delivering.run(Knobs.brief(), Knobs.RESULTS.resolve("brief")));
  }
}
