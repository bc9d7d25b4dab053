package io.talkgate.access;

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

/** A row of {@code members}. */
@Entity
@Table(name = "members")
class MemberEntity {
  @Id private UUID id;

  @Column(name = "brand_id")
  private @Nullable UUID brandId;

  private String username;
  private String name;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "disabled_at")
  private @Nullable Instant disabledAt;

  /** For Hibernate. */
  protected MemberEntity() {}

  MemberEntity(Stamp stamp, NewMember member, String passwordHash) {
    this.id = stamp.id();
    this.createdAt = stamp.at();
    this.brandId = member.brandId();
    this.username = member.username();
    this.name = member.name();
    this.role = member.role();
    this.passwordHash = passwordHash;
  }

  Member toMember() {
    return new Member(id, brandId, username, name, role, disabledAt != null);
  }

  Cursor cursor() {
    return new Cursor(createdAt, id);
  }
}
