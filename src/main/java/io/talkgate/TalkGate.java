package io.talkgate;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** x. */
@QuarkusMain
public final class TalkGate {
  private TalkGate() {}

  public static void main(String... args) {
    Quarkus.run(args);
  }
}
