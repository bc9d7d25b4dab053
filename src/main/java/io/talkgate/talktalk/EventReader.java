package io.talkgate.talktalk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the record of a known event from its cleaned fields (protocol §2). */
final class EventReader {
  private static final Set<String> KNOWN =
      Set.of(
          "open",
          "send",
          "leave",
          "friend",
          "echo",
          "handover",
          "profile",
          "pay_complete",
          "pay_confirm");

  private final String user;
  private final Fields event;
  private final Fields options;
  private final @Nullable String partner;

  EventReader(String user, Fields event) {
    this.user = user;
    this.event = event;
    this.options = event.inside("options");
    this.partner = event.text("partner");
  }

  static boolean knows(String name) {
    return KNOWN.contains(name);
  }

  TalkTalkEvent read(String name) {
    return switch (name) {
      case "open" -> open();
      case "send" -> send();
      case "leave" -> new LeaveEvent(user, partner);
      case "friend" -> new FriendEvent(user, partner, options.bool("set"));
      case "echo" -> echo();
      case "handover" -> handover();
      case "profile" -> profile();
      case "pay_complete" -> payComplete(options.inside("paymentResult"));
      case "pay_confirm" -> payConfirm(options.inside("paymentConfirmResult"));
      default -> new UnknownEvent(name, user, partner);
    };
  }

  private OpenEvent open() {
    return new OpenEvent(
        user,
        partner,
        options.text("inflow"),
        options.text("referer"),
        options.text("from"),
        options.bool("friend"),
        options.bool("under14"),
        options.bool("under19"),
        options.bool("unreadMessage"),
        product());
  }

  private SendEvent send() {
    Product product = product();
    return new SendEvent(
        user,
        partner,
        event.number("messageId"),
        new ContentReader(event, options, product).required(),
        Boolean.TRUE.equals(event.bool("standby")),
        product);
  }

  private EchoEvent echo() {
    return new EchoEvent(
        user,
        partner,
        event.number("messageId"),
        event.text("echoedEvent"),
        new ContentReader(event, options, product()).orNull(),
        options.textNotBlank("managerNickname"),
        options.number("sourceId"),
        options.number("threadOwnerId"));
  }

  private HandoverEvent handover() {
    Fields metadata = options.inside("metadata");
    return new HandoverEvent(
        user,
        partner,
        options.text("control"),
        metadata.textNotBlank("managerNickname"),
        metadata.bool("autoEnd"));
  }

  private ProfileEvent profile() {
    return new ProfileEvent(
        user,
        partner,
        ProfileResult.of(options.text("result")),
        options.text("nickname"),
        options.text("cellphone"),
        address(options.inside("address")),
        options.texts("withdrawals"));
  }

  private static @Nullable Address address(Fields address) {
    return address.isPresent()
        ? new Address(
            address.text("roadAddr"),
            address.text("detAddr"),
            address.text("zipNo"),
            address.text("rnMgtSn"),
            address.decimal("latitude"),
            address.decimal("longitude"))
        : null;
  }

  private PayCompleteEvent payComplete(Fields result) {
    return new PayCompleteEvent(
        user,
        partner,
        result.text("code"),
        result.text("paymentId"),
        result.text("merchantPayKey"),
        result.text("merchantUserKey"),
        result.text("message"));
  }

  private PayConfirmEvent payConfirm(Fields result) {
    JsonNode detail = result.object().get("detail");
    return new PayConfirmEvent(
        user,
        partner,
        result.text("code"),
        result.text("message"),
        result.text("paymentId"),
        detail == null || detail.isNull() ? null : detail);
  }

  private @Nullable Product product() {
    Fields product = options.inside("product");
    return product.isPresent()
        ? new Product(
            product.text("name"),
            product.text("url"),
            product.text("mobileUrl"),
            product.text("thumbUrl"),
            product.text("currencyPrice"),
            product.text("currencyMobilePrice"))
        : null;
  }
}
