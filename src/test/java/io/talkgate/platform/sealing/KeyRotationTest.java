package io.talkgate.platform.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.platform.StartRefused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Issue "who may what", 4: the steps of docs/operations.md, "Replacing the encryption key". */
class KeyRotationTest {
  private static final Owner OWNER = new Owner(UUID.randomUUID(), UUID.randomUUID(), "a.b");

  private final String before = KeySets.generate();

  @Test
  void anAddedKeyOpensAndDoesNotSeal() {
    String added = KeyRotation.add(before);
    String promoted = KeyRotation.promote(added);

    assertEquals(new Sealing(before).key(), new Sealing(added).key());
    assertEquals("x", opened(promoted, added));
  }

  @Test
  void aPromotedKeySealsAndTheOldOneStillOpens() {
    String promoted = KeyRotation.promote(KeyRotation.add(before));

    assertFalse(new Sealing(before).key().equals(new Sealing(promoted).key()));
    assertEquals("x", opened(before, promoted));
    assertThrows(IllegalStateException.class, () -> opened(promoted, before));
  }

  @Test
  void whatARetiredKeySealedDoesNotOpen() {
    String promoted = KeyRotation.promote(KeyRotation.add(before));
    String retired = KeyRotation.retire(promoted);

    assertEquals("x", opened(promoted, retired));
    assertThrows(IllegalStateException.class, () -> opened(before, retired));
  }

  @Test
  void retiringLeavesWhatIsNotPromotedYet() {
    String promoted = KeyRotation.promote(KeyRotation.add(before));

    String next = KeyRotation.promote(KeyRotation.retire(KeyRotation.add(promoted)));

    assertEquals("x", opened(promoted, next));
    assertThrows(IllegalStateException.class, () -> opened(before, next));
  }

  @Test
  void stepsThatDoNotFitAreRefused() {
    assertThrows(StartRefused.class, () -> KeyRotation.promote(before));
    assertThrows(StartRefused.class, () -> KeyRotation.retire(before));
    assertThrows(StartRefused.class, () -> KeyRotation.retire(KeyRotation.add(before)));
    assertThrows(StartRefused.class, () -> KeyRotation.add("no key set"));
  }

  @Test
  void whatIsSealedBeginsWithItsKeysNumber() {
    Sealing sealing = new Sealing(before);
    byte[] sealed = sealing.seal("x", OWNER);

    for (int i = 0; i < sealing.key().prefix().length; i++) {
      assertEquals(sealing.key().prefix()[i], sealed[i]);
    }
  }

  @Test
  void aKeyWithoutANumberIsRefused() {
    String json = new String(Base64.getDecoder().decode(before), StandardCharsets.UTF_8);
    String raw = json.replace("TINK", "RAW");

    StartRefused refused = assertThrows(StartRefused.class, () -> KeySets.check(raw));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("outputPrefixType"), refused::getMessage);
  }

  private static String opened(String sealer, String opener) {
    return new Sealing(opener).openText(new Sealing(sealer).seal("x", OWNER), OWNER);
  }
}
