package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandSessions;
import io.talkgate.access.Caller;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.talktalk.SendOutcome;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Calls NAVER for links that are approved; outside of any session and transaction. */
@Singleton
class ApprovedLinks {
  private static final Refusal NOT_FOUND = Refusal.of(ErrorCode.NOT_FOUND);

  private final BrandSessions sessions;
  private final LinkRepository links;

  ApprovedLinks(BrandSessions sessions, LinkRepository links) {
    this.sessions = sessions;
    this.links = links;
  }

  /**
   * What NAVER answered when it did what was asked; else NOT_FOUND, LINK_STATE, or what {@link
   * DirectAnswer#refusal} says.
   */
  Uni<Result<SendOutcome>> call(Caller caller, UUID id, Supplier<Uni<DirectAnswer>> call) {
    return sessions
        .run(caller, session -> links.find(caller, id))
        .map(found -> found.map(ApprovedLinks::refusal).orElse(Optional.of(NOT_FOUND)))
        .chain(
            refusal ->
                refusal
                    .map(why -> Uni.createFrom().item(Result.<SendOutcome>refused(why)))
                    .orElseGet(() -> call.get().map(ApprovedLinks::result)));
  }

  private static Optional<Refusal> refusal(LinkEntity link) {
    return link.status() == LinkStatus.APPROVED
        ? Optional.empty()
        : Optional.of(Refusal.of(ErrorCode.LINK_STATE, link.status()));
  }

  static Result<SendOutcome> result(DirectAnswer answer) {
    Optional<Refusal> refusal = answer.refusal(ErrorCode.SEND_API_KEY_REFUSED);
    return refusal.isPresent()
        ? Result.refused(refusal.get())
        : Result.done(((DirectAnswer.Called) answer).outcome());
  }
}
