package io.talkgate.deliverybench;

import java.util.List;

/** The figures of delivery: {@code ./mvnw -Pdelivery verify}. Fails if a line does not hold. */
final class DeliveryMain {
  private DeliveryMain() {}

  public static void main(String... arguments) throws Exception {
    List<String> broken = Delivering.run(Knobs.ofSystemProperties(), Knobs.RESULTS);
    if (!broken.isEmpty()) {
      throw new IllegalStateException(String.join("; ", broken));
    }
  }
}
