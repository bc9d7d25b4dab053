package io.talkgate.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code link_rules}: apart from the links, which every batch of events reads. */
@Entity
@Table(name = "link_rules")
class DeskRulesEntity {
  @Id
  @Column(name = "link_id")
  private UUID linkId;

  @Column(name = "brand_id", updatable = false)
  private UUID brandId;

  private String rules;

  @Column(name = "changed_at")
  private Instant changedAt;

  /** For Hibernate. */
  protected DeskRulesEntity() {}

  DeskRulesEntity(LinkEntity link, String rules, Instant now) {
    this.linkId = link.id();
    this.brandId = link.brandId();
    change(rules, now);
  }

  String rules() {
    return rules;
  }

  final void change(String newRules, Instant now) {
    rules = newRules;
    changedAt = now;
  }
}
