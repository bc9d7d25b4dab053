package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** One person's chat room with one account. Used on the simulator's context only. */
final class Customer {
  private final String user;
  private final String name;
  private final Transcript transcript = new Transcript();
  private final Lane lane = new Lane();
  private final JsonObject agreed = new JsonObject();
  private long lastMessageId;
  private boolean friend;
  private boolean entered;
  private boolean atPartnerCenter;
  private @Nullable Consent consent;

  Customer(String user, String name) {
    this.user = user;
    this.name = name;
  }

  String user() {
    return user;
  }

  String name() {
    return name;
  }

  Transcript transcript() {
    return transcript;
  }

  Lane lane() {
    return lane;
  }

  /**
   * What the customer agreed to give, by field (profile API: asked again, it comes without a
   * dialog).
   */
  JsonObject agreed() {
    return agreed;
  }

  long nextMessageId() {
    return ++lastMessageId;
  }

  void setFriend(boolean on) {
    friend = on;
  }

  boolean friend() {
    return friend;
  }

  void setEntered(boolean inside) {
    entered = inside;
  }

  boolean atPartnerCenter() {
    return atPartnerCenter;
  }

  void setAtPartnerCenter(boolean held) {
    atPartnerCenter = held;
  }

  @Nullable Consent consent() {
    return consent;
  }

  void setConsent(@Nullable Consent running) {
    consent = running;
  }

  JsonObject toJson() {
    Consent running = consent;
    JsonObject json =
        new JsonObject()
            .put("user", user)
            .put("name", name)
            .put("friend", friend)
            .put("entered", entered)
            .put("thread", atPartnerCenter ? "PARTNER_CENTER" : "CHATBOT");
    return running == null ? json : json.put("consent", running.toJson());
  }

  /** Everything a restart must not lose. */
  JsonObject toState() {
    return toJson()
        .put("lastMessageId", lastMessageId)
        .put("agreed", agreed.copy())
        .put("transcript", transcript.toJson());
  }

  static Customer ofState(JsonObject state) {
    Customer customer =
        new Customer(Fields.text(state, "user", ""), Fields.text(state, "name", ""));
    customer.friend = Fields.flag(state, "friend", false);
    customer.entered = Fields.flag(state, "entered", false);
    customer.atPartnerCenter = "PARTNER_CENTER".equals(Fields.text(state, "thread"));
    customer.lastMessageId = Fields.number(state, "lastMessageId", 0);
    customer.agreed.mergeIn(Fields.object(state, "agreed"));
    Fields.objects(state, "transcript")
        .forEach(line -> customer.transcript.add(TranscriptLine.of(line)));
    return customer;
  }
}
