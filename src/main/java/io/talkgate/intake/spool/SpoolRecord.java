package io.talkgate.intake.spool;

import io.talkgate.platform.Stamp;
import java.util.function.Function;

/** One call of a webhook as the spool keeps it. */
public sealed interface SpoolRecord permits SpooledEvent, UnresolvedCall {

  /** Identifier and receive time, given when the call came. */
  Stamp stamp();

  /** The bytes that NAVER sent; not copied, never to be changed. */
  byte[] body();

  /** One of the two, whichever this is. */
  <T> T fold(
      Function<? super SpooledEvent, ? extends T> whenEvent,
      Function<? super UnresolvedCall, ? extends T> whenUnresolved);
}
