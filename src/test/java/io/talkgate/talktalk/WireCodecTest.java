package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.talktalk.OutgoingEvent.Handover;
import io.talkgate.talktalk.OutgoingEvent.KeyCheck;
import io.talkgate.talktalk.OutgoingEvent.PersistentMenu;
import io.talkgate.talktalk.OutgoingEvent.ProfileField;
import io.talkgate.talktalk.OutgoingEvent.ProfileRequest;
import io.talkgate.talktalk.OutgoingEvent.SendMessage;
import io.talkgate.talktalk.OutgoingEvent.Typing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireCodecTest {
  private static final String USER = "al-2eGuGr5WQOnco1_V-FQ";
  private static final Map<String, OutgoingEvent> EVENTS =
      Map.ofEntries(
          Map.entry(
              "text", new SendMessage(USER, TextContent.of("it arrives tomorrow"), false, true)),
          Map.entry("text-quick-reply", new SendMessage(USER, content("text"), true, false)),
          Map.entry("image", new SendMessage(USER, content("image"), false, true)),
          Map.entry("composite", new SendMessage(USER, content("composite"), false, true)),
          Map.entry("product", new SendMessage(USER, content("product"), false, true)),
          Map.entry("typing-on", new Typing(USER, true)),
          Map.entry("typing-off", new Typing(USER, false)),
          Map.entry(
              "profile",
              new ProfileRequest(
                  USER,
                  ProfileField.CELLPHONE,
                  List.of(ProfileField.CELLPHONE, ProfileField.ADDRESS))),
          Map.entry("handover-pass", new Handover(USER, "wc8b1i", true)),
          Map.entry("handover-take", new Handover(USER, "wc8b1i", false)),
          Map.entry("persistent-menu", menu()),
          Map.entry("persistent-menu-none", new PersistentMenu(List.of())),
          Map.entry("key-check", new KeyCheck()));

  private static PersistentMenu menu() {
    MenuItem order = new MenuItem.Text(new MenuItem.Text.Data("order", "o"));
    MenuItem shop = new MenuItem.Link(new MenuItem.Link.Data("shop", "https://shop.example", null));
    MenuItem returns = new MenuItem.Text(new MenuItem.Text.Data("returns", "r"));
    return new PersistentMenu(
        List.of(
            order, shop, new MenuItem.Nested(new MenuItem.Nested.Data("more", List.of(returns)))));
  }

  static List<String> golden() {
    return Fixtures.names("outgoing");
  }

  @ParameterizedTest
  @MethodSource("golden")
  void everyEventIsWrittenAsTheProtocolShowsIt(String name) throws IOException {
    OutgoingEvent event = Objects.requireNonNull(EVENTS.get(name), name);

    assertEquals(
        Json.MAPPER.readTree(Fixtures.bytes("outgoing/" + name)),
        Json.MAPPER.readTree(WireCodec.encode(event)));
  }

  @Test
  void everyEventHasItsGoldenJson() {
    assertEquals(new TreeSet<>(EVENTS.keySet()), new TreeSet<>(golden()));
  }

  @Test
  void whatOnlyReceivedTextsCarryIsNotSent() {
    TextContent received = new TextContent("a", null, "typing", "c", null);

    assertEquals(
        "{\"event\":\"send\",\"user\":\"u\",\"textContent\":{\"text\":\"a\"},"
            + "\"options\":{\"notification\":false,\"readBySend\":false}}",
        written(new SendMessage("u", received, false, false)));
  }

  @Test
  void theKeyCheckSendsNoMessageAndItsUserCannotExist() {
    KeyCheck check = new KeyCheck();

    assertTrue(written(check).contains("\"event\":\"action\""), written(check));
    assertTrue(check.user().chars().anyMatch(c -> c == '.'), check.user());
  }

  @Test
  void aProfileRequestWithoutAgreementsLeavesThemOut() {
    assertEquals(
        "{\"event\":\"profile\",\"user\":\"u\",\"options\":{\"field\":\"nickname\"}}",
        written(new ProfileRequest("u", ProfileField.NICKNAME, List.of())));
  }

  private static String written(OutgoingEvent event) {
    return new String(WireCodec.encode(event), StandardCharsets.UTF_8);
  }

  private static OutgoingContent content(String name) {
    try {
      return Json.MAPPER.readValue(Fixtures.bytes("contents/" + name), OutgoingContent.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
