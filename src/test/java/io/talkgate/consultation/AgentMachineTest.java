package io.talkgate.consultation;

import static io.talkgate.consultation.Scenes.AGENT;
import static io.talkgate.consultation.Scenes.NOW;
import static io.talkgate.consultation.Scenes.consultation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract §1, second table: what an agent's call does to a consultation, cell by cell. */
class AgentMachineTest {
  private static final Actor COLLEAGUE = new Actor(UUID.randomUUID(), "Park");

  private static final Map<String, Function<AgentMachine, Optional<Refusal>>> CALLS =
      Map.of(
          "reply", AgentMachine::reply,
          "assign", machine -> machine.assign(COLLEAGUE),
          "unassign", AgentMachine::unassign,
          "transfer", machine -> machine.transfer(COLLEAGUE, "please"),
          "hold", machine -> machine.hold(null),
          "resume", AgentMachine::resume,
          "close", AgentMachine::close,
          "reopen", AgentMachine::reopen);

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # call   | before      | after
          reply    | OPENED      | IN_PROGRESS
          reply    | WAITING     | IN_PROGRESS
          reply    | IN_PROGRESS | IN_PROGRESS
          reply    | ON_HOLD     | IN_PROGRESS
          reply    | CLOSED      | 409
          assign   | OPENED      | OPENED
          assign   | WAITING     | WAITING
          assign   | IN_PROGRESS | IN_PROGRESS
          assign   | ON_HOLD     | ON_HOLD
          assign   | CLOSED      | 409
          unassign | OPENED      | OPENED
          unassign | WAITING     | WAITING
          unassign | IN_PROGRESS | IN_PROGRESS
          unassign | ON_HOLD     | ON_HOLD
          unassign | CLOSED      | 409
          transfer | OPENED      | OPENED
          transfer | WAITING     | WAITING
          transfer | IN_PROGRESS | IN_PROGRESS
          transfer | ON_HOLD     | ON_HOLD
          transfer | CLOSED      | 409
          hold     | OPENED      | 409
          hold     | WAITING     | ON_HOLD
          hold     | IN_PROGRESS | ON_HOLD
          hold     | ON_HOLD     | 409
          hold     | CLOSED      | 409
          resume   | OPENED      | 409
          resume   | WAITING     | 409
          resume   | IN_PROGRESS | 409
          resume   | ON_HOLD     | WAITING
          resume   | CLOSED      | 409
          close    | OPENED      | CLOSED
          close    | WAITING     | CLOSED
          close    | IN_PROGRESS | CLOSED
          close    | ON_HOLD     | CLOSED
          close    | CLOSED      | 409
          reopen   | OPENED      | 409
          reopen   | WAITING     | 409
          reopen   | IN_PROGRESS | 409
          reopen   | ON_HOLD     | 409
          reopen   | CLOSED      | IN_PROGRESS
          """)
  void everyCell(String call, ConsultationStatus before, String after) {
    ConsultationRow row = consultation(before);
    ConsultationDraft draft = new ConsultationDraft(row, UUID::randomUUID);

    Optional<Refusal> refusal = call(call, draft);

    if (after.equals("409")) {
      assertEquals(Optional.of(ErrorCode.CONSULTATION_STATE), refusal.map(Refusal::code));
      assertEquals(row, draft.row());
      assertEquals(0, draft.history().size());
    } else {
      assertEquals(Optional.empty(), refusal);
      assertEquals(ConsultationStatus.valueOf(after), draft.status());
    }
  }

  @Test
  void aReplyAssignsItsWriterWhereNobodyIs() {
    ConsultationDraft free =
        new ConsultationDraft(consultation(ConsultationStatus.WAITING), UUID::randomUUID);
    ConsultationDraft taken =
        new ConsultationDraft(
            consultation(
                ConsultationStatus.WAITING, ThreadHolder.TALKGATE, COLLEAGUE.id(), false, false),
            UUID::randomUUID);

    call("reply", free);
    call("reply", taken);

    assertEquals(AGENT.id(), free.row().assigneeId());
    assertEquals(COLLEAGUE.id(), taken.row().assigneeId());
    assertEquals(NOW, free.row().firstReplyAt());
  }

  @Test
  void aReplyIsRefusedWhilePartnerCenterHoldsTheThread() {
    ConsultationDraft held =
        new ConsultationDraft(
            consultation(
                ConsultationStatus.IN_PROGRESS, ThreadHolder.PARTNER_CENTER, null, false, true),
            UUID::randomUUID);
    ConsultationDraft closed =
        new ConsultationDraft(
            consultation(ConsultationStatus.CLOSED, ThreadHolder.PARTNER_CENTER, null, false, true),
            UUID::randomUUID);

    assertEquals(Optional.of(ErrorCode.THREAD_HELD), call("reply", held).map(Refusal::code));
    assertEquals(
        Optional.of(ErrorCode.CONSULTATION_STATE), call("reply", closed).map(Refusal::code));
    assertNull(held.row().assigneeId());
  }

  @Test
  void resumeGoesBackToItsAgent() {
    ConsultationDraft assigned =
        new ConsultationDraft(
            consultation(
                ConsultationStatus.ON_HOLD, ThreadHolder.TALKGATE, COLLEAGUE.id(), true, false),
            UUID::randomUUID);

    call("resume", assigned);

    assertEquals(ConsultationStatus.IN_PROGRESS, assigned.status());
  }

  @Test
  void whatIsReopenedBelongsToWhoReopenedIt() {
    ConsultationDraft closed =
        new ConsultationDraft(
            consultation(
                ConsultationStatus.CLOSED, ThreadHolder.TALKGATE, COLLEAGUE.id(), true, false),
            UUID::randomUUID);

    call("reopen", closed);

    assertEquals(AGENT.id(), closed.row().assigneeId());
    assertNull(closed.row().closedAt());
    assertNull(closed.row().closeReason());
  }

  @Test
  void transferNamesTheColleagueAndAssignTakesTheNamedOne() {
    ConsultationDraft draft =
        new ConsultationDraft(consultation(ConsultationStatus.IN_PROGRESS), UUID::randomUUID);

    call("transfer", draft);

    assertEquals(COLLEAGUE.id(), draft.row().assigneeId());
    assertEquals(HistoryAction.TRANSFERRED, draft.history().get(0).action());

    call("unassign", draft);
    assertNull(draft.row().assigneeId());

    call("assign", draft);
    assertEquals(COLLEAGUE.id(), draft.row().assigneeId());
  }

  private static Optional<Refusal> call(String name, ConsultationDraft draft) {
    return Objects.requireNonNull(CALLS.get(name)).apply(new AgentMachine(draft, AGENT, NOW));
  }
}
