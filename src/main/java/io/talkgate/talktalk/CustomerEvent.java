package io.talkgate.talktalk;

/** An event of a known kind: it always names its customer. */
public sealed interface CustomerEvent extends TalkTalkEvent
    permits OpenEvent,
        SendEvent,
        LeaveEvent,
        FriendEvent,
        EchoEvent,
        HandoverEvent,
        ProfileEvent,
        PayCompleteEvent,
        PayConfirmEvent {

  /** The customer: 1 to 200 characters, no control characters, opaque (protocol §1). */
  @Override
  String user();

  /** Calls what belongs to this kind of event. */
  void accept(CustomerEventVisitor visitor);
}
