package io.talkgate.talktalk;

/**
 * What to do about each kind of event; a new kind does not compile until every visitor has an
 * answer.
 */
public interface CustomerEventVisitor {

  /** The customer entered the chat window. */
  void open(OpenEvent event);

  /** The customer sent something. */
  void send(SendEvent event);

  /** The customer left the chat room. */
  void leave(LeaveEvent event);

  /** The customer befriended the account, or took it back. */
  void friend(FriendEvent event);

  /** The partner side sent something. */
  void echo(EchoEvent event);

  /** Partner Center gave the thread back. */
  void handover(HandoverEvent event);

  /** A profile request was answered, or a consent withdrawn. */
  void profile(ProfileEvent event);

  /** A payment asks for approval. */
  void payComplete(PayCompleteEvent event);

  /** A payment was approved or not. */
  void payConfirm(PayConfirmEvent event);
}
