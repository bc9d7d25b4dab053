package io.talkgate.faults;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Some faults, shortened: what every build can afford. All of them run in {@link FaultSuite}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
  private static final List<Fault> SHORT =
      List.of(
          new ServiceKilled(),
          new DatabaseFrozen(),
          new DatabaseKilled(),
          new CommitUnanswered(),
          new RollingStop(2));

  private final FaultRun run;

  FaultsIT() throws IOException {
    run = new FaultRun(FaultRun.scale(0.1));
  }

  @TestFactory
  Stream<DynamicTest> theServiceStands() {
    return SHORT.stream()
        .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> run.attempt(fault)));
  }

  @AfterAll
  void close() {
    run.close();
  }
}
