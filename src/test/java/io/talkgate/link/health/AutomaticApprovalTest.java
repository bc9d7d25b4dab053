package io.talkgate.link.health;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.Shop;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Contract §6, {@code TALKGATE_LINK_APPROVAL=automatic}: the key and the first event are enough.
 */
@QuarkusTest
class AutomaticApprovalTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Inject AutomaticApproval approval;
  @Inject KeyChecks checks;
  @Inject NotesWriter writer;

  private Shop shop;
  private String link;

  @BeforeEach
  void requestApproval() {
    shop = Shop.open();
    link = shop.createLink();
    shop.requestApproval(link);
  }

  @Test
  void aLinkIsApprovedWithGoodKeyAndFirstEventAndWhatCameIsApplied() {
    keyIs(KeyVerdict.GOOD);
    approveReady();
    status("PENDING");
    shop.writes(shop.customer(), "hello");

    approveReady();

    status("APPROVED");
    shop.as("agent").get("/api/v1/consultations").then().body("items", hasSize(1));
  }

  @Test
  void anEventWithoutAGoodKeyIsNotEnough() {
    shop.writes(shop.customer(), "hello");
    approveReady();
    status("PENDING");

    keyIs(KeyVerdict.BAD);
    approveReady();

    status("PENDING");
  }

  private void keyIs(KeyVerdict verdict) {
    DueKeyCheck due =
        checks.claim(10_000).await().atMost(LIMIT).stream()
            .filter(one -> one.linkId().equals(UUID.fromString(link)))
            .findFirst()
            .orElseThrow();
    checks.noted(due.brandId(), due.linkId(), due.sealedKey(), verdict).await().atMost(LIMIT);
  }

  private void approveReady() {
    writer.write().await().atMost(LIMIT);
    approval.approveReady().await().atMost(LIMIT);
  }

  private void status(String status) {
    shop.as("manager").get("/api/v1/links/{id}", link).then().body("status", equalTo(status));
  }
}
