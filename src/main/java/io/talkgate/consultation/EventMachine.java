package io.talkgate.consultation;

import static io.talkgate.consultation.ConsultationStatus.IN_PROGRESS;
import static io.talkgate.consultation.ConsultationStatus.OPENED;
import static io.talkgate.consultation.ConsultationStatus.WAITING;

import io.talkgate.platform.Stamp;
import io.talkgate.talktalk.CustomerEvent;
import io.talkgate.talktalk.CustomerEventVisitor;
import io.talkgate.talktalk.EchoEvent;
import io.talkgate.talktalk.FriendEvent;
import io.talkgate.talktalk.HandoverEvent;
import io.talkgate.talktalk.LeaveEvent;
import io.talkgate.talktalk.OpenEvent;
import io.talkgate.talktalk.PayCompleteEvent;
import io.talkgate.talktalk.PayConfirmEvent;
import io.talkgate.talktalk.ProfileEvent;
import io.talkgate.talktalk.SendEvent;
import io.talkgate.talktalk.TextContent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event does to a customer's consultation: the first table of contract §1, a method a row,
 * a branch a cell. It asks neither clock nor database.
 *
 * <p>An event that arrives late (something later has already been applied, or an agent has moved
 * the consultation since) adds its message at its place and may bring a silent visit to life, but
 * moves nothing backwards.
 */
final class EventMachine implements CustomerEventVisitor {
  private final Scene scene;
  private final Instant at;
  private final boolean late;
  private final Timeline timeline;

  private EventMachine(Scene scene, Stamp stamp) {
    this.scene = scene;
    this.at = stamp.at();
    this.late = at.isBefore(scene.customer().lastEventAt());
    this.timeline = new Timeline(scene, stamp);
  }

  /** Applies one event, received at the stamp's time, to the scene. */
  static void apply(Scene scene, CustomerEvent event, Stamp stamp) {
    event.accept(new EventMachine(scene, stamp));
    if (scene.customer().leapsTo(event.messageId())) {
      scene.numbersLeap(stamp.at());
    }
    scene.change(CustomerChanges.seen(scene.customer(), stamp.at(), event.messageId()));
  }

  @Override
  public void open(OpenEvent event) {
    if (!late) {
      scene.change(CustomerChanges.entered(scene.customer(), event));
    }
    ConsultationDraft open = scene.open();
    if (open == null) {
      visit(event);
    } else if (!late) {
      open.customerPresent();
      if (open.status() == OPENED) {
        open.cameBy(inflow(event));
        open.active(at);
      }
    }
  }

  private void visit(OpenEvent event) {
    boolean isOver = scene.closedAround(at) != null;
    if (!isBlocked() && !isOver) {
      scene.start(OPENED, at).cameBy(inflow(event));
    }
  }

  @Override
  public void send(SendEvent event) {
    if (rated(event)) {
      return;
    }
    ConsultationDraft consultation = isBlocked() ? null : consultationOfMessage(firstState(event));
    timeline.fromCustomer(event, consultation);
    if (consultation != null) {
      consultation.customerWrote(at);
      if (consultation.isOpen()) {
        wroteInto(consultation, event);
      }
    }
  }

  /**
   * A rating, or what is said about one, opens nothing: it belongs to the consultation that is
   * over.
   */
  private boolean rated(SendEvent event) {
    Optional<Ratings.Score> score = Ratings.scoreOf(event);
    if (score.isPresent()) {
      ConsultationDraft rated = scene.latest(score.get().consultationId());
      timeline.fromCustomer(event, rated);
      if (rated != null) {
        rated.active(at);
      }
      scene.rate(Rated.score(score.get(), at));
      return true;
    }
    ConsultationDraft commented = event.standby() ? null : scene.commented(at);
    if (commented == null || isBlocked() || !(event.content() instanceof TextContent words)) {
      return false;
    }
    timeline.fromCustomer(event, commented);
    commented.customerWrote(at);
    scene.rate(Rated.comment(commented.id(), words.text(), at));
    return true;
  }

  private static ConsultationStatus firstState(SendEvent event) {
    return event.standby() ? IN_PROGRESS : WAITING;
  }

