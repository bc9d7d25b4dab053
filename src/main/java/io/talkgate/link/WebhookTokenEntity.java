package io.talkgate.link;

import io.talkgate.platform.Stamp;
import io.talkgate.platform.sealing.Owner;
import io.talkgate.platform.sealing.Sealing;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code webhook_tokens}: a token as hash for finding it and sealed for showing it. */
@Entity
@Table(name = "webhook_tokens")
class WebhookTokenEntity {
  @Id private UUID id;

  @Column(name = "brand_id", updatable = false)
  private UUID brandId;

  @Column(name = "link_id", updatable = false)
  private UUID linkId;

  @Column(name = "token_hash", updatable = false)
  private byte[] hash;

  @Column(name = "token", updatable = false)
  private byte[] sealedToken;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  /** Null while the token is the one in use. */
  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  /** For Hibernate. */
  protected WebhookTokenEntity() {}

  WebhookTokenEntity(Stamp stamp, LinkEntity link, WebhookToken token, Sealing sealing) {
    this.id = stamp.id();
    this.createdAt = stamp.at();
    this.brandId = link.brandId();
    this.linkId = link.id();
    this.hash = token.hash();
    this.sealedToken = sealing.seal(token.value(), owner());
  }

  UUID linkId() {
    return linkId;
  }

  boolean isInUse() {
    return expiresAt == null;
  }

  void expireAt(Instant time) {
    expiresAt = time;
  }

  WebhookToken open(Sealing sealing) {
    return new WebhookToken(sealing.openText(sealedToken, owner()));
  }

  private Owner owner() {
    return SealedLinkColumns.TOKEN.owner(brandId, id);
  }
}
