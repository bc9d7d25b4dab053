package io.talkgate.simulator;

/** Who wrote a line of a chat window. */
enum Side {
  CUSTOMER,
  SEND_API,
  PARTNER_CENTER,
  SYSTEM
}
