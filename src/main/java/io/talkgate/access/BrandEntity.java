package io.talkgate.access;

import io.talkgate.platform.Stamp;
import io.talkgate.platform.paging.Cursor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code brands}. */
@Entity
@Table(name = "brands")
class BrandEntity {
  @Id private UUID id;
  private String name;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For Hibernate. */
  protected BrandEntity() {}

  BrandEntity(Stamp stamp, String name) {
    this.id = stamp.id();
    this.createdAt = stamp.at();
    this.name = name;
  }

  Brand toBrand() {
    return new Brand(id, name);
  }

  Cursor cursor() {
    return new Cursor(createdAt, id);
  }
}
