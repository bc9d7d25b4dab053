package io.talkgate.delivery;

import io.smallrye.mutiny.Uni;
import io.talkgate.link.DirectAnswer;
import io.talkgate.link.SendAccess;
import io.talkgate.link.SendApiKeys;
import io.talkgate.talktalk.SendOutcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One call of NAVER that somebody waits for: it counts for the paces, messages go first, and what
 * comes of it is noted as with messages.
 */
@Singleton
class PacedCall {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final SendApiKeys keys;
  private final Slots slots;
  private final CallNotes notes;

  PacedCall(SendApiKeys keys, Slots slots, CallNotes notes) {
    this.keys = keys;
    this.slots = slots;
    this.notes = notes;
  }

  /** Makes it as soon as there is room, within three seconds. */
  Uni<DirectAnswer> make(UUID brandId, UUID linkId, Function<SendAccess, Uni<SendOutcome>> call) {
    return make(brandId, linkId, PATIENCE, call);
  }

  /**
   * Makes it as soon as there is room.
   *
   * @param patience for how long to wait for that
   */
  Uni<DirectAnswer> make(
      UUID brandId, UUID linkId, Duration patience, Function<SendAccess, Uni<SendOutcome>> call) {
    return keys.of(brandId, linkId)
        .chain(
            access ->
                access.isPresent()
                    ? slots
                        .afterMessages(brandId, linkId, patience)
                        .chain(slot -> in(slot, brandId, linkId, () -> call.apply(access.get())))
                    : Uni.createFrom().item(new DirectAnswer.NotApproved()));
  }

  private Uni<DirectAnswer> in(
      Slot slot, UUID brandId, UUID linkId, Supplier<Uni<SendOutcome>> call) {
    if (slot instanceof Slot.Taken taken) {
      return call.get()
          .invoke(outcome -> notes.note(brandId, linkId, taken.at(), taken.troubled(), outcome))
          .map(DirectAnswer.Called::new);
    }
    return Uni.createFrom().item(withoutSlot((Slot.None) slot));
  }

  private static DirectAnswer withoutSlot(Slot.None slot) {
    return slot.breakerOpen()
        ? new DirectAnswer.Called(new SendOutcome.NotReached("calls fail at present"))
        : new DirectAnswer.NoRoom();
  }
}
