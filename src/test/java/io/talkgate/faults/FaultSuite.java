package io.talkgate.faults;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every fault at its full length; run by the profile {@code faults}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultSuite {
  private final FaultRun run;

  FaultSuite() throws IOException {
    run = new FaultRun(FaultRun.scale(1));
  }

  @TestFactory
  Stream<DynamicTest> theServiceStands() {
    return AllFaults.LIST.stream()
        .filter(FaultRun::isWanted)
        .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> run.attempt(fault)));
  }

  @AfterAll
  void close() {
    run.close();
  }
}
