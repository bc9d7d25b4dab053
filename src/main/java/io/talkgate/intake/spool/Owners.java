package io.talkgate.intake.spool;

import io.talkgate.platform.sealing.Owner;
import java.util.UUID;

/**
 * What a sealed body belongs to: brand, event and link, or token and event. It says nothing of the
 * place in the spool, so that records can move to another spool.
 */
final class Owners {
  private Owners() {}

  static Owner of(SpoolRecord record) {
    return record.fold(Owners::ofEvent, Owners::ofUnresolved);
  }

  /**
   * What a chunk of a body belongs to: its stream, its place in it, and the link or token. The last
   * one also to the event, so that chunks can neither be left out nor given to another event.
   */
  static Owner ofChunk(SpoolRecord record, UUID stream, int index, boolean last) {
    Owner whole = of(record);
    String place = whole.column() + "/" + index + (last ? "/" + whole.rowId() : "");
    return new Owner(whole.brandId(), stream, place);
  }

  private static Owner ofEvent(SpooledEvent event) {
    return new Owner(event.brandId(), event.stamp().id(), "spool.event/" + event.linkId());
  }

  /** The token's hash stands in for the brand, which is not known; derived, as logs may name it. */
  private static Owner ofUnresolved(UnresolvedCall call) {
    UUID token = UUID.nameUUIDFromBytes(call.tokenHash());
    return new Owner(token, call.stamp().id(), "spool.unresolved");
  }
}
