package io.talkgate.faults;

import java.util.List;

/**
 * One event of a customer's script. A round of it is one consultation from the visit to its end at
 * Partner Center, so that an event that overtook another leaves another state behind.
 */
enum Step {
  ENTERS("open", "\"options\":{\"inflow\":\"button\"}", "OPENED TALKGATE"),
  ASKS("send", "\"textContent\":{\"text\":\"%s\",\"inputType\":\"typing\"}", "WAITING TALKGATE"),
  INSISTS("send", "\"textContent\":{\"text\":\"%s\",\"inputType\":\"typing\"}", "WAITING TALKGATE"),
  WRITES_TO_PARTNER_CENTER(
      "send",
      "\"standby\":true,\"textContent\":{\"text\":\"%s\",\"inputType\":\"typing\"}",
      "IN_PROGRESS PARTNER_CENTER"),
  PARTNER_CENTER_ANSWERS(
      "echo",
      "\"echoedEvent\":\"send\",\"textContent\":{\"text\":\"%s\"},\"options\":{\"managerNickname\":\"Kim\"}",
      "IN_PROGRESS PARTNER_CENTER"),
  PARTNER_CENTER_IS_DONE("handover", "\"options\":{\"control\":\"passThread\"}", "CLOSED TALKGATE");

  private static final List<Step> ROUND = List.of(values());

  private final String event;
  private final String fields;
  private final String state;

  Step(String event, String fields, String state) {
    this.event = event;
    this.fields = fields;
    this.state = state;
  }

  /** The customer's event with this number, from 0. */
  static Step of(int number) {
    return ROUND.get(number % ROUND.size());
  }

  static int round() {
    return ROUND.size();
  }

  /** NAVER's name of the event. */
  String event() {
    return event;
  }

  /** What the consultation is after this event: its status and who holds the thread. */
  String state() {
    return state;
  }

  boolean isMessage() {
    return fields.contains("%s");
  }

  String body(String user, String text) {
    String own = isMessage() ? fields.formatted(text) : fields;
    return "{\"event\":\"%s\",\"user\":\"%s\",%s}".formatted(event, user, own);
  }
}
