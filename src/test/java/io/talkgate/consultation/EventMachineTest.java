package io.talkgate.consultation;

import static io.talkgate.consultation.Scenes.NOW;
import static io.talkgate.consultation.Scenes.START;
import static io.talkgate.consultation.Scenes.at;
import static io.talkgate.consultation.Scenes.blockedCustomer;
import static io.talkgate.consultation.Scenes.consultation;
import static io.talkgate.consultation.Scenes.customer;
import static io.talkgate.consultation.Scenes.now;
import static io.talkgate.consultation.Scenes.scene;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.talktalk.CustomerEvent;
import io.talkgate.talktalk.ParsedEvent;
import io.talkgate.talktalk.TalkTalkEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Contract §1, first table: what an event does to a consultation, cell by cell, and the rules
 * beside the table.
 */
class EventMachineTest {
  private static final String USER = "\"user\":\"al-2eGuGr5WQOnco1_V-FQ\"";

  /** The events of the table's rows, as NAVER sends them. */
  private static final Map<String, String> EVENTS =
      Map.ofEntries(
          Map.entry(
              "open",
              "{'event':'open',%s,'options':{'inflow':'list','referer':'https://shop/1','from':'ad'}}"),
          Map.entry("send", "{'event':'send',%s,'textContent':{'text':'hi','inputType':'typing'}}"),
          Map.entry(
              "send standby",
              "{'event':'send',%s,'standby':true,'textContent':{'text':'hi','inputType':'typing'}}"),
          Map.entry("leave", "{'event':'leave',%s}"),
          Map.entry("friend", "{'event':'friend',%s,'options':{'set':'on'}}"),
          Map.entry(
              "echo nickname",
              "{'event':'echo','echoedEvent':'send',%s,'textContent':{'text':'yes'},'options':{'managerNickname':'Lee'}}"),
          Map.entry(
              "echo marketing",
              "{'event':'echo','echoedEvent':'send',%s,'marketingContent':{'marketingText':'sale'}}"),
          Map.entry(
              "echo alarm",
              "{'event':'echo','echoedEvent':'send',%s,'textContent':{'text':'sent','inputType':'alarm'}}"),
          Map.entry(
              "echo leave",
              "{'event':'echo','echoedEvent':'leave',%s,'options':{'managerNickname':'Lee'}}"),
          Map.entry("handover", "{'event':'handover',%s,'options':{'control':'passThread'}}"),
          Map.entry(
              "pay_complete",
              "{'event':'pay_complete',%s,'options':{'paymentResult':{'code':'Success','paymentId':'p1'}}}"),
          Map.entry(
              "pay_confirm",
              "{'event':'pay_confirm',%s,'options':{'paymentConfirmResult':{'code':'Success','paymentId':'p1'}}}"),
          Map.entry(
              "profile",
              "{'event':'profile',%s,'options':{'result':'SUCCESS','nickname':'June'}}"));

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # event        | state before | state after | thread after   | left  | close reason    | message
          open           | NONE         | OPENED      | TALKGATE       | false |                 |
          open           | OPENED       | OPENED      | TALKGATE       | false |                 |
          open           | WAITING      | WAITING     | TALKGATE       | false |                 |
          open           | IN_PROGRESS  | IN_PROGRESS | TALKGATE       | false |                 |
          open           | ON_HOLD      | ON_HOLD     | TALKGATE       | false |                 |
          send           | NONE         | WAITING     | TALKGATE       | false |                 | CUSTOMER
          send           | OPENED       | WAITING     | TALKGATE       | false |                 | CUSTOMER
          send           | WAITING      | WAITING     | TALKGATE       | false |                 | CUSTOMER
          send           | IN_PROGRESS  | IN_PROGRESS | TALKGATE       | false |                 | CUSTOMER
          send           | ON_HOLD      | WAITING     | TALKGATE       | false |                 | CUSTOMER
          send standby   | NONE         | IN_PROGRESS | PARTNER_CENTER | false |                 | CUSTOMER
          send standby   | OPENED       | IN_PROGRESS | PARTNER_CENTER | false |                 | CUSTOMER
          send standby   | WAITING      | IN_PROGRESS | PARTNER_CENTER | false |                 | CUSTOMER
          send standby   | IN_PROGRESS  | IN_PROGRESS | PARTNER_CENTER | false |                 | CUSTOMER
          send standby   | ON_HOLD      | IN_PROGRESS | PARTNER_CENTER | false |                 | CUSTOMER
          leave          | NONE         | NONE        |                |       |                 |
          leave          | OPENED       | CLOSED      | TALKGATE       | false | CUSTOMER_LEFT   |
          leave          | WAITING      | WAITING     | TALKGATE       | true  |                 |
          leave          | IN_PROGRESS  | IN_PROGRESS | TALKGATE       | true  |                 |
          leave          | ON_HOLD      | ON_HOLD     | TALKGATE       | true  |                 |
          friend         | NONE         | NONE        |                |       |                 |
          friend         | OPENED       | OPENED      | TALKGATE       | false |                 |
          friend         | WAITING      | WAITING     | TALKGATE       | false |                 |
          friend         | IN_PROGRESS  | IN_PROGRESS | TALKGATE       | false |                 |
          friend         | ON_HOLD      | ON_HOLD     | TALKGATE       | false |                 |
          echo nickname  | NONE         | IN_PROGRESS | TALKGATE       | false |                 | PARTNER_AGENT
          echo nickname  | OPENED       | IN_PROGRESS | TALKGATE       | false |                 | PARTNER_AGENT
          echo nickname  | WAITING      | IN_PROGRESS | TALKGATE       | false |                 | PARTNER_AGENT
          echo nickname  | IN_PROGRESS  | IN_PROGRESS | TALKGATE       | false |                 | PARTNER_AGENT
          echo nickname  | ON_HOLD      | IN_PROGRESS | TALKGATE       | false |                 | PARTNER_AGENT
          echo marketing | NONE         | NONE        |                |       |                 | SYSTEM
          echo marketing | OPENED       | OPENED      | TALKGATE       | false |                 | SYSTEM
          echo marketing | WAITING      | WAITING     | TALKGATE       | false |                 | SYSTEM
          echo marketing | IN_PROGRESS  | IN_PROGRESS | TALKGATE       | false |                 | SYSTEM
          echo marketing | ON_HOLD      | ON_HOLD     | TALKGATE       | false |                 | SYSTEM
          echo alarm     | NONE         | NONE        |                |       |                 | SYSTEM
          echo alarm     | OPENED       | OPENED      | TALKGATE       | false |                 | SYSTEM
          echo alarm     | WAITING      | WAITING     | TALKGATE       | false |                 | SYSTEM
          echo alarm     | IN_PROGRESS  | IN_PROGRESS | TALKGATE       | false |                 | SYSTEM
          echo alarm     | ON_HOLD      | ON_HOLD     | TALKGATE       | false |                 | SYSTEM
          echo leave     | NONE         | NONE        |                |       |                 | SYSTEM
          echo leave     | OPENED       | OPENED      | TALKGATE       | false |                 | SYSTEM
          echo leave     | WAITING      | WAITING     | TALKGATE       | false |                 | SYSTEM
          echo leave     | IN_PROGRESS  | IN_PROGRESS | TALKGATE       | false |                 | SYSTEM
          echo leave     | ON_HOLD      | ON_HOLD     | TALKGATE       | false |                 | SYSTEM
          pay_complete   | NONE         | NONE        |                |       |                 | SYSTEM
          pay_complete   | OPENED       | OPENED      | TALKGATE       | false |                 | SYSTEM
          pay_complete   | WAITING      | WAITING     | TALKGATE       | false |                 | SYSTEM
          pay_complete   | IN_PROGRESS  | IN_PROGRESS | TALKGATE       | false |                 | SYSTEM
          pay_complete   | ON_HOLD      | ON_HOLD     | TALKGATE       | false |                 | SYSTEM
          pay_confirm    | NONE         | NONE        |                |       |                 | SYSTEM
          pay_confirm    | OPENED       | OPENED      | TALKGATE       | false |                 | SYSTEM
          pay_confirm    | WAITING      | WAITING     | TALKGATE       | false |                 | SYSTEM
          pay_confirm    | IN_PROGRESS  | IN_PROGRESS | TALKGATE       | false |                 | SYSTEM
          pay_confirm    | ON_HOLD      | ON_HOLD     | TALKGATE       | false |                 | SYSTEM
          profile        | NONE         | NONE        |                |       |                 |
          profile        | OPENED       | OPENED      | TALKGATE       | false |                 |
          profile        | WAITING      | WAITING     | TALKGATE       | false |                 |
          profile        | IN_PROGRESS  | IN_PROGRESS | TALKGATE       | false |                 |
          profile        | ON_HOLD      | ON_HOLD     | TALKGATE       | false |                 |
          """)
  void everyCell(
      String event,
      String before,
      String after,
      @Nullable ThreadHolder thread,
      @Nullable Boolean left,
      @Nullable CloseReason reason,
      @Nullable AuthorType message) {
    Scene scene =
        scene(before.equals("NONE") ? null : consultation(ConsultationStatus.valueOf(before)));

    EventMachine.apply(scene, event(event), now());

    ConsultationRow row = row(scene);
    assertEquals(after, row == null ? "NONE" : row.status().name());
    assertEquals(
        message, scene.messages().isEmpty() ? null : scene.messages().get(0).author().type());
    assertTrue(scene.messages().size() <= 1);
    if (row != null) {
      assertEquals(thread, row.thread());
      assertEquals(left, row.customerLeft());
      assertEquals(reason, row.closeReason());
    }
  }

  @ParameterizedTest(name = "handover on {0}, agent answered {2}, Partner Center answered {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before    | thread         | agent | partner | after       | thread after   | reason
          OPENED      | PARTNER_CENTER | false | false   | OPENED      | PARTNER_CENTER |
          WAITING     | PARTNER_CENTER | false | false   | WAITING     | TALKGATE       |
          WAITING     | PARTNER_CENTER | false | true    | WAITING     | TALKGATE       |
          IN_PROGRESS | PARTNER_CENTER | false | true    | CLOSED      | TALKGATE       | PARTNER_CENTER
          IN_PROGRESS | PARTNER_CENTER | true  | true    | IN_PROGRESS | TALKGATE       |
          IN_PROGRESS | PARTNER_CENTER | true  | false   | IN_PROGRESS | TALKGATE       |
          IN_PROGRESS | PARTNER_CENTER | false | false   | IN_PROGRESS | TALKGATE       |
          ON_HOLD     | PARTNER_CENTER | false | true    | CLOSED      | TALKGATE       | PARTNER_CENTER
          ON_HOLD     | PARTNER_CENTER | true  | true    | ON_HOLD     | TALKGATE       |
          """)
  void handover(
      ConsultationStatus before,
      ThreadHolder thread,
      boolean agent,
      boolean partner,
      ConsultationStatus after,
      ThreadHolder threadAfter,
      @Nullable CloseReason reason) {
    Scene scene = scene(consultation(before, thread, null, agent, partner));

    EventMachine.apply(scene, event("handover"), now());

    ConsultationRow row = present(scene);
    assertEquals(after, row.status());
    assertEquals(threadAfter, row.thread());
    assertEquals(reason, row.closeReason());
    assertEquals(List.of(), scene.messages());
  }

  @Test
  void handoverWithoutConsultationChangesNothing() {
    Scene scene = scene(null);

    EventMachine.apply(scene, event("handover"), now());

    assertNull(row(scene));
    assertEquals(List.of(), scene.messages());
  }

  @Test
  void sendOnHoldGoesBackToItsAgent() {
    Scene scene =
        scene(
            consultation(
                ConsultationStatus.ON_HOLD, ThreadHolder.TALKGATE, UUID.randomUUID(), true, false));

    EventMachine.apply(scene, event("send"), now());

    assertEquals(ConsultationStatus.IN_PROGRESS, present(scene).status());
  }

  @Test
  void openRefreshesInflowOfOpenedOnly() {
    Scene opened = scene(consultation(ConsultationStatus.OPENED));
    Scene waiting = scene(consultation(ConsultationStatus.WAITING));

    EventMachine.apply(opened, event("open"), now());
    EventMachine.apply(waiting, event("open"), now());

    assertEquals(new Inflow("list", "https://shop/1", "ad", null), present(opened).inflow());
    assertNull(present(waiting).inflow());
  }

  @Test
  void repeatedOpenChangesNothingButATime() {
    Scene scene = scene(null);
    EventMachine.apply(scene, event("open"), now());
    ConsultationRow once = present(scene);

    EventMachine.apply(scene, event("open"), at(NOW.plusSeconds(5)));

    ConsultationRow twice = present(scene);
    assertEquals(1, scene.consultations().size());
    assertEquals(once.openedAt(), twice.openedAt());
    assertEquals(once.statusAt(), twice.statusAt());
    assertEquals(NOW.plusSeconds(5), twice.lastActivityAt());
    assertEquals(1, scene.consultations().get(0).history().size());
  }

  @Test
  void whoeverComesBackHasNotLeft() {
    Scene byOpen = scene(consultation(ConsultationStatus.WAITING));
    Scene bySend = scene(consultation(ConsultationStatus.WAITING));
    for (Scene scene : List.of(byOpen, bySend)) {
      EventMachine.apply(scene, event("leave"), now());
      assertTrue(present(scene).customerLeft());
    }

    EventMachine.apply(byOpen, event("open"), at(NOW.plusSeconds(1)));
    EventMachine.apply(bySend, event("send"), at(NOW.plusSeconds(1)));

    assertFalse(present(byOpen).customerLeft());
    assertFalse(present(bySend).customerLeft());
  }

  @Test
  void friendChangesTheCustomerAlone() {
    Scene scene = scene(null);

    EventMachine.apply(scene, event("friend"), now());
    assertTrue(scene.customer().friend());

    EventMachine.apply(
        scene, parse("{'event':'friend',%s,'options':{'set':'off'}}"), at(NOW.plusSeconds(1)));
    assertFalse(scene.customer().friend());
  }

  @Test
  void messagesCountAsUnreadAndSetTheFirstMessage() {
    Scene scene = scene(null);

    EventMachine.apply(scene, event("send"), now());
    EventMachine.apply(scene, event("send"), at(NOW.plusSeconds(1)));

    assertEquals(2, present(scene).unreadCount());
    assertEquals(NOW, present(scene).firstMessageAt());
    assertEquals(NOW.plusSeconds(1), present(scene).lastActivityAt());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          PARTNER_CENTER | typed gives it back          | {'event':'send',%s,'textContent':{'text':'hi','inputType':'typing'}} | TALKGATE
          PARTNER_CENTER | a pressed button does not    | {'event':'send',%s,'textContent':{'text':'hi','inputType':'button','code':'b'}} | PARTNER_CENTER
          PARTNER_CENTER | a picture does not           | {'event':'send',%s,'imageContent':{'imageUrl':'https://a/b.png'}} | PARTNER_CENTER
          TALKGATE       | an echo that says so takes it | {'event':'echo','echoedEvent':'send',%s,'textContent':{'text':'y'},'options':{'managerNickname':'Lee','threadOwnerId':1}} | PARTNER_CENTER
          TALKGATE       | an echo without a word of it leaves it | {'event':'echo','echoedEvent':'send',%s,'textContent':{'text':'y'},'options':{'managerNickname':'Lee','threadOwnerId':2}} | TALKGATE
          TALKGATE       | marketing with the owner takes it | {'event':'echo','echoedEvent':'send',%s,'marketingContent':{'marketingText':'y'},'options':{'threadOwnerId':1}} | PARTNER_CENTER
          """)
  void threadRule(ThreadHolder before, String rule, String event, ThreadHolder after) {
    Scene scene = scene(consultation(ConsultationStatus.IN_PROGRESS, before, null, true, false));

    EventMachine.apply(scene, parse(event), now());

    assertEquals(after, present(scene).thread(), rule);
  }

  @Test
  void blockedCustomersEventsAreKeptAndOpenNothing() {
    for (String event :
        List.of("open", "send", "send standby", "echo nickname", "echo marketing")) {
      Scene scene = scene(blockedCustomer(), null, List.of(), Duration.ZERO);

      EventMachine.apply(scene, event(event), now());

      assertNull(row(scene), event);
      assertEquals(event.equals("open") ? 0 : 1, scene.messages().size(), event);
      scene.messages().forEach(message -> assertNull(message.consultationId()));
    }
  }

  /** Each a second after the one before; "-" tells no number. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "7, none",
        "7 8 9, none",
        "7 7, none",
        "7 - 8, none",
        "7 9 10, 1",
        "7 9 8, 1",
        "7 6, 1",
        "- 9, none"
      })
  void aNumberThatDoesNotFollowHasTheNumbersLookedAt(String numbers, @Nullable Integer leapsAt) {
    Scene scene = scene(consultation(ConsultationStatus.IN_PROGRESS));
    int second = 0;
    for (String number : List.of(numbers.split(" "))) {
      String told = number.equals("-") ? "" : ",'messageId':" + number;
      String event = "{'event':'send',%s" + told + ",'textContent':{'text':'a'}}";
      EventMachine.apply(scene, parse(event), at(NOW.plusSeconds(second++)));
    }

    assertEquals(leapsAt == null ? null : NOW.plusSeconds(leapsAt), scene.leapAt());
  }

  @Test
  void ourOwnEchoConfirmsTheOldestEqualMessageAndAddsNone() {
    AwaitingEcho older = Scenes.sent("네, 가능합니다.\nOK");
    AwaitingEcho newer = Scenes.sent("네, 가능합니다.\nOK");
    AwaitingEcho other = Scenes.sent("other");
    for (ConsultationStatus status :
        List.of(
            ConsultationStatus.OPENED,
            ConsultationStatus.WAITING,
            ConsultationStatus.IN_PROGRESS,
            ConsultationStatus.ON_HOLD)) {
      Scene scene =
          scene(customer(), consultation(status), List.of(other, older, newer), Duration.ZERO);
      CustomerEvent echo =
          parse(
              "{'event':'echo','echoedEvent':'send',%s,'textContent':{'text':' 네, 가능합니다.\\r\\nOK '}}");

      EventMachine.apply(scene, echo, now());
      assertEquals(List.of(older.messageId()), confirmed(scene));

      EventMachine.apply(scene, echo, at(NOW.plusSeconds(1)));
      assertEquals(List.of(older.messageId(), newer.messageId()), confirmed(scene));
      assertEquals(List.of(), scene.messages());
      assertEquals(status, present(scene).status());
    }
  }

  @Test
  void aPersonsEchoWithOurWordsIsTheirsAllTheSame() {
    AwaitingEcho ours = Scenes.sent("yes");
    Scene scene =
        scene(customer(), consultation(ConsultationStatus.WAITING), List.of(ours), Duration.ZERO);

    EventMachine.apply(scene, event("echo nickname"), now());

    assertEquals(List.of(), scene.confirmed());
    assertEquals("Lee", scene.messages().get(0).author().name());
  }

  @Test
  void aMessageAfterCloseStartsANewConsultation() {
    ConsultationRow closed = consultation(ConsultationStatus.CLOSED);
    Scene scene = scene(closed);

    EventMachine.apply(scene, event("send"), now());

    assertEquals(ConsultationStatus.WAITING, present(scene).status());
    assertNotEquals(closed.id(), present(scene).id());
  }

  @Test
  void withinTheReopenWindowItOpensTheLastOneAgain() {
    ConsultationRow closed = consultation(ConsultationStatus.CLOSED);
    Scene within = scene(customer(), closed, List.of(), Duration.ofMinutes(30));
    Scene after = scene(customer(), closed, List.of(), Duration.ofMinutes(5));

    EventMachine.apply(within, event("send"), now());
    EventMachine.apply(after, event("send"), now());

    assertEquals(closed.id(), present(within).id());
    assertEquals(ConsultationStatus.WAITING, present(within).status());
    assertNull(present(within).closedAt());
    assertNotEquals(closed.id(), present(after).id());
  }

  @Test
  void aLateEventAddsItsMessageAndMovesNothingBackwards() {
    ConsultationRow held = consultation(ConsultationStatus.IN_PROGRESS);
    Scene scene = scene(heldSince(held));

    EventMachine.apply(scene, event("send"), at(NOW.minusSeconds(60)));
    EventMachine.apply(scene, event("leave"), at(NOW.minusSeconds(50)));
    EventMachine.apply(scene, event("send standby"), at(NOW.minusSeconds(40)));

    ConsultationRow row = present(scene);
    assertEquals(ConsultationStatus.ON_HOLD, row.status());
    assertEquals(ThreadHolder.TALKGATE, row.thread());
    assertFalse(row.customerLeft());
    assertEquals(2, scene.messages().size());
    assertEquals(NOW.minusSeconds(60), scene.messages().get(0).at());
  }

  @Test
  void aLateMessageStillBringsASilentVisitToLife() {
    Scene scene = scene(null);
    EventMachine.apply(scene, event("open"), now());

    EventMachine.apply(scene, event("send"), at(NOW.minusSeconds(1)));

    assertEquals(ConsultationStatus.WAITING, present(scene).status());
  }

  @Test
  void aLateMessageOfAClosedConsultationBelongsToIt() {
    ConsultationRow closed = consultation(ConsultationStatus.CLOSED);
    Scene scene = scene(closed);

    EventMachine.apply(scene, event("send"), at(START.plusSeconds(30)));

    assertEquals(closed.id(), scene.messages().get(0).consultationId());
    assertEquals(ConsultationStatus.CLOSED, present(scene).status());
  }

  @Test
  void profileEventsAreHandedOnWithTheirTime() {
    Scene scene = scene(null);

    EventMachine.apply(scene, event("profile"), now());

    ProfileChange change = scene.profiles().get(0);
    assertEquals("June", change.nickname());
    assertEquals(NOW, change.at());
  }

  private static ConsultationRow heldSince(ConsultationRow row) {
    ConsultationDraft draft = new ConsultationDraft(row, UUID::randomUUID);
    draft.hold(null, NOW, Scenes.AGENT);
    return draft.row();
  }

  private static CustomerEvent event(String name) {
    return parse(assertPresent(EVENTS.get(name)));
  }

  private static CustomerEvent parse(String json) {
    byte[] bytes = json.replace('\'', '"').replace("%s", USER).getBytes(StandardCharsets.UTF_8);
    return (CustomerEvent) ((ParsedEvent.Readable) TalkTalkEvents.parse(bytes)).event();
  }

  private static @Nullable ConsultationRow row(Scene scene) {
    List<ConsultationDraft> drafts = scene.consultations();
    return drafts.isEmpty() ? null : drafts.get(drafts.size() - 1).row();
  }

  private static ConsultationRow present(Scene scene) {
    return assertPresent(row(scene));
  }

  private static <T> T assertPresent(@Nullable T value) {
    assertNotNull(value);
    return value;
  }

  private static List<UUID> confirmed(Scene scene) {
    return scene.confirmed().stream().map(Confirmation::messageId).toList();
  }
}
