package io.talkgate.link;

import io.talkgate.platform.Stamp;
import io.talkgate.platform.paging.Cursor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code links}. It moves as it is told; {@link LinkLifecycle} says where it may. */
@Entity
@Table(name = "links")
class LinkEntity {
  @Id private UUID id;

  @Column(name = "brand_id", updatable = false)
  private UUID brandId;

  @Column(name = "account_id")
  private String accountId;

  private @Nullable String name;

  @Enumerated(EnumType.STRING)
  private LinkStatus status;

  @Column(name = "send_api_key")
  private byte[] sealedKey;

  @Column(name = "send_api_key_hint")
  private String keyHint;

  @Column(name = "send_api_key_rejected_at")
  private @Nullable Instant keyRejectedAt;

  @Column(name = "brand_key")
  private @Nullable String brandKey;

  @Column(name = "requested_at")
  private @Nullable Instant requestedAt;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(name = "rejected_reason")
  private @Nullable String rejectedReason;

  @Column(name = "reply_notification")
  private boolean replyNotification;

  @Column(name = "reply_read_by_send")
  private boolean replyReadBySend;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  /** For Hibernate. */
  protected LinkEntity() {}

  LinkEntity(Stamp stamp, NewLink link, byte[] sealedKey) {
    this.id = stamp.id();
    this.createdAt = stamp.at();
    this.brandId = link.brandId();
    this.accountId = link.accountId();
    this.name = link.name();
    this.status = LinkStatus.DRAFT;
    this.sealedKey = sealedKey;
    this.keyHint = SealedKeys.hint(link.sendApiKey());
  }

  UUID id() {
    return id;
  }

  UUID brandId() {
    return brandId;
  }

  String accountId() {
    return accountId;
  }

  LinkStatus status() {
    return status;
  }

  boolean hasBrandKey() {
    return brandKey != null;
  }

  Cursor cursor() {
    return new Cursor(createdAt, id);
  }

  void rename(String newName) {
    name = newName;
  }

  void changeAccount(String newAccountId) {
    accountId = newAccountId;
  }

  /** Whatever NAVER thought of the old one, the new one is tried. */
  void changeKey(byte[] newSealedKey, String newHint) {
    sealedKey = newSealedKey;
    keyHint = newHint;
    keyRejectedAt = null;
  }

  DeliveryDefaults defaults() {
    return new DeliveryDefaults(replyNotification, replyReadBySend);
  }

  void changeDefaults(DeliveryDefaults defaults) {
    replyNotification = defaults.notification();
    replyReadBySend = defaults.readBySend();
  }

  void giveBrandKey(String newBrandKey) {
    brandKey = newBrandKey;
  }

  void request(Instant now) {
    status = LinkStatus.PENDING;
    requestedAt = now;
    rejectedReason = null;
  }

  /** Approved, rejected with a reason, or revoked. */
  void decide(LinkStatus decision, @Nullable String reason, Instant now) {
    status = decision;
    rejectedReason = reason;
    decidedAt = now;
  }

  /** The chat URL's form is protocol §1. */
  Link toLink(@Nullable String webhookUrl) {
    String chatUrl = brandKey == null ? null : "https://talk.naver.com/" + accountId;
    return new Link(
        id,
        brandId,
        name,
        accountId,
        status,
        keyHint,
        brandKey,
        chatUrl,
        webhookUrl,
        requestedAt,
        decidedAt,
        rejectedReason);
  }
}
