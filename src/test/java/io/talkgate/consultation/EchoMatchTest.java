package io.talkgate.consultation;

import static io.talkgate.consultation.Scenes.NOW;
import static io.talkgate.consultation.Scenes.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.talktalk.Composite;
import io.talkgate.talktalk.CompositeContent;
import io.talkgate.talktalk.Content;
import io.talkgate.talktalk.EchoEvent;
import io.talkgate.talktalk.Image;
import io.talkgate.talktalk.ImageContent;
import io.talkgate.talktalk.ProductContent;
import io.talkgate.talktalk.TextContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Design §5, echoes: which message of ours one is about. */
class EchoMatchTest {

  @ParameterizedTest(name = "{0}, number {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # ours, oldest first, all the same text | number | confirmed (index), repeat or none
          SENT                         |    | 0
          SENDING                      |    | 0
          UNKNOWN                      |    | 0
          QUEUED                       |    | 0
          FAILED                       |    | 0
          CONFIRMED:7                  |    | repeat
          CONFIRMED:7                  | 7  | repeat
          CONFIRMED:7                  | 8  | repeat
          SENT SENT                    |    | 0
          FAILED SENT                  |    | 1
          CONFIRMED:7 SENT             |    | 1
          CONFIRMED:7 SENT             | 8  | 1
          CONFIRMED:7 SENT             | 7  | repeat
          CONFIRMED:7 FAILED           |    | repeat
          CONFIRMED:7 FAILED           | 7  | repeat
          CONFIRMED:7 FAILED           | 8  | 1
          CONFIRMED FAILED             | 8  | repeat
          """)
  void theOldestOneThatIsOpenElseAFailedOne(String ours, @Nullable Long number, String expected) {
    List<AwaitingEcho> messages =
        Arrays.stream(ours.split(" ")).map(EchoMatchTest::stored).toList();

    EchoMatch match = EchoMatch.of(echo(TextContent.of("yes"), number), NOW, messages);

    assertEquals(!expected.equals("none"), match.isOurs());
    assertEquals(
        expected.equals("repeat") || expected.equals("none")
            ? Optional.empty()
            : Optional.of(messages.get(Integer.parseInt(expected))),
        match.confirmed());
  }

  @Test
  void aConfirmationLongAgoIsNoneOfARepeat() {
    AwaitingEcho old =
        message(TextContent.of("yes"), DeliveryStatus.CONFIRMED, null)
            .confirmed(null, NOW.minus(Duration.ofMinutes(6)));

    assertFalse(EchoMatch.of(echo(TextContent.of("yes"), null), NOW, List.of(old)).isOurs());
  }

  @Test
  void anEchoThatIsAppliedLateIsNotThatOfAYoungerMessage() {
    AwaitingEcho young = message(TextContent.of("yes"), DeliveryStatus.SENT, null);

    EchoMatch match =
        EchoMatch.of(
            echo(TextContent.of("yes"), null), young.createdAt().minusSeconds(60), List.of(young));

    assertFalse(match.isOurs());
  }

  @Test
  void equalMessagesAreConfirmedOneByOneAndRepeatsAddNothing() {
    List<AwaitingEcho> ours = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ours.add(message(TextContent.of("ok"), DeliveryStatus.SENT, null));
    }
    Scene scene = Scenes.scene(Scenes.customer(), null, ours, Duration.ZERO);

    for (long number : new long[] {1, 1, 2, 2, 3, 3}) {
      EventMachine.apply(scene, echo(TextContent.of("ok"), number), Scenes.now());
    }

    List<UUID> confirmed = scene.confirmed().stream().map(Confirmation::messageId).toList();
    assertEquals(ours.stream().map(AwaitingEcho::messageId).toList(), confirmed);
    assertEquals(List.of(), scene.messages());
  }

  @Test
  void whatSaysTheSameIsTheSame() {
    assertTrue(same(TextContent.of("a b\nc"), TextContent.of(" a  b\r\nc ")));
    assertFalse(same(TextContent.of("a b"), TextContent.of("ab")));
    assertTrue(same(image("https://shop/1.png"), image("https://naver/x")));
    assertFalse(same(image("https://shop/1.png"), TextContent.of("https://shop/1.png")));
    assertTrue(same(card("title", "https://shop/1.png"), card("title", "https://naver/x")));
    assertFalse(same(card("title", "https://a/1.png"), card("other", "https://a/1.png")));
    assertTrue(same(products(1, 2), products(1, 2)));
    assertFalse(same(products(1, 2), products(2, 1)));
  }

  private static boolean same(Content sent, Content echoed) {
    AwaitingEcho ours = message(sent, DeliveryStatus.SENT, null);
    return EchoMatch.of(echo(echoed, null), NOW, List.of(ours)).isOurs();
  }

  private static AwaitingEcho stored(String status) {
    int colon = status.indexOf(':');
    return message(
        TextContent.of("yes"),
        DeliveryStatus.valueOf(colon < 0 ? status : status.substring(0, colon)),
        colon < 0 ? null : Long.valueOf(status.substring(colon + 1)));
  }

  private static EchoEvent echo(Content content, @Nullable Long number) {
    return new EchoEvent("u", null, number, "send", content, null, null, null);
  }

  private static ImageContent image(String url) {
    return new ImageContent(url, null, null);
  }

  private static CompositeContent card(String title, String picture) {
    Composite card = new Composite(title, "description", new Image(picture, null), null, null);
    return new CompositeContent(List.of(card), null);
  }

  private static ProductContent products(long... ids) {
    return new ProductContent(
        Arrays.stream(ids).boxed().toList(), ProductContent.DisplayType.SINGLE);
  }
}