  private void wroteInto(ConsultationDraft open, SendEvent event) {
    if (open.status() == OPENED) {
      open.moveTo(firstState(event), at, null);
    }
    if (late || open.isLate(at)) {
      return;
    }
    open.customerPresent();
    if (event.standby()) {
      open.moveTo(IN_PROGRESS, at, null);
      open.giveThread(ThreadHolder.PARTNER_CENTER, at, null);
      return;
    }
    if (open.status() == ConsultationStatus.ON_HOLD) {
      open.resume(open.isAssigned() ? IN_PROGRESS : WAITING, at, null);
    }
    if (Timeline.isTyped(event)) {
      open.giveThread(ThreadHolder.TALKGATE, at, null);
    }
  }

  @Override
  public void leave(LeaveEvent event) {
    ConsultationDraft open = scene.open();
    if (open == null || late || open.isLate(at)) {
      return;
    }
    if (open.status() == OPENED) {
      open.close(CloseReason.CUSTOMER_LEFT, at, null);
    } else {
      open.customerLeft(at);
    }
  }

  @Override
  public void friend(FriendEvent event) {
    if (!late) {
      scene.change(CustomerChanges.friend(scene.customer(), event));
    }
  }

  @Override
  public void echo(EchoEvent event) {
    if (isPersonsMessage(event)) {
      partnerCenterWrote(event);
    } else if (!confirmsOurs(event)) {
      timeline.echoed(event, scene.open());
      threadTold(event, scene.open());
    }
  }

  /** A person's leaving the room is echoed, too; it answers nobody. */
  private static boolean isPersonsMessage(EchoEvent event) {
    return event.fromPartnerCenterPerson() && !Timeline.isLeaving(event);
  }

  private void partnerCenterWrote(EchoEvent event) {
    ConsultationDraft consultation = isBlocked() ? null : consultationOfMessage(IN_PROGRESS);
    timeline.fromPartnerCenter(event, consultation);
    if (consultation == null) {
      return;
    }
    consultation.partnerCenterAnswered(at);
    if (consultation.status() == OPENED
        || (consultation.isOpen() && !late && !consultation.isLate(at))) {
      consultation.moveTo(IN_PROGRESS, at, null);
    }
    threadTold(event, consultation);
  }

  private boolean confirmsOurs(EchoEvent event) {
    EchoMatch match = EchoMatch.of(event, at, scene.awaiting());
    match.confirmed().ifPresent(message -> scene.confirm(message, event.messageId(), at));
    return match.isOurs();
  }

  private void threadTold(EchoEvent event, @Nullable ConsultationDraft consultation) {
    boolean heldThere =
        event.threadOwnerId() != null && event.threadOwnerId() == Timeline.PARTNER_CENTER_ID;
    if (heldThere
        && consultation != null
        && consultation.isOpen()
        && !late
        && !consultation.isLate(at)) {
      consultation.giveThread(ThreadHolder.PARTNER_CENTER, at, null);
    }
  }

  @Override
  public void handover(HandoverEvent event) {
    ConsultationDraft open = scene.open();
    boolean passed = "passThread".equals(event.control());
    if (!passed || open == null || open.status() == OPENED || late || open.isLate(at)) {
      return;
    }
    open.giveThread(ThreadHolder.TALKGATE, at, null);
    if (open.status() != WAITING && open.answeredByPartnerCenterAlone()) {
      open.close(CloseReason.PARTNER_CENTER, at, null);
    }
  }

  @Override
  public void profile(ProfileEvent event) {
    scene.change(event, at);
  }

  @Override
  public void payComplete(PayCompleteEvent event) {
    timeline.payment(event, scene.open());
  }

  @Override
  public void payConfirm(PayConfirmEvent event) {
    timeline.payment(event, scene.open());
  }

  /**
   * The consultation a message of this time belongs to; a new or re-opened one where none is open.
   */
  private ConsultationDraft consultationOfMessage(ConsultationStatus firstState) {
    ConsultationDraft open = scene.open();
    if (open != null) {
      return open;
    }
    ConsultationDraft over = scene.closedAround(at);
    if (over != null) {
      return over;
    }
    ConsultationDraft again = scene.reopenable(at);
    if (again != null) {
      again.reopen(firstState, at, null);
      return again;
    }
    return scene.start(firstState, at);
  }

  private boolean isBlocked() {
    return scene.customer().blocked();
  }

  private static Inflow inflow(OpenEvent event) {
    String product = event.product() == null ? null : event.product().name();
    return new Inflow(event.inflow(), event.referer(), event.from(), product);
  }
}
