package io.talkgate.talktalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talkgate.talktalk.OutgoingEvent.Handover;
import io.talkgate.talktalk.OutgoingEvent.KeyCheck;
import io.talkgate.talktalk.OutgoingEvent.PersistentMenu;
import io.talkgate.talktalk.OutgoingEvent.ProfileRequest;
import io.talkgate.talktalk.OutgoingEvent.SendMessage;
import io.talkgate.talktalk.OutgoingEvent.Typing;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes events as NAVER's JSON (protocol §3). */
final class WireCodec {
  /** Partner Center's number as the target of a handover. */
  private static final int PARTNER_CENTER = 1;

  private WireCodec() {}

  static byte[] encode(OutgoingEvent event) {
    try {
      return Json.MAPPER.writeValueAsBytes(tree(event));
    } catch (JsonProcessingException e) {
      // A tree can always be written. No cause: it might quote the message.
      throw new IllegalStateException("cannot write " + event.getClass().getSimpleName());
    }
  }

  static byte[] encodeUpload(String imageUrl) {
    return Json.MAPPER
        .createObjectNode()
        .put("imageUrl", imageUrl)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode tree(OutgoingEvent event) {
    if (event instanceof SendMessage message) {
      return message.content() instanceof ProductContent product
          ? product(message.user(), product)
          : send(message);
    }
    if (event instanceof Typing typing) {
      return typing(typing.user(), typing.on());
    }
    if (event instanceof KeyCheck check) {
      return typing(check.user(), false);
    }
    if (event instanceof ProfileRequest request) {
      return profile(request);
    }
    if (event instanceof PersistentMenu menu) {
      return persistentMenu(menu);
    }
    return handover((Handover) event);
  }

  private static ObjectNode send(SendMessage message) {
    ObjectNode send = event("send", message.user());
    ObjectNode content = Json.MAPPER.valueToTree(message.content());
    content.remove("type");
    if (message.content() instanceof TextContent) {
      content.retain("text", "quickReply");
    }
    send.set(contentName(message.content()), content);
    send.putObject("options")
        .put("notification", message.notification())
        .put("readBySend", message.readBySend());
    return send;
  }

  private static String contentName(OutgoingContent content) {
    if (content instanceof TextContent) {
      return "textContent";
    }
    return content instanceof ImageContent ? "imageContent" : "compositeContent";
  }

  private static ObjectNode product(String user, ProductContent content) {
    ObjectNode product = event("product", user);
    ObjectNode options = Json.MAPPER.valueToTree(content);
    options.remove("type");
    product.set("options", options);
    return product;
  }

  private static ObjectNode typing(String user, boolean on) {
    ObjectNode action = event("action", user);
    action.putObject("options").put("action", on ? "typingOn" : "typingOff");
    return action;
  }

  private static ObjectNode profile(ProfileRequest request) {
    ObjectNode profile = event("profile", request.user());
    ObjectNode options = profile.putObject("options");
    options.set("field", Json.MAPPER.valueToTree(request.field()));
    List<OutgoingEvent.ProfileField> agreements = request.agreements();
    if (!agreements.isEmpty()) {
      options.set("agreements", Json.MAPPER.valueToTree(agreements));
    }
    return profile;
  }

  private static ObjectNode handover(Handover request) {
    ObjectNode handover = event("handover", request.user()).put("partner", request.partner());
    ObjectNode options = handover.putObject("options");
    if (request.toPartnerCenter()) {
      options.put("control", "passThread").put("targetId", PARTNER_CENTER);
    } else {
      options.put("control", "takeThread");
    }
    return handover;
  }

  private static ObjectNode persistentMenu(PersistentMenu menu) {
    ObjectNode event = Json.MAPPER.createObjectNode().put("event", "persistentMenu");
    ArrayNode content = event.putArray("menuContent");
    if (!menu.menus().isEmpty()) {
      content.add(Json.MAPPER.<ObjectNode>valueToTree(menu));
    }
    return event;
  }

  private static ObjectNode event(String name, String user) {
    return Json.MAPPER.createObjectNode().put("event", name).put("user", user);
  }
}
