package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What we call NAVER's send API with (protocol §3). */
public sealed interface OutgoingEvent {

  /**
   * A message to a customer, {@code user} as the account knows them; products go as {@code event:
   * product}, which knows neither of the two options.
   *
   * @param content validated already
   * @param notification push it to the customer's phone
   * @param readBySend mark the customer's messages as read at Partner Center
   */
  record SendMessage(String user, OutgoingContent content, boolean notification, boolean readBySend)
      implements OutgoingEvent {}

  /**
   * The menu that all customers of the account see below the chat window.
   *
   * @param menus validated already; none removes it
   */
  record PersistentMenu(List<MenuItem> menus) implements OutgoingEvent {
    public PersistentMenu {
      menus = List.copyOf(menus);
    }
  }

  /** Shows or hides that somebody is typing; NAVER ends it by itself after 10 s. */
  record Typing(String user, boolean on) implements OutgoingEvent {}

  /**
   * Asks the customer for a part of the profile; the profile event answers it.
   *
   * @param field what is asked for
   * @param agreements what consent is asked for along with it; may be empty
   */
  record ProfileRequest(String user, ProfileField field, List<ProfileField> agreements)
      implements OutgoingEvent {
    public ProfileRequest {
      agreements = List.copyOf(agreements);
    }
  }

  /**
   * Moves the thread. Works only with the handover API switched on, otherwise NAVER answers {@code
   * 01}.
   *
   * @param partner the account ID
   * @param toPartnerCenter true gives the thread away, false takes it back
   */
  record Handover(String user, String partner, boolean toPartnerCenter) implements OutgoingEvent {}

  /**
   * Tells a good key from a bad one without reaching anybody: the user cannot exist, so a good key
   * is answered {@code 99} and a bad one {@code 01} (protocol §3, [307]). No message, only a typing
   * mark going out.
   */
  record KeyCheck() implements OutgoingEvent {
    /** NAVER's users are URL-safe characters; the dot is none of them. */
    private static final String NOBODY = "talkgate.key.check";

    String user() {
      return NOBODY;
    }
  }

  /** The parts of a profile that may be asked for. */
  enum ProfileField {
    @JsonProperty("nickname")
    NICKNAME,
    @JsonProperty("cellphone")
    CELLPHONE,
    @JsonProperty("address")
    ADDRESS
  }
}
