package io.talkgate.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What is asked of the intake when somebody reads the metrics (docs/metrics.md). */
@Singleton
class IntakeGauges {
  private static final String PREFIX = "talkgate.intake.";

  private final MeterRegistry registry;
  private final Legs legs;
  private final NeitherLeg neitherLeg;
  private final BodyBudget budget;
  private final BodyFiles files;

  IntakeGauges(
      MeterRegistry registry,
      Legs legs,
      NeitherLeg neitherLeg,
      BodyBudget budget,
      BodyFiles files) {
    this.registry = registry;
    this.legs = legs;
    this.neitherLeg = neitherLeg;
    this.budget = budget;
    this.files = files;
  }

  void atStart(@Observes StartupEvent start) {
    Gauge.builder(PREFIX + "queue.events", legs, Legs::waiting)
        .description("Events that wait for the next transaction.")
        .register(registry);
    Gauge.builder(PREFIX + "degraded", legs, l -> l.isDatabaseAway() ? 1 : 0)
        .description("1 while the database does not take events and the spool does.")
        .register(registry);
    Gauge.builder(PREFIX + "failing", neitherLeg, leg -> leg.isFailing() ? 1 : 0)
        .description("1 while neither database nor spool takes events: events are being lost.")
        .register(registry);
    Gauge.builder(PREFIX + "body.budget.used", budget, BodyBudget::used)
        .description("Memory taken for bodies, of TALKGATE_INTAKE_BODY_BUDGET.")
        .baseUnit(BaseUnits.BYTES)
        .register(registry);
    Gauge.builder(PREFIX + "body.streams", files, BodyFiles::streams)
        .description("Bodies that go to the disk as they come, at the moment.")
        .register(registry);
  }
}
