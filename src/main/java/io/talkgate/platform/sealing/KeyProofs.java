package io.talkgate.platform.sealing;

import com.google.crypto.tink.Aead;
import io.talkgate.platform.StartRefused;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Every key that values in the database are sealed with is in the key set, and is that key: each
 * has left a sealed proof there.
 */
public final class KeyProofs {
  private static final String AS_TIMERS = "set role talkgate_timers";
  private static final String PROOFS = "select key_id, proof from encryption_keys where in_use";

  private KeyProofs() {}

  /**
   * Checks a key set against a database.
   *
   * @throws StartRefused if a key is missing or another one has its number
   * @throws SQLException if the database has no proofs yet, or does not answer
   */
  public static void check(String keySet, Connection connection) throws SQLException {
    Aead aead = Sealing.aead(keySet);
    try (Statement statement = connection.createStatement()) {
      statement.execute(AS_TIMERS);
      ResultSet rows = statement.executeQuery(PROOFS);
      while (rows.next()) {
        check(aead, new SealingKey(rows.getInt("key_id")), rows.getBytes("proof"));
      }
    }
  }

  private static void check(Aead aead, SealingKey key, byte[] proof) {
    try {
      aead.decrypt(proof, key.owner().associatedData());
    } catch (GeneralSecurityException missing) {
      throw new StartRefused(
          "TALKGATE_ENCRYPTION_KEY lacks key %s, with which values in the database are sealed"
              .formatted(Integer.toUnsignedString(key.id())));
    }
  }
}
