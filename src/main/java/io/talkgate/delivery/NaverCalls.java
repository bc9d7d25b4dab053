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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes the calls of NAVER that an agent waits for. */
@ApplicationScoped
class NaverCalls implements DirectCalls {
  private final SendApiKeys keys;
  private final SendApi api;

  NaverCalls(SendApiKeys keys, SendApi api) {
    this.keys = keys;
    this.api = api;
  }

  @Override
  public Uni<Optional<SendOutcome>> typing(Customer customer, boolean on) {
    return call(customer, access -> new OutgoingEvent.Typing(customer.user(), on));
  }

  @Override
  public Uni<Optional<SendOutcome>> requestProfile(
      Customer customer, ProfileField field, List<ProfileField> agreements) {
    return call(
        customer, access -> new OutgoingEvent.ProfileRequest(customer.user(), field, agreements));
  }

  @Override
  public Uni<Optional<SendOutcome>> handover(Customer customer, ThreadHolder to) {
    boolean toPartnerCenter = to == ThreadHolder.PARTNER_CENTER;
    return call(
        customer,
        access -> new OutgoingEvent.Handover(customer.user(), access.accountId(), toPartnerCenter));
  }

  private Uni<Optional<SendOutcome>> call(
      Customer customer, Function<SendAccess, OutgoingEvent> event) {
    return keys.of(customer.brandId(), customer.linkId())
        .chain(
            access ->
                access
                    .map(open -> api.call(open.key(), event.apply(open)).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }
}
