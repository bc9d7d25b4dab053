package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.EventApplier;
import io.talkgate.consultation.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** One transaction an event. */
@ApplicationScoped
class DirectIntake implements Intake {
  private final EventApplier applier;

  DirectIntake(EventApplier applier) {
    this.applier = applier;
  }

  @Override
  public Uni<Void> keep(ReceivedEvent event) {
    return applier.keep(List.of(event));
  }
}
