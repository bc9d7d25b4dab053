package io.talkgate.delivery;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.Customer;
import io.talkgate.consultation.DirectCalls;
import io.talkgate.consultation.ThreadHolder;
import io.talkgate.link.DirectAnswer;
import io.talkgate.talktalk.OutgoingEvent;
import io.talkgate.talktalk.OutgoingEvent.ProfileField;
import io.talkgate.talktalk.SendApi;
import io.talkgate.talktalk.SendOutcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** The calls about a customer that an agent waits for. */
@Singleton
class NaverCalls implements DirectCalls {

  /** That somebody began to type is no news a moment later. */
  private static final Duration TYPING_PATIENCE = Duration.ofMillis(500);

  private final PacedCall paced;
  private final SendApi api;

  NaverCalls(PacedCall paced, SendApi api) {
    this.paced = paced;
    this.api = api;
  }

  @Override
  public Uni<DirectAnswer> typing(Customer customer, boolean on) {
    OutgoingEvent event = new OutgoingEvent.Typing(customer.user(), on);
    return paced
        .make(
            customer.brandId(),
            customer.linkId(),
            TYPING_PATIENCE,
            access -> api.call(access.key(), event))
        .map(NaverCalls::evenIfLeftOut);
  }

  /** Where messages leave no room for it there is something better to see than a typing mark. */
  private static DirectAnswer evenIfLeftOut(DirectAnswer answer) {
    return answer instanceof DirectAnswer.NoRoom
        ? new DirectAnswer.Called(new SendOutcome.Accepted())
        : answer;
  }

  @Override
  public Uni<DirectAnswer> requestProfile(
      Customer customer, ProfileField field, List<ProfileField> agreements) {
    OutgoingEvent event = new OutgoingEvent.ProfileRequest(customer.user(), field, agreements);
    return paced.make(
        customer.brandId(), customer.linkId(), access -> api.call(access.key(), event));
  }

  @Override
  public Uni<DirectAnswer> handover(Customer customer, ThreadHolder to) {
    boolean toPartnerCenter = to == ThreadHolder.PARTNER_CENTER;
    return paced.make(
        customer.brandId(),
        customer.linkId(),
        access ->
            api.call(
                access.key(),
                new OutgoingEvent.Handover(customer.user(), access.accountId(), toPartnerCenter)));
  }
}
