package io.talkgate.delivery;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.Customer;
import io.talkgate.consultation.DirectCalls;
import io.talkgate.consultation.ThreadHolder;
import io.talkgate.link.SendAccess;
import io.talkgate.link.SendApiKeys;
import io.talkgate.talktalk.OutgoingEvent;
import io.talkgate.talktalk.OutgoingEvent.ProfileField;
import io.talkgate.talktalk.SendApi;
import io.talkgate.talktalk.SendOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes the calls of NAVER that an agent waits for. They count, and messages go first. */
@ApplicationScoped
class NaverCalls implements DirectCalls {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** That somebody began to type is no news a moment later. */
  private static final Duration TYPING_PATIENCE = Duration.ofMillis(500);

  private final SendApiKeys keys;
  private final SendApi api;
  private final Slots slots;

  NaverCalls(SendApiKeys keys, SendApi api, Slots slots) {
    this.keys = keys;
    this.api = api;
    this.slots = slots;
  }

  @Override
  public Uni<Optional<SendOutcome>> typing(Customer customer, boolean on) {
    return call(
        customer,
        access -> new OutgoingEvent.Typing(customer.user(), on),
        TYPING_PATIENCE,
        new SendOutcome.Accepted());
  }

  @Override
  public Uni<Optional<SendOutcome>> requestProfile(
      Customer customer, ProfileField field, List<ProfileField> agreements) {
    return call(
        customer,
        access -> new OutgoingEvent.ProfileRequest(customer.user(), field, agreements),
        PATIENCE,
        new SendOutcome.NotReached("messages of the link go first"));
  }

  @Override
  public Uni<Optional<SendOutcome>> handover(Customer customer, ThreadHolder to) {
    boolean toPartnerCenter = to == ThreadHolder.PARTNER_CENTER;
    return call(
        customer,
        access -> new OutgoingEvent.Handover(customer.user(), access.accountId(), toPartnerCenter),
        PATIENCE,
        new SendOutcome.NotReached("messages of the link go first"));
  }

  private Uni<Optional<SendOutcome>> call(
      Customer customer,
      Function<SendAccess, OutgoingEvent> event,
      Duration patience,
      SendOutcome withoutSlot) {
    return keys.of(customer.brandId(), customer.linkId())
        .chain(
            access ->
                access
                    .map(
                        open ->
                            slots
                                .afterMessages(customer.brandId(), customer.linkId(), patience)
                                .chain(
                                    taken ->
                                        taken
                                            ? api.call(open.key(), event.apply(open))
                                            : Uni.createFrom().item(withoutSlot))
                                .map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }
}
