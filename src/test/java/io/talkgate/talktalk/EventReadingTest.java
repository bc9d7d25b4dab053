package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EventReadingTest {
  private static final String USER = "al-2eGuGr5WQOnco1_V-FQ";

  @Test
  void openTellsWhereTheCustomerComesFromAndWhatItWasNotTold() {
    OpenEvent open = read("open", OpenEvent.class);

    assertEquals(
        new OpenEvent(
            USER,
            "wc8b1i",
            "button",
            "https://shop.example/p/1",
            "autumn",
            false,
            false,
            true,
            null,
            null),
        open);
  }

  @Test
  void openMayCarryAProductAndUnreadMessages() {
    OpenEvent open = read("open-with-product", OpenEvent.class);

    assertEquals(true, open.unreadMessage());
    assertNull(open.friend());
    assertEquals(socks(), open.product());
  }

  @Test
  void sendCarriesItsTextAndNumber() {
    SendEvent send = read("send-text", SendEvent.class);

    assertEquals(17L, send.messageId());
    assertFalse(send.standby());
    assertEquals(new TextContent("when does it arrive?", null, "typing", "", null), send.content());
  }

  @Test
  void sendWithStandbySaysThatPartnerCenterHoldsTheThread() {
    assertTrue(read("send-standby", SendEvent.class).standby());
  }

  @Test
  void sendAboutAProductCarriesItInTheEventAndItsContent() {
    SendEvent send = read("send-product", SendEvent.class);

    assertEquals(socks(), send.product());
    assertEquals(
        new TextContent("is this in stock?", null, "product", null, socks()), send.content());
  }

  @Test
  void sendWithAnEmptyTextContentBesideAnImageIsAnImage() {
    assertEquals(
        new ImageContent("https://talk.example/i/1.jpg", null, null),
        read("send-image", SendEvent.class).content());
  }

  @Test
  void sendWithAFileCarriesItsExpiry() {
    assertEquals(
        new FileContent("https://talk.example/f/1", "receipt.pdf", "2026-12-31"),
        read("send-file", SendEvent.class).content());
  }

  @Test
  void sendWithACompositeIsSearchable() {
    Content content = read("send-composite", SendEvent.class).content();

    assertEquals("order 1\ntwo pairs\ncancel", content.text());
  }

  @Test
  void sendWithAnUnknownContentKeepsAllOfIt() {
    UnknownContent content =
        assertInstanceOf(
            UnknownContent.class, read("send-unknown-content", SendEvent.class).content());

    assertEquals(7, content.raw().path("voiceContent").path("seconds").intValue());
    assertTrue(content.raw().path("options").has("mobile"));
    assertFalse(content.raw().has("user"));
  }

  @Test
  void friendTellsOnAndOff() {
    assertEquals(true, read("friend", FriendEvent.class).on());
    assertEquals(
        new FriendEvent("u", null, false),
        Events.read("{\"event\":\"friend\",\"user\":\"u\",\"options\":{\"set\":\"off\"}}"));
  }

  @Test
  void echoOfOurOwnMessageComesFromNobodyAtPartnerCenter() {
    EchoEvent echo = read("echo-own", EchoEvent.class);

    assertFalse(echo.fromPartnerCenterPerson());
    assertEquals(18L, echo.messageId());
    assertEquals("send", echo.echoedEvent());
    assertEquals(TextContent.of("it arrives tomorrow"), echo.content());
  }

  @Test
  void echoOfAPartnerCenterAgentNamesHimAndTheThread() {
    EchoEvent echo = read("echo-partner-center", EchoEvent.class);

    assertTrue(echo.fromPartnerCenterPerson());
    assertEquals("Kim", echo.managerNickname());
    assertEquals(1L, echo.sourceId());
    assertEquals(1L, echo.threadOwnerId());
  }

  @Test
  void echoOfProductsIsTheContentWeSent() {
    assertEquals(
        new ProductContent(List.of(1002324883L, 1002324884L), ProductContent.DisplayType.LIST),
        read("echo-product", EchoEvent.class).content());
  }

  @Test
  void echoOfALeaveHasNoContent() {
    assertNull(read("echo-leave", EchoEvent.class).content());
  }

  @Test
  void echoOfMarketingIsSearchable() {
    assertEquals(
        new MarketingContent("4711", "autumn sale"),
        read("echo-marketing", EchoEvent.class).content());
  }

  @Test
  void handoverReadsItsMetadataOutOfText() {
    assertEquals(
        new HandoverEvent(USER, "wc8b1i", "passThread", "Kim", false),
        read("handover", HandoverEvent.class));
  }

  @Test
  void profileCarriesWhatTheCustomerGave() {
    assertEquals(
        new ProfileEvent(
            USER,
            null,
            ProfileResult.SUCCESS,
            "Blue Whale",
            "01012345678",
            new Address("6 Buljeong-ro", "12F", "13561", "411353180018", 37.3595, 127.1054),
            List.of()),
        read("profile-success", ProfileEvent.class));
  }

  @Test
  void profileWithdrawalNamesTheFields() {
    ProfileEvent profile = read("profile-withdraw", ProfileEvent.class);

    assertEquals(ProfileResult.WITHDRAW, profile.result());
    assertEquals(List.of("nickname", "cellphone"), profile.withdrawals());
  }

  @Test
  void paymentsCarryTheirResult() {
    assertEquals(
        new PayCompleteEvent(USER, null, "Success", "20261122NP1", "order-1", "member-1", "done"),
        read("pay-complete", PayCompleteEvent.class));
    PayConfirmEvent confirm = read("pay-confirm", PayConfirmEvent.class);
    assertEquals("20261122NP1", confirm.paymentId());
    assertEquals(10000, Objects.requireNonNull(confirm.detail()).path("totalPayAmount").intValue());
  }

  @Test
  void unknownEventKeepsItsName() {
    assertEquals(new UnknownEvent("reaction", USER, null), read("unknown", UnknownEvent.class));
  }

  private static <T> T read(String fixture, Class<T> type) {
    return assertInstanceOf(type, Events.read(Fixtures.bytes("events/" + fixture)));
  }

  private static Product socks() {
    return new Product(
        "wool socks",
        "https://shop.example/p/1",
        "https://m.shop.example/p/1",
        "https://shop.example/t/1.jpg",
        "10,000\uC6D0",
        "9,000\uC6D0");
  }
}
