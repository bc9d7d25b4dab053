package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.link.DirectAnswer;
import io.talkgate.talktalk.OutgoingEvent.ProfileField;
import java.util.List;

/**
 * Calls of NAVER that are made while the agent waits, since they are worth nothing later. Whoever
 * delivers implements it. They count for the link's pace, and its messages go first.
 */
public interface DirectCalls {

  /**
   * Shows or hides that somebody is typing. Left out without a word where messages leave no room
   * for it.
   */
  Uni<DirectAnswer> typing(Customer customer, boolean on);

  /** Asks for personal data with consent. */
  Uni<DirectAnswer> requestProfile(
      Customer customer, ProfileField field, List<ProfileField> agreements);

  /** Gives the thread to Partner Center or takes it back. */
  Uni<DirectAnswer> handover(Customer customer, ThreadHolder to);
}
