package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.talktalk.OutgoingEvent.ProfileField;
import io.talkgate.talktalk.SendOutcome;
import java.util.List;
import java.util.Optional;

/**
 * Calls of NAVER that are made while the agent waits, since they are worth nothing later. Whoever
 * delivers implements it. They count for the link's pace, and its messages go first. Empty answers
 * mean that the link is not approved, so that nothing may be sent for it.
 */
public interface DirectCalls {

  /**
   * Shows or hides that somebody is typing. Left out without a word where messages leave no room
   * for it.
   */
  Uni<Optional<SendOutcome>> typing(Customer customer, boolean on);

  /** Asks for personal data with consent. */
  Uni<Optional<SendOutcome>> requestProfile(
      Customer customer, ProfileField field, List<ProfileField> agreements);

  /** Gives the thread to Partner Center or takes it back. */
  Uni<Optional<SendOutcome>> handover(Customer customer, ThreadHolder to);
}
