package io.talkgate.access;

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
  @Id UUID id;
  String name;

  @Column(name = "created_at")
  Instant createdAt;

  /** For Hibernate. */
  protected BrandEntity() {}

  BrandEntity(UUID id, String name, Instant createdAt) {
    this.id = id;
    this.name = name;
    this.createdAt = createdAt;
  }

  Brand toBrand() {
    return new Brand(id, name);
  }
}
